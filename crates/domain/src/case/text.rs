//! Free text that an officer types: its limits are the same wherever it stands.

use super::rejection::{Named, Rejection};

/// Longest remark, reason or explanation, in characters.
pub(super) const LONG: usize = 4_000;
/// Longest name of a person, party, file or place, in characters.
pub(super) const SHORT: usize = 255;

/// Whether a text seems to tell a passphrase or to hold a private key: neither is ever accepted (domain facts, part 7).
pub(super) fn holds_secret(text: &str) -> bool {
    const TOLD: [&str; 6] = ["passphrase:", "passphrase =", "passphrase=", "kata sandi:", "password:", "password="];
    let lower = text.to_lowercase();
    (lower.contains("-----begin") && lower.contains("private key")) || TOLD.iter().any(|mark| lower.contains(mark))
}

/// Trimmed text within its limit, without control characters other than line breaks.
pub(super) fn optional(what: Named, text: &str, limit: usize) -> Result<String, Rejection> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().any(|character| character.is_control() && character != '\n') {
        return Err(Rejection::ControlCharacter(what));
    }
    if holds_secret(&text) {
        return Err(Rejection::Secret(what));
    }
    let length = text.chars().count();
    if length > limit { Err(Rejection::TextTooLong { what, length, limit }) } else { Ok(text) }
}

/// Trimmed text within its limit that is not empty.
pub(super) fn required(what: Named, text: &str, limit: usize) -> Result<String, Rejection> {
    let text = optional(what, text, limit)?;
    if text.is_empty() { Err(Rejection::TextNeeded(what)) } else { Ok(text) }
}

/// What a machine said: on one line, and cut at the limit of a remark.
pub(super) fn told(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|character| !character.is_control()).take(LONG).collect()
}
