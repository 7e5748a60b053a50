//! The opened office: its database and its keys. Everything that can be read is read here, inside a transaction or outside of one.

use crate::blobs::Blobs;
use crate::cipher::Key;
use crate::journal::{self, CASE_ENTRIES, Entry, PersonKeys, Reader};
use crate::search::{self, Hit, HitKind};
use crate::sql::Id;
use crate::{StoreError, StoredBlob, open};
use rusqlite::Connection;
use sandika_domain::case::{Case, Recorded as By};
use sandika_domain::ids::CaseId;
use std::path::Path;

/// The action of a wait's begin in the journal: a case without it has never waited. The index `entry_wait` knows it too.
pub const START_WAIT: &str = "start_wait";

/// The word stands in the statement itself, or SQLite could not tell that the index holds what is asked for.
pub(crate) const HAS_WAITED: &str = "SELECT EXISTS (SELECT 1 FROM entry WHERE case_id = ?1 AND action = 'start_wait')";

/// What can be read of an office. Rows and facts are as the last transaction left them or, within a transaction, as it has made them so far.
pub struct Ledger {
    conn: Connection,
    key: Key,
    persons: PersonKeys,
    blobs: Blobs,
    desk: String,
}

impl Ledger {
    /// `key` is the one that opened `conn`.
    pub(crate) fn new(conn: Connection, key: Key, persons: PersonKeys, blobs: Blobs, desk: String) -> Self {
        Self { conn, key, persons, blobs, desk }
    }

    /// A second connection that only reads, for another thread.
    pub(crate) fn reader(&self) -> Result<Reader, StoreError> {
        let conn = open::connect(Path::new(self.conn.path().unwrap_or_default()), &self.key)?;
        conn.execute_batch("PRAGMA query_only = ON")?;
        Ok(Reader::new(conn, self.persons.again()))
    }

    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }

    pub(crate) fn persons(&self) -> &PersonKeys {
        &self.persons
    }

    pub(crate) fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// This desk's id, given to it when its office was created.
    pub fn desk(&self) -> &str {
        &self.desk
    }

    /// A case as its facts have made it; `None` if there is none.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when an entry of it is broken.
    pub fn case(&self, case: CaseId) -> Result<Option<Case>, StoreError> {
        let entries = self.case_entries(case)?;
        Ok(Case::replay(entries.iter().map(|entry| (By { at: entry.header.at, by: &entry.header.actor }, entry.facts.as_slice()))))
    }

    /// The timeline of a case: every entry, oldest first; empty for a case that is not there.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when an entry of it is broken.
    pub fn case_entries(&self, case: CaseId) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        journal::for_each(&self.conn, &self.persons, CASE_ENTRIES, [Id(case.0)], |entry| {
            entries.push(entry);
            Ok(())
        })?;
        Ok(entries)
    }

    /// Whether a case has ever waited: a [`START_WAIT`] was recorded of it.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    pub fn has_waited(&self, case: CaseId) -> Result<bool, StoreError> {
        Ok(self.conn.prepare_cached(HAS_WAITED)?.query_row([Id(case.0)], |row| row.get(0))?)
    }

    /// What matches a user's text, newest first. Every word must occur, each as the beginning of a word; letters match without their marks; no
    /// character of the text is syntax. Hand in the last hit's `born` as `before` for the next page.
    pub fn search(&self, text: &str, kind: HitKind, before: Option<i64>, limit: usize) -> Result<Vec<Hit>, StoreError> {
        search::find(&self.conn, text, kind, before, limit)
    }

    /// The bytes of a stored file, proven to be those that were stored. `hash` is their SHA-256 in lower-case hex.
    ///
    /// # Errors
    /// [`StoreError::BlobMissing`], [`StoreError::BlobChanged`].
    pub fn read_blob(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        self.blobs.read(hash)
    }

    /// Stores bytes under their hash: encrypted, flushed, read back and compared before this returns. Storing them twice is no harm.
    ///
    /// # Errors
    /// [`StoreError::BlobTooLarge`] beyond `limit` bytes; [`StoreError::Full`].
    pub fn put_blob(&self, bytes: &[u8], limit: u64) -> Result<StoredBlob, StoreError> {
        self.blobs.put(bytes, limit)
    }
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ledger").field("desk", &self.desk).finish_non_exhaustive()
    }
}
