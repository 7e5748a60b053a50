//! Words and values put together: spaces where something was left out, line breaks, characters that a letter cannot carry.

use super::placeholder::{BREAK, Hole};

/// Which values a text, or a clause, showed outside its inner clauses.
#[derive(Default)]
pub(super) struct Seen {
    required: bool,
    filled: bool,
    /// An optional value was empty.
    pub(super) empty: bool,
}

impl Seen {
    pub(super) fn note(&mut self, hole: &Hole, value: &str) {
        self.required |= !hole.optional;
        self.filled |= hole.optional && !value.is_empty();
        self.empty |= hole.optional && value.is_empty();
    }

    /// Whether nothing but empty optional values was to be shown.
    pub(super) fn is_left_out(&self) -> bool {
        self.empty && !self.filled && !self.required
    }
}

/// Words so far. `gap` remembers that something was left out just before, so that its spaces do not stay behind; the spaces inside values are
/// nobody's business (a subject DN is printed exactly).
#[derive(Default)]
pub(super) struct Written {
    pub(super) text: String,
    gap: bool,
}

impl Written {
    pub(super) fn literal(&mut self, words: &str) {
        if self.gap && words.starts_with([' ', ',', '.', ';', ')', BREAK]) && self.text.ends_with(' ') {
            self.text.pop();
        }
        self.text.push_str(words);
        self.gap = false;
    }

    pub(super) fn value(&mut self, value: &str) {
        self.text.push_str(value);
        self.gap = value.is_empty();
    }
}

/// A value as it is printed: lines trimmed, empty ones gone, breaks as [`BREAK`].
pub(super) fn printed(name: &str, raw: &str) -> String {
    let lines: Vec<String> =
        raw.split(['\n', '\r', '\u{2028}', BREAK]).map(|line| line.trim().replace('\t', " ")).filter(|line| !line.is_empty()).collect();
    let value = lines.join(&BREAK.to_string());
    // The comma that ends a post belongs to the signature, which sets it itself.
    if name.ends_with(".jabatan") { value.trim_end_matches([',', ' ']).to_owned() } else { value }
}

/// The lines of a filled text, without the empty ones.
pub(super) fn lines_of(text: &str) -> Vec<String> {
    text.split(BREAK).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Control characters but line breaks and tabs, and the marks that turn the reading direction and so can make a text look like another one.
pub(super) fn unwanted(raw: &str) -> Option<char> {
    let turns_direction = |letter| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_layout = |letter| matches!(letter, '\n' | '\r' | '\t');
    raw.chars().find(|letter| (letter.is_control() && !is_layout(*letter)) || turns_direction(*letter))
}
