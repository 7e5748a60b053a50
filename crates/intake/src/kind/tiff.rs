//! The directories of a TIFF, walked over its bytes: each page's directory, and the pieces of its picture, must lie inside the file.

use std::collections::BTreeSet;

/// More directories than any file that is read has pages.
const MOST: usize = 4096;
const STRIP_OFFSETS: u16 = 273;
const STRIP_LENGTHS: u16 = 279;
const TILE_OFFSETS: u16 = 324;
const TILE_LENGTHS: u16 = 325;

/// Whether every directory, with its strips or tiles, is inside the file. A chain that runs in a circle has no end, so it is not whole.
pub(super) fn whole(bytes: &[u8]) -> bool {
    walk(bytes).is_some_and(|count| count > 0)
}

fn walk(bytes: &[u8]) -> Option<usize> {
    let file = File { bytes, little: bytes.starts_with(b"II") };
    let mut at = file.long(4)?;
    let mut seen = BTreeSet::new();
    while at != 0 {
        if seen.len() == MOST || !seen.insert(at) {
            return None;
        }
        at = file.directory(at)?;
    }
    Some(seen.len())
}

/// The bytes with the order that their head names.
struct File<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl File<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let four = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if self.little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        usize::try_from(value).ok()
    }

    /// Where the next directory stands, if this one and its pieces are inside the file.
    fn directory(&self, at: usize) -> Option<usize> {
        let entries = usize::from(self.short(at)?);
        let first = at.checked_add(2)?;
        let next = self.long(first.checked_add(entries * 12)?)?;
        let (mut offsets, mut lengths) = (Vec::new(), Vec::new());
        for entry in (0..entries).map(|entry| first + entry * 12) {
            match self.short(entry)? {
                STRIP_OFFSETS | TILE_OFFSETS => offsets = self.values(entry)?,
                STRIP_LENGTHS | TILE_LENGTHS => lengths = self.values(entry)?,
                _ => {}
            }
        }
        let inside = |(offset, length): (&usize, &usize)| offset.checked_add(*length).is_some_and(|end| end <= self.bytes.len());
        let pieces = !offsets.is_empty() && offsets.len() == lengths.len() && offsets.iter().zip(&lengths).all(inside);
        pieces.then_some(next)
    }

    /// The values of an entry: beside it if they fit into four bytes, else where it points.
    fn values(&self, entry: usize) -> Option<Vec<usize>> {
        let wide = match self.short(entry + 2)? {
            3 => false,
            4 => true,
            _ => return None,
        };
        let (count, size) = (self.long(entry + 4)?, if wide { 4 } else { 2 });
        let length = count.checked_mul(size)?;
        let start = if length <= 4 { entry + 8 } else { self.long(entry + 8)? };
        self.bytes.get(start..start.checked_add(length)?)?;
        (0..count).map(|at| start + at * size).map(|at| if wide { self.long(at) } else { self.short(at).map(usize::from) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of one page for each pair of offset and length, whose last directory points to `last`.
    fn file(big: bool, pages: &[(u32, u32)], last: u32) -> Vec<u8> {
        let two = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        let four = |value: u32| if big { value.to_be_bytes() } else { value.to_le_bytes() };
        let mut bytes = Vec::from(if big { &b"MM\0*"[..] } else { b"II*\0" });
        bytes.extend(four(8));
        for (page, (offset, length)) in pages.iter().enumerate() {
            bytes.extend(two(2));
            for (tag, value) in [(STRIP_OFFSETS, offset), (STRIP_LENGTHS, length)] {
                bytes.extend([two(tag), two(4)].concat());
                bytes.extend([four(1), four(*value)].concat());
            }
            bytes.extend(four(if page + 1 == pages.len() { last } else { bytes.len() as u32 + 4 }));
        }
        bytes
    }

    #[test]
    fn every_directory_and_every_strip_is_inside() {
        for big in [false, true] {
            for (what, bytes, ended) in [
                ("one page", file(big, &[(0, 8)], 0), true),
                ("two pages", file(big, &[(0, 8), (8, 60)], 0), true),
                ("a strip beyond the end", file(big, &[(0, 8), (8, 61)], 0), false),
                ("a strip at the end of numbers", file(big, &[(u32::MAX, u32::MAX)], 0), false),
                ("a circle", file(big, &[(0, 8), (0, 8)], 8), false),
                ("a directory beyond the end", file(big, &[(0, 8)], 4000), false),
                ("no page", file(big, &[(0, 8)], 0)[..8].to_vec(), false),
            ] {
                assert_eq!(whole(&bytes), ended, "{what}, big end first: {big}");
            }
        }
    }
}
