//! `jurnal ekspor` and `jurnal periksa`: the journal as a file, and whether such a file is what was written. The second needs no office.

use super::periksa::Changed;
use super::register_cetak::day;
use super::{no_operands, periksa, shown, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::{ErrorCode, dispatch};
use sandika_app::{FileProblem, FileReport, check_journal_file};
use serde::Deserialize;
use serde_json::json;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The answer of `journal_export`.
#[derive(Deserialize)]
struct Exported {
    entries: u64,
    head: Head,
}

#[derive(Deserialize)]
struct Head {
    seq: i64,
    groups: Vec<String>,
}

/// `sandika jurnal ekspor --ke FILE.jsonl [--dari TANGGAL] [--sampai TANGGAL] [--tanpa-data-pribadi]`
pub(super) fn export(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    let Some(to) = &arguments.to else {
        return Err(Failure::Usage("Sebut berkas yang ditulis dengan --ke FILE.jsonl.".to_owned()));
    };
    let Some(path) = to.to_str() else {
        return Err(Failure::Usage("Nama berkas pada --ke memuat karakter yang tidak dapat dipakai. Sebut nama lain.".to_owned()));
    };
    let mut wanted = json!({ "path": path, "personal": !arguments.impersonal });
    for (option, name, typed) in [("--dari", "from", &arguments.since), ("--sampai", "until", &arguments.until)] {
        if let Some(typed) = typed {
            wanted[name] = json!(day(option, typed)?);
        }
    }
    let access = Access::by_a_person(arguments)?;
    spare_what_is_no_journal(to)?;
    let Changed { value: Exported { entries, head } } =
        periksa::read(&dispatch(&mut access.open()?, "journal_export", &wanted.to_string())?)?;
    let end = if head.seq == 0 { String::new() } else { format!("Ujung: catatan {}, sidik {}\n", head.seq, head.groups.join(" ")) };
    Ok(Answer::sound(format!("Jurnal ditulis ke {path}: {entries} catatan.\n{end}")))
}

/// What a journal file begins with.
const BEGIN: &[u8] = b"{\"format\":\"sandika-jurnal\"";

/// A file of another kind is not replaced.
fn spare_what_is_no_journal(path: &Path) -> Result<(), Failure> {
    let mut begin = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGIN.len() as u64).read_to_end(&mut begin));
    match read {
        Ok(_) if !begin.is_empty() && begin != BEGIN => {
            let message = format!("Berkas {} sudah ada dan tidak diganti, karena bukan berkas jurnal. Sebut nama lain.", path.display());
            Err(Failure::refused(ErrorCode::File, "path", message))
        }
        // What cannot be read is told by the writing.
        _ => Ok(()),
    }
}

/// `sandika jurnal periksa FILE.jsonl [--ujung SIDIK]`
pub(super) fn check(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let file = match operands {
        [file] => Path::new(file),
        [] => return Err(Failure::Usage("Sebut berkasnya: sandika jurnal periksa FILE.jsonl".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let end = arguments.end.as_deref().map(hash).transpose()?;
    let mut report = check_journal_file(file)?;
    if let Some(end) = end.filter(|end| *end != report.head_hash) {
        let message = format!("sidik catatan terakhir bukan {end}: ujungnya terpotong, atau berkas ini lain");
        report.problems.push(FileProblem { line: 0, seq: Some(report.head_seq), code: "other-end", message });
    }
    Ok(Answer { text: told(&report), sound: report.is_sound() })
}

/// A hash as somebody types it: with or without gaps, in capitals or not.
fn hash(typed: &OsStr) -> Result<String, Failure> {
    let text = typed.to_string_lossy();
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>().to_lowercase();
    if digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Ok(digits);
    }
    Err(Failure::Usage(format!("“{}” pada --ujung bukan sidik: 64 angka dan huruf a sampai f, boleh berkelompok.", shown(typed))))
}

fn told(report: &FileReport) -> String {
    let mut text = String::new();
    for FileProblem { line, seq, code, message } in &report.problems {
        let place = if *line == 0 { "ujung berkas".to_owned() } else { format!("baris {line}") };
        let entry = seq.map(|seq| format!(" catatan {seq}")).unwrap_or_default();
        // Writing to a string does not fail.
        let _ = writeln!(text, "masalah {code}: {place}{entry}: {message}");
    }
    if report.more > 0 {
        let _ = writeln!(text, "… dan {} masalah lain.", report.more);
    }
    if !report.office.is_empty() {
        let _ = writeln!(text, "Kantor menurut berkas: {}, dibuat {}", report.office, report.made_at);
    }
    let _ = writeln!(text, "Catatan: {}, terakhir nomor {}", report.entries, report.head_seq.max(0));
    if !report.head_hash.is_empty() {
        let _ = writeln!(text, "Sidik catatan terakhir: {}", grouped(&report.head_hash));
    }
    if let Some(follows) = &report.follows {
        let _ = writeln!(text, "Berkas ini mulai dari catatan {}, yang menyambung pada sidik {}", report.first, grouped(follows));
    }
    text.push_str(if report.is_sound() { "Berkas jurnal utuh.\n" } else { "Berkas jurnal bermasalah.\n" });
    text
}

/// In groups of four, as the other places show it.
pub(super) fn grouped(hash: &str) -> String {
    hash.chars().collect::<Vec<_>>().chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
