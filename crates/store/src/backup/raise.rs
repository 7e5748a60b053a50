//! An office made of the parts of a backup, in a folder of its own.

use super::fault::Fault;
use super::index;
use super::make::piece_refs;
use super::manifest::Manifest;
use super::objects::ObjectRef;
use super::source::Source;
use crate::anchor::{Anchor, Signer};
use crate::keys::{Keys, SlotFile};
use crate::lock::OfficeLock;
use crate::open::{self, DATABASE, KEYS};
use crate::progress::{self, Stage, Watcher};
use crate::{Store, StoreError, files, schema};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder that goes away with all that is in it, unless it is kept.
pub(super) struct Scratch(Option<PathBuf>);

impl Scratch {
    /// A new folder; one of the same name that a crash left is emptied.
    pub(super) fn make(folder: &Path) -> Result<Self, StoreError> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(StoreError::at(folder))?;
        }
        files::make_folder(folder)?;
        Ok(Self(Some(folder.to_owned())))
    }

    /// Leaves it there.
    pub(super) fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now is emptied by the next work of that name.
        self.0.iter().for_each(|folder| drop(fs::remove_dir_all(folder)));
    }
}

/// Is told of a part that cannot be had; answers with an error where the work ends there.
pub(super) type OnFault<'f> = dyn FnMut(String, Fault, &ObjectRef) -> Result<(), StoreError> + 'f;

/// Writes the database file, piece by piece.
///
/// # Errors
/// What `fault` answers; [`StoreError::Stopped`]; those of the folder.
pub(super) fn database(
    source: &dyn Source,
    manifest: &Manifest,
    folder: &Path,
    fault: &mut OnFault<'_>,
    watcher: &mut Watcher<'_>,
) -> Result<(), StoreError> {
    let list = &manifest.database.list;
    let pieces = match source.object(list).and_then(|bytes| piece_refs(&manifest.database, &bytes).ok_or(Fault::Changed)) {
        Ok(pieces) => pieces,
        Err(why) => return fault("daftar bagian data".to_owned(), why, list),
    };
    let path = folder.join(DATABASE);
    let mut file = files::private().create(true).truncate(true).open(&path).map_err(StoreError::at(&path))?;
    let total = pieces.len() as u64;
    for (done, piece) in pieces.iter().enumerate() {
        progress::tell(watcher, Stage::Database, done as u64, total)?;
        match source.object(piece) {
            Ok(bytes) => file.write_all(&bytes).map_err(StoreError::at(&path))?,
            Err(why) => fault(format!("bagian data nomor {} dari {total}", done + 1), why, piece)?,
        }
    }
    progress::tell(watcher, Stage::Database, total, total)?;
    file.sync_all().map_err(StoreError::at(&path))
}

/// Writes every stored file under its name.
///
/// # Errors
/// What `fault` answers; [`StoreError::Stopped`]; those of the folder.
pub(super) fn blobs(
    source: &dyn Source,
    manifest: &Manifest,
    folder: &Path,
    fault: &mut OnFault<'_>,
    watcher: &mut Watcher<'_>,
) -> Result<(), StoreError> {
    let files = match index::read(source, &manifest.shelves) {
        Ok(files) => files,
        Err((part, why, list)) => return fault(part, why, &list),
    };
    let total = files.len() as u64;
    for (done, (name, object)) in files.iter().enumerate() {
        progress::tell(watcher, Stage::Blobs, done as u64, total)?;
        match source.object(object) {
            Ok(bytes) => written(&folder.join(&name[..2]).join(name), &bytes)?,
            Err(why) => fault(format!("berkas tersimpan {name}"), why, object)?,
        }
    }
    progress::tell(watcher, Stage::Blobs, total, total)
}

/// Writes a file of the new office, flushed; the folder as a whole gets its name only when all of it is there.
pub(super) fn written(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    path.parent().map_or(Ok(()), files::make_folder)?;
    let mut file = files::private().create(true).truncate(true).open(path).map_err(StoreError::at(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(StoreError::at(path))
}

/// Opens what was written and compares it with what the manifest promises. An older schema is brought up to date, as at any opening. The office
/// begins a new anchor at the end that the manifest vouches for, so that nobody takes the older end for a loss.
///
/// # Errors
/// [`StoreError`]; a text where the office opens and is not the promised one.
pub(super) fn open(folder: &Path, user: &str, keys: &Keys, manifest: &Manifest, now: Moment) -> Result<Result<Store, String>, StoreError> {
    let slots = SlotFile::read(&folder.join(KEYS))?;
    if !slots.is_bound_to(keys, &open::salt(&folder.join(DATABASE))?) {
        return Ok(Err("kunci dan datanya tidak berpasangan".to_owned()));
    }
    let opened = open::open_database(folder, &keys.database, now, schema::OURS)?;
    let head = if opened.tip.seq == 0 { String::new() } else { HEXLOWER.encode(&opened.tip.hash) };
    if (opened.tip.seq, head) != (manifest.head_seq, manifest.head_hash.clone()) {
        return Ok(Err(format!("jurnalnya berakhir di catatan {}, seharusnya {}", opened.tip.seq, manifest.head_seq)));
    }
    let counts = super::snapshot::counts(&opened.conn)?;
    let promised = manifest.counts;
    if (counts.entries, counts.cases, counts.owners, counts.letters)
        != (promised.entries, promised.cases, promised.owners, promised.letters)
    {
        return Ok(Err("jumlah isinya tidak sesuai dengan keterangannya".to_owned()));
    }
    let (desk, tip) = (opened.desk.clone(), opened.tip);
    drop(opened);
    drop(Anchor::begin(folder, Signer::new(keys.anchor.clone(), &desk), tip)?);
    Store::open_unlocked(folder, user.to_owned(), OfficeLock::take(folder)?, &slots, keys.clone(), now, schema::OURS).map(Ok)
}
