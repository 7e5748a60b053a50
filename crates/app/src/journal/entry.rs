//! One entry of the journal, with what it changed.

use super::change::{Change, Past};
use crate::cases::{Names, Timeline};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::{Case, Recorded};
use sandika_domain::ids::CaseId;
use sandika_store::{ChainedEntry, Entry};

/// An entry with everything that its page shows.
#[derive(Clone, Debug)]
pub struct JournalPage {
    /// The entry as it stands in the chain.
    pub chained: ChainedEntry,
    /// Its facts in the words of its case; none where it belongs to none, or where the case's SOP cannot be read any more.
    pub timeline: Option<Timeline>,
    /// Agenda number of its case; empty if it has none.
    pub agenda: String,
    /// What it changed, in the order of its facts.
    pub changes: Vec<Change>,
}

impl Office {
    /// One entry of the journal, with what each thing that it changed was before it and is since.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Store`] when the entry, or one that it is seen against, cannot be read.
    pub fn journal_entry(&self, seq: i64) -> Result<JournalPage, AppError> {
        let chained = self.read().journal_entry(seq)?.ok_or_else(|| AppError::not_found("seq", "Catatan jurnal nomor", seq))?;
        let zone = self.zone()?;
        let names = chained.entry.header.case.map(|case| self.names_of(case)).transpose()?.flatten();
        let case = match (chained.entry.header.case, &names) {
            (Some(case), Some((_, names))) => self.case_before(case, seq)?.map(|before| (before, names)),
            _ => None,
        };
        let changes = self.changes(&chained.entry, &Past { case, zone })?;
        let (agenda, names) = names.unzip();
        let timeline = names.map(|names| Timeline { entries: vec![chained.entry.clone()], names, zone });
        Ok(JournalPage { chained, timeline, agenda: agenda.unwrap_or_default(), changes })
    }

    /// Agenda number of a case, and what its things are called.
    fn names_of(&self, case: CaseId) -> Result<Option<(String, Names)>, AppError> {
        let Some(row) = self.read().case_row(case)? else { return Ok(None) };
        let state = self.case_state(case)?;
        // Without its SOP the entry is told in plainer words.
        Ok(self.pinned(&state.sop_hash).ok().map(|sop| (row.agenda.text, Names::of(sop, &self.content))))
    }

    /// A case as it stood before an entry.
    fn case_before(&self, case: CaseId, seq: i64) -> Result<Option<Case>, AppError> {
        let entries = self.read().case_entries(case)?;
        let earlier = entries.iter().filter(|entry| entry.header.seq < seq);
        Ok(Case::replay(earlier.map(|Entry { header, facts }| (Recorded { at: header.at, by: &header.actor }, facts.as_slice()))))
    }
}
