//! The bundle of a case: everything about one case as one ZIP file that can be read and checked without this program
//! (`docs/bundel-format.md`): its history on paper, its letters, its evidence, its entries of the journal, a manifest, and a page that verifies them.

mod check;
mod entries;
mod gather;
mod history;
mod manifest;
#[cfg(test)]
mod page_tests;
mod readme;
#[cfg(test)]
mod tests;

pub use check::{BundleProblem, BundleReport, check_case_bundle};
pub use history::Tell;

use crate::archive::manifest::pretty;
use crate::archive::{ArchiveWriter, Limits};
use crate::error::AppError;
use crate::hash::sha256;
use crate::office::Office;
use chrono::SecondsFormat;
use manifest::{FileLine, Gone, Manifest};
use sandika_domain::ids::CaseId;
use sandika_store::{Progress, Stage, StoreError};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

/// Name of the format, in the manifest.
const FORMAT: &str = "sandika-bundel-perkara";
/// Its version.
const VERSION: u32 = 1;

/// The files that every bundle has.
const MANIFEST: &str = "manifest.json";
const HISTORY: &str = "riwayat.pdf";
const ENTRIES: &str = "jurnal.jsonl";
const VERIFIER: &str = "periksa.html";
const README: &str = "BACA-SAYA.txt";

/// The page that verifies a bundle in a browser, without a network.
const PAGE: &str = include_str!("periksa.html");

/// What a bundle may claim. A case has some dozens of files, of at most 100 MB each.
const LIMITS: Limits = Limits { files: 5_000, size: 512 << 20, total: 16 << 30 };

/// A bundle that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseBundle {
    /// Files in it.
    pub files: u64,
    /// Its bytes.
    pub bytes: u64,
    /// SHA-256 of its manifest, lower-case hex: noted elsewhere, it stands for the whole bundle.
    pub seal: String,
}

/// Is told how far the work is.
type Watch<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

impl Office {
    /// Writes everything about a case as one ZIP file, proven before it gets its name. `tell` says what a fact is in words. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Input`] where the file would be no ZIP file, lie in the office, or replace another one;
    /// [`AppError::File`] when it cannot be written; [`AppError::Store`] when a stored file is missing or changed, or when it was stopped. Nothing
    /// half-written is left.
    pub fn save_case_bundle(&self, case: CaseId, path: &Path, tell: &Tell<'_>) -> Result<CaseBundle, AppError> {
        self.spare(path)?;
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        let now = self.now();
        let timeline = self.timeline(case)?;
        let state = self.case_state(case)?;
        let papers = gather::papers(&timeline);
        let head = self.read().journal_head()?;
        let (lines, written) = self.case_lines(case, now)?;
        let history = self.case_history(&state, &timeline, &papers, tell, &mut watch)?;

        let mut zip = ArchiveWriter::create(path)?;
        let mut files = Vec::new();
        let mut put = |zip: &mut ArchiveWriter, (name, kind, about): (&str, &str, &str), bytes: &[u8]| {
            zip.put(name, bytes)?;
            files.extend(zip.written().last().map(|written| FileLine::of(written, kind, about)));
            Ok::<_, AppError>(())
        };
        put(&mut zip, (README, "keterangan", "Penjelasan isi bundel"), readme::text(&state, now, self.zone()?).as_bytes())?;
        put(&mut zip, (VERIFIER, "pemeriksa", "Pemeriksa bundel; dibuka dengan peramban"), PAGE.as_bytes())?;
        put(&mut zip, (HISTORY, "riwayat", "Riwayat perkara"), &history)?;
        put(&mut zip, (ENTRIES, "jurnal", "Catatan jurnal perkara ini"), &lines)?;
        let (total, mut gone) = (papers.len() as u64, Vec::new());
        for (done, paper) in papers.iter().enumerate() {
            told(&mut watch, done as u64, total)?;
            match self.read().read_blob(&paper.file.hash) {
                Ok(bytes) => put(&mut zip, (&paper.name, paper.kind.word(), &paper.about), &bytes)?,
                // Its person was erased, and the file with them.
                Err(StoreError::BlobMissing { .. }) if paper.erased => gone.push(Gone::of(paper)),
                Err(error) => return Err(error.into()),
            }
        }
        told(&mut watch, total, total)?;
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            office: self.profile()?.map(|profile| profile.name).unwrap_or_default(),
            program: format!("sandika {}", env!("CARGO_PKG_VERSION")),
            case: case.to_string(),
            agenda: state.agenda.text.clone(),
            made_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
            made_by: self.actor().to_owned(),
            head: manifest::Head { seq: head.seq, hash: head.hash },
            entries: written.entries,
            files,
            gone,
        };
        let text = pretty(&manifest)?;
        zip.put(MANIFEST, &text)?;
        let files = zip.written().len() as u64;
        let seal = sha256(&text);
        let bytes = zip.finish(|unfinished| proven(unfinished, path, &seal, &mut watch))?;
        Ok(CaseBundle { files, bytes, seal })
    }

    /// Refuses a place where a bundle would do harm.
    fn spare(&self, path: &Path) -> Result<(), AppError> {
        let refused = |text: &str| Err(AppError::Input { field: "path", text: text.to_owned() });
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            return refused("Nama berkas bundel harus berakhiran .zip. Tuliskan nama lain.");
        }
        if path.starts_with(self.folder()) {
            return refused("Bundel tidak boleh ditulis di dalam folder kantor. Pilih tempat lain.");
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
    let report = check::check(unfinished, watch)?;
    if report.is_sound() && report.seal == seal {
        return Ok(());
    }
    let why = "yang terbaca kembali bukan yang ditulis; penyimpanannya mungkin rusak";
    Err(AppError::File { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, why) })
}

fn told(watch: &mut Watch<'_>, done: u64, total: u64) -> Result<(), AppError> {
    match watch(Progress { stage: Stage::Blobs, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped.into()),
    }
}
