//! The moving file: one backup as one ZIP file, with which an office moves to another computer.
//!
//! `sandika-pindah.json` is the manifest, `objek/<hash>` are the parts, all of them stored as they are: encrypted bytes do not get smaller. Reading
//! trusts nothing: only names that the manifest leads to are looked up, nothing is unpacked, and no part is read further than its promised size.

use super::error::BackupError;
use super::fault::Fault;
use super::index;
use super::list::read as read_manifest;
use super::make::piece_refs;
use super::manifest::{LIMIT, Manifest, Sealed};
use super::objects::{ObjectRef, digest};
use super::place::Place;
use super::source::{Folder, Source};
use super::test::BackupKeys;
use crate::progress::{self, Stage, Watcher};
use crate::{StoreError, files};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MANIFEST: &str = "sandika-pindah.json";
/// Most entries: a file of garbage may claim any number.
const MOST: usize = 8_000_000;

/// Whether a file looks like a moving file, by its first bytes and the manifest in it.
pub fn is_moving_file(path: &Path) -> bool {
    MovingFile::open(path).is_ok()
}

/// Writes one backup of a place as a moving file, whole or not at all.
///
/// # Errors
/// [`BackupError`] for a backup that is not whole; [`StoreError::Full`], [`StoreError::Stopped`], [`StoreError::Io`].
pub fn write_moving_file(keys: &BackupKeys, place: &Place, stamp: &str, to: &Path, watcher: &mut Watcher<'_>) -> Result<(), StoreError> {
    let place = place.of(&keys.office)?;
    let bytes = fs::read(place.manifest(stamp)).map_err(StoreError::at(&place.manifest(stamp)))?;
    let manifest = read_manifest(&place, stamp)?.proven(&keys.keys.backup, stamp)?;
    let source = Folder(place.objects());
    let parts = parts(&source, &manifest, stamp)?;
    let unfinished = to.with_extension(files::UNFINISHED);
    let written = write(&unfinished, &bytes, &source, &parts, stamp, watcher).and_then(|()| files::rename(&unfinished, to));
    if written.is_err() {
        // The error that stopped the work is what must be heard.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// Every part of a backup, each once, with what it is.
fn parts(source: &Folder, manifest: &Manifest, stamp: &str) -> Result<BTreeMap<String, (ObjectRef, String)>, StoreError> {
    let list = source.object(&manifest.database.list).and_then(|bytes| piece_refs(&manifest.database, &bytes).ok_or(Fault::Changed));
    let pieces = list.map_err(|fault| fault.of(stamp, "daftar bagian data"))?;
    let stored = index::read(source, &manifest.shelves).map_err(|(part, fault, _)| fault.of(stamp, &part))?;
    let named = |what: &str, object: ObjectRef| (object.hash.clone(), (object, what.to_owned()));
    let mut parts =
        BTreeMap::from([named("berkas kunci", manifest.keys.clone()), named("daftar bagian data", manifest.database.list.clone())]);
    parts.extend(pieces.into_iter().map(|piece| named("sebuah bagian data", piece)));
    parts.extend(manifest.shelves.iter().map(|shelf| named("sebuah daftar berkas", shelf.list.clone())));
    parts.extend(stored.into_iter().map(|(name, object)| named(&format!("berkas tersimpan {name}"), object)));
    parts.extend(manifest.files.iter().map(|file| named("sebuah berkas isi kantor", file.object.clone())));
    Ok(parts)
}

fn write(
    path: &Path,
    manifest: &[u8],
    source: &Folder,
    parts: &BTreeMap<String, (ObjectRef, String)>,
    stamp: &str,
    watcher: &mut Watcher<'_>,
) -> Result<(), StoreError> {
    let file = files::private().create(true).truncate(true).open(path).map_err(StoreError::at(path))?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        let large = bytes.len() as u64 >= u64::from(u32::MAX);
        zip.start_file(name, options.large_file(large)).map_err(io::Error::from).and_then(|()| zip.write_all(bytes))
    };
    put(MANIFEST, manifest).map_err(StoreError::at(path))?;
    let total = parts.len() as u64;
    for (done, (hash, (object, what))) in parts.iter().enumerate() {
        progress::tell(watcher, Stage::Blobs, done as u64, total)?;
        let bytes = source.object(object).map_err(|fault| fault.of(stamp, what))?;
        put(&entry(hash), &bytes).map_err(StoreError::at(path))?;
    }
    progress::tell(watcher, Stage::Blobs, total, total)?;
    let out = zip.finish().map_err(io::Error::from).map_err(StoreError::at(path))?;
    out.into_inner().map_err(|error| error.into_error()).and_then(|file| file.sync_all()).map_err(StoreError::at(path))
}

fn entry(hash: &str) -> String {
    format!("objek/{hash}")
}

/// A moving file that is open.
pub(super) struct MovingFile {
    zip: RefCell<ZipArchive<File>>,
}

impl MovingFile {
    /// Opens a file and reads the manifest in it, which is not proven yet.
    pub(super) fn open(path: &Path) -> Result<(Self, Sealed), StoreError> {
        let refused = |why: &str| BackupError::NotAMovingFile { path: path.to_owned(), why: why.to_owned() };
        let file = File::open(path).map_err(StoreError::at(path))?;
        let zip = match ZipArchive::new(file) {
            Err(ZipError::Io(error)) if error.kind() != io::ErrorKind::UnexpectedEof => return Err(StoreError::at(path)(error)),
            zip => zip.map_err(|_| refused("susunannya tidak dikenal atau terpotong"))?,
        };
        if zip.len() > MOST {
            return Err(refused("isinya terlalu banyak").into());
        }
        let file = Self { zip: RefCell::new(zip) };
        let manifest = match file.read(MANIFEST, None, LIMIT) {
            Err(Fault::System(error)) => return Err(*error),
            Err(Fault::Missing) => return Err(refused("keterangannya tidak ada").into()),
            Err(Fault::Changed) => return Err(refused("keterangannya berubah atau terlalu besar").into()),
            Ok(bytes) => bytes,
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok((file, Sealed::read(&manifest, &name)?))
    }

    /// An entry that is stored as it is, of exactly this size, or of at most `limit` bytes.
    fn read(&self, name: &str, size: Option<u64>, limit: u64) -> Result<Vec<u8>, Fault> {
        let mut zip = self.zip.borrow_mut();
        let entry = match zip.by_name(name) {
            Err(ZipError::FileNotFound) => return Err(Fault::Missing),
            entry => entry.map_err(|_| Fault::Changed)?,
        };
        let fits = size.map_or(entry.size() <= limit, |size| entry.size() == size);
        if !fits || entry.compression() != CompressionMethod::Stored || entry.compressed_size() != entry.size() {
            return Err(Fault::Changed);
        }
        let most = entry.size();
        let mut bytes = Vec::new();
        entry.take(most).read_to_end(&mut bytes).map_err(|_| Fault::Changed)?;
        Ok(bytes)
    }
}

impl Source for MovingFile {
    fn object(&self, object: &ObjectRef) -> Result<Vec<u8>, Fault> {
        let hash = object.digest().ok_or(Fault::Changed)?;
        let bytes = self.read(&entry(&object.hash), Some(object.size), object.size)?;
        if digest(&bytes) == hash { Ok(bytes) } else { Err(Fault::Changed) }
    }
}
