//! `periksa`: whether the office is what its journal says. Journal chain, stored files by their hash, tables against a rebuild.

use super::no_operands;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::{self, Answer};
use crate::page::Page;
use sandika_api::{ErrorCode, dispatch};
use serde::Deserialize;
use std::ffi::OsString;
use std::io::{self, IsTerminal};

/// Width of the labels of the counts.
const LABEL: usize = 40;

/// The answer of `store_verify`, as far as it is told.
#[derive(Deserialize)]
struct Verified {
    sound: bool,
    entries: u64,
    facts: u64,
    head_seq: i64,
    head_groups: Vec<String>,
    clock: Vec<Clock>,
    files: u64,
    unreferenced: u64,
    problems: Vec<Problem>,
    more: u64,
}

/// An entry that notes that the clock has moved.
#[derive(Deserialize)]
struct Clock {
    seq: i64,
    message: String,
}

#[derive(Deserialize)]
struct Problem {
    kind: String,
    message: String,
}

/// `sandika periksa [--cadangan FOLDER]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    if let Some(folder) = &arguments.backup {
        return super::periksa_cadangan::run(arguments, folder.as_ref());
    }
    let mut office = Access::by_a_person(arguments)?.open()?;
    if io::stderr().is_terminal() {
        output::note("Memeriksa jurnal, berkas tersimpan, dan tabel turunan. Kantor yang besar memerlukan beberapa menit …");
    }
    let verified: Verified = read(&dispatch(&mut office, "store_verify", "")?)?;
    Ok(Answer { text: told(&verified), sound: verified.sound })
}

/// Reads what a command answered.
///
/// # Errors
/// [`Failure::Refused`] when the answer has another shape than the one that this program was made for.
pub(super) fn read<'a, T: Deserialize<'a>>(answer: &'a str) -> Result<T, Failure> {
    let unreadable =
        |_| Failure::refused(ErrorCode::Internal, "answer", "Jawaban perintah tidak dapat dibaca. Sampaikan kepada pengelola.");
    serde_json::from_str(answer).map_err(unreadable)
}

/// The answer of a command that changes something: what it answers, and what it touched.
#[derive(Deserialize)]
pub(super) struct Changed<T> {
    pub(super) value: T,
}

fn told(verified: &Verified) -> String {
    let mut page = Page::default();
    for (label, count) in [
        ("Catatan jurnal", verified.entries),
        ("Fakta di dalamnya", verified.facts),
        ("Berkas tersimpan", verified.files),
        ("Berkas tanpa rujukan (tidak berbahaya)", verified.unreferenced),
    ] {
        page.entry("", label, LABEL, &[count.to_string()]);
    }
    // Not wrapped: it is copied into the office's book and compared with it later.
    page.verbatim(&match verified.head_seq {
        0 => "Ujung jurnal: belum ada catatan".to_owned(),
        seq => format!("Ujung jurnal: catatan {seq}, sidik {}", verified.head_groups.join(" ")),
    });
    for Clock { seq, message } in &verified.clock {
        page.verbatim(&format!("catatan {seq}: {message}"));
    }
    page.gap();
    for Problem { kind, message } in &verified.problems {
        // One problem a line, for those who search or count them.
        page.verbatim(&format!("masalah {kind}: {message}"));
    }
    if verified.sound {
        page.block("", "", "Data kantor utuh.");
        return page.into_text();
    }
    if verified.more > 0 {
        page.block("", "", &format!("… dan {} masalah lain.", verified.more));
    }
    page.block("", "", &format!("Data kantor bermasalah: {} hal ditemukan.", verified.problems.len() as u64 + verified.more));
    let only_tables = verified.more == 0 && verified.problems.iter().all(|problem| problem.kind == "projection-differs");
    page.block("", "", if only_tables { TABLES } else { REST });
    page.into_text()
}

const TABLES: &str = "Jurnalnya utuh; hanya tabel turunan yang berbeda. Jalankan: sandika susun-ulang";
const REST: &str = "Salin dahulu seluruh folder kantor, jangan mencatat apa pun, lalu bandingkan dengan cadangan terakhir.";
