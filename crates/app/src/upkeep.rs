//! Around the work: drafts, search, and the upkeep of the store.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::ids::{CaseId, LetterId, OwnerId, PersonId};
use sandika_store::{Draft, DraftSubject, Hit, HitKind, QueueCount, Rebuilt, Report};

/// Something that a search found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it is, and where the next page begins.
    pub hit: Hit,
    /// Name of the owner, or title of the letter.
    pub title: String,
    /// Agenda and institution, institution, or number.
    pub detail: String,
}

/// Longest draft, bytes.
const DRAFT_LIMIT: usize = 512 * 1024;
/// Longest search text, characters.
const SEARCH_LIMIT: usize = 200;

impl Office {
    /// Keeps what is being typed. Never validated: a draft may be as wrong as typing is.
    ///
    /// # Errors
    /// [`AppError::Input`] beyond half a megabyte or for a key that is no key.
    pub fn save_draft(&mut self, key: &str, body: &str, case: Option<CaseId>, person: Option<PersonId>) -> Result<(), AppError> {
        check_key(key)?;
        if body.len() > DRAFT_LIMIT {
            return Err(AppError::Input {
                field: "body",
                text: format!("Konsep terlalu besar: {} bita, paling banyak {DRAFT_LIMIT}.", body.len()),
            });
        }
        let draft = Draft { key: key.to_owned(), subject: DraftSubject { case, person }, body: body.to_owned(), saved_at: self.now() };
        Ok(self.store.save_draft(&draft)?)
    }

    /// A draft, if there is one.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn draft(&self, key: &str) -> Result<Option<Draft>, AppError> {
        Ok(self.read().draft(key)?)
    }

    /// Every draft.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn drafts(&self) -> Result<Vec<Draft>, AppError> {
        Ok(self.read().drafts()?)
    }

    /// Throws a draft away. True if there was one.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn discard_draft(&mut self, key: &str) -> Result<bool, AppError> {
        Ok(self.store.discard_draft(key)?)
    }

    /// What matches a text, newest first, with the words to show it by.
    ///
    /// # Errors
    /// [`AppError::Input`] for a text that nobody types.
    pub fn search(&self, text: &str, kind: HitKind, before: Option<i64>, limit: usize) -> Result<Vec<Found>, AppError> {
        if text.chars().count() > SEARCH_LIMIT {
            return Err(AppError::Input {
                field: "text",
                text: format!("Teks pencarian terlalu panjang, paling banyak {SEARCH_LIMIT} karakter."),
            });
        }
        let hits = self.read().search(text, kind, before, limit.clamp(1, crate::PAGE))?;
        hits.into_iter().map(|hit| self.found(hit)).collect()
    }

    fn found(&self, hit: Hit) -> Result<Found, AppError> {
        let (title, detail) = match hit.kind {
            HitKind::Case => self
                .read()
                .case_row(CaseId(hit.id))?
                .map(|row| (row.owner_name, format!("Agenda {} · {}", row.agenda.text, row.institution))),
            HitKind::Owner => self.read().owner(OwnerId(hit.id))?.map(|row| {
                let institution = row.recorded.known().map(|known| known.details.institution.clone());
                (row.name, institution.unwrap_or_default())
            }),
            HitKind::Letter => self.read().letter(LetterId(hit.id))?.into_iter().find(|row| row.born == hit.born).map(|row| {
                let number = row.number.map(|number| number.text).unwrap_or_default();
                (row.title, number)
            }),
        }
        .unwrap_or_default();
        Ok(Found { hit, title, detail })
    }

    /// How many cases there are, by service and standing.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn counts(&self) -> Result<Vec<QueueCount>, AppError> {
        Ok(self.read().queue_counts()?)
    }

    /// Checks journal, stored files and projections. Goes on after a fault and names all of them. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Store`] when it was stopped, and only when checking itself is impossible.
    pub fn verify(&self) -> Result<Report, AppError> {
        Ok(self.store.verify(&mut self.ports.work.begin())?)
    }

    /// Makes every projection anew from the journal. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Store`], also when it was stopped; then everything is as it was.
    pub fn rebuild(&mut self) -> Result<Rebuilt, AppError> {
        let work = self.ports.work.clone();
        Ok(self.store.rebuild(&mut work.begin())?)
    }
}

fn check_key(key: &str) -> Result<(), AppError> {
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '/' | ':' | '.');
    if !key.is_empty() && key.len() <= 200 && key.chars().all(plain) {
        return Ok(());
    }
    Err(AppError::Input {
        field: "key",
        text: "Kunci konsep hanya boleh berisi huruf, angka, dan tanda - _ / : . , paling banyak 200 karakter.".to_owned(),
    })
}
