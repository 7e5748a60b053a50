//! `bundel simpan` and `bundel periksa`: everything about one case as one ZIP file, and whether such a file is what was written. The second needs
//! no office.

use super::jurnal::grouped;
use super::periksa::Changed;
use super::{periksa, shown, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::{ErrorCode, dispatch};
use sandika_app::{BundleProblem, BundleReport, Office, check_case_bundle};
use serde::Deserialize;
use serde_json::json;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::path::{self, Path};

/// Cases that are looked through at once.
const PAGE: usize = 200;

/// The answer of `case_bundle_save`.
#[derive(Deserialize)]
struct Saved {
    files: u64,
    bytes: u64,
    seal: Vec<String>,
}

/// A row of `case_list`, as far as it is needed.
#[derive(Deserialize)]
struct Row {
    case: String,
    cursor: i64,
    agenda: String,
}

/// `sandika bundel simpan AGENDA FILE.zip`
pub(super) fn save(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let (agenda, file) = match operands {
        [agenda, file] => (agenda, file),
        [_, _, more, ..] => return Err(superfluous(more)),
        _ => return Err(Failure::Usage("Sebut nomor agenda dan berkasnya: sandika bundel simpan 12/2026 FILE.zip".to_owned())),
    };
    let path = path::absolute(file).unwrap_or_else(|_| file.into());
    let Some(path) = path.to_str() else {
        return Err(Failure::Usage("Nama berkas memuat karakter yang tidak dapat dipakai. Sebut nama lain.".to_owned()));
    };
    let mut office = Access::by_a_person(arguments)?.open()?;
    let case = case_of(&mut office, agenda)?;
    let saved: Changed<Saved> =
        periksa::read(&dispatch(&mut office, "case_bundle_save", &json!({ "case": case, "path": path }).to_string())?)?;
    let Saved { files, bytes, seal } = saved.value;
    Ok(Answer::sound(format!(
        "Bundel perkara ditulis ke {path}: {files} berkas, {} KB.\nSidik bundel: {}\n",
        bytes.div_ceil(1024),
        seal.join(" ")
    )))
}

/// The case of an agenda number.
fn case_of(office: &mut Office, agenda: &OsStr) -> Result<String, Failure> {
    let wanted = agenda.to_string_lossy();
    let refused = |code, text: String| Failure::refused(code, "agenda", text);
    let (mut found, mut before): (Vec<String>, Option<i64>) = (Vec::new(), None);
    loop {
        let asked = json!({ "text": wanted, "before": before, "limit": PAGE }).to_string();
        let rows: Vec<Row> = periksa::read(&dispatch(office, "case_list", &asked)?)?;
        found.extend(rows.iter().filter(|row| row.agenda == wanted).map(|row| row.case.clone()));
        match rows.last() {
            Some(row) if rows.len() == PAGE => before = Some(row.cursor),
            _ => break,
        }
    }
    match (found.pop(), found.is_empty()) {
        (Some(case), true) => Ok(case),
        (Some(_), false) => Err(refused(
            ErrorCode::Conflict,
            format!("Nomor agenda “{}” dimiliki lebih dari satu perkara. Simpan bundelnya dari halaman perkara.", shown(agenda)),
        )),
        (None, _) => {
            let text = format!("Perkara dengan nomor agenda “{}” tidak ada. Tulis nomor itu persis seperti ditampilkan.", shown(agenda));
            Err(refused(ErrorCode::NotFound, text))
        }
    }
}

/// `sandika bundel periksa FILE.zip`
pub(super) fn check(_: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let file = match operands {
        [file] => Path::new(file),
        [] => return Err(Failure::Usage("Sebut berkasnya: sandika bundel periksa FILE.zip".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let report = check_case_bundle(file)?;
    Ok(Answer { text: told(&report), sound: report.is_sound() })
}

fn told(report: &BundleReport) -> String {
    let mut text = String::new();
    // What a stranger wrote is shown without what a terminal would obey.
    let plain = |text: &str| text.chars().filter(|letter| !letter.is_control()).take(200).collect::<String>();
    for BundleProblem { name, code, message } in &report.problems {
        // Writing to a string does not fail.
        let _ = writeln!(text, "masalah {code}: {}: {message}", plain(name));
    }
    let _ = writeln!(text, "Kantor menurut bundel: {}, perkara nomor agenda {}", plain(&report.office), plain(&report.agenda));
    let _ = writeln!(text, "Dibuat {} oleh {}", plain(&report.made_at), plain(&report.made_by));
    let _ = writeln!(text, "Berkas: {}; catatan jurnal: {}", report.files, report.entries);
    let (seq, hash) = &report.head;
    let _ = writeln!(text, "Ujung jurnal kantor saat itu: catatan {seq}, sidik {}", grouped(&plain(hash)));
    let _ = writeln!(text, "Sidik bundel: {}", grouped(&report.seal));
    text.push_str(if report.is_sound() { "Bundel perkara utuh.\n" } else { "Bundel perkara bermasalah.\n" });
    text
}
