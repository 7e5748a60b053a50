//! `surat contoh`: a template as the letter that it gives, with fictitious values.

use super::{content_files, shown, superfluous, surat_periksa};
use crate::arguments::Arguments;
use crate::failure::{Failure, reading_fault};
use crate::office;
use crate::output::{self, Answer};
use sandika_api::ErrorCode;
use sandika_app::outside::Disk;
use sandika_app::ports::Files;
use sandika_app::{AppError, sample_letter};
use sandika_domain::letter::model::Paper;
use sandika_domain::letter::{LetterValues, Template};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// What a PDF begins with.
const PDF: &[u8] = b"%PDF-";

/// Values in place of the fictitious ones.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    #[serde(default)]
    isian: BTreeMap<String, String>,
    #[serde(default)]
    baris: BTreeMap<String, Vec<BTreeMap<String, String>>>,
}

/// `sandika surat contoh ID|FILE --ke FILE.pdf [--kertas f4|a4|legal] [--data FILE.json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let wanted = match operands {
        [wanted] => wanted,
        [] => return Err(Failure::Usage("Sebut suratnya: sandika surat contoh ID|FILE --ke FILE.pdf".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let Some(to) = &arguments.to else {
        return Err(Failure::Usage("Sebut PDF yang ditulis dengan --ke FILE.pdf.".to_owned()));
    };
    let paper = arguments.paper.as_deref().map_or(Ok(Paper::default()), paper)?;
    let given = arguments.data.as_deref().map_or(Ok(LetterValues::default()), values)?;
    let template = find(arguments, wanted)?;
    let sample = sample_letter(&template, given, paper)?;
    spare_what_is_no_pdf(to)?;
    Disk.write(to, &sample.pdf).map_err(|source| AppError::File { path: to.clone(), source })?;
    Ok(Answer::sound(format!("Contoh ditulis ke {}: {} halaman, kertas {}.\n", to.display(), sample.pages, paper.name())))
}

fn paper(typed: &OsStr) -> Result<Paper, Failure> {
    let unknown = || Failure::Usage(format!("Kertas “{}” tidak dikenal. Pilihannya: f4, a4, legal.", shown(typed)));
    typed.to_str().and_then(Paper::named).ok_or_else(unknown)
}

fn values(path: &Path) -> Result<LetterValues, Failure> {
    let refused = |message: String| Failure::refused(ErrorCode::BadArguments, "data", message);
    let bytes = content_files::read(path).map_err(|unread| refused(format!("Data {}: {}", unread.file, unread.message)))?;
    let data: Data = serde_json::from_slice(&bytes).map_err(|error| {
        let place = format!("Data {}, baris {} kolom {}", path.display(), error.line(), error.column());
        refused(format!("{place}: harus JSON {{\"isian\": {{nama: teks}}, \"baris\": {{nama: [{{isian: teks}}]}}}}. Perbaiki isinya."))
    })?;
    Ok(LetterValues { values: data.isian, rows: data.baris })
}

/// A letter of the library, or of a file.
fn find(arguments: &Arguments, wanted: &OsStr) -> Result<Template, Failure> {
    let mut content = office::content(arguments)?;
    if let Some(known) = wanted.to_str().and_then(|id| content.templates.remove(id)) {
        return Ok(known.template);
    }
    let path = Path::new(wanted);
    if content_files::looks_like_a_file(path) {
        return surat_periksa::template(path).map_err(|faults| {
            faults.iter().for_each(|fault| output::note(&fault.to_string()));
            let message = format!("Surat {} belum dapat digambar. Perbaiki galatnya dahulu.", path.display());
            Failure::refused(ErrorCode::Content, "surat", message)
        });
    }
    let known: Vec<&str> = content.templates.keys().map(String::as_str).collect();
    let message = format!("Surat “{}” tidak ada. Yang ada: {}. Untuk berkas, sebut letaknya.", shown(wanted), known.join(", "));
    Err(Failure::refused(ErrorCode::NotFound, "surat", message))
}

/// Whoever mistypes the target must not lose another file.
pub(super) fn spare_what_is_no_pdf(path: &Path) -> Result<(), Failure> {
    let mut begin = Vec::new();
    let looked = File::open(path).and_then(|file| file.take(PDF.len() as u64).read_to_end(&mut begin));
    let why = match looked {
        Ok(_) if begin == PDF => return Ok(()),
        Ok(_) => "isinya bukan PDF".to_owned(),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => reading_fault(&error),
    };
    let message = format!("{} sudah ada dan tidak diganti: {why}. Sebut nama lain dengan --ke.", path.display());
    Err(Failure::refused(ErrorCode::File, "ke", message))
}
