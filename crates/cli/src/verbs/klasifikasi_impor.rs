//! `klasifikasi impor`: a file becomes the office's list of archive classification codes, or every line that keeps it from that is told.

use super::{periksa, shown, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::{ErrorCode, dispatch};
use serde::Deserialize;
use serde_json::json;
use std::ffi::OsString;
use std::fmt::Write as _;

/// The answer of `classification_check`, as far as it is told.
#[derive(Deserialize)]
struct Checked {
    seen: String,
    counts: Counts,
    faults: Vec<Fault>,
    faulty: usize,
}

#[derive(Deserialize)]
struct Counts {
    added: u32,
    changed: u32,
    unchanged: u32,
    removed: u32,
}

#[derive(Deserialize)]
struct Fault {
    line: u32,
    text: String,
}

/// `sandika klasifikasi impor FILE.csv [--ganti] [--coba]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let file = match operands {
        [] => return Err(Failure::Usage("Sebut berkas yang diimpor: sandika klasifikasi impor FILE.csv".to_owned())),
        [file] => file,
        [_, more, ..] => return Err(superfluous(more)),
    };
    // A path travels as text, as every argument of a command does.
    let Some(path) = file.to_str() else {
        let message = format!("Nama berkas {} bukan teks UTF-8. Ganti nama berkasnya.", shown(file));
        return Err(Failure::refused(ErrorCode::File, "path", message));
    };
    let mut office = Access::by_a_person(arguments)?.open()?;
    let asked = json!({ "path": path, "replace": arguments.replace });
    let checked: Checked = periksa::read(&dispatch(&mut office, "classification_check", &asked.to_string())?)?;
    if checked.faulty > 0 {
        return Ok(Answer { text: faults(path, &checked), sound: false });
    }
    if !arguments.trial {
        // Held to the very file whose counts are told.
        let asked = json!({ "path": path, "replace": arguments.replace, "seen": checked.seen });
        dispatch(&mut office, "classification_import", &asked.to_string())?;
    }
    Ok(Answer::sound(counts(&checked.counts, arguments.trial)))
}

/// One fault a line, for those who search or count them.
fn faults(path: &str, checked: &Checked) -> String {
    let mut text = String::new();
    for Fault { line, text: what } in &checked.faults {
        let place = if *line == 0 { path.to_owned() } else { format!("{path}:{line}") };
        // Writing to a string does not fail.
        let _ = writeln!(text, "{place}: {what}");
    }
    let more = checked.faulty - checked.faults.len();
    if more > 0 {
        let _ = writeln!(text, "… dan {more} kesalahan lain.");
    }
    let _ = writeln!(text, "Tidak diambil: {} kesalahan. Daftar yang lama tetap berlaku.", checked.faulty);
    text
}

fn counts(counts: &Counts, trial: bool) -> String {
    let Counts { added, changed, unchanged, removed } = counts;
    let what = format!("baru: {added}\nberubah: {changed}\ntetap: {unchanged}\ndihapus: {removed}\n");
    let end = match (trial, added + changed + removed) {
        (true, _) => "Hanya diperiksa; tidak ada yang diambil.",
        (false, 0) => "Tidak ada yang berubah.",
        (false, _) => "Daftar klasifikasi diambil.",
    };
    format!("{what}{end}\n")
}
