//! The table of figures: what was measured, against what, and whether the target was met. Markdown, so that it can go into docs/performance.md.

use super::samples::Samples;

/// How many times as long something may take in the large office as in the small one and still count as flat: a hundred times the cases deepen the
/// trees by a level or two and leave the page cache behind, and that is all they may do.
const FLAT: f64 = 3.0;
/// So much more, in milliseconds, is flat as well: less than one picture of the screen (60 a second), so nobody can tell.
const UNNOTICED: f64 = 10.0;

/// One figure.
pub(crate) struct Line {
    what: String,
    measured: String,
    p95: String,
    beside: String,
    ratio: Option<f64>,
    /// Milliseconds more than beside.
    more: f64,
    targets: Vec<(String, bool)>,
}

impl Line {
    /// A figure that is no time.
    pub(crate) fn figure(what: &str, measured: String) -> Self {
        Self { what: what.to_owned(), measured, p95: String::new(), beside: String::new(), ratio: None, more: 0.0, targets: Vec::new() }
    }

    /// A time: median and 95th percentile.
    pub(crate) fn time(what: &str, samples: &Samples) -> Self {
        Self { p95: milliseconds(samples.p95()), ..Self::figure(what, milliseconds(samples.median())) }
    }

    /// Memory beside another program's, both in MiB.
    pub(crate) fn memory(what: &str, ours: &Samples, other: &Samples) -> Self {
        let (ours, other) = (ours.median(), other.median());
        Self { beside: format!("{other:.0} MiB"), ratio: Some(ours / other), ..Self::figure(what, format!("{ours:.0} MiB")) }
    }

    /// Sets the time beside another one of the same run.
    pub(crate) fn beside(mut self, samples: &Samples, other: &Samples) -> Self {
        self.beside = milliseconds(other.median());
        self.ratio = Some(samples.median() / other.median());
        self.more = samples.median() - other.median();
        self
    }

    /// Sets another program's figure beside it.
    pub(crate) fn beside_figure(mut self, other: String) -> Self {
        self.beside = other;
        self
    }

    /// Sets a target: its words, and whether it was met.
    pub(crate) fn target(mut self, words: &str, met: bool) -> Self {
        self.targets.push((words.to_owned(), met));
        self
    }

    /// The ratio may not exceed `limit`.
    pub(crate) fn at_most_times(self, limit: f64) -> Self {
        let met = self.ratio.is_some_and(|ratio| ratio <= limit);
        self.target(&format!("≤ {limit} ×"), met)
    }

    /// The ratio tells of the same cost in a small and in a large office.
    pub(crate) fn flat(self) -> Self {
        let met = self.ratio.is_some_and(|ratio| ratio <= FLAT || self.more <= UNNOTICED);
        self.target("flat", met)
    }

    fn missed(&self) -> Option<String> {
        let missed: Vec<&str> = self.targets.iter().filter(|(_, met)| !met).map(|(words, _)| words.as_str()).collect();
        (!missed.is_empty()).then(|| format!("{}: {}", self.what, missed.join(", ")))
    }

    fn cells(&self) -> [String; 7] {
        let targets: Vec<&str> = self.targets.iter().map(|(words, _)| words.as_str()).collect();
        let verdict = match (self.targets.is_empty(), self.missed()) {
            (true, _) => "",
            (false, None) => "met",
            (false, Some(_)) => "**missed**",
        };
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2} ×")).unwrap_or_default();
        [self.what.clone(), self.measured.clone(), self.p95.clone(), self.beside.clone(), ratio, targets.join(", "), verdict.to_owned()]
    }
}

/// Milliseconds with three digits that matter.
pub(crate) fn milliseconds(time: f64) -> String {
    let digits = match time {
        time if time < 1.0 => 3,
        time if time < 10.0 => 2,
        time if time < 100.0 => 1,
        _ => 0,
    };
    format!("{time:.digits$} ms")
}

/// Figures that share a yardstick: the heading of the column that they stand beside.
pub(crate) struct Table {
    title: String,
    beside: String,
    lines: Vec<Line>,
}

impl Table {
    /// An empty table.
    pub(crate) fn new(title: &str, beside: &str) -> Self {
        Self { title: title.to_owned(), beside: beside.to_owned(), lines: Vec::new() }
    }

    /// Adds a figure.
    pub(crate) fn add(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Every missed target, by the figure's name.
    pub(crate) fn missed(&self) -> Vec<String> {
        self.lines.iter().filter_map(Line::missed).collect()
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let head = ["", "median", "p95", self.beside.as_str(), "ratio", "target", "verdict"].map(str::to_owned);
        let rows: Vec<[String; 7]> = std::iter::once(head).chain(self.lines.iter().map(Line::cells)).collect();
        let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..7).map(width).collect();
        let write = |row: &[String; 7]| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = format!("|{}|", widths.iter().map(|width| "-".repeat(width + 2)).collect::<Vec<_>>().join("|"));
        writeln!(f, "### {}\n", self.title)?;
        for (place, row) in rows.iter().enumerate() {
            writeln!(f, "{}", write(row))?;
            if place == 0 {
                writeln!(f, "{rule}")?;
            }
        }
        if self.lines.iter().any(|line| line.targets.iter().any(|(words, _)| words == "flat")) {
            writeln!(f, "\nFlat: at most {FLAT} × the time of the small office, or at most {UNNOTICED} ms more.")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn took(milliseconds: u64) -> Samples {
        let mut samples = Samples::default();
        samples.push(Duration::from_millis(milliseconds));
        samples
    }

    #[test]
    fn a_ratio_beyond_its_limit_is_missed() {
        for (time, limit, missed) in [(30, 3.0, false), (31, 3.0, true)] {
            let line = Line::time("langkah", &took(time)).beside(&took(time), &took(10)).at_most_times(limit);
            assert_eq!(line.missed().is_some(), missed, "{time}");
        }
        assert!(Line::time("tanpa pembanding", &took(1)).flat().missed().is_some());
    }

    #[test]
    fn flat_is_a_small_ratio_or_an_unnoticed_difference() {
        for (time, beside, flat) in [(60, 20, true), (61, 20, false), (12, 1, false), (11, 1, true), (1, 0, true)] {
            let line = Line::time("daftar", &took(time)).beside(&took(time), &took(beside)).flat();
            assert_eq!(line.missed().is_none(), flat, "{time} {beside}");
        }
    }

    #[test]
    fn a_table_tells_every_target() {
        let mut table = Table::new("Judul", "at 1,000");
        table.add(Line::time("a", &took(40)).beside(&took(40), &took(20)).target("≤ 30 ms", false).flat());
        table.add(Line::figure("b", "12".to_owned()));
        assert_eq!(table.missed(), ["a: ≤ 30 ms"]);
        let text = table.to_string();
        assert!(text.contains("| a | 40.0 ms | 40.0 ms | 20.0 ms  | 2.00 × | ≤ 30 ms, flat | **missed** |"), "{text}");
    }
}
