//! What the rules work on and write to.

use crate::document::{Code, Finding};
use crate::sop::{ParsedSop, Sop};

/// The SOP under examination and what was found so far.
pub(super) struct Report<'a> {
    parsed: &'a ParsedSop,
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    pub(super) fn new(parsed: &'a ParsedSop) -> Self {
        Self { parsed, findings: Vec::new() }
    }

    pub(super) fn sop(&self) -> &'a Sop {
        &self.parsed.sop
    }

    pub(super) fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Adds a finding at the line of `path` (`langkah[0].waktu`).
    pub(super) fn add(&mut self, code: Code, path: &str, message: impl AsRef<str>) {
        let line = self.parsed.lines.of(path);
        self.findings.push(Finding::new(&self.parsed.file, line, code, message));
    }

    pub(super) fn finish(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|finding| (finding.line, finding.code));
        self.findings
    }
}
