//! A print set: several papers of a case sent out in one go, each as a letter of its own in the queue. Companions that the case does not have yet, such as
//! the disposition sheet, are issued first; what cannot be sent is told and holds up no other paper.

use super::OutgoingLetter;
use crate::error::AppError;
use crate::letters::{LetterRequest, reasons};
use crate::office::Office;
use chrono::TimeDelta;
use sandika_domain::case::{Case, Rejection, Status, changed_since, possible_copies};
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::letter::model::Paper;
use sandika_store::{LetterRow, Way};
use std::collections::BTreeSet;

/// Companions in the order in which they follow the letters of a set. The first two go with every case.
const COMPANIONS: [&str; 4] = ["lembar-disposisi", "daftar-kelengkapan", "kartu-kendali", "tanda-terima-berkas"];

/// Which of them are suggested for a case that does not have them yet.
const WITH_EVERY_CASE: usize = 2;

/// Most papers of a set.
const MOST: usize = 50;

/// A paper that can be part of a set.
#[derive(Clone, Debug)]
pub struct SetPaper {
    /// Template id.
    pub template: String,
    /// What it is called.
    pub title: String,
    /// The letter in its newest version; none of a companion that has not been issued.
    pub letter: Option<LetterRow>,
    /// It can be issued anew from what the case says now, without a number.
    pub companion: bool,
    /// The case has changed since this companion was issued.
    pub outdated: bool,
    /// It belongs to a set unless the officer leaves it out.
    pub suggested: bool,
    /// Sending it again asks for a reason.
    pub reason_needed: bool,
    /// Its paper; none where it cannot be read.
    pub paper: Option<Paper>,
    /// Why a companion cannot be issued, in the officer's words; empty where nothing stands in the way, and for what is issued.
    pub why: Vec<String>,
}

/// A paper that an officer has chosen.
#[derive(Clone, Debug)]
pub struct SetItem {
    /// Template id.
    pub template: String,
    /// The letter and the version that the officer saw; none of a companion that is issued for the set.
    pub letter: Option<(LetterId, u32)>,
    /// Copies.
    pub copies: u32,
    /// The companion is issued anew, as its next version.
    pub renew: bool,
}

/// What became of a paper of a set when it was put into the queue.
#[derive(Clone, Debug)]
pub struct SetLine {
    /// What it is called; the template's id where nothing else is known.
    pub title: String,
    /// The letter, once there is one: issued by then, even where it could not be sent.
    pub letter: Option<(LetterId, u32)>,
    /// In the queue, or why not, in the officer's words.
    pub queued: Result<OutgoingLetter, Vec<String>>,
}

