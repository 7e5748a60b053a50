"""zxing-cpp as the yardstick of reading codes on scans.

Reads pictures from standard input, each as a line "WIDTH HEIGHT" and its grey bytes, and answers each with one line: the texts of its QR codes.
With --coba it only shows that it could.
"""

import sys

import numpy
import zxingcpp

if "--coba" in sys.argv:
    sys.exit()

source = sys.stdin.buffer
while head := source.readline():
    width, height = map(int, head.split())
    page = numpy.frombuffer(source.read(width * height), numpy.uint8).reshape(height, width)
    found = zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
    print(" ".join(code.text for code in found), flush=True)
