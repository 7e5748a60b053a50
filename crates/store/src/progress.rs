//! Long work that is watched: how far it has come is told, and whoever watches may end it.

use crate::StoreError;
use rusqlite::Connection;
use std::ops::ControlFlow;

/// Part of a long work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The database file.
    Database,
    /// The entries of the journal.
    Journal,
    /// Stored files.
    Blobs,
    /// Projections.
    Projections,
    /// Letters that are issued one after another.
    Letters,
    /// The pages of a book that is printed or saved.
    Book,
    /// Files that are destroyed, each with its key.
    Erasing,
    /// A printer that has not finished yet.
    Printing,
    /// The installer of an update, which is proven and copied.
    Update,
}

/// How far a long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The part that is under way.
    pub stage: Stage,
    /// Pieces done.
    pub done: u64,
    /// Pieces in all.
    pub total: u64,
}

/// Is told how far the work has come; answers whether it goes on. Called often: from thousands of times a second to once in some seconds.
pub type Watcher<'w> = dyn FnMut(Progress) -> ControlFlow<()> + 'w;

/// How often entries of the journal are told, in entries.
const PACE: u64 = 4_096;

/// Tells, and turns the wish to end into an error.
///
/// # Errors
/// [`StoreError::Stopped`].
pub(crate) fn tell(watcher: &mut Watcher<'_>, stage: Stage, done: u64, total: u64) -> Result<(), StoreError> {
    match watcher(Progress { stage, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(StoreError::Stopped),
    }
}

/// The same for entries of the journal, of which only some are told.
///
/// # Errors
/// [`StoreError::Stopped`].
pub(crate) fn tell_entry(watcher: &mut Watcher<'_>, stage: Stage, done: u64, total: u64) -> Result<(), StoreError> {
    if done.is_multiple_of(PACE) { tell(watcher, stage, done, total) } else { Ok(()) }
}

/// How many entries there are to go through, as far as that can be read.
pub(crate) fn entries(conn: &Connection) -> u64 {
    conn.query_row("SELECT coalesce(max(seq), 0) FROM entry", [], |row| row.get(0)).unwrap_or(0)
}
