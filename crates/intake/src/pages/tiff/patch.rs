//! What is changed in the bytes of a TIFF before it is unpacked, because what unpacks it does not know it: colours that come from a table, and
//! bits that are counted from the other end, as many fax machines do.

use crate::fault::PageTrouble;
use std::ops::Range;

const PHOTOMETRIC: u16 = 262;
/// Bytes of an entry of a directory.
const ENTRY: usize = 12;

/// What the bytes of a file are changed to.
#[derive(Debug, Default)]
pub(super) struct Patch {
    /// Directories whose pictures are unpacked as if they were grey.
    grey: Vec<usize>,
    /// Pieces of pictures whose bits are turned round.
    turned: Vec<Range<usize>>,
}

impl Patch {
    /// The page whose directory stands there has a table of colours.
    pub(super) fn as_grey(&mut self, directory: usize) {
        self.grey.push(directory);
    }

    /// The bits of these pieces are turned round in each byte.
    pub(super) fn turn_bits(&mut self, pieces: impl IntoIterator<Item = Range<usize>>) {
        self.turned.extend(pieces);
    }

    /// The changed file, if anything is to be changed.
    pub(super) fn apply(mut self, bytes: &[u8]) -> Result<Option<Vec<u8>>, PageTrouble> {
        if self.grey.is_empty() && self.turned.is_empty() {
            return Ok(None);
        }
        let mut changed = bytes.to_vec();
        for directory in self.grey {
            say_grey(&mut changed, directory).ok_or(PageTrouble::Damaged)?;
        }
        // Pages may share pieces, and a hostile file has thousands of pieces of its whole length: each byte is turned once.
        self.turned.sort_by_key(|piece| piece.start);
        let mut done = 0;
        for piece in self.turned {
            let (start, end) = (piece.start.max(done), piece.end.min(changed.len()));
            if let Some(bytes) = changed.get_mut(start..end) {
                bytes.iter_mut().for_each(|byte| *byte = byte.reverse_bits());
            }
            done = done.max(end);
        }
        Ok(Some(changed))
    }
}

/// Writes into a directory that its picture is grey.
fn say_grey(bytes: &mut [u8], directory: usize) -> Option<()> {
    let big = bytes.starts_with(b"MM");
    let short = |two: &[u8]| two.first_chunk().map(|two| if big { u16::from_be_bytes(*two) } else { u16::from_le_bytes(*two) });
    let entries = bytes.get_mut(directory..)?;
    let (count, entries) = entries.split_at_mut_checked(2)?;
    let count = usize::from(short(count)?);
    let entry = entries.chunks_exact_mut(ENTRY).take(count).find(|entry| short(entry) == Some(PHOTOMETRIC))?;
    let wide = short(&entry[2..])? == 4;
    let value = if wide { &mut entry[8..12] } else { &mut entry[8..10] };
    value.fill(0);
    let least = if big { value.len() - 1 } else { 0 };
    value[least] = 1;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_says_grey_instead_of_a_table() {
        for (big, wide, before, after) in [
            (false, false, [3, 0, 7, 7], [1, 0, 7, 7]),
            (true, false, [0, 3, 7, 7], [0, 1, 7, 7]),
            (false, true, [3, 0, 0, 0], [1, 0, 0, 0]),
            (true, true, [0, 0, 0, 3], [0, 0, 0, 1]),
        ] {
            let two = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
            let head = if big { b"MM\0*" } else { b"II*\0" };
            let file = [&head[..], &two(1), &two(PHOTOMETRIC), &two(if wide { 4 } else { 3 }), &[0; 4], &before].concat();
            let mut patch = Patch::default();
            patch.as_grey(4);
            let changed = patch.apply(&file).unwrap().unwrap();
            assert_eq!((&changed[..14], &changed[14..]), (&file[..14], &after[..]), "big {big}, wide {wide}");
        }
        let mut patch = Patch::default();
        patch.as_grey(400);
        assert!(patch.apply(b"II*\0").is_err());
    }

    #[test]
    fn every_byte_is_turned_once() {
        let mut patch = Patch::default();
        assert!(Patch::default().apply(b"II*\0").is_ok_and(|changed| changed.is_none()));
        patch.turn_bits([5..7, 4..6, 5..6, 7..99, 100..200]);
        assert_eq!(patch.apply(b"II*\0\x01\x02\x04\x80").unwrap().unwrap(), b"II*\0\x80\x40\x20\x01");
    }
}
