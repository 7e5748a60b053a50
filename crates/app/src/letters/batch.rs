//! Many requests at once: a letter for each of them, or one letter about all. What stands in the way is told before anything is issued.

use super::compose::LetterRequest;
use super::paper::{Issued, Paper, Seat};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_store::{Progress, Stage, StoreError};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Most requests of one batch.
const MOST: usize = 500;

/// What becomes of the requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchShape {
    /// A letter for each request, each with a number of its own.
    Each,
    /// One letter about all, under one number, which lists the owners in its attachment.
    Together,
}

/// Requests that get a letter, each at its current step.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The cases, in the order in which they get their numbers or stand in the attachment.
    pub cases: Vec<CaseId>,
    /// One letter or many.
    pub shape: BatchShape,
    /// What all letters have in common.
    pub letter: LetterRequest,
}

/// A request of a batch: whether it gets, or got, its letter.
#[derive(Clone, Debug)]
pub struct BatchLine {
    /// The case.
    pub case: CaseId,
    /// Agenda number; empty if there is no such case.
    pub agenda: String,
    /// The owner with titles; empty once it is erased.
    pub owner: String,
    /// The letter that it got.
    pub issued: Option<BatchLetter>,
    /// Why it gets, or got, none, in the officer's words; empty where nothing stands in the way.
    pub why: Vec<String>,
}

/// A letter that a batch has issued.
#[derive(Clone, Debug)]
pub struct BatchLetter {
    /// The letter.
    pub letter: LetterId,
    /// Its version.
    pub version: u32,
    /// Its number, if it has one.
    pub number: Option<String>,
}

/// What would become of a batch. Nothing was issued.
#[derive(Clone, Debug)]
pub struct BatchCheck {
    /// Every request, in order.
    pub lines: Vec<BatchLine>,
    /// Why the one letter about all cannot be issued, beside what stands at its requests.
    pub why: Vec<String>,
}

impl BatchCheck {
    /// Whether something would be issued: at least one letter, or the one about all.
    pub fn ready(&self, shape: BatchShape) -> bool {
        let mut free = self.lines.iter().map(|line| line.why.is_empty());
        match shape {
            BatchShape::Each => free.any(|free| free),
            BatchShape::Together => self.why.is_empty() && free.all(|free| free),
        }
    }
}

/// What has become of a batch.
#[derive(Clone, Debug)]
pub struct BatchDone {
    /// Every request, in order.
    pub lines: Vec<BatchLine>,
    /// It was ended from outside: the last requests got no letter.
    pub stopped: bool,
}

impl Office {
    /// Looks whether each request of a batch can get its letter. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] for no request, too many, or one twice; [`AppError::Store`] when it was stopped.
    pub fn check_batch(&self, batch: &Batch) -> Result<BatchCheck, AppError> {
        check_cases(batch)?;
        let work = self.ports.work.clone();
        let (lines, seats) = self.take_seats(batch, &mut work.begin())?;
        let together = batch.shape == BatchShape::Together && lines.iter().all(|line| line.why.is_empty());
        let paper = if together { Paper::of(LetterId(self.fresh_id()?), seats) } else { None };
        let why = paper.map_or_else(Vec::new, |paper| paper.would(self.now()).err().map(reasons).unwrap_or_default());
        Ok(BatchCheck { lines, why })
    }

    /// Issues the letters of a batch. Of letters for each request, one that cannot be issued does not stop the others, and what was issued before the
    /// work was ended stays. One letter about all is issued for all or for none. Long work: it is watched.
    ///
    /// # Errors
    /// As [`Office::check_batch`]; [`AppError::Conflict`] when the one letter about all cannot be issued, and then no number was used.
    pub fn issue_batch(&mut self, batch: &Batch) -> Result<BatchDone, AppError> {
        check_cases(batch)?;
        match batch.shape {
            BatchShape::Each => self.issue_each(batch),
            BatchShape::Together => self.issue_together(batch),
        }
    }

    fn issue_each(&mut self, batch: &Batch) -> Result<BatchDone, AppError> {
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        let mut done = BatchDone { lines: Vec::with_capacity(batch.cases.len()), stopped: false };
        for (at, case) in batch.cases.iter().enumerate() {
            done.stopped = done.stopped || watch(progress(at, batch)).is_break();
            let mut line = self.line(*case);
            if done.stopped {
                line.why.push("Penerbitan dihentikan sebelum sampai ke permohonan ini.".to_owned());
            } else {
                match self.issue_one(*case, &batch.letter) {
                    Ok(issued) => line.issued = Some(issued.into()),
                    Err(error) => line.why = reasons(error),
                }
            }
            done.lines.push(line);
        }
        Ok(done)
    }

    fn issue_one(&mut self, case: CaseId, request: &LetterRequest) -> Result<Issued, AppError> {
        let seat = self.batch_seat(case, request)?;
        let paper = Paper::alone(LetterId(self.fresh_id()?), seat);
        self.change(|tx| paper.issue(tx, "issue_letter"))
    }

