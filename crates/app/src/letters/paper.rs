//! One paper: the letter of one case, or one letter about several cases, each of which records it.

use super::compose::{Draft, LetterRequest};
use crate::cases::{Bench, DOCUMENT_LIMIT, act_within};
use crate::content::LibraryTemplate;
use crate::error::AppError;
use crate::office::Office;
use crate::register;
use chrono::Datelike;
use sandika_domain::case::{Case, Command, LetterIssue, decide};
use sandika_domain::fact::{AdoptedTemplate, Fact, FileRef, Moment, TakenNumber};
use sandika_domain::ids::{CaseId, EntryId, LetterId};
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::many::together;
use sandika_letters::{Rendered, Typesetter};
use sandika_store::{Recording, Tx};

/// A letter that was just issued.
#[derive(Clone, Debug)]
pub struct Issued {
    /// The letter.
    pub letter: LetterId,
    /// Its version.
    pub version: u32,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// The PDF as stored.
    pub file: FileRef,
}

/// What one case gives to a paper.
pub(super) struct Seat {
    pub(super) case: Case,
    seen: Option<u64>,
    step: u32,
    entry: EntryId,
    /// Of the entry that keeps the template's text.
    adoption: EntryId,
    pub(super) bench: Bench,
    draft: Draft,
}

/// A paper before it is issued. It has at least one seat; the first takes its number.
pub(super) struct Paper {
    letter: LetterId,
    version: u32,
    first: Seat,
    others: Vec<Seat>,
}

/// Stands for the PDF while the rules are asked before there is one.
const NO_FILE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Office {
    /// A case's seat: `step` is its current one if none is named.
    ///
    /// # Errors
    /// [`AppError::NotFound`], and as [`Office::letter_draft`].
    pub(super) fn seat(&self, id: CaseId, seen: Option<u64>, step: Option<u32>, request: &LetterRequest) -> Result<Seat, AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let draft = self.letter_draft(case.clone(), &bench.sop, request.clone())?;
        let (entry, adoption) = (EntryId(self.fresh_id()?), EntryId(self.fresh_id()?));
        Ok(Seat { step: step.unwrap_or(case.step), seen, entry, adoption, case, bench, draft })
    }

    /// The paper of a case. A correction of a letter about several cases is about the same ones again, each at the step where it had it.
    pub(super) fn paper(&self, id: CaseId, seen: Option<u64>, step: Option<u32>, request: &LetterRequest) -> Result<Paper, AppError> {
        let first = self.seat(id, seen, step, request)?;
        let held = request.corrects.and_then(|old| first.case.letter(old)).cloned();
        let Some(held) = held else {
            let letter = request.corrects.map_or_else(|| self.fresh_id().map(LetterId), Ok)?;
            return Ok(Paper { letter, version: 1, first, others: Vec::new() });
        };
        let step_of = |id: CaseId| {
            let case = self.case_state(id)?;
            Ok::<_, AppError>(case.letter(held.letter).map(|other| other.step))
        };
        let seat =
            |other: CaseId| if other == id { self.seat(id, seen, step, request) } else { self.seat(other, None, step_of(other)?, request) };
        let mut seats = held.cases.iter().map(|other| seat(*other)).collect::<Result<Vec<_>, _>>()?.into_iter();
        let first = seats.next().unwrap_or(first);
        Ok(Paper { letter: held.letter, version: held.version + 1, first, others: seats.collect() })
    }

    /// The number that a paper would take now, marked as one that may still change; none where it cannot be told.
    pub(super) fn provisional_number(&self, paper: &Paper) -> Result<Option<String>, AppError> {
        let draft = &paper.first.draft;
        let template = &draft.template.template;
        let Some(setup) = draft.profile.registers.get(&template.register) else { return Ok(None) };
        let next = self.read().next_number(&template.register, draft.dated.year())?;
        let text = register::number_text(&template.register, setup, &template.classification, next, draft.dated);
        Ok(text.ok().map(|text| format!("{text}\u{a0}(sementara)")))
    }
}

impl Paper {
    /// One paper of several seats, none of which has it yet; `None` without seats.
    pub(super) fn of(letter: LetterId, seats: Vec<Seat>) -> Option<Self> {
        let mut seats = seats.into_iter();
        Some(Self { letter, version: 1, first: seats.next()?, others: seats.collect() })
    }

    /// The paper of one seat.
    pub(super) fn alone(letter: LetterId, seat: Seat) -> Self {
        Self { letter, version: 1, first: seat, others: Vec::new() }
    }

    /// Its first seat.
    pub(super) fn into_first(self) -> Seat {
        self.first
    }

    fn seats(&self) -> impl Iterator<Item = &Seat> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The cases that it is about; empty for a letter of one case.
    fn cases(&self) -> Vec<CaseId> {
        if self.others.is_empty() { Vec::new() } else { self.seats().map(|seat| seat.case.id).collect() }
    }

