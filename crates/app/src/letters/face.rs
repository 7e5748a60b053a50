//! The letter face that the office brings itself: taken in, read for letters, and looked at before it is used.

use super::sample::{SampleLetter, draw};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::letter::model::{PageSetup, Typeface};
use sandika_domain::letter::{FontFile, LetterSetup, OwnFace};
use sandika_domain::office::{OfficeFace, OfficeProfile};
use sandika_domain::owner::DetailFault;
use sandika_letters::{FontCut, check_font};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Largest font file, bytes: ten times an ordinary one.
pub(super) const FONT_LIMIT: u64 = 10 * 1024 * 1024;
/// Files that may be chosen at once: the four cuts of a family, of which letters use three.
const CHOSEN: usize = 4;
/// The letter that a page is looked at with.
const SAMPLE: &str = "surat-rekomendasi-pencabutan";

/// The files of the face that letters were set in last, with what the profile says of them.
pub(crate) type ReadFace = (OfficeFace, Arc<OwnFace>);

/// A font file that letters can be set in.
struct Chosen {
    name: String,
    family: String,
    cut: FontCut,
    bytes: Vec<u8>,
}

impl Office {
    /// Takes font files in as the office's own letter face, and answers with what goes into the profile. Each file says itself which cut it is; the
    /// regular one is needed, the bold italic one is left aside.
    ///
    /// # Errors
    /// [`AppError::File`] when one cannot be read or is too large; [`AppError::Input`] when one is no face for letters, its maker forbids it, or the
    /// files are not one family, with what to do about it. Nothing is kept then.
    pub fn store_face(&mut self, paths: &[PathBuf]) -> Result<OfficeFace, AppError> {
        if !(1..=CHOSEN).contains(&paths.len()) {
            return Err(refused(format!(
                "Pilih 1 sampai {CHOSEN} berkas huruf sekaligus: huruf biasa, tebal, dan miring dari satu keluarga."
            )));
        }
        let chosen = paths.iter().map(|path| self.chosen(path)).collect::<Result<Vec<_>, _>>()?;
        one_family(&chosen)?;
        let stored = |cut| {
            let file = chosen.iter().find(|file| file.cut == cut);
            file.map(|file| Ok::<_, AppError>(self.read().put_blob(&file.bytes, FONT_LIMIT)?.hash)).transpose()
        };
        let regular = stored(FontCut::Regular)?.ok_or_else(no_regular)?;
        let family = chosen.first().map(|file| file.family.clone()).unwrap_or_default();
        Ok(OfficeFace { family, regular, bold: stored(FontCut::Bold)?, italic: stored(FontCut::Italic)? })
    }

