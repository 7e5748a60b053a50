//! Where signatures stand in a file. A signature's dictionary is never compressed, because its `/Contents` has to stand outside of what it
//! signs; so it is found by its `/ByteRange`, whatever the cross-reference tables say.

use memchr::memmem;
use std::ops::Range;

/// The largest hexadecimal string of a signature: 1 MB of signature, two digits a byte, and its brackets.
const LONGEST_CONTENTS: usize = (2 << 20) + 2;

/// How far from `/ByteRange` the other entries of the dictionary may stand, the signature itself not counted.
const NEAR: usize = 64 << 10;

/// Words `/ByteRange` that are looked at more closely.
const MOST_WORDS: usize = 256;

/// Entries `/Contents` that are looked at in one dictionary.
const MOST_ENTRIES: usize = 16;

const WORD: &[u8] = b"/ByteRange";

/// A signature's dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// What it says that it covers: start and length, twice.
    pub(super) range: [u64; 4],
    /// Where its hexadecimal string stands, brackets included.
    pub(super) contents: Range<usize>,
    /// The object around it, as far as it was searched.
    pub(super) object: Range<usize>,
}

impl Place {
    /// Where the covered revision ends, by its own word.
    pub(super) fn end(&self) -> u64 {
        self.range[2].saturating_add(self.range[3])
    }
}

/// The first `most` signatures of a file.
pub(super) fn find(pdf: &[u8], most: usize) -> Vec<Place> {
    let arrays = memmem::find_iter(pdf, WORD).filter_map(|at| Some((at, array(pdf, at + WORD.len())?)));
    let mut found: Vec<Place> = Vec::new();
    for (at, range) in arrays.take(MOST_WORDS) {
        if found.len() == most {
            break;
        }
        // The hexadecimal strings of signatures that were found already hold no words.
        found.extend(place(pdf, at, range));
    }
    found
}

fn place(pdf: &[u8], at: usize, range: [u64; 4]) -> Option<Place> {
    let object = around(pdf, at);
    if is_text(&pdf[object.start..at]) {
        return None;
    }
    let entries = memmem::find_iter(&pdf[object.clone()], b"/Contents").take(MOST_ENTRIES);
    let strings: Vec<Range<usize>> = entries
        .filter_map(|entry| hexadecimal(pdf, object.start + entry + b"/Contents".len()))
        .filter(|string| !string.contains(&at))
        .collect();
    // A text among the entries may hold the word too; the string that the range leaves out is the one that is meant.
    let gap = usize::try_from(range[1]).ok();
    let contents = strings.iter().find(|string| Some(string.start) == gap).or(strings.first())?.clone();
    Some(Place { range, contents, object })
}

/// From the end of the object before to the end of this one.
fn around(pdf: &[u8], at: usize) -> Range<usize> {
    const END: &[u8] = b"endobj";
    let farthest = at.saturating_sub(LONGEST_CONTENTS + NEAR);
    let start = memmem::rfind(&pdf[farthest..at], END).map_or(farthest, |end| farthest + end + END.len());
    let limit = pdf.len().min(at + LONGEST_CONTENTS + NEAR);
    let end = memmem::find(&pdf[at..limit], END).map_or(limit, |end| at + end);
    start..end
}

/// Whether the place after `before` lies in a stream, a comment or a string, `before` being the object so far.
fn is_text(before: &[u8]) -> bool {
    let (mut depth, mut comment, mut at) = (0usize, false, 0);
    while let Some(byte) = before.get(at) {
        match byte {
            b'\r' | b'\n' if comment => comment = false,
            _ if comment => {}
            b'\\' if depth > 0 => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'%' if depth == 0 => comment = true,
            b's' if depth == 0 && is_stream(before, at) => return true,
            _ => {}
        }
        at += 1;
    }
    depth > 0 || comment
}

/// The word `stream` after a dictionary's end, where data begins that are no objects.
fn is_stream(before: &[u8], at: usize) -> bool {
    let dictionary = before[..at].trim_ascii_end();
    before[at..].starts_with(b"stream") && dictionary.ends_with(b">>")
}

/// Four whole numbers in brackets.
fn array(pdf: &[u8], at: usize) -> Option<[u64; 4]> {
    let limit = pdf.len().min(at + 256);
    let inside = pdf[at..limit].trim_ascii_start().strip_prefix(b"[")?;
    let end = inside.iter().position(|byte| *byte == b']')?;
    let text = std::str::from_utf8(&inside[..end]).ok()?;
    let numbers: Vec<u64> = text.split_ascii_whitespace().map(|number| number.parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// A hexadecimal string, `<` to `>`.
fn hexadecimal(pdf: &[u8], at: usize) -> Option<Range<usize>> {
    let blanks = pdf[at..].iter().take(NEAR).take_while(|byte| byte.is_ascii_whitespace()).count();
    let start = at + blanks;
    let limit = pdf.len().min(start + LONGEST_CONTENTS);
    let (b'<', inside) = pdf.get(start..limit)?.split_first()? else { return None };
    let length = inside.iter().position(|byte| !byte.is_ascii_hexdigit() && !byte.is_ascii_whitespace())?;
    (inside[length] == b'>').then_some(start..start + length + 2)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_dictionaries_are_signatures() {
        for (pdf, expected) in [
            ("1 0 obj\n<</Type/Sig/ByteRange[0 10 20 30]/Contents<00>>>\nendobj", 1),
            ("1 0 obj <</Contents \r\n <00 AF>\n/ByteRange \t[ 0\n10 20 30 ]>> endobj", 1),
            ("1 0 obj <</Reason (siaran streaming, kata \\) /Contents <00>) /Contents <01> /ByteRange [0 1 2 3]>> endobj", 1),
            // No end of the object: the file was cut.
            ("1 0 obj <</Contents <00> /ByteRange [0 1 2 3]", 1),
            ("1 0 obj <</Contents <00> >> endobj 2 0 obj <</ByteRange [0 1 2 3]>> endobj", 0),
            ("1 0 obj (kata /ByteRange [0 1 2 3] /Contents <00>) endobj", 0),
            ("1 0 obj % /ByteRange [0 1 2 3] /Contents <00>\nendobj", 0),
            ("1 0 obj <<>>\nstream\n/ByteRange [0 1 2 3] /Contents <00>\nendstream endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2] /Contents <00>>> endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2 -3] /Contents <00>>> endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2 99999999999999999999] /Contents <00>>> endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2 3] /Contents <0x>>> endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2 3] /Contents (00)>> endobj", 0),
            ("1 0 obj <</ByteRange [0 1 2 3] /Contents 5 0 R>> endobj", 0),
            ("/ByteRange", 0),
            ("", 0),
        ] {
            assert_eq!(find(pdf.as_bytes(), 64).len(), expected, "{pdf}");
        }
    }

    #[test]
    fn the_string_that_the_range_leaves_out_is_the_signature() {
        let pdf = "1 0 obj <</Lain (/Contents <00>) /ByteRange [0 60 64 9] /Contents <01>>> endobj";
        let start = pdf.rfind("<01>").unwrap();
        let pdf = pdf.replace("60 64", &format!("{start} {}", start + 4));
        assert_eq!(find(pdf.as_bytes(), 64)[0].contents, start..start + 4);
    }

    #[test]
    fn many_words_end_the_search() {
        let pdf = "<</ByteRange [0 1 2 3] /Contents <00>>> endobj ".repeat(1000);
        assert_eq!(find(pdf.as_bytes(), 64).len(), 64);
        assert!(find("/ByteRange [0 1 2 3] ".repeat(100_000).as_bytes(), 64).is_empty());
    }
}
