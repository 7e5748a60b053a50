//! Where in a file a value stands.

use std::collections::BTreeMap;
use std::ops::Range;

/// The lines of the keys that were read, by path: `langkah[2].isian[0].id` (list positions from 0).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(BTreeMap<String, u32>);

impl Lines {
    /// The line of `path`, or of the nearest place around it that has one; 1 where nothing is known.
    #[must_use]
    pub fn of(&self, path: &str) -> u32 {
        let mut path = path;
        loop {
            if let Some(line) = self.0.get(path) {
                return *line;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = path.get(..end).unwrap_or(""),
                None => return 1,
            }
        }
    }

    pub(super) fn note(&mut self, path: String, line: u32) {
        self.0.insert(path, line);
    }
}

/// Turns byte offsets into line numbers.
pub(super) struct LineIndex(Vec<usize>);

impl LineIndex {
    pub(super) fn new(source: &str) -> Self {
        Self(source.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line, from 1, that holds the byte at `offset`.
    pub(super) fn line(&self, offset: usize) -> u32 {
        let breaks_before = self.0.partition_point(|at| *at < offset);
        u32::try_from(breaks_before).map_or(u32::MAX, |count| count.saturating_add(1))
    }

    /// The line on which `span` begins.
    pub(super) fn line_of(&self, span: &Range<usize>) -> u32 {
        self.line(span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_lines() {
        let index = LineIndex::new("a\nbc\n\nd");
        for (offset, line) in [(0, 1), (1, 1), (2, 2), (4, 2), (5, 3), (6, 4), (7, 4), (99, 4)] {
            assert_eq!(index.line(offset), line, "offset {offset}");
        }
    }

    #[test]
    fn an_unknown_path_takes_the_line_around_it() {
        let mut lines = Lines::default();
        lines.note("langkah[1]".to_owned(), 30);
        lines.note("langkah[1].isian[0].id".to_owned(), 34);
        for (path, line) in
            [("langkah[1].isian[0].id", 34), ("langkah[1].isian[0].jenis", 30), ("langkah[1].waktu", 30), ("langkah[7]", 1), ("", 1)]
        {
            assert_eq!(lines.of(path), line, "{path}");
        }
    }
}
