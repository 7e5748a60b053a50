//! `sop periksa`: every fault of SOP files, all of them at once.

use super::content_files::{self, Unread};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office;
use crate::output::Answer;
use sandika_domain::check::{OfficeKnowledge, check_file};
use sandika_domain::document::{Code, Finding};
use std::ffi::OsString;
use std::path::Path;

/// `sandika sop periksa FILE… [--json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    if operands.is_empty() {
        return Err(Failure::Usage("Sebut berkas SOP yang diperiksa: sandika sop periksa FILE…".to_owned()));
    }
    let knowledge = office::content(arguments)?.knowledge();
    let mut checked = Checked::default();
    operands.iter().for_each(|operand| checked.path(Path::new(operand), &knowledge));
    let sound = !checked.findings.iter().any(Finding::is_error);
    Ok(Answer { text: if arguments.json { json(&checked.findings)? } else { checked.lines() }, sound })
}

/// The finding for what cannot be read; like any other fault it keeps nothing else from being checked.
pub(super) fn unreadable(unread: &Unread) -> Finding {
    Finding::new(&unread.file, 1, Code::S001, &unread.message)
}

#[derive(Default)]
struct Checked {
    files: usize,
    findings: Vec<Finding>,
}

impl Checked {
    fn path(&mut self, path: &Path, knowledge: &OfficeKnowledge) {
        match content_files::at(path, "SOP") {
            Ok(files) => files.iter().for_each(|file| self.file(file, knowledge)),
            Err(unread) => self.findings.push(unreadable(&unread)),
        }
    }

    fn file(&mut self, path: &Path, knowledge: &OfficeKnowledge) {
        self.files += 1;
        match content_files::read(path) {
            Ok(bytes) => self.findings.extend(check_file(&path.display().to_string(), &bytes, knowledge)),
            Err(unread) => self.findings.push(unreadable(&unread)),
        }
    }

    fn lines(&self) -> String {
        let errors = self.findings.iter().filter(|finding| finding.is_error()).count();
        let mut lines: Vec<String> = self.findings.iter().map(ToString::to_string).collect();
        lines.push(format!("{} berkas diperiksa: {errors} galat, {} peringatan.\n", self.files, self.findings.len() - errors));
        lines.join("\n")
    }
}

/// JSON for programs and people, with a line break at its end.
pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    let unwritable =
        |_| Failure::refused(sandika_api::ErrorCode::Internal, "json", "JSON tidak dapat ditulis. Sampaikan kepada pengelola.");
    Ok(serde_json::to_string_pretty(value).map_err(unwritable)? + "\n")
}
