//! Projections: rows that follow from facts. The same code makes them entry by entry as facts are recorded, and all at once in a rebuild, so that
//! both give the same rows.
//!
//! Rows of cases are folded in memory and written when the projector is done; the rest is written as it comes.

mod access;
mod case;
mod case_row;
mod certificate;
mod classification;
mod letter;
mod number;
mod office;
mod owner;
mod print;
mod retention;
mod subject;
mod template;
mod uses;

pub use case_row::Standing;
pub use subject::{Subject, SubjectKind};

use crate::StoreError;
use crate::journal::{EntryHeader, born};
use crate::search;
use case::Cases;
use rusqlite::Connection;
use sandika_domain::fact::{Fact, Retention};
use sandika_domain::ids::{CaseId, LetterId, OwnerId, PersonId};
use std::collections::BTreeSet;

/// How many cases are folded in memory before they are written: what a rebuild holds at most.
const CASES_HELD: usize = 16_384;

/// Carries facts into the projections of one database.
pub(crate) struct Projector<'c> {
    conn: &'c Connection,
    cases: Cases,
    stale: Stale,
    indexing: bool,
}

/// Whose searchable text may have changed.
#[derive(Default)]
pub(crate) struct Stale {
    pub(crate) cases: BTreeSet<CaseId>,
    pub(crate) owners: BTreeSet<OwnerId>,
    pub(crate) letters: BTreeSet<LetterId>,
}

/// Which fact is being carried over.
#[derive(Clone, Copy)]
struct Place<'e> {
    header: &'e EntryHeader,
    born: i64,
}

impl<'c> Projector<'c> {
    /// For facts as they are recorded: search is kept current too.
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn, cases: Cases::default(), stale: Stale::default(), indexing: true }
    }

    /// For a rebuild: search is left to [`search::fill`], which is cheaper all at once.
    pub(crate) fn in_bulk(conn: &'c Connection) -> Self {
        Self { indexing: false, ..Self::new(conn) }
    }

    /// Carries one entry over.
    pub(crate) fn entry(&mut self, header: &EntryHeader, facts: &[Fact]) -> Result<(), StoreError> {
        for (index, fact) in facts.iter().enumerate() {
            let place = Place { header, born: born(header.seq, index) };
            self.register(place, fact)?;
            self.case_fact(place, fact)?;
            number::apply(self.conn, place, fact)?;
            uses::apply(self.conn, place, fact)?;
            subject::apply(self.conn, place, fact)?;
        }
        self.end_entry(header)
    }

    /// Carries over only what an entry says of its case and of the case's letters: for a case whose rows are made anew.
    pub(crate) fn case_entry(&mut self, header: &EntryHeader, facts: &[Fact]) -> Result<(), StoreError> {
        for (index, fact) in facts.iter().enumerate() {
            self.case_fact(Place { header, born: born(header.seq, index) }, fact)?;
        }
        self.end_entry(header)
    }

    /// Marks texts to be indexed anew by [`Self::finish`].
    pub(crate) fn stale(&mut self) -> &mut Stale {
        &mut self.stale
    }

    /// Writes what is held, and brings search up to date.
    pub(crate) fn finish(mut self) -> Result<(), StoreError> {
        self.cases.write(self.conn)?;
        if self.indexing { search::refresh(self.conn, &self.stale) } else { Ok(()) }
    }

    fn end_entry(&mut self, header: &EntryHeader) -> Result<(), StoreError> {
        if let Some(case) = header.case {
            self.cases.end_entry(self.conn, case, header.at)?;
        }
        if self.cases.held() >= CASES_HELD {
            self.cases.write(self.conn)?;
        }
        Ok(())
    }

    fn register(&mut self, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
        office::apply(self.conn, place, fact)?;
        access::apply(self.conn, place, fact)?;
        retention::apply(self.conn, place, fact)?;
        template::apply(self.conn, place, fact)?;
        classification::apply(self.conn, place, fact)?;
        let named = owner::apply(self.conn, place, fact)?;
        let certified = certificate::apply(self.conn, place, fact)?;
        if self.indexing {
            self.stale.owners.extend(named.into_iter().chain(certified));
        }
        Ok(())
    }

    fn case_fact(&mut self, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
        let changed = self.cases.apply(self.conn, place, fact)?;
        let issued = letter::apply(self.conn, place, fact)?;
        print::apply(self.conn, place, fact)?;
        if self.indexing && (changed || issued.is_some()) {
            self.stale.cases.extend(place.header.case);
            self.stale.letters.extend(issued);
        }
        Ok(())
    }
}

