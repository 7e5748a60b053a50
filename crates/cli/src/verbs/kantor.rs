//! `kantor buat`: a new office, with its profile if one is given.

use super::no_operands;
use crate::arguments::Arguments;
use crate::failure::{Failure, reading_fault};
use crate::office::Access;
use crate::output::{self, Answer};
use crate::page::Page;
use sandika_api::{ARGUMENTS_LIMIT, ErrorCode, dispatch};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// `sandika kantor buat --kantor DIR [--profil FILE.json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    // A file that cannot be read must not leave an office without a profile behind.
    let profile = arguments.profile.as_deref().map(read_profile).transpose()?;
    let mut office = Access::by_a_person(arguments)?.create()?;
    let folder = office.folder();
    if let Some(profile) = &profile {
        dispatch(&mut office, "office_record", profile).inspect_err(|_| {
            output::note(&format!("Kantor sudah dibuat di {}, tetapi profilnya belum dicatat:", folder.display()));
        })?;
    }
    Ok(Answer::sound(told(&folder, profile.is_some())))
}

/// The profile's text; whether it describes an office is for the command to judge.
fn read_profile(path: &Path) -> Result<String, Failure> {
    let refused =
        |code, why: &str| Failure::refused(code, "profil", format!("Berkas profil {} tidak dapat dipakai: {why}.", path.display()));
    let text = read_text(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => refused(ErrorCode::BadJson, "isinya bukan teks UTF-8"),
        _ => refused(ErrorCode::File, &reading_fault(&error)),
    })?;
    if text.len() > ARGUMENTS_LIMIT {
        return Err(refused(ErrorCode::TooLarge, &format!("lebih besar dari {ARGUMENTS_LIMIT} bita")));
    }
    let text = text.trim_start_matches('\u{feff}');
    if let Err(fault) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let why = format!("bukan JSON yang sah pada baris {}, kolom {}", fault.line(), fault.column());
        return Err(refused(ErrorCode::BadJson, &why));
    }
    Ok(text.to_owned())
}

fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(ARGUMENTS_LIMIT as u64 + 1).read_to_string(&mut text)?;
    Ok(text)
}

/// What was made, and what comes next.
fn told(folder: &Path, has_profile: bool) -> String {
    let mut page = Page::default();
    let mut number = 0;
    let mut next = |page: &mut Page, text: &str, command: &str| {
        number += 1;
        page.block(&format!("  {number}. "), "     ", text);
        if !command.is_empty() {
            // A command is copied as it stands, so it is never wrapped.
            page.verbatim(&format!("       sandika --kantor {} {command}", quoted(folder)));
        }
    };
    page.block("", "", &format!("Kantor dibuat di {}.", folder.display()));
    page.block("", "", if has_profile { "Profil kantor sudah dicatat." } else { "Profil kantor belum diisi." });
    page.heading("Selanjutnya:");
    next(&mut page, "Simpan kata sandi di tempat aman. Tanpa kata sandi, data tidak dapat dibuka oleh siapa pun.", "");
    if !has_profile {
        next(&mut page, "Catat profil kantor; bentuk isinya: sandika perintah office_record", "panggil office_record - < profil.json");
    }
    next(
        &mut page,
        "Catat pejabat penanda tangan; bentuk isinya: sandika perintah official_record",
        "panggil official_record - < pejabat.json",
    );
    next(&mut page, "Periksa keutuhan data kapan saja:", "periksa");
    page.into_text()
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/\\.:_-".contains(letter);
    if text.chars().all(plain) { text } else { format!("\"{text}\"") }
}
