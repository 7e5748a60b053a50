//! Free text that an officer types: its limits are the same wherever it stands.

use super::rejection::{Named, Rejection};

/// Longest remark, reason or explanation, in characters.
pub(super) const LONG: usize = 4_000;
/// Longest name of a person, party, file or place, in characters.
pub(super) const SHORT: usize = 255;

/// Trimmed text within its limit, without control characters other than line breaks.
pub(super) fn optional(what: Named, text: &str, limit: usize) -> Result<String, Rejection> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().any(|character| character.is_control() && character != '\n') {
        return Err(Rejection::ControlCharacter(what));
    }
    let length = text.chars().count();
    if length > limit { Err(Rejection::TextTooLong { what, length, limit }) } else { Ok(text) }
}

/// The same, and not empty.
pub(super) fn required(what: Named, text: &str, limit: usize) -> Result<String, Rejection> {
    let text = optional(what, text, limit)?;
    if text.is_empty() { Err(Rejection::TextNeeded(what)) } else { Ok(text) }
}