    fn issue_together(&mut self, batch: &Batch) -> Result<BatchDone, AppError> {
        let work = self.ports.work.clone();
        let (mut lines, seats) = self.take_seats(batch, &mut work.begin())?;
        if lines.iter().any(|line| !line.why.is_empty()) {
            let count = lines.iter().filter(|line| !line.why.is_empty()).count();
            let text =
                format!("{count} permohonan belum dapat dimuat, sehingga surat tidak diterbitkan. Lengkapi atau keluarkan dari pilihan.");
            return Err(AppError::Conflict { field: "cases", text });
        }
        let none = || AppError::Input { field: "cases", text: NONE.to_owned() };
        let paper = Paper::of(LetterId(self.fresh_id()?), seats).ok_or_else(none)?;
        let letter = BatchLetter::from(self.change(|tx| paper.issue(tx, "issue_letter"))?);
        lines.iter_mut().for_each(|line| line.issued = Some(letter.clone()));
        Ok(BatchDone { lines, stopped: false })
    }

    /// Every request with its seat, or with why it has none.
    fn take_seats(
        &self,
        batch: &Batch,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<(Vec<BatchLine>, Vec<Seat>), AppError> {
        let (mut lines, mut seats) = (Vec::new(), Vec::new());
        for (at, case) in batch.cases.iter().enumerate() {
            if watch(progress(at, batch)).is_break() {
                return Err(AppError::Store(StoreError::Stopped));
            }
            let mut line = self.line(*case);
            match self.checked_seat(*case, batch) {
                Ok(seat) => seats.push(seat),
                Err(error) => line.why = reasons(error),
            }
            lines.push(line);
        }
        Ok((lines, seats))
    }

    /// A seat whose own letter could be issued, which has all that a row of a letter about many says too.
    fn checked_seat(&self, case: CaseId, batch: &Batch) -> Result<Seat, AppError> {
        let seat = self.batch_seat(case, &batch.letter)?;
        let alone = Paper::alone(LetterId(self.fresh_id()?), seat);
        alone.would(self.now())?;
        Ok(alone.into_first())
    }

    /// A seat at the current step, unless the step has that letter already: a batch never makes a second one by mistake.
    fn batch_seat(&self, case: CaseId, request: &LetterRequest) -> Result<Seat, AppError> {
        let seat = self.seat(case, None, None, request)?;
        let Some(held) = seat.case.letter_at(seat.case.step, &request.template) else { return Ok(seat) };
        let number = held.number.as_ref().map(|number| format!(" dengan nomor {}", number.text)).unwrap_or_default();
        let text = format!(
            "Surat ini sudah diterbitkan pada langkah {}{number}. Bila perlu diganti, buat koreksinya di permohonan itu.",
            held.step
        );
        Err(AppError::Conflict { field: "cases", text })
    }

    /// Who a request is about. A case that is not there has its reason elsewhere.
    fn line(&self, case: CaseId) -> BatchLine {
        let state = self.case_state(case).ok();
        let owner = state.as_ref().and_then(|state| self.read().owner(state.owner).ok().flatten());
        BatchLine {
            case,
            agenda: state.map(|state| state.agenda.text).unwrap_or_default(),
            owner: owner.and_then(|row| row.recorded.known().map(|known| known.details.full_name())).unwrap_or_default(),
            issued: None,
            why: Vec::new(),
        }
    }
}

impl From<Issued> for BatchLetter {
    fn from(issued: Issued) -> Self {
        Self { letter: issued.letter, version: issued.version, number: issued.number }
    }
}

const NONE: &str = "Belum ada permohonan yang dipilih. Pilih paling sedikit satu.";

fn check_cases(batch: &Batch) -> Result<(), AppError> {
    let refuse = |text: String| Err(AppError::Input { field: "cases", text });
    let distinct: BTreeSet<_> = batch.cases.iter().map(|case| case.0).collect();
    match batch.cases.len() {
        0 => refuse(NONE.to_owned()),
        1 if batch.shape == BatchShape::Together => refuse("Satu surat untuk bersama memerlukan paling sedikit dua permohonan.".to_owned()),
        count if count > MOST => {
            refuse(format!("Paling banyak {MOST} permohonan sekaligus; yang dipilih {count}. Bagi menjadi beberapa kali."))
        }
        count if distinct.len() < count => {
            refuse("Ada permohonan yang terpilih dua kali. Pilih setiap permohonan satu kali saja.".to_owned())
        }
        _ if batch.letter.corrects.is_some() => {
            refuse("Koreksi dibuat dari permohonannya, bukan untuk banyak permohonan sekaligus.".to_owned())
        }
        _ => Ok(()),
    }
}

fn progress(done: usize, batch: &Batch) -> Progress {
    Progress { stage: Stage::Letters, done: done as u64, total: batch.cases.len() as u64 }
}

/// What the officer has to do, one sentence for each thing.
pub(crate) fn reasons(error: AppError) -> Vec<String> {
    match error {
        AppError::Letter(faults) => {
            let mut seen = BTreeSet::new();
            faults.into_iter().map(|fault| fault.message).filter(|message| seen.insert(message.clone())).collect()
        }
        other => vec![other.to_string()],
    }
}
