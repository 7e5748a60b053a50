//! Making a backup: what is new is written, what is there already is named, and the manifest comes last.

use super::index;
use super::list::{read as read_manifest, stamps};
use super::manifest::{DatabasePart, FORMAT, Manifest};
use super::objects::{ObjectRef, Objects, digest};
use super::own_files;
use super::place::{OfficePlace, Place};
use super::shrink::{Fallen, fallen};
use super::snapshot::Snapshot;
use super::source::Folder;
use crate::cipher::Key;
use crate::open::{BLOBS, stamp};
use crate::progress::{self, Stage, Watcher};
use crate::{StoreError, files};
use chrono::TimeDelta;
use sandika_domain::fact::Moment;
use std::io::Read;

/// Bytes of a piece of the database: one change touches a handful of pages here and there, each of which costs a piece in the next backup.
const PIECE: u64 = 64 * 1024;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its name within the place.
    pub stamp: String,
    /// When.
    pub made_at: Moment,
    /// Parts that were written anew.
    pub parts: u64,
    /// Their bytes.
    pub bytes: u64,
    /// What is less than in the backup before.
    pub shrink: Vec<Fallen>,
    /// Content files of the office that cannot be kept: their names are not fit for every system, or they are too large.
    pub left: Vec<String>,
}

/// Makes a backup of an office that is held still. Whatever ends it half-way leaves the earlier backups as they are, and the next one goes on with
/// what was written. `watcher` is told of [`Stage::Database`] and [`Stage::Blobs`].
///
/// # Errors
/// [`BackupError::PlaceGone`](super::BackupError::PlaceGone), [`BackupError::PlaceBusy`](super::BackupError::PlaceBusy), [`StoreError::Full`],
/// [`StoreError::Stopped`].
pub fn make(snapshot: Snapshot, place: &Place, watcher: &mut Watcher<'_>) -> Result<Made, StoreError> {
    let place = place.of(&snapshot.office)?;
    made(snapshot, &place, watcher).map_err(|error| place.explained(error))
}

fn made(snapshot: Snapshot, place: &OfficePlace, watcher: &mut Watcher<'_>) -> Result<Made, StoreError> {
    let _lock = place.begin()?;
    let mut objects = Objects::open(place.objects())?;
    let before = newest(place, &snapshot.keys.backup)?;
    let read = snapshot.read()?;
    let database = pieces(&snapshot, &mut objects, watcher)?;
    let (dir, keys, office) = (snapshot.dir.clone(), snapshot.keys.clone(), snapshot.office.clone());
    let (slots, desk, mark, moment) = (snapshot.slots.clone(), snapshot.desk.clone(), snapshot.mark.clone(), snapshot.made_at);
    snapshot.release();
    let known = before.as_ref().and_then(|before| index::read(&Folder(place.objects()), &before.shelves).ok()).unwrap_or_default();
    let (shelves, blobs) = index::put(&dir.join(BLOBS), &known, &mut objects, watcher)?;
    let own = before.as_ref().map(|before| before.files.as_slice()).unwrap_or_default();
    let (files, left) = own_files::put(&dir, own, &keys.blobs, &mut objects)?;
    let counts = super::Counts { blobs, ..read.counts };
    let (made_at, stamp) = free(place, moment);
    let manifest = Manifest {
        format: FORMAT,
        office,
        made_at,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema: read.schema,
        desk,
        head_seq: read.head_seq,
        head_hash: read.head_hash,
        mark,
        counts,
        database,
        keys: objects.put(&slots)?,
        shelves,
        files,
        shrink: before.map(|before| fallen(&before.counts, &counts)).unwrap_or_default(),
    };
    objects.flush()?;
    let path = place.manifest(&stamp);
    let text = manifest.seal(&keys.backup).map_err(|error| StoreError::Io { path: path.clone(), source: error.into() })?;
    files::write_whole(&path, &text)?;
    let (parts, bytes) = objects.added;
    Ok(Made { stamp, made_at, parts, bytes, shrink: manifest.shrink, left })
}

/// The newest backup that this office made and that can be read.
fn newest(place: &OfficePlace, key: &Key) -> Result<Option<Manifest>, StoreError> {
    let sealed = stamps(place)?.into_iter().filter_map(|stamp| read_manifest(place, &stamp).ok());
    Ok(sealed.filter(|sealed| sealed.is_of(key)).map(|sealed| sealed.manifest).next())
}

/// Keeps the database piece by piece.
fn pieces(snapshot: &Snapshot, objects: &mut Objects, watcher: &mut Watcher<'_>) -> Result<DatabasePart, StoreError> {
    let path = snapshot.dir.join(crate::open::DATABASE);
    let total = snapshot.size.div_ceil(PIECE);
    let mut list = Vec::with_capacity(usize::try_from(total).unwrap_or_default() * 32);
    let mut rest = snapshot.size;
    for done in 0..total {
        progress::tell(watcher, Stage::Database, done, total)?;
        let mut piece = vec![0; usize::try_from(rest.min(PIECE)).unwrap_or_default()];
        (&snapshot.file).read_exact(&mut piece).map_err(StoreError::at(&path))?;
        rest -= piece.len() as u64;
        list.extend(digest(&piece));
        objects.put(&piece)?;
    }
    progress::tell(watcher, Stage::Database, total, total)?;
    Ok(DatabasePart { size: snapshot.size, piece: PIECE, list: objects.put(&list)? })
}

/// A name that no backup bears: two in one millisecond have two names.
fn free(place: &OfficePlace, moment: Moment) -> (Moment, String) {
    let mut moment = moment;
    while place.manifest(&stamp(moment)).exists() {
        moment += TimeDelta::milliseconds(1);
    }
    (moment, stamp(moment))
}

/// The pieces of a database, by its list; `None` unless the list fits the size.
pub(super) fn piece_refs(part: &DatabasePart, list: &[u8]) -> Option<Vec<ObjectRef>> {
    let fits = part.piece > 0 && list.len() as u64 == part.size.div_ceil(part.piece).checked_mul(32)?;
    let size = |at: u64| part.piece.min(part.size - at * part.piece);
    let hashes = list.as_chunks::<32>().0.iter().zip(0..);
    fits.then(|| hashes.map(|(hash, at)| ObjectRef::of(hash, size(at))).collect())
}