    /// The letter as it would be, marked as a draft.
    ///
    /// # Errors
    /// [`AppError::Letter`] naming every value that is missing; [`AppError::Input`] where the template cannot be about several owners.
    pub(super) fn draft(&self, number: Option<&str>) -> Result<LetterModel, AppError> {
        self.compose(number, None)
    }

    fn compose(&self, number: Option<&str>, identity: Option<(LetterId, u32)>) -> Result<LetterModel, AppError> {
        let draft = &self.first.draft;
        if !self.others.is_empty() && !draft.template.template.lists_owners() {
            let text = format!(
                "{} tidak memiliki daftar pemilik, sehingga tidak dapat memuat beberapa permohonan. Terbitkan satu surat untuk setiap permohonan.",
                draft.template.template.name
            );
            return Err(AppError::Input { field: "shape", text });
        }
        let values: Vec<_> = self.seats().map(|seat| seat.draft.values(&seat.bench, number)).collect();
        draft.model(&together(&values), identity)
    }

    /// Asks the rules of every case whether it would take the paper, without anything being issued.
    ///
    /// # Errors
    /// [`AppError::Rejected`], and as [`Paper::draft`].
    pub(super) fn would(&self, now: Moment) -> Result<(), AppError> {
        let model = self.draft(None)?;
        let file = FileRef { hash: NO_FILE.to_owned(), size: 0, media: "application/pdf".to_owned() };
        let drawn = Drawn { title: model.title, pages: 1, file };
        for seat in self.seats() {
            decide(&seat.case, seat.seen, self.command(seat, None, &drawn), &seat.bench.desk(now))?;
        }
        Ok(())
    }

    /// Number, pages, stored bytes and the facts of every case.
    ///
    /// # Errors
    /// [`AppError::Letter`], [`AppError::Rejected`], [`AppError::Number`]; the transaction is then to be given up.
    pub(super) fn issue(&self, tx: &mut Tx<'_>, action: &str) -> Result<Issued, AppError> {
        let draft = &self.first.draft;
        let template = &draft.template.template;
        keep_text(tx, self.first.adoption, &draft.template)?;
        let number = match template.register.as_str() {
            "" => None,
            register => Some(register::take(tx, &draft.profile, register, &template.classification, draft.dated, draft.sequence)?),
        };
        let model = self.compose(number.as_ref().map(|number| number.text.as_str()), Some((self.letter, self.version)))?;
        let Rendered { bytes, pages } = Typesetter::shared().render(&model)?;
        let stored = tx.read().put_blob(&bytes, DOCUMENT_LIMIT)?;
        let file = FileRef { hash: stored.hash, size: stored.size, media: "application/pdf".to_owned() };
        let drawn = Drawn { title: model.title, pages: u32::try_from(pages).unwrap_or(u32::MAX), file };
        let take = |tx: &mut Tx<'_>, seat: &Seat| {
            let command = self.command(seat, number.clone(), &drawn);
            act_within(tx, action, seat.entry, &seat.bench, (seat.case.id, seat.seen), command)
        };
        for seat in self.seats() {
            take(tx, seat)?;
        }
        Ok(Issued { letter: self.letter, version: self.version, number: number.map(|number| number.text), file: drawn.file })
    }

    fn command(&self, seat: &Seat, number: Option<TakenNumber>, drawn: &Drawn) -> Command {
        let template = &seat.draft.template.template;
        Command::IssueLetter(LetterIssue {
            letter: self.letter,
            version: self.version,
            template: template.id.clone(),
            anywhere: template.anywhere,
            template_hash: seat.draft.template.hash.clone(),
            step: seat.step,
            number,
            dated: seat.draft.dated,
            file: drawn.file.clone(),
            pages: drawn.pages,
            title: drawn.title.clone(),
            cases: self.cases(),
            choice: seat.draft.choice(),
            values: seat.draft.given().clone(),
        })
    }
}

/// What was drawn of a paper.
struct Drawn {
    title: String,
    pages: u32,
    file: FileRef,
}

/// Keeps the text that a letter is issued from, unless the journal has it already: what was issued can be explained for ever.
fn keep_text(tx: &mut Tx<'_>, entry: EntryId, library: &LibraryTemplate) -> Result<(), AppError> {
    if tx.read().keeps_template(&library.hash)? {
        return Ok(());
    }
    let LibraryTemplate { template, hash, text, origin } = library;
    let facts = vec![Fact::TemplateAdopted(AdoptedTemplate {
        template: template.id.clone(),
        hash: hash.clone(),
        text: text.clone(),
        origin: *origin,
    })];
    tx.record(&Recording { entry, action: "keep_template".to_owned(), case: None, person: None, facts })?;
    Ok(())
}
