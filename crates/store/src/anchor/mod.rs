//! The anchor `sandika.jangkar`: where the journal ended, kept beside the database. Whoever removes the write-ahead log of a killed program, or
//! puts an older database in its place, takes whole transactions back and leaves a database that is sound in itself; the anchor still names them.
//!
//! The file has two places of 512 bytes that are written in turn. Each opening begins a new file (flushed); each commit overwrites the older place,
//! not flushed: a power loss may leave an anchor that lags behind the journal, which is no fault, and never one that is ahead of it. What the
//! anchor of an earlier opening named and the journal does not have is a [`finding`](examine).

mod kept;
mod slot;

use crate::cipher::Key;
use crate::journal::Tip;
use crate::journal::chain::{self, Hash};
use crate::verify::Problem;
use crate::{StoreError, files};
use rusqlite::Connection;
use sandika_domain::fact::Moment;
use slot::{SLOT, Slot, State};
use std::fs::File;
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::Path;

/// Name of the file within the office's folder.
pub(crate) const NAME: &str = "sandika.jangkar";

/// The anchor of an opened office. Dropping it notes that the office was closed in good order.
#[derive(Debug)]
pub(crate) struct Anchor {
    file: File,
    signer: Signer,
    counter: u64,
    tip: Tip,
}

/// Who writes and reads places: the key, and the desk that they must be of.
#[derive(Clone)]
pub(crate) struct Signer {
    key: Key,
    desk: Hash,
}

impl Signer {
    pub(crate) fn new(key: Key, desk: &str) -> Self {
        Self { key, desk: chain::hash(desk) }
    }

    fn write(&self, state: State, counter: u64, tip: Tip) -> [u8; SLOT] {
        Slot { state, counter, tip, desk: self.desk }.write(&self.key)
    }

    fn read(&self, bytes: &[u8]) -> Option<Slot> {
        Slot::read(&self.key, bytes).filter(|slot| slot.desk == self.desk)
    }

    /// The newer of a file's two places.
    fn newest(&self, bytes: &[u8]) -> Option<Slot> {
        bytes.chunks(SLOT).take(2).filter_map(|place| self.read(place)).max_by_key(|slot| slot.counter)
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(…)")
    }
}

impl Anchor {
    /// Begins a new file for an office whose journal ends at `tip`.
    pub(crate) fn begin(dir: &Path, signer: Signer, tip: Tip) -> Result<Self, StoreError> {
        let path = dir.join(NAME);
        let mut places = [0; 2 * SLOT];
        places[..SLOT].copy_from_slice(&signer.write(State::Open, 0, tip));
        files::write_whole(&path, &places)?;
        let file = files::private().open(&path).map_err(StoreError::at(&path))?;
        Ok(Self { file, signer, counter: 0, tip })
    }

    /// Notes where the journal ends after a commit. What was committed is on the disk already, so a fault here is no fault of the commit: an
    /// anchor that lags behind names an entry that the journal has.
    pub(crate) fn note(&mut self, tip: Tip) {
        self.tip = tip;
        let _ = self.put(State::Open);
    }

    fn put(&mut self, state: State) -> io::Result<()> {
        self.counter += 1;
        self.file.seek(SeekFrom::Start(self.counter % 2 * SLOT as u64))?;
        self.file.write_all(&self.signer.write(state, self.counter, self.tip))
    }
}

impl Drop for Anchor {
    fn drop(&mut self) {
        // Nobody is left to hear of a fault; without this note the next opening only takes the office for one that was not closed.
        let _ = self.put(State::Closed).and_then(|()| self.file.sync_data());
    }
}

/// Whether an anchor in `dir` was written with this key, for whichever desk. Tells the keys of another office from a damaged database.
pub(crate) fn is_of(dir: &Path, key: &Key) -> bool {
    let bytes = std::fs::read(dir.join(NAME)).unwrap_or_default();
    bytes.chunks(SLOT).any(|place| Slot::read(key, place).is_some())
}

/// Compares the journal, which ends at `tip`, with the anchor of the opening before. An anchor that names what the journal does not have, and one
/// that is missing or unreadable though there are entries, is kept aside as `sandika.jangkar.<now>`. Answers with what these tell, as long as they
/// lie in the folder and the journal does not have what they name.
pub(crate) fn examine(dir: &Path, signer: &Signer, conn: &Connection, tip: Tip, now: Moment) -> Result<Vec<Problem>, StoreError> {
    let path = dir.join(NAME);
    let before = match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(StoreError::at(&path)(error)),
    };
    let at_fault = match &before {
        None => tip.seq > 0,
        Some(bytes) => match signer.newest(bytes) {
            None => true,
            Some(slot) => !slot.tip.is_in(conn)?,
        },
    };
    if at_fault {
        kept::keep(dir, signer, before.as_deref().unwrap_or_default(), tip, now)?;
    }
    kept::findings(dir, signer, conn)
}
