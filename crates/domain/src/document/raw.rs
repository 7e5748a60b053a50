//! The bytes of a file before anything is read from them: size, encoding, characters that do not belong in a text.

/// The largest file that is read, in bytes. Real SOPs have at most 15 KiB; anything larger by an order is a
/// mistake or an attack.
pub const LARGEST_FILE: usize = 512 * 1024;

/// The longest single text, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// The text of a file, or the line and the sentence why there is none.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, (u32, String)> {
    if bytes.len() > LARGEST_FILE {
        let size = bytes.len().div_ceil(1024);
        let most = LARGEST_FILE / 1024;
        return Err((1, format!("Berkas terlalu besar: {size} KiB, paling banyak {most} KiB. Periksa apakah ini berkas yang benar.")));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        let line = u32::try_from(breaks).map_or(u32::MAX, |count| count.saturating_add(1));
        (line, "Berkas bukan teks UTF-8. Simpan ulang berkas dengan pengodean UTF-8.".to_owned())
    })
}

/// What is wrong with a single text, as the end of a sentence; `None` where it is sound.
pub(super) fn fault_in(text: &str) -> Option<String> {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return Some(format!("terlalu panjang; paling banyak {LONGEST_TEXT} karakter"));
    }
    let unwanted = text.chars().find(|letter| is_unwanted(*letter))?;
    Some(format!("memuat karakter kendali U+{:04X}; hapus karakter itu", u32::from(unwanted)))
}

/// Control characters, and the marks that turn the reading direction and so can make a text look like another one.
fn is_unwanted(letter: char) -> bool {
    let is_layout = matches!(letter, '\n' | '\t');
    let turns_direction = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (letter.is_control() && !is_layout) || turns_direction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_line() {
        for (bytes, line, fragment) in
            [(&b"a = 1\nb = \"\xff\"\n"[..], 2, "UTF-8"), (&vec![b'#'; LARGEST_FILE + 1][..], 1, "terlalu besar")]
        {
            let (found, message) = text_of(bytes).unwrap_err();
            assert_eq!(found, line);
            assert!(message.contains(fragment), "{message}");
        }
        assert_eq!(text_of(b"\xef\xbb\xbfa = 1"), Ok("a = 1"));
        assert!(text_of(&vec![b'#'; LARGEST_FILE]).is_ok());
    }

    #[test]
    fn control_characters_and_overlong_texts_are_named() {
        for (text, expected) in [
            ("Surat\nKeterangan\t1".to_owned(), None),
            ("\u{7}".to_owned(), Some("U+0007")),
            ("a\r".to_owned(), Some("U+000D")),
            ("SK \u{202e}fdp".to_owned(), Some("U+202E")),
            ("é".repeat(LONGEST_TEXT), None),
            ("é".repeat(LONGEST_TEXT + 1), Some("terlalu panjang")),
        ] {
            let found = fault_in(&text);
            assert_eq!(found.is_some(), expected.is_some(), "{text:?}");
            assert!(expected.is_none_or(|part| found.unwrap_or_default().contains(part)));
        }
    }
}
