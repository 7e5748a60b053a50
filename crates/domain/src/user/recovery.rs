//! The words of a recovery sheet: sixteen random bytes and two that check them, each byte a word. Whoever copies them by hand need not mind capitals,
//! and only the first four letters of each word count.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use thiserror::Error;

/// Bytes that the words stand for; the office's key is no easier to guess than these.
pub const RECOVERY_BYTES: usize = 16;
/// Bytes that check the others.
const CHECK: usize = 2;
/// Words of a sheet.
pub const RECOVERY_WORDS: usize = RECOVERY_BYTES + CHECK;
/// Letters by which a word is known.
const ENOUGH: usize = 4;

/// 256 common words, in the order of the alphabet; no two of them begin with the same four letters.
const WORDS: &str = include_str!("words.txt");

/// Why a text is not the words of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecoveryFault {
    /// Too few or too many.
    #[error("Lembar pemulihan memuat {RECOVERY_WORDS} kata, yang diketik {0}. Ketik semua katanya berurutan.")]
    Count(usize),
    /// No sheet has such a word.
    #[error("Kata ke-{0} tidak ada pada lembar pemulihan mana pun. Periksa ejaannya.")]
    Unknown(usize),
    /// Each is a word of sheets, but not in this order.
    #[error("Kata-katanya tidak saling cocok: ada yang tertukar atau keliru. Bandingkan lagi dengan lembarnya.")]
    Check,
}

/// The words of a sheet as they are printed, in their order.
pub fn recovery_words(secret: &[u8; RECOVERY_BYTES]) -> Vec<&'static str> {
    let all: Vec<&str> = WORDS.split_whitespace().collect();
    let bytes = secret.iter().copied().chain(check(secret));
    bytes.filter_map(|byte| all.get(usize::from(byte)).copied()).collect()
}

/// Reads words as somebody typed them. Answers with the passphrase that they are: all of them in full, with single blanks.
///
/// # Errors
/// [`RecoveryFault`]; what was typed is not repeated.
pub fn read_recovery(typed: &str) -> Result<String, RecoveryFault> {
    let all: Vec<&str> = WORDS.split_whitespace().collect();
    // Numbers of the words may have been copied too.
    let typed: Vec<String> =
        typed.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    if typed.len() != RECOVERY_WORDS {
        return Err(RecoveryFault::Count(typed.len()));
    }
    let mut bytes = Vec::with_capacity(RECOVERY_WORDS);
    let mut words = String::new();
    for (place, word) in typed.iter().enumerate() {
        let at = all.iter().position(|known| is_meant(known, word)).ok_or(RecoveryFault::Unknown(place + 1))?;
        bytes.push(u8::try_from(at).map_err(|_| RecoveryFault::Unknown(place + 1))?);
        // Writing to a string does not fail.
        let _ = write!(words, "{}{}", if place == 0 { "" } else { " " }, all[at]);
    }
    match bytes.split_first_chunk::<RECOVERY_BYTES>() {
        Some((secret, rest)) if rest == check(secret) => Ok(words),
        _ => Err(RecoveryFault::Check),
    }
}

/// A word means the one of the list that begins like it.
fn is_meant(known: &str, typed: &str) -> bool {
    known == typed || (typed.chars().count() >= ENOUGH && known.len() >= ENOUGH && known.starts_with(first(typed)))
}

/// The letters of a typed word that count.
fn first(word: &str) -> &str {
    word.char_indices().nth(ENOUGH).map_or(word, |(end, _)| &word[..end])
}

fn check(secret: &[u8; RECOVERY_BYTES]) -> [u8; CHECK] {
    let hash: [u8; 32] = Sha256::new_with_prefix(b"sandika/pemulihan/1/").chain_update(secret).finalize().into();
    [hash[0], hash[1]]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_256_words_that_four_letters_tell_apart() {
        let all: Vec<&str> = WORDS.split_whitespace().collect();
        assert_eq!(all.len(), 256);
        assert!(all.is_sorted() && all.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase()) && word.len() >= 3));
        assert_eq!(all.iter().map(|word| first(word)).collect::<BTreeSet<_>>().len(), 256);
    }

    #[test]
    fn words_are_read_as_people_copy_them() {
        let words = recovery_words(&[7; RECOVERY_BYTES]);
        let plain = words.join(" ");
        let numbered: String = words.iter().enumerate().map(|(at, word)| format!("{}. {}\n", at + 1, word.to_uppercase())).collect();
        let short: String = words.iter().map(|word| format!("{}  ", first(word))).collect();
        for typed in [&plain, &numbered, &short, &words.join(", ")] {
            assert_eq!(read_recovery(typed).as_ref(), Ok(&plain), "{typed}");
        }
        assert_eq!(read_recovery(""), Err(RecoveryFault::Count(0)));
        assert_eq!(read_recovery(&words[1..].join(" ")), Err(RecoveryFault::Count(17)));
        let mut wrong = words.clone();
        wrong[3] = "xylofon";
        assert_eq!(read_recovery(&wrong.join(" ")), Err(RecoveryFault::Unknown(4)));
    }

    proptest! {
        #[test]
        fn every_sheet_is_read_back(secret: [u8; RECOVERY_BYTES]) {
            let words = recovery_words(&secret).join(" ");
            prop_assert_eq!(read_recovery(&words), Ok(words.clone()));
        }

        #[test]
        fn another_word_or_two_that_changed_places_are_noticed(secret: [u8; RECOVERY_BYTES], at in 0..RECOVERY_WORDS, with in 0..RECOVERY_WORDS) {
            let mut words = recovery_words(&secret);
            prop_assume!(words[at] != words[with]);
            words.swap(at, with);
            // Two bytes of a hash let one of 65,536 pass: then the words are at least read as they were typed.
            let typed = words.join(" ");
            let read = read_recovery(&typed);
            prop_assert!(read == Err(RecoveryFault::Check) || read == Ok(typed));
        }

        #[test]
        fn any_text_is_read_or_refused(typed in "\\PC{0,200}") {
            let _ = read_recovery(&typed);
        }
    }
}
