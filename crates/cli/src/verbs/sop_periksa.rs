//! `sop periksa`: every fault of SOP files, all of them at once.

use crate::arguments::Arguments;
use crate::failure::{Failure, reading_fault};
use crate::office;
use crate::output::Answer;
use sandika_domain::check::{OfficeKnowledge, check_file};
use sandika_domain::document::{Code, Finding};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Most bytes that are read of a file; far beyond what the checker accepts, so that it can say how large the file is.
const LARGEST: u64 = 16 * 1024 * 1024;

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

/// Reads a file as the checker wants it.
///
/// # Errors
/// What the system says.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The finding for a file that cannot be read; like any other fault it keeps nothing else from being checked.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Finding {
    Finding::new(&path.display().to_string(), 1, Code::S001, format!("Tidak dapat dibaca: {}.", reading_fault(error)))
}

#[derive(Default)]
struct Checked {
    files: usize,
    findings: Vec<Finding>,
}

impl Checked {
    fn path(&mut self, path: &Path, knowledge: &OfficeKnowledge) {
        if !path.is_dir() {
            return self.file(path, knowledge);
        }
        match sop_files(path) {
            Ok(files) if files.is_empty() => {
                let message = "Folder ini tidak berisi berkas SOP (*.toml). Periksa letaknya.";
                self.findings.push(Finding::new(&path.display().to_string(), 1, Code::S001, message));
            }
            Ok(files) => files.iter().for_each(|file| self.file(file, knowledge)),
            Err(error) => self.findings.push(unreadable(path, &error)),
        }
    }

    fn file(&mut self, path: &Path, knowledge: &OfficeKnowledge) {
        self.files += 1;
        match read(path) {
            Ok(bytes) => self.findings.extend(check_file(&path.display().to_string(), &bytes, knowledge)),
            Err(error) => self.findings.push(unreadable(path, &error)),
        }
    }

    fn lines(&self) -> String {
        let errors = self.findings.iter().filter(|finding| finding.is_error()).count();
        let mut lines: Vec<String> = self.findings.iter().map(ToString::to_string).collect();
        lines.push(format!("{} berkas diperiksa: {errors} galat, {} peringatan.\n", self.files, self.findings.len() - errors));
        lines.join("\n")
    }
}

/// The `*.toml` of a folder, by name.
fn sop_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let mut files: Vec<PathBuf> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.is_dir()).collect();
    files.sort();
    Ok(files)
}

/// JSON for programs and people, with a line break at its end.
pub(super) fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, Failure> {
    let unwritable =
        |_| Failure::refused(sandika_api::ErrorCode::Internal, "json", "JSON tidak dapat ditulis. Sampaikan kepada pengelola.");
    Ok(serde_json::to_string_pretty(value).map_err(unwritable)? + "\n")
}
