//! The whole office in open formats, and a new office made of them (`docs/ekspor-format.md`, ADR 16): every entry of the journal in full, every file,
//! tables for people. Nothing in it is encrypted.

mod check;
mod line;
mod manifest;
mod tables;
mod take_in;
#[cfg(test)]
mod tests;

pub use check::check_open_export;
pub use take_in::Imported;

use crate::archive::manifest::pretty;
use crate::archive::{ArchiveWriter, Limits, fit, numbered};
use crate::error::AppError;
use crate::hash::sha256;
use crate::office::Office;
use chrono::SecondsFormat;
use manifest::{FileLine, Head, Manifest};
use sandika_store::{Loose, Progress, Stage, StoreError, backup};
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

/// Name of the format, in the manifest.
const FORMAT: &str = "sandika-ekspor";
/// Name of that of the entries, in their first line.
const FORMAT_OF_LINES: &str = "sandika-jurnal-terbuka";
/// Version of both.
const VERSION: u32 = 1;

const MANIFEST: &str = "kantor.json";
const ENTRIES: &str = "jurnal.jsonl";
/// Folders of stored files, of tables, and of the office's own content.
const FILES: &str = "berkas";
const TABLES: &str = "tabel";
const CONTENT: &str = "isi";

/// Largest stored file, bytes: a scan.
const FILE_LIMIT: u64 = 512 << 20;

/// What an export may claim: an office of many years.
const LIMITS: Limits = Limits { files: 500_000, size: 256 << 30, total: 4 << 40 };

/// How often the progress of entries is told.
const PACE: u64 = 1_024;

/// An export that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Entries of the journal.
    pub entries: u64,
    /// Stored files.
    pub files: u64,
    /// Its bytes.
    pub bytes: u64,
    /// SHA-256 of its manifest, lower-case hex.
    pub seal: String,
    /// What is no fact, and is not in it.
    pub left_out: LeftOut,
}

/// What an export leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// What is being typed.
    pub drafts: u64,
    /// Letters that are on their way: they are in it, that they are on their way is not.
    pub outgoing: u64,
    /// Scans that are with no case yet.
    pub scans: u64,
    /// Content files whose names or sizes cannot be taken along.
    pub content: Vec<String>,
}

/// Is told how far the work is.
type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

impl Office {
    /// Writes the whole office in open formats as one ZIP file, unencrypted, proven before it gets its name. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] where the file would be no ZIP file, lie in the office, or replace another one; [`AppError::File`] when it cannot be written;
    /// [`AppError::Store`] when an entry or a stored file is not as it was recorded, or when it was stopped. Nothing half-written is left.
    pub fn export_open(&self, path: &Path) -> Result<Exported, AppError> {
        self.spare_for_export(path)?;
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        let mut zip = ArchiveWriter::create(path)?;
        let mut files = Vec::new();
        let name = self.profile()?.map(|profile| profile.name).unwrap_or_default();
        let entries = line::write(self, &mut zip, &name, &mut watch)?;
        files.extend(zip.written().last().map(|written| FileLine::of(written, "jurnal", "Seluruh catatan jurnal, data pribadi terbuka")));
        tables::write(self, &mut zip, &mut files)?;
        let left = self.put_content(&mut zip, &mut files)?;
        let stored = self.read().files_in_use()?;
        for (done, hash) in stored.iter().enumerate() {
            told(&mut watch, Stage::Blobs, done as u64, stored.len() as u64)?;
            zip.put(&format!("{FILES}/{hash}"), &self.read().read_blob(hash)?)?;
            files.extend(zip.written().last().map(|written| FileLine::of(written, "berkas", "Berkas tersimpan; namanya sidiknya")));
        }
        let (head, now, Loose { drafts, outgoing, scans }) = (self.read().journal_head()?, self.now(), self.read().loose()?);
        let left_out = LeftOut { drafts, outgoing, scans, content: left };
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            office: name,
            desk: self.read().desk().to_owned(),
            program: format!("sandika {}", env!("CARGO_PKG_VERSION")),
            made_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
            made_by: self.actor().to_owned(),
            head: Head { seq: head.seq, hash: head.hash },
            entries,
            files,
            left_out: manifest::LeftOut::of(&left_out),
        };
        let text = pretty(&manifest)?;
        zip.put(MANIFEST, &text)?;
        let seal = sha256(&text);
        let bytes = zip.finish(|unfinished| proven(unfinished, path, &seal, &mut watch))?;
        Ok(Exported { entries, files: stored.len() as u64, bytes, seal, left_out })
    }

    /// Puts the office's own content in, each file with its place in the manifest; answers with what cannot be taken along.
    fn put_content(&self, zip: &mut ArchiveWriter, files: &mut Vec<FileLine>) -> Result<Vec<String>, AppError> {
        let (content, left) = backup::content_files(&self.folder());
        for (number, (place, path)) in content.iter().enumerate() {
            let bytes = fs::read(path).map_err(|source| AppError::File { path: path.clone(), source })?;
            let ending = path.extension().map(|ending| fit(&ending.to_string_lossy())).filter(|ending| (1..=8).contains(&ending.len()));
            zip.put(&numbered(CONTENT, number + 1, place, ending.as_deref().unwrap_or("dat")), &bytes)?;
            files.extend(zip.written().last().map(|written| FileLine {
                place: Some(place.clone()),
                ..FileLine::of(written, "isi", "Isi milik kantor (SOP, surat, kalender, atau daftar)")
            }));
        }
        Ok(left)
    }

    fn spare_for_export(&self, path: &Path) -> Result<(), AppError> {
        let refused = |text: &str| Err(AppError::Input { field: "path", text: text.to_owned() });
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            return refused("Nama berkas ekspor harus berakhiran .zip. Tuliskan nama lain.");
        }
        if path.starts_with(self.folder()) {
            return refused("Ekspor tidak boleh ditulis di dalam folder kantor. Pilih tempat lain.");
        }
        // A slip must not cost another file.
        if path.exists() && check::manifest_of(path).is_err() {
            return refused("Di tempat itu sudah ada berkas lain. Tuliskan nama yang belum dipakai.");
        }
        Ok(())
    }
}

/// Reads back what was written.
fn proven(unfinished: &Path, path: &Path, seal: &str, watch: &mut Watch<'_>) -> Result<(), AppError> {
    match check::opened(unfinished, watch) {
        Ok(export) if export.seal == seal => Ok(()),
        Err(error @ AppError::Store(_)) => Err(error),
        _ => {
            let why = "yang terbaca kembali bukan yang ditulis; penyimpanannya mungkin rusak";
            Err(AppError::File { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, why) })
        }
    }
}

fn told(watch: &mut Watch<'_>, stage: Stage, done: u64, total: u64) -> Result<(), AppError> {
    match watch(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped.into()),
    }
}
