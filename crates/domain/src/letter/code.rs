//! The code on every page of a letter: short enough for a QR of version 3 at the highest error correction, and safe against misreading.
//!
//! `SDK1/<letter>/<version>/<page>-<of>/<check>`: upper case, digits and `/-` only, which a QR stores in its compact alphanumeric mode. `letter` is
//! the letter's identity as 16 characters of Crockford's base 32 (80 of its bits). `check` is one character over all that stands before it.

use super::model::Code;
use crate::ids::LetterId;
use serde::{Deserialize, Serialize};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: &str = "SDK1";

/// What a page's code says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageCode {
    /// 16 characters, see [`short_id`].
    pub letter: String,
    /// Version of the letter, from 1.
    pub version: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many pages the letter has.
    pub of: u32,
}

/// The letter's identity in 16 characters: its last 80 bits. In a UUID v7 these hold 74 random bits, so two letters of an office do not meet.
pub fn short_id(letter: LetterId) -> String {
    let mut bits = letter.0.as_u128() & ((1 << 80) - 1);
    let mut text = [b'0'; 16];
    for slot in text.iter_mut().rev() {
        *slot = ALPHABET[(bits & 31) as usize];
        bits >>= 5;
    }
    text.iter().map(|byte| char::from(*byte)).collect()
}

/// The same in groups of four, as it is printed beside the code: `0123-4567-89AB-CDEF`.
pub fn readable_id(letter: LetterId) -> String {
    let short = short_id(letter);
    [&short[0..4], &short[4..8], &short[8..12], &short[12..16]].join("-")
}

/// The last 80 bits of the identity that [`short_id`] has written; `None` when it was not. With them a letter is found again.
pub fn tail_of(short: &str) -> Option<[u8; 10]> {
    let mut bits = 0_u128;
    for byte in short.bytes() {
        let value = ALPHABET.iter().position(|known| *known == byte)?;
        bits = (bits << 5) | value as u128;
    }
    let bytes = (short.len() == 16).then(|| bits.to_be_bytes())?;
    bytes[6..].try_into().ok()
}

/// The code of a letter in the given version. A corrected letter says beside its identity which version it is: on paper both look alike.
pub fn code_of(letter: LetterId, version: u32) -> Code {
    let identity = readable_id(letter);
    let readable = if version > 1 { format!("{identity} · versi {version}") } else { identity };
    Code { payload: format!("{PREFIX}/{}/{version}", short_id(letter)), readable }
}

/// The full text of one page's code.
pub fn page_payload(code: &Code, page: usize, of: usize) -> String {
    let body = format!("{}/{page}-{of}", code.payload);
    let check = check_char(&body);
    format!("{body}/{check}")
}

/// Reads a page's code. `None` when it is not one of ours or was misread.
pub fn read_page(text: &str) -> Option<PageCode> {
    let (body, check) = text.rsplit_once('/')?;
    if check.chars().next()? != check_char(body) || check.len() != 1 {
        return None;
    }
    let mut parts = body.split('/');
    if parts.next()? != PREFIX {
        return None;
    }
    let letter = parts.next().filter(|id| id.len() == 16 && id.bytes().all(|byte| ALPHABET.contains(&byte)))?;
    let version = parts.next()?.parse().ok().filter(|version| *version >= 1)?;
    let (page, of) = parts.next()?.split_once('-')?;
    let (page, of): (u32, u32) = (page.parse().ok()?, of.parse().ok()?);
    (parts.next().is_none() && page >= 1 && page <= of).then(|| PageCode { letter: letter.to_owned(), version, page, of })
}

/// ISO 7064 "MOD 37,36" over the characters' values: finds every single wrong character, and nearly every exchange of neighbours. The separators are
/// not covered; the QR's own error correction stands before this.
fn check_char(body: &str) -> char {
    const SET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut state = 36_usize;
    for byte in body.bytes().filter(u8::is_ascii_alphanumeric) {
        let value = SET.iter().position(|known| *known == byte.to_ascii_uppercase()).unwrap_or(0);
        state = (state + value) % 36;
        state = (if state == 0 { 36 } else { state } * 2) % 37;
    }
    char::from(SET[(37 - state) % 36])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    #[test]
    fn a_page_code_is_short_and_reads_back() {
        let code = code_of(LetterId(Uuid::from_u128(0x0190_0000_0000_7000_8123_4567_89ab_cdef)), 1);
        let text = page_payload(&code, 1, 2);
        assert_eq!(text.len(), 29, "{text}");
        let read = read_page(&text).unwrap();
        assert_eq!((read.version, read.page, read.of), (1, 1, 2));
        assert_eq!(code.readable.replace('-', ""), read.letter);
    }

    #[test]
    fn an_identity_gives_its_tail_back() {
        let id = Uuid::from_u128(0x0190_0000_0000_7000_8123_4567_89ab_cdef);
        assert_eq!(tail_of(&short_id(LetterId(id))).unwrap(), id.as_bytes()[6..]);
        for not_ours in ["", "0123456789ABCDE", "0123456789ABCDEFG", "0123456789ABCDEU", "0123456789abcdef"] {
            assert_eq!(tail_of(not_ours), None, "{not_ours}");
        }
    }

    #[test]
    fn a_correction_says_its_version_beside_its_identity() {
        let letter = LetterId(Uuid::from_u128(7));
        assert_eq!(code_of(letter, 1).readable, "0000-0000-0000-0007");
        assert_eq!(code_of(letter, 12).readable, "0000-0000-0000-0007 · versi 12");
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        for text in ["", "/", "SDK1", "https://tte.kominfo.go.id/", "SDK1/0123456789ABCDEF/1/3-2/0", "SDK1/0123456789ABCDEU/1/1-1/0"] {
            assert_eq!(read_page(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_never_passes(bits: u128, at in 0_usize..27, by in 1_u8..36) {
            let text = page_payload(&code_of(LetterId(Uuid::from_u128(bits)), 1), 1, 1);
            let mut bytes = text.clone().into_bytes();
            prop_assume!(at < bytes.len() && bytes[at].is_ascii_alphanumeric());
            let set = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            let old = set.iter().position(|known| *known == bytes[at]).unwrap();
            bytes[at] = set[(old + usize::from(by)) % 36];
            let wrong = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(read_page(&wrong), None);
            prop_assert!(read_page(&text).is_some());
        }
    }
}