    fn chosen(&self, path: &Path) -> Result<Chosen, AppError> {
        let bytes = self.ports.files.read(path, FONT_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let facts =
            check_font(&bytes).map_err(|fault| refused(format!("Berkas “{name}” tidak dapat dipakai: {fault}. {}", fault.remedy())))?;
        Ok(Chosen { name, family: facts.family, cut: facts.cut, bytes })
    }

    /// What is wrong with the face of a profile: letters set in a face that is not there, files that are not kept, or that letters may not carry.
    pub(crate) fn face_faults(&self, profile: &OfficeProfile) -> Result<Vec<DetailFault>, AppError> {
        let Some(face) = &profile.own_face else {
            let text = || "Huruf kantor sendiri belum ada. Pilih berkas hurufnya dahulu, atau pilih huruf bawaan.".to_owned();
            let wanted = profile.page.typeface == Typeface::Own;
            return Ok(wanted.then(|| DetailFault { field: "typeface", text: text() }).into_iter().collect());
        };
        if self.profile()?.is_some_and(|held| held.own_face.as_ref() == Some(face)) {
            return Ok(Vec::new());
        }
        let different: BTreeSet<&String> = face.files().collect();
        let unreadable = || "Berkas huruf belum tersimpan. Pilih berkasnya dahulu, lalu simpan.".to_owned();
        let fault = |hash: &&String| match self.read().read_blob(hash).map(|bytes| check_font(&bytes)) {
            Ok(Ok(_)) => None,
            Ok(Err(why)) => Some(format!("Berkas huruf tidak dapat dipakai: {why}. {}", why.remedy())),
            Err(_) => Some(unreadable()),
        };
        let twice = (different.len() != face.files().count())
            .then(|| "Satu berkas huruf disebut dua kali. Pilih ulang berkas-berkasnya.".to_owned());
        let nameless = face.family.trim().is_empty() || face.family.chars().any(char::is_control) || face.family.chars().count() > 60;
        let nameless = nameless.then(|| "Nama keluarga huruf kosong atau terlalu panjang. Pilih ulang berkas-berkasnya.".to_owned());
        let texts = different.iter().filter_map(fault).chain(twice).chain(nameless);
        Ok(texts.map(|text| DetailFault { field: "own_face", text }).collect())
    }

    /// The files of the office's own face, where pages are set in it.
    ///
    /// # Errors
    /// [`AppError::Store`] when one is missing or changed.
    pub(crate) fn letter_face(&self, page: &PageSetup, face: Option<&OfficeFace>) -> Result<Option<Arc<OwnFace>>, AppError> {
        let Some(face) = face.filter(|_| page.typeface == Typeface::Own) else { return Ok(None) };
        if let Some((_, read)) = self.face.borrow().as_ref().filter(|(held, _)| held == face) {
            return Ok(Some(read.clone()));
        }
        let file = |hash: &String| Ok::<_, AppError>(FontFile::new(self.read().read_blob(hash)?));
        let read = Arc::new(OwnFace {
            regular: file(&face.regular)?,
            bold: face.bold.as_ref().map(file).transpose()?,
            italic: face.italic.as_ref().map(file).transpose()?,
        });
        self.face.replace(Some((face.clone(), read.clone())));
        Ok(Some(read))
    }

    /// A letter with fictitious values on pages as they are being chosen, under this office's letterhead as far as it has described itself. It is marked
    /// as a draft.
    ///
    /// # Errors
    /// [`AppError::Draw`] when the page or the face cannot be used, [`AppError::Store`] when the face's files are not kept.
    pub fn sample_page(&self, page: PageSetup, face: Option<&OfficeFace>) -> Result<SampleLetter, AppError> {
        let (values, setup) = self.sample()?;
        let letters = &self.content.templates;
        let library = letters.get(SAMPLE).or_else(|| letters.values().next());
        let template = &library.ok_or_else(|| AppError::not_found("template", "Bentuk surat", SAMPLE))?.template;
        draw(template, &values, &LetterSetup { page, face: self.letter_face(&page, face)?, ..setup })
    }
}

/// The files are cuts of one family, each cut once, the regular one among them.
fn one_family(chosen: &[Chosen]) -> Result<(), AppError> {
    for (at, file) in chosen.iter().enumerate() {
        for earlier in &chosen[..at] {
            if earlier.family != file.family {
                return Err(refused(format!(
                    "Berkas “{}” dari keluarga huruf {}, sedangkan “{}” dari keluarga {}. Pilih berkas dari satu keluarga.",
                    earlier.name, earlier.family, file.name, file.family
                )));
            }
            if earlier.cut == file.cut {
                return Err(refused(format!(
                    "Berkas “{}” dan “{}” sama-sama huruf {}. Pilih salah satu saja.",
                    earlier.name,
                    file.name,
                    called(file.cut)
                )));
            }
        }
    }
    if chosen.iter().any(|file| file.cut == FontCut::Regular) { Ok(()) } else { Err(no_regular()) }
}

fn no_regular() -> AppError {
    refused(
        "Huruf biasa belum ada di antara berkas yang dipilih. Pilih berkas huruf biasanya (Regular), boleh bersama yang tebal dan miring."
            .to_owned(),
    )
}

fn called(cut: FontCut) -> &'static str {
    match cut {
        FontCut::Regular => "biasa",
        FontCut::Bold => "tebal",
        FontCut::Italic => "miring",
        FontCut::BoldItalic => "tebal miring",
    }
}

fn refused(text: String) -> AppError {
    AppError::Input { field: "paths", text }
}
