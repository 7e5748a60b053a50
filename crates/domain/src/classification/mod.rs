//! The office's list of archive classification codes: which codes there are and what they stand for, as the office's records plan says
//! (Permendagri 83/2022 is the list in force, domain facts 2.4). Every office brings its own list as a file.
//!
//! What it deliberately does not know: which letter bears which code. A code that the list does not have is still a code: a list may be older than
//! the letter.

mod compare;
mod fault;
mod find;
mod read;
mod shape;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub use compare::{Difference, Renamed, merge};
pub use fault::{FaultKind, ListFault};
pub use find::{Found, find};
pub use read::read;
pub use write::{sample, write};

use serde::{Deserialize, Serialize};

/// Largest file that is read, bytes.
pub const LARGEST_FILE: u64 = 5 * 1024 * 1024;
/// Most codes of a list. The national list has a few thousand.
pub const MOST_CODES: usize = 20_000;
/// Longest code, characters.
const LONGEST_CODE: usize = 40;
/// Longest name or note, characters.
const LONGEST_TEXT: usize = 500;

/// A code and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// "000.6.5", "KP.08.1".
    pub code: String,
    /// What it stands for.
    pub name: String,
    /// A remark; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The whole list as it holds from now on, by code. Empty when the office has gone back to having none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedList {
    /// Each code once, in the order of codes.
    pub codes: Vec<Classification>,
}

/// Why a text is no code; `None` for one that is. A code is made of letters and digits in parts that single dots part, which is what a pattern of
/// letter numbers can tell from its neighbours. Letters alone are a code only in capitals ("KP"), so that a word is not taken for one.
fn code_fault(code: &str) -> Option<FaultKind> {
    if code.is_empty() {
        return Some(FaultKind::NoCode);
    }
    if code.chars().count() > LONGEST_CODE {
        return Some(FaultKind::CodeTooLong);
    }
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let sorts = code.bytes().any(|byte| byte.is_ascii_digit()) || !code.bytes().any(|byte| byte.is_ascii_lowercase());
    (!code.split('.').all(is_part) || !sorts).then(|| FaultKind::BadCode(code.to_owned()))
}

/// What codes are ordered by: part by part, numbers by their value, so that 000.2 stands before 000.10.
fn place(code: &str) -> Vec<(bool, usize, &str, &str)> {
    code.split('.').map(part_place).collect()
}

fn part_place(part: &str) -> (bool, usize, &str, &str) {
    if part.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = part.trim_start_matches('0');
        (false, value.len(), value, part)
    } else {
        (true, 0, part, part)
    }
}

/// Puts a list into the order of its codes.
fn sort(list: &mut [Classification]) {
    list.sort_by(|one, other| place(&one.code).cmp(&place(&other.code)));
}