impl Office {
    /// The papers of a case that can be printed together, in the order in which they come out: its letters as they were issued, without those that
    /// are void, then the companions. A companion that the case does not have stands there only while the case can still get it.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn print_set(&self, id: CaseId) -> Result<Vec<SetPaper>, AppError> {
        let case = self.case_state(id)?;
        let held = self.newest_letters(&case)?;
        let (companions, mut letters): (Vec<_>, Vec<_>) = held.into_iter().partition(|row| self.is_companion(&row.template));
        letters.sort_by_key(|row| row.born);
        let mut set = letters.into_iter().map(|row| self.issued_paper(&case, row)).collect::<Result<Vec<_>, _>>()?;
        for template in self.companions() {
            // Of two control cards the later one is the card of the case.
            let of_it = companions.iter().filter(|row| row.template == template).max_by_key(|row| row.born);
            match of_it {
                Some(row) => set.push(self.issued_paper(&case, row.clone())?),
                None if case.status == Status::Open => set.push(self.unissued_paper(&case, &template)?),
                None => {}
            }
        }
        Ok(set)
    }

    /// Puts the papers of a set into the queue, in their order. Answers with what became of each. Nothing is issued or sent where the choice as a whole
    /// cannot be carried out.
    ///
    /// # Errors
    /// [`AppError::Input`] for no paper, too many, or one twice, and where no outgoing folder is chosen; [`AppError::Rejected`] for impossible copies,
    /// and where one of them goes out again without a reason.
    pub fn send_set(&mut self, id: CaseId, items: &[SetItem], way: &Way, reason: &str) -> Result<Vec<SetLine>, AppError> {
        self.carrier(way)?;
        let held = self.checked_items(id, items, reason)?;
        let mut lines = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let mut line = self.set_line(item, &held);
            line.queued = match self.send_item(id, item, &mut line, way, reason) {
                // Moments of the queue are told apart by milliseconds: a set comes out in its order.
                Ok(queued) => self.put_behind(queued, TimeDelta::milliseconds(at as i64)).map_err(reasons),
                Err(error) => Err(reasons(error)),
            };
            lines.push(line);
        }
        Ok(lines)
    }

    /// What holds for a set as a whole, asked before anything is done. Answers with the letters that it may name.
    fn checked_items(&self, id: CaseId, items: &[SetItem], reason: &str) -> Result<Vec<LetterRow>, AppError> {
        let unfit = |text: String| AppError::Input { field: "papers", text };
        if items.is_empty() {
            return Err(unfit("Belum ada surat yang dipilih. Centang paling sedikit satu.".to_owned()));
        }
        if items.len() > MOST {
            return Err(unfit(format!("Paling banyak {MOST} surat sekali cetak. Cetak sisanya sesudahnya.")));
        }
        let mut seen = BTreeSet::new();
        if !items.iter().all(|item| seen.insert((&item.template, item.letter.map(|(letter, _)| letter)))) {
            return Err(unfit("Ada surat yang dipilih dua kali. Atur rangkapnya bila perlu lebih dari satu.".to_owned()));
        }
        items.iter().try_for_each(|item| possible_copies(item.copies))?;
        let held = self.newest_letters(&self.case_state(id)?)?;
        for item in items.iter().filter(|item| !item.renew) {
            let row = item.letter.and_then(|(letter, version)| held.iter().find(|row| (row.id, row.version) == (letter, version)));
            // Any other refusal is the paper's own, and told there.
            if let Some(Err(AppError::Rejected(Rejection::ReprintReason))) = row.map(|row| self.may_go_out(row, item.copies, reason)) {
                return Err(Rejection::ReprintReason.into());
            }
        }
        Ok(held)
    }

    fn set_line(&self, item: &SetItem, held: &[LetterRow]) -> SetLine {
        let row = item.letter.and_then(|(letter, _)| held.iter().find(|row| row.id == letter));
        let named = || self.library_template(&item.template).map(|library| library.template.name.clone());
        let title = row.map_or_else(|| named().unwrap_or_else(|_| item.template.clone()), |row| row.title.clone());
        SetLine { title, letter: item.letter, queued: Err(Vec::new()) }
    }

    /// Issues the paper where that is asked for, and queues it.
    fn send_item(&mut self, id: CaseId, item: &SetItem, line: &mut SetLine, way: &Way, reason: &str) -> Result<OutgoingLetter, AppError> {
        let held = self.newest_letters(&self.case_state(id)?)?;
        let letter = match item.letter {
            Some((letter, version)) => {
                let row = held.iter().find(|row| row.id == letter).ok_or_else(|| AppError::not_found("papers", "Surat", letter))?;
                if row.version != version {
                    let text = format!("Surat ini sudah dikoreksi menjadi versi {}. Periksa lagi sebelum mencetaknya.", row.version);
                    return Err(AppError::Conflict { field: "papers", text });
                }
                if item.renew { self.issue_companion(id, item, Some(letter))? } else { letter }
            }
            None if held.iter().any(|row| row.template == item.template) => {
                let text = "Surat ini sudah dibuat sementara itu. Buka lagi Cetak set untuk mencetaknya.".to_owned();
                return Err(AppError::Conflict { field: "papers", text });
            }
            None => self.issue_companion(id, item, None)?,
        };
        let queued = self.send_letter(letter, item.copies, way.clone(), reason);
        let version = self.letter(letter, None)?.version;
        line.letter = Some((letter, version));
        queued
    }

    /// Issues a companion from what the case says now. Letters with a number are never issued in passing.
    fn issue_companion(&mut self, id: CaseId, item: &SetItem, corrects: Option<LetterId>) -> Result<LetterId, AppError> {
        if !self.is_companion(&item.template) {
            let text = "Surat ini diterbitkan pada langkahnya sendiri, bukan bersama cetak set. Susun suratnya dahulu.".to_owned();
            return Err(AppError::Input { field: "papers", text });
        }
        let case = self.case_state(id)?;
        let old = corrects.and_then(|old| case.letter(old));
        let step = old.map_or(case.step, |held| held.step);
        let request = LetterRequest { template: item.template.clone(), corrects, ..old.map(LetterRequest::said_of).unwrap_or_default() };
        Ok(self.issue_letter(id, None, step, &request)?.letter)
    }

    fn put_behind(&mut self, mut queued: OutgoingLetter, later: TimeDelta) -> Result<OutgoingLetter, AppError> {
        queued.outgoing.queued_at += later;
        self.store.keep_outgoing(&queued.outgoing)?;
        Ok(queued)
    }

    /// The newest version of each letter of a case that is not void.
    fn newest_letters(&self, case: &Case) -> Result<Vec<LetterRow>, AppError> {
        let held = case.letters.iter().filter(|held| !held.voided);
        held.map(|held| self.letter(held.letter, Some(held.version))).collect()
    }

    /// Templates of companions: they may be issued at any step and take no number. Those that the core knows come first, others by their names.
    fn companions(&self) -> Vec<String> {
        let all = self.content.templates.values().map(|library| &library.template).filter(|template| self.is_companion(&template.id));
        let place = |id: &str| COMPANIONS.iter().position(|known| *known == id).unwrap_or(COMPANIONS.len());
        let mut all: Vec<_> = all.map(|template| (place(&template.id), template.name.clone(), template.id.clone())).collect();
        all.sort();
        all.into_iter().map(|(_, _, id)| id).collect()
    }

    fn is_companion(&self, template: &str) -> bool {
        self.library_template(template).is_ok_and(|library| library.template.anywhere && library.template.register.is_empty())
    }

    fn issued_paper(&self, case: &Case, row: LetterRow) -> Result<SetPaper, AppError> {
        let known = self.printing_of(row.id)?;
        let companion = self.is_companion(&row.template);
        Ok(SetPaper {
            template: row.template.clone(),
            title: row.title.clone(),
            companion,
            outdated: companion && changed_since(case, row.issued_at),
            // What came back signed, or was printed, lies somewhere already.
            suggested: !known.reason_needed && row.returned.is_none(),
            reason_needed: known.reason_needed,
            paper: known.paper,
            why: Vec::new(),
            letter: Some(row),
        })
    }

    fn unissued_paper(&self, case: &Case, template: &str) -> Result<SetPaper, AppError> {
        let request = LetterRequest { template: template.to_owned(), ..LetterRequest::default() };
        let why = self.would_issue(case.id, &request).err().map(reasons).unwrap_or_default();
        let suggested = why.is_empty() && COMPANIONS.iter().take(WITH_EVERY_CASE).any(|known| *known == template);
        let title = self.library_template(template)?.template.name.clone();
        let paper = Some(self.needed_profile()?.page.paper);
        let template = template.to_owned();
        Ok(SetPaper { template, title, letter: None, companion: true, outdated: false, suggested, reason_needed: false, paper, why })
    }
}
