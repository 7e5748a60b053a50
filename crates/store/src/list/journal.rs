//! The journal as it is looked through: its entries, the newest first; one entry with its hash; and what was said of a thing before.

use super::{Conditions, rows};
use crate::journal::chain::{self, Hash};
use crate::journal::{self, Entry, Tip, clock};
use crate::project::Subject;
use crate::sql::{At, Id};
use crate::{Ledger, MAX_FACTS, StoreError};
use data_encoding::HEXLOWER;
use rusqlite::{OptionalExtension, Row};
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::CaseId;

/// Which entries are asked for. Everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// By this user.
    pub actor: Option<String>,
    /// Of this action.
    pub action: Option<String>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// Its place, which is the cursor too: the page after this row is asked for with it.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// User name.
    pub actor: String,
    /// The command.
    pub action: String,
    /// Its case, if it belongs to one.
    pub case: Option<CaseId>,
    /// Agenda number of that case; empty if it has none.
    pub agenda: String,
}

/// One entry as it stands in the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainedEntry {
    /// Who, when, what.
    pub entry: Entry,
    /// SHA-256 of its text, lower-case hex, as it is stored.
    pub hash: String,
    /// That of the entry of its desk before it, as its text names it; none for the first one.
    pub prev: Option<String>,
    /// The text is the one that its hash was taken over.
    pub whole: bool,
}

/// The end of the journal, which stands for everything before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalHead {
    /// Place of the last entry; 0 if there is none.
    pub seq: i64,
    /// Its SHA-256 in lower-case hex; empty if there is none.
    pub hash: String,
}

/// The distinct values of an indexed column, each found by one step into the index.
const ACTORS: &str = "WITH RECURSIVE one (name) AS (SELECT min(actor) FROM entry UNION ALL
                        SELECT (SELECT min(actor) FROM entry WHERE actor > one.name) FROM one WHERE one.name IS NOT NULL)
                      SELECT name FROM one WHERE name IS NOT NULL";
const ACTIONS: &str = "WITH RECURSIVE one (name) AS (SELECT min(action) FROM entry UNION ALL
                         SELECT (SELECT min(action) FROM entry WHERE action > one.name) FROM one WHERE one.name IS NOT NULL)
                       SELECT name FROM one WHERE name IS NOT NULL";

