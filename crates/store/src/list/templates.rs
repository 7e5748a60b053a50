//! Texts of letter templates that the office saved, or that letters were issued from.

use super::{rows, word};
use crate::sql::At;
use crate::{Ledger, StoreError};
use rusqlite::{OptionalExtension, Row};
use sandika_domain::fact::Moment;
use sandika_domain::letter::TemplateOrigin;

/// A text of a letter template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRow {
    /// Template id.
    pub template: String,
    /// SHA-256 of the text, lower-case hex.
    pub hash: String,
    /// Which text of its template this office has had first, second, …; from 1. It keeps its number when it comes into use again.
    pub number: u32,
    /// Where it came from.
    pub origin: TemplateOrigin,
    /// The text.
    pub text: String,
    /// When it was last taken into use, or a letter was first issued from it.
    pub adopted_at: Moment,
    /// The office saved it, and has neither saved another nor gone back since.
    pub in_use: bool,
    /// How many versions of letters were issued from it.
    pub letters: u32,
}

/// A text that the office has saved and uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedTemplate {
    /// Template id.
    pub template: String,
    /// SHA-256 of the text, lower-case hex.
    pub hash: String,
    /// The text.
    pub text: String,
}

const SELECT: &str = "SELECT t.*, (SELECT count(*) FROM template_version e WHERE e.template = t.template AND e.born <= t.born) AS number,
    (SELECT count(*) FROM letter_row l WHERE l.template_hash = t.hash) AS letters FROM template_version t";

impl Ledger {
    /// The texts of a template, the one taken into use last first.
    pub fn templates(&self, template: &str) -> Result<Vec<TemplateRow>, StoreError> {
        rows(self.conn(), &format!("{SELECT} WHERE t.template = ?1 ORDER BY t.adopted_at DESC, t.born DESC"), [template], of)
    }

    /// The texts that the office has saved and uses, by template. They are read at every opening, so nothing is counted for them.
    pub fn templates_in_use(&self) -> Result<Vec<SavedTemplate>, StoreError> {
        let sql = "SELECT template, hash, text FROM template_version WHERE in_use = 1 ORDER BY template";
        rows(self.conn(), sql, [], |row| Ok(SavedTemplate { template: row.get(0)?, hash: row.get(1)?, text: row.get(2)? }))
    }

    /// Whether a text is kept. Every letter that is issued asks, so nothing is counted for it.
    pub fn keeps_template(&self, hash: &str) -> Result<bool, StoreError> {
        Ok(self.conn().prepare_cached("SELECT 1 FROM template_version WHERE hash = ?1")?.exists([hash])?)
    }

    /// One text, by its hash.
    pub fn template(&self, hash: &str) -> Result<Option<TemplateRow>, StoreError> {
        let mut statement = self.conn().prepare_cached(&format!("{SELECT} WHERE t.hash = ?1"))?;
        Ok(statement.query_row([hash], of).optional()?)
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<TemplateRow> {
    Ok(TemplateRow {
        template: row.get("template")?,
        hash: row.get("hash")?,
        number: row.get("number")?,
        origin: word(row, "origin")?,
        text: row.get("text")?,
        adopted_at: row.get::<_, At>("adopted_at")?.0,
        in_use: row.get("in_use")?,
        letters: row.get("letters")?,
    })
}
