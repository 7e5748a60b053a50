//! `klasifikasi daftar`: the office's list of archive classification codes, on the screen, as JSON, or as a file that can be imported again.

use super::sop_periksa::json as as_json;
use super::{no_operands, periksa, shown};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use crate::page::Page;
use sandika_api::{ErrorCode, dispatch};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::ffi::OsString;

/// The answer of `classification_find`, as far as it is told.
#[derive(Deserialize)]
struct Found {
    rows: Vec<Row>,
}

#[derive(Deserialize, Serialize)]
struct Row {
    code: String,
    name: String,
    note: String,
}

/// `sandika klasifikasi daftar [--json] [--ke FILE.csv]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    let mut office = Access::by_a_person(arguments)?.open()?;
    if let Some(to) = &arguments.to {
        let Some(path) = to.to_str() else {
            let message = format!("Nama berkas {} bukan teks UTF-8. Pilih nama lain.", shown(to.as_os_str()));
            return Err(Failure::refused(ErrorCode::File, "path", message));
        };
        dispatch(&mut office, "classification_save", &json!({ "path": path }).to_string())?;
        return Ok(Answer::sound(format!("Daftar klasifikasi disimpan di {path}.\n")));
    }
    let found: Found = periksa::read(&dispatch(&mut office, "classification_find", &json!({ "limit": u32::MAX }).to_string())?)?;
    if arguments.json {
        return Ok(Answer::sound(as_json(&found.rows)?));
    }
    Ok(Answer::sound(told(&found.rows)))
}

fn told(rows: &[Row]) -> String {
    let mut page = Page::default();
    if rows.is_empty() {
        page.block("", "", "Daftar klasifikasi masih kosong. Isi dengan: sandika klasifikasi impor FILE.csv");
    }
    let widest = rows.iter().map(|row| row.code.chars().count()).max().unwrap_or_default();
    for Row { code, name, note } in rows {
        let what = if note.is_empty() { name.clone() } else { format!("{name} ({note})") };
        page.entry("", code, widest + 2, &[what]);
    }
    page.into_text()
}
