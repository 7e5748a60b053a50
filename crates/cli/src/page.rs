//! Text for a terminal: headings, labelled entries and lists, not wider than [`WIDTH`].

use std::iter;
use textwrap::{Options, wrap};

/// Widest line, in characters.
pub(crate) const WIDTH: usize = 100;
/// What stands where there is nothing.
const NOTHING: &str = "–";

/// A page that grows line by line.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// The text so far.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// A heading, with an empty line above.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.block("", "", text);
    }

    /// A paragraph whose first line begins with `first` and whose further lines begin with `rest`.
    pub(crate) fn block(&mut self, first: &str, rest: &str, text: &str) {
        let plain = text.replace('\t', " ");
        for line in wrap(&plain, Options::new(WIDTH).initial_indent(first).subsequent_indent(rest)) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// A line that is not to be wrapped, however long.
    pub(crate) fn verbatim(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Values beside a label, each on lines of its own; a dash where there is none. `column` is the width of `indent` with its label.
    pub(crate) fn entry(&mut self, indent: &str, label: &str, column: usize, values: &[String]) {
        let below = " ".repeat(column);
        let mut first = format!("{indent}{label}");
        let missing = column.saturating_sub(first.chars().count()).max(1);
        first.extend(iter::repeat_n(' ', missing));
        let mut leads = iter::once(first.as_str()).chain(iter::repeat(below.as_str()));
        let empty = [NOTHING.to_owned()];
        let values = if values.is_empty() { &empty[..] } else { values };
        for (value, lead) in values.iter().zip(&mut leads) {
            self.block(lead, &below, value);
        }
    }

    /// A numbered list; a dash where there is nothing to number.
    pub(crate) fn list(&mut self, items: &[String]) {
        if items.is_empty() {
            self.block("  ", "  ", NOTHING);
        }
        for (index, item) in items.iter().enumerate() {
            self.block(&format!("{:>4}. ", index + 1), "      ", item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_align_and_wrap_under_their_value() {
        let mut page = Page::default();
        page.entry("  ", "Waktu", 10, &["20 menit".to_owned()]);
        page.entry("  ", "Output", 10, &["a".repeat(60) + " " + &"b".repeat(60), "lain".to_owned()]);
        page.entry("  ", "Keterangan", 10, &[]);
        let expected =
            format!("  Waktu   20 menit\n  Output  {}\n          {}\n          lain\n  Keterangan –\n", "a".repeat(60), "b".repeat(60));
        assert_eq!(page.into_text(), expected);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let mut page = Page::default();
        page.list(&["kata ".repeat(100), "x".repeat(350), "é\n\tü".to_owned(), String::new()]);
        page.heading(&"y".repeat(201));
        assert!(page.into_text().lines().all(|line| line.chars().count() <= WIDTH));
    }
}
