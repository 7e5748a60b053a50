//! `register cetak`: the agenda book of a register and a period, as PDF.

use super::surat_contoh::spare_what_is_no_pdf;
use super::{periksa, shown, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::dispatch;
use sandika_domain::words::parse_date;
use serde::Deserialize;
use serde_json::json;
use std::ffi::{OsStr, OsString};

/// The answer of `agenda_book_save`.
#[derive(Deserialize)]
struct Made {
    numbers: u32,
    pages: u32,
}

/// `sandika register cetak REGISTER --ke FILE.pdf [--dari TANGGAL] [--sampai TANGGAL]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let register = match operands {
        [register] => register,
        [] => return Err(Failure::Usage("Sebut registernya: sandika register cetak keluar --ke FILE.pdf".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let Some(to) = &arguments.to else {
        return Err(Failure::Usage("Sebut PDF yang ditulis dengan --ke FILE.pdf.".to_owned()));
    };
    let Some(path) = to.to_str() else {
        return Err(Failure::Usage("Nama PDF pada --ke memuat karakter yang tidak dapat dipakai. Sebut nama lain.".to_owned()));
    };
    let mut book = json!({ "register": shown(register) });
    for (option, name, typed) in [("--dari", "since", &arguments.since), ("--sampai", "until", &arguments.until)] {
        if let Some(typed) = typed {
            book[name] = json!(day(option, typed)?);
        }
    }
    let access = Access::by_a_person(arguments)?;
    spare_what_is_no_pdf(to)?;
    let made: Made =
        periksa::read(&dispatch(&mut access.open()?, "agenda_book_save", &json!({ "book": book, "path": path }).to_string())?)?;
    Ok(Answer::sound(format!("Buku agenda ditulis ke {path}: {} nomor, {} halaman.\n", made.numbers, made.pages)))
}

/// A day as the wire wants it.
pub(super) fn day(option: &str, typed: &OsStr) -> Result<String, Failure> {
    let read = typed.to_str().and_then(|text| parse_date(text).ok());
    let unread = || Failure::Usage(format!("Tanggal “{}” pada {option} tidak terbaca. Tulis misalnya 2026-06-30.", shown(typed)));
    read.map(|day| day.to_string()).ok_or_else(unread)
}
