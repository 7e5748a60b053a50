//! Finding a code by itself or by words of what it stands for.

use super::Classification;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'l> {
    /// The code that was typed, if the list has it.
    pub exact: Option<&'l Classification>,
    /// How many fit.
    pub matched: usize,
    /// The best of them.
    pub best: Vec<&'l Classification>,
}

/// The codes of a list that fit what was typed, at most `limit` of them: first the code itself, then codes that begin so, then names with words that
/// begin so, then the rest. Every word must be found; nothing typed fits everything.
pub fn find<'l>(list: &'l [Classification], typed: &str, limit: usize) -> Found<'l> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut fitting: Vec<(u8, &Classification)> = list.iter().filter_map(|row| Some((rank(row, &typed, &words)?, row))).collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    let exact = fitting.first().filter(|(rank, _)| *rank == 0 && !typed.is_empty()).map(|(_, row)| *row);
    Found { exact, matched: fitting.len(), best: fitting.into_iter().take(limit).map(|(_, row)| row).collect() }
}

/// How near a row is to what was typed, 0 for nearest; `None` where a word is missing.
fn rank(row: &Classification, typed: &str, words: &[&str]) -> Option<u8> {
    let code = row.code.to_lowercase();
    if code == typed || typed.is_empty() {
        return Some(0);
    }
    if code.starts_with(typed) {
        return Some(1);
    }
    let told = format!("{} {}", row.name, row.note).to_lowercase();
    let begins =
        |word: &&str| told.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(*word)) || code.starts_with(*word);
    if words.iter().all(begins) {
        return Some(2);
    }
    words.iter().all(|word| told.contains(word) || code.contains(word)).then_some(3)
}
