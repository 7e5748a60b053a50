//! `ekspor` and `impor`: the whole office in open formats, and a new office made of them.

use super::periksa::Changed;
use super::{periksa, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::dispatch;
use sandika_app::{Imported, LeftOut};
use serde::Deserialize;
use serde_json::json;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{self, PathBuf};

/// The answer of `office_export`.
#[derive(Deserialize)]
struct Exported {
    entries: u64,
    files: u64,
    bytes: u64,
    seal: Vec<String>,
    drafts: u64,
    outgoing: u64,
    scans: u64,
    content: Vec<String>,
}

/// `sandika ekspor FILE.zip`
pub(super) fn export(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let path = file(operands, "ekspor")?;
    let Some(path) = path.to_str() else {
        return Err(Failure::Usage("Nama berkas memuat karakter yang tidak dapat dipakai. Sebut nama lain.".to_owned()));
    };
    let mut office = Access::by_a_person(arguments)?.open_alone()?;
    let exported: Changed<Exported> = periksa::read(&dispatch(&mut office, "office_export", &json!({ "path": path }).to_string())?)?;
    let Exported { entries, files, bytes, seal, drafts, outgoing, scans, content } = exported.value;
    let mut text = format!("Kantor ditulis ke {path}: {entries} catatan, {files} berkas, {} KB.\n", bytes.div_ceil(1024));
    left(&mut text, &LeftOut { drafts, outgoing, scans, content });
    let _ = writeln!(text, "Sidik ekspor: {}", seal.join(" "));
    text.push_str("Isinya tidak terenkripsi dan memuat data pribadi. Simpan hanya di tempat yang terlindung.\n");
    Ok(Answer::sound(text))
}

/// `sandika impor FILE.zip`
pub(super) fn import(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let path = file(operands, "impor")?;
    let Imported { office, entries, files, admin, admitted, left_out } = Access::by_a_person(arguments)?.import(&path)?;
    let name = if office.is_empty() { String::new() } else { format!(" “{office}”") };
    let mut text = format!("Kantor{name} dibuat dari ekspor: {entries} catatan, {files} berkas, semuanya diperiksa.\n");
    left(&mut text, &left_out);
    let how = if admitted { "didaftarkan sebagai admin" } else { "tetap adminnya" };
    let _ = writeln!(text, "Pengguna {admin} {how}. Beri pengguna lain kata sandi baru, dan buat lagi lembar pemulihan.");
    Ok(Answer::sound(text))
}

/// What an export leaves out; nothing where it leaves out nothing.
fn left(text: &mut String, left: &LeftOut) {
    for (count, what) in [
        (left.drafts, "ketikan yang belum dicatat"),
        (left.outgoing, "surat dalam antrean kirim"),
        (left.scans, "pindaian yang belum berada pada perkara"),
    ] {
        if count > 0 {
            // Writing to a string does not fail.
            let _ = writeln!(text, "Tidak ikut: {count} {what}.");
        }
    }
    for name in &left.content {
        let plain: String = name.chars().filter(|letter| !letter.is_control()).take(200).collect();
        let _ = writeln!(text, "Tidak ikut: isi kantor {plain} (nama atau ukurannya).");
    }
}

fn file(operands: &[OsString], verb: &str) -> Result<PathBuf, Failure> {
    match operands {
        [file] => Ok(path::absolute(file).unwrap_or_else(|_| file.into())),
        [] => Err(Failure::Usage(format!("Sebut berkasnya: sandika {verb} FILE.zip"))),
        [_, more, ..] => Err(superfluous(more)),
    }
}
