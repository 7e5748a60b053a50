//! The entries of one case as lines, for a bundle: the same lines, without what stands between them.

use super::line::Head;
use super::write::{Ended, Lines, write_entry};
use super::{FORMAT_OF_CASE, JournalCheck, JournalSource, JournalWritten, VERSION};
use crate::error::AppError;
use crate::office::Office;
use chrono::SecondsFormat;
use sandika_domain::fact::Moment;
use sandika_domain::ids::CaseId;
use std::io;

impl Office {
    /// The entries of a case, their personal parts opened.
    ///
    /// # Errors
    /// [`AppError::Store`] when they cannot be read.
    pub(crate) fn case_lines(&self, case: CaseId, made_at: Moment) -> Result<(Vec<u8>, JournalWritten), AppError> {
        let entries = self.read().case_entries(case)?;
        let place = |entry: Option<&sandika_store::Entry>| entry.map(|entry| entry.header.seq);
        let head = Head {
            format: FORMAT_OF_CASE.to_owned(),
            version: VERSION,
            office: self.profile()?.map(|profile| profile.name).unwrap_or_default(),
            desk: self.read().desk().to_owned(),
            program: format!("sandika {}", env!("CARGO_PKG_VERSION")),
            made_at: made_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            first: place(entries.first()).unwrap_or(1),
            last: place(entries.last()).unwrap_or_default(),
            personal: "ada".to_owned(),
            case: Some(case.to_string()),
        };
        let mut bytes = Vec::new();
        let mut lines = Lines::new(&mut bytes);
        let mut written = JournalWritten { entries: 0, head_seq: 0, head_hash: String::new() };
        let filled = lines.write(&head).map_err(Ended::Io).and_then(|()| {
            self.read().export_case(case, |entry| {
                write_entry(&mut lines, &entry)?;
                written = JournalWritten { entries: written.entries + 1, head_seq: entry.seq, head_hash: entry.hash };
                Ok::<_, Ended>(())
            })
        });
        match filled.and_then(|()| lines.close(&written).map_err(Ended::Io)) {
            Ok(()) => Ok((bytes, written)),
            Err(Ended::Store(error)) => Err(error.into()),
            Err(Ended::Io(error)) => Err(error.into()),
        }
    }
}

/// Verifies such lines as far as they vouch for each other.
///
/// # Errors
/// None that reading from memory could have.
pub(crate) fn check_case_lines(case: &str, lines: &[u8]) -> io::Result<super::FileReport> {
    JournalSource::new(lines).check_with(JournalCheck::of_case(case))
}
