#!/bin/sh
# Draws the icons that src-tauri/tauri.conf.json names from sandika.svg. Needs librsvg2-bin, icoutils and icnsutils (Debian).
set -eu
cd "$(dirname "$0")"
drawn=$(mktemp -d)
trap 'rm -r "$drawn"' EXIT
for size in 16 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" sandika.svg --output "$drawn/$size.png"
done
cp "$drawn/32.png" 32x32.png
cp "$drawn/128.png" 128x128.png
cp "$drawn/256.png" 128x128@2x.png
cp "$drawn/512.png" icon.png
icotool --create --output icon.ico "$drawn/16.png" "$drawn/32.png" "$drawn/48.png" "$drawn/64.png" "--raw=$drawn/256.png"
png2icns icon.icns "$drawn/16.png" "$drawn/32.png" "$drawn/48.png" "$drawn/128.png" "$drawn/256.png" "$drawn/512.png"
