//! Verifying a bundle with nothing but the bundle: no office, no passphrase, and no trust in whoever made it.

use super::entries::named_files;
use super::manifest::{FileLine, Manifest, is_recorded};
use super::{ENTRIES, FORMAT, HISTORY, LIMITS, MANIFEST, VERSION, Watch, told};
use crate::archive::{Archive, refused};
use crate::error::AppError;
use crate::hash::sha256;
use crate::journal::check_case_lines;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

/// Largest manifest, and largest file of entries, bytes.
const MANIFEST_LIMIT: u64 = 16 << 20;
const ENTRIES_LIMIT: u64 = 512 << 20;

/// One fault of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleProblem {
    /// The file that it is about.
    pub name: String,
    /// A stable word for programs: `missing`, `changed`, `extra`, `unnamed`, or one of the journal file's, the same as the page's.
    pub code: &'static str,
    /// What is wrong, in Indonesian.
    pub message: String,
}

/// What was gone through, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BundleReport {
    /// Name of the office, as the bundle says.
    pub office: String,
    /// Agenda number of the case, as the bundle says.
    pub agenda: String,
    /// When it was made, as it says.
    pub made_at: String,
    /// By whom, as it says.
    pub made_by: String,
    /// Where the office's journal ended then, as it says: place and hash.
    pub head: (i64, String),
    /// Files, its manifest among them.
    pub files: u64,
    /// Entries of the journal.
    pub entries: u64,
    /// SHA-256 of its manifest: to be compared with what was noted when it was made.
    pub seal: String,
    /// Faults, by their files.
    pub problems: Vec<BundleProblem>,
}

impl BundleReport {
    /// Nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    fn add(&mut self, name: &str, code: &'static str, message: impl Into<String>) {
        self.problems.push(BundleProblem { name: name.to_owned(), code, message: message.into() });
    }
}

/// Verifies a bundle: every file against the manifest, the entries against each other, and the files against the entries.
///
/// # Errors
/// [`AppError::File`] when it cannot be read; [`AppError::Input`] when it is no bundle, or laid out so that it could do harm or mean two things.
pub fn check_case_bundle(path: &Path) -> Result<BundleReport, AppError> {
    check(path, &mut |_| ControlFlow::Continue(()))
}

/// The manifest of a bundle.
pub(super) fn manifest_of(path: &Path) -> Result<Manifest, AppError> {
    manifest(&mut Archive::open(path, &LIMITS)?, path).map(|(manifest, _)| manifest)
}

pub(super) fn check(path: &Path, watch: &mut Watch<'_>) -> Result<BundleReport, AppError> {
    let mut archive = Archive::open(path, &LIMITS)?;
    let (manifest, seal) = manifest(&mut archive, path)?;
    let mut report = BundleReport {
        office: manifest.office.clone(),
        agenda: manifest.agenda.clone(),
        made_at: manifest.made_at.clone(),
        made_by: manifest.made_by.clone(),
        head: (manifest.head.seq, manifest.head.hash.clone()),
        files: archive.listed().len() as u64,
        entries: manifest.entries,
        seal,
        problems: Vec::new(),
    };
    files(&mut archive, &manifest, &mut report, watch)?;
    entries(&mut archive, &manifest, &mut report)?;
    Ok(report)
}

fn manifest(archive: &mut Archive, path: &Path) -> Result<(Manifest, String), AppError> {
    let place = archive.place(MANIFEST).ok_or_else(|| refused(path, "ini bukan bundel perkara Sandika (manifest.json tidak ada)"))?;
    let unread = || refused(path, "daftar isinya (manifest.json) tidak dapat dibaca");
    let bytes = archive.read(place, MANIFEST_LIMIT)?.ok_or_else(unread)?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| unread())?;
    if manifest.format != FORMAT {
        return Err(refused(path, "ini bukan bundel perkara Sandika"));
    }
    if manifest.version != VERSION {
        return Err(refused(path, "bundel ini memakai susunan yang tidak dikenal. Periksa dengan versi Sandika yang lebih baru"));
    }
    Ok((manifest, sha256(&bytes)))
}

/// Every file against the manifest.
fn files(archive: &mut Archive, manifest: &Manifest, report: &mut BundleReport, watch: &mut Watch<'_>) -> Result<(), AppError> {
    let places: BTreeMap<String, usize> = archive.listed().iter().enumerate().map(|(place, listed)| (listed.name.clone(), place)).collect();
    let mut left: BTreeSet<String> = places.keys().filter(|name| *name != MANIFEST).cloned().collect();
    let mut promised = BTreeSet::new();
    let total = manifest.files.len() as u64;
    for (done, FileLine { name, size, sha256, .. }) in manifest.files.iter().enumerate() {
        told(watch, done as u64, total)?;
        if !promised.insert(name.clone()) {
            report.add(name, "changed", "disebut dua kali dalam manifest.json");
            continue;
        }
        let Some(place) = places.get(name).copied().filter(|_| left.remove(name)) else {
            report.add(name, "missing", "disebut manifest.json, tetapi tidak ada di dalam bundel");
            continue;
        };
        let fits = archive.listed().get(place).is_some_and(|listed| listed.size == *size);
        if !fits || archive.pieces(place, &mut |_| Ok(()))?.as_ref() != Some(sha256) {
            report.add(name, "changed", "isinya berubah: sidiknya bukan yang disebut manifest.json");
        }
    }
    for name in left {
        report.add(&name, "extra", "tidak disebut manifest.json: ditambahkan dari luar");
    }
    for name in [HISTORY, ENTRIES] {
        if !promised.contains(name) {
            report.add(name, "missing", "setiap bundel memuatnya, tetapi manifest.json tidak menyebutnya");
        }
    }
    Ok(())
}

/// The entries against each other, and what they say of files against the manifest.
fn entries(archive: &mut Archive, manifest: &Manifest, report: &mut BundleReport) -> Result<(), AppError> {
    let Some(place) = archive.place(ENTRIES) else { return Ok(()) };
    let Some(lines) = archive.read(place, ENTRIES_LIMIT)? else {
        report.add(ENTRIES, "unreadable", "catatan jurnal tidak dapat dibaca");
        return Ok(());
    };
    let found = check_case_lines(&manifest.case, &lines)?;
    for problem in &found.problems {
        let entry = problem.seq.map(|seq| format!(" catatan {seq}")).unwrap_or_default();
        report.add(ENTRIES, problem.code, format!("baris {}{entry}: {}", problem.line, problem.message));
    }
    if found.entries != manifest.entries {
        let message = format!("manifest.json menyebut {} catatan, tetapi ada {}", manifest.entries, found.entries);
        report.add(ENTRIES, "count", message);
    }
    if found.head_seq > manifest.head.seq || (found.head_seq == manifest.head.seq && found.head_hash != manifest.head.hash) {
        report.add(ENTRIES, "end", "catatan terakhirnya tidak sesuai dengan ujung jurnal yang disebut manifest.json");
    }
    let mut named = named_files(&lines);
    for line in manifest.files.iter().filter(|line| is_recorded(line) && !named.contains(&line.sha256)) {
        report.add(&line.name, "unnamed", "tidak ada catatan jurnal yang menyebut berkas dengan sidik ini");
    }
    for hash in manifest.files.iter().map(|line| &line.sha256).chain(manifest.gone.iter().map(|gone| &gone.sha256)) {
        named.remove(hash);
    }
    for hash in named {
        report.add(ENTRIES, "missing", format!("catatan jurnal menyebut berkas dengan sidik {hash}, tetapi berkas itu tidak ada"));
    }
    Ok(())
}
