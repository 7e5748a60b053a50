//! Issuing a letter: number, page, stored bytes and fact in one transaction. A number is taken only by a letter that is on the disk.

use super::compose::LetterRequest;
use crate::cases::{DOCUMENT_LIMIT, act_within};
use crate::content::LibraryTemplate;
use crate::error::AppError;
use crate::office::Office;
use crate::register;
use sandika_domain::case::{Case, Command, LetterIssue};
use sandika_domain::fact::{Fact, FileRef};
use sandika_domain::ids::{CaseId, EntryId, LetterId};
use sandika_letters::Typesetter;
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
    /// The case as it is now.
    pub case: Case,
}

impl Office {
    /// The letter as it would be, marked as a draft: without number and code. Answers with the PDF.
    ///
    /// # Errors
    /// [`AppError::Letter`] naming every value that is missing.
    pub fn preview_letter(&self, id: CaseId, request: LetterRequest) -> Result<Vec<u8>, AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let model = self.letter_draft(case, &bench.sop, request)?.compose(&bench, None, None)?;
        Ok(Typesetter::shared().render(&model)?.bytes)
    }

    /// Issues a letter at a step. `corrects` names the letter that this one replaces as its next version; a correction draws a number of its own.
    ///
    /// # Errors
    /// [`AppError::Letter`], [`AppError::Rejected`], [`AppError::Number`]; then no number was used.
    pub fn issue_letter(
        &mut self,
        id: CaseId,
        seen: Option<u64>,
        step: u32,
        corrects: Option<LetterId>,
        request: LetterRequest,
    ) -> Result<Issued, AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let (letter, version) = match corrects {
            Some(old) => (old, case.letters.iter().find(|held| held.letter == old).map_or(1, |held| held.version + 1)),
            None => (LetterId(self.fresh_id()?), 1),
        };
        let draft = self.letter_draft(case, &bench.sop, request)?;
        let (entry, adoption) = (EntryId(self.fresh_id()?), EntryId(self.fresh_id()?));
        self.change(|tx| {
            keep_text(tx, adoption, &draft.template)?;
            let template = &draft.template.template;
            let number = match template.register.as_str() {
                "" => None,
                register => Some(register::take(tx, &draft.profile, register, &template.classification, draft.dated, draft.sequence)?),
            };
            let model = draft.compose(&bench, number.as_ref().map(|number| number.text.as_str()), Some((letter, version)))?;
            let pdf = Typesetter::shared().render(&model)?;
            let stored = tx.read().put_blob(&pdf.bytes, DOCUMENT_LIMIT)?;
            let file = FileRef { hash: stored.hash, size: stored.size, media: "application/pdf".to_owned() };
            let issue = LetterIssue {
                letter,
                version,
                template: template.id.clone(),
                anywhere: template.anywhere,
                template_hash: draft.template.hash.clone(),
                step,
                number: number.clone(),
                dated: draft.dated,
                file: file.clone(),
                pages: u32::try_from(pdf.pages).unwrap_or(u32::MAX),
                title: model.title,
            };
            let case = act_within(tx, "issue_letter", entry, &bench, (id, seen), Command::IssueLetter(issue))?;
            Ok(Issued { letter, version, number: number.map(|number| number.text), file, case })
        })
    }
}

/// Keeps the text that a letter is issued from, unless the journal has it already: what was issued can be explained for ever.
fn keep_text(tx: &mut Tx<'_>, entry: EntryId, library: &LibraryTemplate) -> Result<(), AppError> {
    if tx.read().template(&library.hash)?.is_some() {
        return Ok(());
    }
    let LibraryTemplate { template, hash, text, origin } = library;
    let facts = vec![Fact::TemplateAdopted { template: template.id.clone(), hash: hash.clone(), text: text.clone(), origin: *origin }];
    tx.record(&Recording { entry, action: "keep_template".to_owned(), case: None, person: None, facts })?;
    Ok(())
}
