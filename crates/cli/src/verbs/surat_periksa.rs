//! `surat periksa`: every fault of letter files, all of them at once, and whether each can be drawn.

use super::content_files::{self, Unread};
use super::sop_periksa::json;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Answer;
use sandika_app::try_template;
use sandika_domain::letter::{FaultCode, Template, TemplateFault};
use std::ffi::OsString;
use std::path::Path;

/// `sandika surat periksa FILE… [--json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    if operands.is_empty() {
        return Err(Failure::Usage("Sebut berkas surat yang diperiksa: sandika surat periksa FILE…".to_owned()));
    }
    let mut faults = Vec::new();
    let mut files = 0;
    for operand in operands {
        match content_files::at(Path::new(operand), "surat") {
            Ok(found) => {
                files += found.len();
                found.iter().for_each(|file| faults.extend(check(file)));
            }
            Err(unread) => faults.push(unreadable(&unread)),
        }
    }
    let sound = faults.is_empty();
    Ok(Answer { text: if arguments.json { json(&faults)? } else { lines(files, &faults) }, sound })
}

/// The template of a file.
///
/// # Errors
/// Every fault that keeps it from being read or used.
pub(super) fn template(path: &Path) -> Result<Template, Vec<TemplateFault>> {
    let bytes = content_files::read(path).map_err(|unread| vec![unreadable(&unread)])?;
    Template::parse(&path.display().to_string(), &bytes)
}

fn check(path: &Path) -> Vec<TemplateFault> {
    template(path).map_or_else(|faults| faults, |template| try_template(&template))
}

fn unreadable(unread: &Unread) -> TemplateFault {
    let (file, message) = (unread.file.clone(), unread.message.clone());
    TemplateFault { file, line: 1, field: String::new(), code: FaultCode::File, message }
}

fn lines(files: usize, faults: &[TemplateFault]) -> String {
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.push(format!("{files} berkas diperiksa: {} galat.\n", faults.len()));
    lines.join("\n")
}
