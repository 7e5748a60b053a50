//! Texts of letter templates: one row for each, and which of them the office uses.

use super::Place;
use crate::StoreError;
use crate::sql::At;
use rusqlite::{Connection, params};
use sandika_domain::document::Word;
use sandika_domain::fact::{AdoptedTemplate, Fact};
use sandika_domain::letter::TemplateOrigin;

/// Carries over what a fact says of a template.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    match fact {
        Fact::TemplateAdopted(AdoptedTemplate { template, hash, text, origin }) => {
            let chosen = *origin == TemplateOrigin::Office;
            if chosen {
                put_away(conn, template)?;
            }
            // A text that comes into use again is the newest again; one that is only kept stays what it was.
            let sql =
                "INSERT INTO template_version (born, hash, template, origin, text, adopted_at, in_use) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                       ON CONFLICT (hash) DO UPDATE SET origin = ?4, adopted_at = ?6, in_use = 1 WHERE ?7 = 1";
            conn.prepare_cached(sql)?.execute(params![place.born, hash, template, origin.word(), text, At(place.header.at), chosen])?;
        }
        Fact::TemplateReset { template } => put_away(conn, template)?,
        _ => {}
    }
    Ok(())
}

fn put_away(conn: &Connection, template: &str) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE template_version SET in_use = 0 WHERE template = ?1 AND in_use = 1")?.execute([template])?;
    Ok(())
}
