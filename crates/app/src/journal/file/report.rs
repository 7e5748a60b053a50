//! What a verification of the file tells.

/// Most problems that are kept; the rest is counted.
pub(super) const KEPT: usize = 1_000;

/// One fault of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// Line, from 1; one past the last where something is missing at the end.
    pub line: u64,
    /// Entry, where it is about one.
    pub seq: Option<i64>,
    /// A stable word for programs, the same as the standalone verifier's.
    pub code: &'static str,
    /// What is wrong, in Indonesian.
    pub message: String,
}

/// What was gone through, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// Name of the office, as the file says.
    pub office: String,
    /// When the file was made, as it says.
    pub made_at: String,
    /// Entries.
    pub entries: u64,
    /// Place of the first entry, as the file says.
    pub first: i64,
    /// Place of the last entry that it has.
    pub head_seq: i64,
    /// Hash of the last entry that it has.
    pub head_hash: String,
    /// Hash that the first entry names as the one before it, where the file does not begin with the first entry of the journal.
    pub follows: Option<String>,
    /// Faults, in the order of the lines; at most 1,000.
    pub problems: Vec<FileProblem>,
    /// Faults beyond those.
    pub more: u64,
}

impl FileReport {
    /// Nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    pub(super) fn add(&mut self, line: u64, seq: Option<i64>, code: &'static str, message: String) {
        if self.problems.len() < KEPT {
            self.problems.push(FileProblem { line, seq, code, message });
        } else {
            self.more += 1;
        }
    }
}
