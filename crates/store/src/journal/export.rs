//! Entries as they are chained, for a file that can be read and verified without the store.

use super::persons::PersonKey;
use super::{chain, seal};
use crate::sql::Id;
use crate::{Ledger, StoreError};
use data_encoding::HEXLOWER;
use rusqlite::Params;
use sandika_domain::ids::CaseId;

/// An entry as it goes into such a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedEntry {
    /// Place in this store's journal.
    pub seq: i64,
    /// SHA-256 of the text, lower-case hex, as it is stored.
    pub hash: String,
    /// The text, exactly as the hash was taken over it.
    pub body: String,
    /// What the text keeps sealed.
    pub personal: ExportedParts,
}

/// The personal parts of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportedParts {
    /// It has none, or they were not asked for.
    None,
    /// As a JSON array, one place for each fact, null where a fact has none.
    Known(String),
    /// The person's key was destroyed.
    Erased,
    /// They do not open though they should; a verification of the office tells why.
    Unreadable,
}

impl Ledger {
    /// Hands the entries from place `first` to place `last` to `each`, in order. `personal`: their personal parts are opened.
    ///
    /// # Errors
    /// What `each` answers, and [`StoreError`] when the journal cannot be read.
    pub fn export_entries<E: From<StoreError>>(
        &self,
        (first, last): (i64, i64),
        personal: bool,
        mut each: impl FnMut(ExportedEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        self.hand_out("SELECT seq, body, hash FROM entry WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq", [first, last], personal, &mut each)
    }

    /// The same with the entries of one case, opened.
    ///
    /// # Errors
    /// As [`Self::export_entries`].
    pub fn export_case<E: From<StoreError>>(&self, case: CaseId, mut each: impl FnMut(ExportedEntry) -> Result<(), E>) -> Result<(), E> {
        self.hand_out("SELECT seq, body, hash FROM entry WHERE case_id = ?1 ORDER BY seq", [Id(case.0)], true, &mut each)
    }

    fn hand_out<E: From<StoreError>>(
        &self,
        sql: &str,
        params: impl Params,
        personal: bool,
        each: &mut dyn FnMut(ExportedEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.conn().prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query(params).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let read = || Ok::<_, rusqlite::Error>((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?));
            let (seq, body, hash) = read().map_err(StoreError::from)?;
            let personal = if personal { self.parts(seq, &body)? } else { ExportedParts::None };
            each(ExportedEntry { seq, hash: HEXLOWER.encode(&hash), body, personal })?;
        }
        Ok(())
    }

    fn parts(&self, seq: i64, text: &str) -> Result<ExportedParts, StoreError> {
        let Ok(body) = chain::read(seq, text) else { return Ok(ExportedParts::Unreadable) };
        let Some(sealed) = &body.sealed else { return Ok(ExportedParts::None) };
        let Some(person) = body.header.person else { return Ok(ExportedParts::Unreadable) };
        Ok(match self.persons().find(self.conn(), person)? {
            PersonKey::Known(key) => {
                seal::opened_text(&key, body.header.id, sealed).map_or(ExportedParts::Unreadable, ExportedParts::Known)
            }
            PersonKey::Destroyed => ExportedParts::Erased,
            PersonKey::Missing => ExportedParts::Unreadable,
        })
    }
}
