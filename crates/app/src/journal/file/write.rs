//! Writing the file.

use super::line::{EntryOut, Foot, Head};
use super::{FORMAT, VERSION};
use crate::error::AppError;
use crate::office::Office;
use chrono::SecondsFormat;
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use sandika_store::{ExportedEntry, ExportedParts, Progress, Stage, StoreError};
use serde::Serialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// How often the progress is told, in entries.
const PACE: u64 = 1_024;

/// What is to be in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JournalWanted {
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
    /// With what the entries keep sealed of persons. The file can be verified without it.
    pub personal: bool,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalWritten {
    /// Entries in it.
    pub entries: u64,
    /// Place of the last one; 0 if there is none.
    pub head_seq: i64,
    /// Its hash; empty if there is none.
    pub head_hash: String,
}

/// Why writing ended early.
pub(super) enum Ended {
    Store(StoreError),
    Io(io::Error),
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Ended {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Lines that are hashed as they are written.
pub(super) struct Lines<'w> {
    to: &'w mut dyn Write,
    whole: Sha256,
}

impl<'w> Lines<'w> {
    pub(super) fn new(to: &'w mut dyn Write) -> Self {
        Self { to, whole: Sha256::new() }
    }

    /// The closing line.
    pub(super) fn close(&mut self, written: &JournalWritten) -> io::Result<()> {
        let sha256 = HEXLOWER.encode(&self.whole.clone().finalize());
        self.write(&Foot { count: written.entries, head_seq: written.head_seq, head_hash: written.head_hash.clone(), sha256 })
    }

    pub(super) fn write(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.whole.update(&text);
        self.to.write_all(&text)
    }
}

impl Office {
    /// Writes the journal, or a period of it, as a file of JSON Lines; whole or not at all. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::File`] when it cannot be written; [`AppError::Store`] when the journal cannot be read, or when it was stopped.
    pub fn export_journal(&self, path: &Path, wanted: &JournalWanted) -> Result<JournalWritten, AppError> {
        let places = self.read().journal_places(wanted.from, wanted.until)?;
        let (first, last) = places.unwrap_or((1, 0));
        let head = Head {
            format: FORMAT.to_owned(),
            version: VERSION,
            office: self.profile()?.map(|profile| profile.name).unwrap_or_default(),
            desk: self.read().desk().to_owned(),
            program: format!("sandika {}", env!("CARGO_PKG_VERSION")),
            made_at: self.now().to_rfc3339_opts(SecondsFormat::Secs, true),
            first,
            last,
            personal: if wanted.personal { "ada" } else { "tidak" }.to_owned(),
            case: None,
        };
        let mut watcher = self.ports.work.begin();
        let (mut done, mut failed) = (None, None);
        let written = self.ports.files.write_with(path, &mut |to| match self.lines(to, &head, wanted.personal, &mut watcher) {
            Ok(written) => {
                done = Some(written);
                Ok(())
            }
            Err(Ended::Io(error)) => Err(error),
            Err(Ended::Store(error)) => {
                failed = Some(error);
                Err(io::ErrorKind::Interrupted.into())
            }
        });
        match (failed, written, done) {
            (Some(error), ..) => Err(error.into()),
            (None, Ok(()), Some(done)) => Ok(done),
            (None, Err(source), _) => Err(AppError::File { path: path.to_owned(), source }),
            (None, Ok(()), None) => Err(AppError::File { path: path.to_owned(), source: io::ErrorKind::WriteZero.into() }),
        }
    }

    fn lines(
        &self,
        to: &mut dyn Write,
        head: &Head,
        personal: bool,
        watcher: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<JournalWritten, Ended> {
        let mut lines = Lines::new(to);
        lines.write(head)?;
        let total = u64::try_from(head.last - head.first + 1).unwrap_or_default();
        let mut written = JournalWritten { entries: 0, head_seq: 0, head_hash: String::new() };
        self.read().export_entries((head.first, head.last), personal, |entry| {
            if written.entries.is_multiple_of(PACE) && watcher(Progress { stage: Stage::Journal, done: written.entries, total }).is_break()
            {
                return Err(Ended::Store(StoreError::Stopped));
            }
            write_entry(&mut lines, &entry)?;
            written = JournalWritten { entries: written.entries + 1, head_seq: entry.seq, head_hash: entry.hash };
            Ok(())
        })?;
        lines.close(&written)?;
        Ok(written)
    }
}

pub(super) fn write_entry(lines: &mut Lines<'_>, entry: &ExportedEntry) -> io::Result<()> {
    let personal = match &entry.personal {
        ExportedParts::None => None,
        ExportedParts::Known(parts) => Some(RawValue::from_string(parts.clone())?),
        ExportedParts::Erased => Some(RawValue::from_string("\"dihapus\"".to_owned())?),
        ExportedParts::Unreadable => Some(RawValue::from_string("\"tidak-terbuka\"".to_owned())?),
    };
    lines.write(&EntryOut { seq: entry.seq, hash: &entry.hash, body: &entry.body, personal: personal.as_deref() })
}