impl Ledger {
    /// A page of the journal, the newest first. Hand in the last row's `seq` as `before` for the next page.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn journal(&self, filter: &JournalFilter, before: Option<i64>, limit: usize) -> Result<Vec<JournalRow>, StoreError> {
        let mut conditions = Conditions::default();
        conditions.begin_branch(
            "SELECT e.seq, e.at, e.actor, e.action, e.case_id, coalesce(c.agenda_text, '') AS agenda
             FROM entry e LEFT JOIN case_row c ON c.id = e.case_id",
        );
        if filter.from.is_some() || filter.until.is_some() {
            // Places and moments rise together but for a clock that was set back, so the period is looked up in its own index first.
            let (from, until) =
                (filter.from.map_or(i64::MIN, |at| at.timestamp_millis()), filter.until.map_or(i64::MAX, |at| at.timestamp_millis()));
            let Some((first, last)) = self.places(from, until)? else { return Ok(Vec::new()) };
            conditions.add("e.seq >= ?", first);
            conditions.add("e.seq <= ?", last);
            conditions.add("e.at >= ?", from);
            conditions.add("e.at < ?", until);
        }
        if let Some(before) = before {
            conditions.add("e.seq < ?", before);
        }
        if let Some(actor) = &filter.actor {
            conditions.add("e.actor = ?", actor.clone());
        }
        if let Some(action) = &filter.action {
            conditions.add("e.action = ?", action.clone());
        }
        let sql = format!("{} ORDER BY e.seq DESC LIMIT {limit}", conditions.sql);
        conditions.rows(self.conn(), &sql, of)
    }

    /// First and last place of the entries of a period, in milliseconds, the end not included; `None` if there are none.
    fn places(&self, from: i64, until: i64) -> Result<Option<(i64, i64)>, StoreError> {
        let sql = "SELECT min(seq), max(seq) FROM entry WHERE at >= ?1 AND at < ?2";
        let found: (Option<i64>, Option<i64>) =
            self.conn().prepare_cached(sql)?.query_row([from, until], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.0.zip(found.1))
    }

    /// First and last place of a period's entries; those between them belong to it but for what a clock that was set back has displaced.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn journal_places(&self, from: Option<Moment>, until: Option<Moment>) -> Result<Option<(i64, i64)>, StoreError> {
        self.places(from.map_or(i64::MIN, |at| at.timestamp_millis()), until.map_or(i64::MAX, |at| at.timestamp_millis()))
    }

    /// Everybody whom the journal names as user, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn journal_actors(&self) -> Result<Vec<String>, StoreError> {
        rows(self.conn(), ACTORS, [], |row| row.get(0))
    }

    /// Every action that the journal has, by its word.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn journal_actions(&self) -> Result<Vec<String>, StoreError> {
        rows(self.conn(), ACTIONS, [], |row| row.get(0))
    }

    /// Where the journal ends.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn journal_head(&self) -> Result<JournalHead, StoreError> {
        let Tip { seq, hash } = Tip::of(self.conn())?;
        Ok(JournalHead { seq, hash: if seq == 0 { String::new() } else { HEXLOWER.encode(&hash) } })
    }

    /// One entry as it stands in the chain; `None` if there is none at that place.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when its text or a sealed part is broken.
    pub fn journal_entry(&self, seq: i64) -> Result<Option<ChainedEntry>, StoreError> {
        let sql = "SELECT body, hash FROM entry WHERE seq = ?1";
        let found: Option<(String, Vec<u8>)> =
            self.conn().prepare_cached(sql)?.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((text, hash)) = found else { return Ok(None) };
        let entry = journal::read(self.conn(), self.persons(), seq, &text)?;
        let body = chain::read(seq, &text).map_err(|why| StoreError::EntryUnreadable { seq, why })?;
        let whole = Hash::try_from(hash.as_slice()).is_ok_and(|hash| hash == chain::hash(&text));
        Ok(Some(ChainedEntry { entry, hash: HEXLOWER.encode(&hash), prev: body.prev, whole }))
    }

    /// The facts that said how a thing stands before the fact `index` of entry `seq`, the newest first, at most `most`.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when an entry of them is broken.
    pub fn said_before(&self, subject: &Subject, seq: i64, index: usize, most: usize) -> Result<Vec<Fact>, StoreError> {
        let sql = format!("SELECT born FROM journal_subject WHERE kind = ?1 AND id = ?2 AND born < ?3 ORDER BY born DESC LIMIT {most}");
        let places: Vec<i64> = rows(self.conn(), &sql, (subject.kind.word(), &subject.id, journal::born(seq, index)), |row| row.get(0))?;
        let mut facts = Vec::with_capacity(places.len());
        for born in places {
            let (seq, index) = (born / MAX_FACTS as i64, usize::try_from(born % MAX_FACTS as i64).unwrap_or_default());
            let entry = self.journal_entry(seq)?.map(|chained| chained.entry.facts);
            facts.extend(entry.and_then(|mut facts| (index < facts.len()).then(|| facts.swap_remove(index))));
        }
        Ok(facts)
    }

    /// Entries that note that the clock has moved, oldest first.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when one is broken.
    pub fn clock_moves(&self) -> Result<Vec<Entry>, StoreError> {
        self.entries_at(rows(self.conn(), "SELECT seq FROM entry WHERE action = ?1 ORDER BY seq", [clock::ACTION], |row| row.get(0))?)
    }

    /// The same, right before entries of a case.
    ///
    /// # Errors
    /// [`StoreError::EntryUnreadable`] when one is broken.
    pub fn clock_moves_of(&self, case: CaseId) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT c.seq FROM entry e CROSS JOIN entry c ON c.seq = e.seq - 1 WHERE e.case_id = ?1 AND c.action = ?2 ORDER BY c.seq";
        self.entries_at(rows(self.conn(), sql, (Id(case.0), clock::ACTION), |row| row.get(0))?)
    }

    fn entries_at(&self, places: Vec<i64>) -> Result<Vec<Entry>, StoreError> {
        let entries = places.into_iter().map(|seq| Ok(self.journal_entry(seq)?.map(|chained| chained.entry)));
        entries.filter_map(Result::transpose).collect()
    }
}

fn of(row: &Row<'_>) -> rusqlite::Result<JournalRow> {
    Ok(JournalRow {
        seq: row.get("seq")?,
        at: row.get::<_, At>("at")?.0,
        actor: row.get("actor")?,
        action: row.get("action")?,
        case: row.get::<_, Option<Id>>("case_id")?.map(|id| CaseId(id.0)),
        agenda: row.get("agenda")?,
    })
}

#[cfg(test)]
mod tests {
    use crate::support::*;

    #[test]
    fn each_way_of_looking_for_entries_has_its_index() {
        let office = office();
        let conn = office.store.read().conn();
        for (sql, index) in [
            ("SELECT seq FROM entry e WHERE e.actor = 'x' AND e.seq < 9 ORDER BY e.seq DESC", "entry_actor"),
            ("SELECT seq FROM entry e WHERE e.action = 'x' ORDER BY e.seq DESC", "entry_action"),
            ("SELECT min(seq), max(seq) FROM entry WHERE at >= 1 AND at < 2", "COVERING INDEX entry_at"),
            ("SELECT born FROM journal_subject WHERE kind = 'owner' AND id = 'x' AND born < 9 ORDER BY born DESC", "journal_subject_thing"),
        ] {
            let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps: Vec<String> = statement.query_map([], |row| row.get("detail")).unwrap().map(Result::unwrap).collect();
            assert!(steps.iter().any(|step| step.contains(index)), "{sql}: {steps:?}");
            assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{sql}: {steps:?}");
        }
    }
}
