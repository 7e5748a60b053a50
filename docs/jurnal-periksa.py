#!/usr/bin/env python3
"""Memeriksa berkas jurnal Sandika (.jsonl) tanpa Sandika, tanpa kantornya, tanpa kata sandi.

Pemakaian: python3 jurnal-periksa.py BERKAS [SIDIK-UJUNG]

Status keluar 0 bila berkas utuh, 1 bila ada masalah, 2 bila berkas tidak dapat dibuka. SIDIK-UJUNG adalah sidik catatan
terakhir yang dicatat di tempat lain, misalnya pada laporan bulanan; tanpanya ujung yang dipotong dengan rapi tidak
tampak. Susunan berkas: jurnal-format.md. Hanya pustaka baku Python 3 yang dipakai.
"""

import hashlib
import json
import sys


def no_twins(pairs):
    """A key that stands twice could be read in two ways, so it is read in none."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice the same key")
    return found


def no_constant(name):
    raise ValueError(name)


def read(text, shape):
    """A JSON object with these keys and types; None if it is something else."""
    if not text.startswith("{"):
        return None
    try:
        found = json.loads(text, object_pairs_hook=no_twins, parse_constant=no_constant)
    except (ValueError, RecursionError):
        return None
    for key, kinds in shape.items():
        value = found.get(key)
        if isinstance(value, bool) or not isinstance(value, kinds) or (key not in found and type(None) not in kinds):
            return None
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            return None
    return found


HEAD = {"format": (str,), "version": (int,), "office": (str,), "made_at": (str,), "first": (int,), "last": (int,)}
ENTRY = {"seq": (int,), "hash": (str,), "body": (str,)}
BODY = {"desk": (str,), "desk_seq": (int,), "prev": (str, type(None))}
FOOT = {"count": (int,), "head_seq": (int,), "head_hash": (str,), "sha256": (str,)}


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Check:
    def __init__(self):
        self.problems = []
        self.line = 0
        self.whole = hashlib.sha256()
        self.head = None
        self.ends = {}  # desk -> (place among its entries, hash)
        self.entries, self.seq, self.hash, self.follows = 0, 0, "", None
        self.began = self.closed = self.foreign = False

    def add(self, seq, code, message):
        self.problems.append((self.line, seq, code, message))

    def take(self, raw):
        self.line += 1
        if self.foreign:
            return
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        if self.line == 1:
            self.first(text)
        elif self.closed:
            self.add(None, "after-end", "ada baris sesudah baris penutup: ditambahkan dari luar")
        else:
            self.other(text)
        self.whole.update(raw + b"\n")

    def first(self, text):
        head = read(text, HEAD)
        if head is None or head["format"] != "sandika-jurnal" or head["version"] != 1:
            self.foreign = True
            self.add(None, "header", "baris pertama bukan awal berkas jurnal Sandika yang dikenal")
        else:
            self.head, self.seq = head, head["first"] - 1

    def other(self, text):
        entry, foot = read(text, ENTRY), read(text, FOOT)
        try:
            own = entry and sha256(entry["body"])
        except UnicodeEncodeError:
            entry = None
        if entry:
            self.entry(entry, own)
        elif foot:
            self.foot(foot)
        else:
            self.add(None, "unreadable", "baris ini tidak dapat dibaca: diubah atau terpotong")

    def entry(self, entry, own):
        seq, expected = entry["seq"], self.seq + 1
        self.entries += 1
        if seq > expected:
            missing = str(expected) if seq - 1 == expected else f"{expected} sampai {seq - 1}"
            self.add(seq, "missing", f"catatan nomor {missing} tidak ada sebelum ini: dihapus atau dipindahkan")
        elif seq == self.seq and self.began:
            self.add(seq, "repeated", "catatan nomor ini sudah ada pada baris sebelumnya: digandakan")
        elif seq < expected:
            self.add(seq, "order", f"seharusnya catatan nomor {expected}: urutannya diubah")
        if own != entry["hash"]:
            self.add(seq, "body-changed", "isinya tidak sesuai dengan sidiknya: diubah")
        body = read(entry["body"], BODY)
        if body is None:
            self.add(seq, "body-unreadable", "isinya tidak dapat dibaca")
        else:
            self.chain(seq, entry["hash"], body)
        self.seq, self.hash, self.began = seq, entry["hash"], True

    def chain(self, seq, own, body):
        end, prev = self.ends.get(body["desk"]), body.get("prev")
        self.ends[body["desk"]] = (body["desk_seq"], own)
        if end:
            if prev != end[1]:
                self.add(seq, "chain-broken", "tidak menyambung dengan catatan sebelumnya")
            if body["desk_seq"] != end[0] + 1:
                self.add(seq, "desk-gap", "urutan catatan meja terputus")
        elif self.head["first"] > 1:
            # Of a file that begins later, the first entry of a desk follows from what the file does not have.
            self.follows = self.follows if self.began else prev
        elif prev is not None or body["desk_seq"] != 1:
            self.add(seq, "chain-broken", "bukan catatan pertama mejanya, tetapi tidak ada yang mendahuluinya")

    def foot(self, foot):
        self.closed = True
        if foot["count"] != self.entries:
            self.add(None, "count", f"baris penutup menyebut {foot['count']} catatan, tetapi ada {self.entries}")
        if (foot["head_seq"], foot["head_hash"]) != ((self.seq, self.hash) if self.began else (0, "")):
            self.add(None, "end", f"baris penutup menyebut catatan terakhir nomor {foot['head_seq']}, tetapi yang ada lain: "
                                  "ujungnya terpotong atau diubah")
        if foot["sha256"] != self.whole.hexdigest():
            self.add(None, "file-changed", "berkas ini tidak lagi persis seperti saat dibuat")

    def finish(self):
        self.line += 1
        if self.line == 1:
            self.add(None, "header", "berkas ini kosong")
        elif not self.closed and not self.foreign:
            self.add(None, "cut", "baris penutup tidak ada: ujung berkas terpotong")


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    check = Check()
    try:
        with open(arguments[0], "rb") as file:
            for raw in file:
                check.take(raw.removesuffix(b"\n"))
    except OSError as error:
        print(f"Berkas {arguments[0]} tidak dapat dibaca: {error.strerror}", file=sys.stderr)
        return 2
    check.finish()
    wanted = "".join(arguments[1:]).replace(" ", "").replace("-", "").lower()
    if wanted and wanted != check.hash:
        check.add(None, "other-end", "sidik catatan terakhir bukan yang disebut: ujungnya terpotong, atau berkas ini lain")
    for line, seq, code, message in check.problems:
        about = f" catatan {seq}" if seq is not None else ""
        print(f"masalah {code}: baris {line}{about}: {message}")
    print(f"Catatan: {check.entries}; terakhir nomor {check.seq if check.began else 0}")
    print("Sidik catatan terakhir: " + " ".join(check.hash[at:at + 4] for at in range(0, len(check.hash), 4)))
    if check.head and check.head["first"] > 1:
        print(f"Berkas ini mulai dari catatan nomor {check.head['first']}, yang menyambung pada sidik {check.follows}")
    print("Berkas jurnal bermasalah." if check.problems else "Berkas jurnal utuh.")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
