//! `sop tampil`: one SOP, as a page or as JSON.

use super::{content_files, sop_page, sop_periksa, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office;
use crate::output::{self, Answer};
use sandika_api::ErrorCode;
use sandika_domain::document::Finding;
use sandika_domain::sop::Sop;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// `sandika sop tampil ID|FILE [--json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let wanted = match operands {
        [wanted] => wanted,
        [] => return Err(Failure::Usage("Sebut SOP yang ditampilkan: sandika sop tampil ID|FILE".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let sop = find(arguments, wanted)?;
    Ok(Answer::sound(if arguments.json { sop_periksa::json(&sop)? } else { sop_page::page(&sop) }))
}

/// An SOP of the library, or of a file.
fn find(arguments: &Arguments, wanted: &OsStr) -> Result<Sop, Failure> {
    let mut content = office::content(arguments)?;
    if let Some(known) = wanted.to_str().and_then(|id| content.sops.remove(id)) {
        return Ok(known.parsed.sop);
    }
    let path = Path::new(wanted);
    if content_files::looks_like_a_file(path) {
        return from_file(path);
    }
    let known: Vec<&str> = content.sops.keys().map(String::as_str).collect();
    let message = format!("SOP “{}” tidak ada. Yang ada: {}. Untuk berkas, sebut letaknya.", super::shown(wanted), known.join(", "));
    Err(Failure::refused(ErrorCode::NotFound, "sop", message))
}

fn from_file(path: &Path) -> Result<Sop, Failure> {
    let bytes = content_files::read(path).map_err(|unread| faulty(path, &[sop_periksa::unreadable(&unread)]))?;
    let parsed = Sop::parse(&path.display().to_string(), &bytes).map_err(|findings| faulty(path, &findings))?;
    Ok(parsed.sop)
}

/// A file with faults is not shown: nothing is half loaded.
fn faulty(path: &Path, findings: &[Finding]) -> Failure {
    findings.iter().for_each(|finding| output::note(&finding.to_string()));
    let message = format!("SOP {} belum dapat ditampilkan. Perbaiki galatnya dahulu.", path.display());
    Failure::refused(ErrorCode::Content, "sop", message)
}