/// The person that a fact's personal part must be sealed for, where the fact itself says so.
pub(crate) fn subject(fact: &Fact) -> Option<PersonId> {
    match fact {
        Fact::OwnerRecorded { owner, .. } | Fact::CertificateRecorded { owner, .. } | Fact::CaseOpened { owner, .. } => {
            Some((*owner).into())
        }
        Fact::OfficialRecorded { official, .. } => Some((*official).into()),
        Fact::Retention(Retention::Held { owner, .. }) => Some((*owner).into()),
        Fact::PersonErased { person } => Some(*person),
        _ => None,
    }
}

/// Whether a projection has something of a fact's personal part.
pub(crate) fn shows_personal(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::OfficialRecorded { .. }
            | Fact::OwnerRecorded { .. }
            | Fact::CertificateRecorded { .. }
            | Fact::CaseOpened { .. }
            | Fact::LetterIssued { .. }
            | Fact::LetterVoided { .. }
            | Fact::LetterReprintReasoned(_)
            | Fact::NumbersAccounted(_)
            | Fact::Retention(Retention::Held { .. })
    )
}

/// Whether a fact speaks of a case, and so stands only in an entry of that case.
pub(crate) fn belongs_to_a_case(fact: &Fact) -> bool {
    match fact {
        Fact::OfficeRecorded { .. }
        | Fact::OfficialRecorded { .. }
        | Fact::SopAdopted { .. }
        | Fact::TemplateAdopted(_)
        | Fact::TemplateReset { .. }
        | Fact::ClassificationsRecorded(_)
        | Fact::PassphraseChanged(_)
        | Fact::Access(_)
        | Fact::Retention(_)
        | Fact::ClockMoved(_)
        | Fact::OfficeRestored(_)
        | Fact::UpdateStarted(_)
        | Fact::PersonErased { .. }
        | Fact::NumbersAccounted(_)
        | Fact::NumbersReleased(_)
        | Fact::AgendaBookPrinted(_)
        | Fact::OwnerRecorded { .. }
        | Fact::CertificateRecorded { .. }
        | Fact::CertificateRevoked { .. }
        | Fact::CertificateReplaced { .. }
        | Fact::CertificateRestored { .. } => false,
        Fact::CaseOpened { .. }
        | Fact::AnswersRecorded { .. }
        | Fact::DocumentAttached { .. }
        | Fact::DocumentDetached(_)
        | Fact::RevocationApproved(_)
        | Fact::DocumentWaived { .. }
        | Fact::WarningConfirmed { .. }
        | Fact::LetterIssued { .. }
        | Fact::LetterShared(_)
        | Fact::LetterFilled(_)
        | Fact::LetterReturned { .. }
        | Fact::LetterPrinted { .. }
        | Fact::LetterPrintFailed(_)
        | Fact::LetterReprintReasoned(_)
        | Fact::LetterVoided { .. }
        | Fact::LetterNumberedElsewhere(_)
        | Fact::MessageSent { .. }
        | Fact::StepCompleted { .. }
        | Fact::StepUndone { .. }
        | Fact::WaitStarted { .. }
        | Fact::WaitEnded { .. }
        | Fact::CaseClosed {}
        | Fact::CaseWithdrawn { .. }
        | Fact::CaseReopened { .. }
        | Fact::CaseNoted { .. }
        | Fact::CaseAssigned { .. } => true,
    }
}

/// A personal detail as JSON for its column; NULL once erased.
fn json<T: serde::Serialize>(details: Option<&T>) -> Result<Option<String>, StoreError> {
    let text = details.map(serde_json::to_string).transpose();
    text.map_err(|error| StoreError::Database(rusqlite::Error::ToSqlConversionFailure(Box::new(error))))
}
