//! Verifying an export with nothing but its file: layout, manifest, every file by its hash. Whether its entries make an office, only an import tells.

use super::manifest::{FileLine, Manifest};
use super::{CONTENT, ENTRIES, FILES, FORMAT, LIMITS, MANIFEST, TABLES, VERSION, Watch, told};
use crate::archive::{Archive, refused};
use crate::error::AppError;
use crate::hash::sha256;
use sandika_store::{Stage, backup};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// Largest manifest, bytes.
const MANIFEST_LIMIT: u64 = 512 << 20;

/// An export whose files are those that its manifest names.
pub(super) struct Export {
    pub(super) archive: Archive,
    pub(super) manifest: Manifest,
    /// SHA-256 of the manifest.
    pub(super) seal: String,
    /// Where each file is.
    pub(super) places: BTreeMap<String, usize>,
}

/// Verifies an export, without an office and without a passphrase; answers with how many entries it says it has.
///
/// # Errors
/// [`AppError::File`] when it cannot be read; [`AppError::Input`] with what is wrong with it.
pub fn check_open_export(path: &Path) -> Result<u64, AppError> {
    Ok(opened(path, &mut |_| ControlFlow::Continue(()))?.manifest.entries)
}

/// The manifest of an export.
pub(super) fn manifest_of(path: &Path) -> Result<Manifest, AppError> {
    manifest(&mut Archive::open(path, &LIMITS)?, path).map(|(manifest, _)| manifest)
}

/// Opens an export and proves every file in it.
pub(super) fn opened(path: &Path, watch: &mut Watch<'_>) -> Result<Export, AppError> {
    let mut archive = Archive::open(path, &LIMITS)?;
    let (manifest, seal) = manifest(&mut archive, path)?;
    let places: BTreeMap<String, usize> = archive.listed().iter().enumerate().map(|(place, listed)| (listed.name.clone(), place)).collect();
    let total = manifest.files.len() as u64;
    if total + 1 != places.len() as u64 {
        return Err(refused(path, "isinya bukan yang disebut kantor.json: ada yang hilang atau ditambahkan"));
    }
    for (done, line) in manifest.files.iter().enumerate() {
        told(watch, Stage::Blobs, done as u64, total)?;
        if !fits(line) {
            return Err(refused(path, "kantor.json menyebut berkas yang tidak dikenal"));
        }
        let changed = || refused(path, &format!("“{}” hilang atau berubah", line.name));
        let place = *places.get(&line.name).filter(|place| **place == done).ok_or_else(changed)?;
        let size = archive.listed().get(place).is_some_and(|listed| listed.size == line.size);
        if !size || archive.pieces(place, &mut |_| Ok(()))?.as_ref() != Some(&line.sha256) {
            return Err(changed());
        }
    }
    Ok(Export { archive, manifest, seal, places })
}

/// Whether a line names a file that an export has, where an export has it.
fn fits(line: &FileLine) -> bool {
    let folder = |folder: &str| line.name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
    match line.kind.as_str() {
        "jurnal" => line.name == ENTRIES,
        "tabel" => folder(TABLES).is_some(),
        "berkas" => folder(FILES) == Some(&line.sha256),
        "isi" => folder(CONTENT).is_some() && line.place.as_deref().is_some_and(backup::may_be_written),
        _ => false,
    }
}

fn manifest(archive: &mut Archive, path: &Path) -> Result<(Manifest, String), AppError> {
    let place = archive.place(MANIFEST).ok_or_else(|| refused(path, "ini bukan ekspor kantor Sandika (kantor.json tidak ada)"))?;
    let unread = || refused(path, "daftar isinya (kantor.json) tidak dapat dibaca");
    let bytes = archive.read(place, MANIFEST_LIMIT)?.ok_or_else(unread)?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| unread())?;
    if manifest.format != FORMAT {
        return Err(refused(path, "ini bukan ekspor kantor Sandika"));
    }
    if manifest.version != VERSION {
        return Err(refused(path, "ekspor ini memakai susunan yang tidak dikenal. Impor dengan versi Sandika yang lebih baru"));
    }
    Ok((manifest, sha256(&bytes)))
}
