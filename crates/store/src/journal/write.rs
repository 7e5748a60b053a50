//! Appending an entry.

use super::{EntryHeader, MAX_FACTS, OpenEntry, Recorded, Recording, Tip, chain, clock, seal};
use crate::StoreError;
use crate::bad_entry::BadEntry;
use crate::ledger::Ledger;
use crate::project::{Projector, belongs_to_a_case, subject};
use crate::sql::{At, Id};
use rusqlite::{Connection, OptionalExtension, params};
use sandika_domain::fact::{Fact, Moment};

/// The end of a desk's chain.
struct Head {
    desk_seq: i64,
    hash: Option<chain::Hash>,
    facts: i64,
}

/// Appends one entry to the chain of the ledger's own desk and carries its facts into the projections; before it, where the clock has moved, an
/// entry that says so. Runs within a transaction. Answers with where the journal ends then, too.
pub(crate) fn record(ledger: &Ledger, at: Moment, actor: &str, recording: &Recording) -> Result<(Recorded, Tip), StoreError> {
    check(ledger.conn(), recording)?;
    if let Some(clock) = clock::moved(ledger.conn(), at)? {
        append(ledger, at, actor, &clock::recording(clock)?)?;
    }
    append(ledger, at, actor, recording)
}

/// Notes that the clock has moved since the last entry. Answers with where the journal ends then; nothing if the clock stands as it should.
pub(crate) fn note_clock(ledger: &Ledger, at: Moment, actor: &str) -> Result<Option<Tip>, StoreError> {
    let Some(clock) = clock::moved(ledger.conn(), at)? else { return Ok(None) };
    Ok(Some(append(ledger, at, actor, &clock::recording(clock)?)?.1))
}

/// Appends an entry of another journal as it stands there: its own id, moment, user and place, sealed anew. Runs within a transaction. What is erased of
/// a person is sealed as nothing, and the key goes with the entry that records the erasure.
pub(crate) fn take_in(ledger: &Ledger, entry: &OpenEntry) -> Result<Tip, StoreError> {
    let OpenEntry { header, facts, erased } = entry;
    let recording =
        Recording { entry: header.id, action: header.action.clone(), case: header.case, person: header.person, facts: facts.clone() };
    let bad = |why| Err(refused(&recording, why));
    check(ledger.conn(), &recording)?;
    let sealed = match sealed(ledger, &recording)? {
        Some(_) if *erased => return bad(BadEntry::ErasureDiffers),
        None if *erased => Some(sealed_nothing(ledger, &recording)?),
        sealed => sealed,
    };
    let (recorded, tip) = append_sealed(ledger, header.at, &header.actor, &recording, sealed)?;
    if (recorded.seq, recorded.desk_seq, ledger.desk()) != (header.seq, header.desk_seq, header.desk.as_str()) {
        return bad(BadEntry::OutOfPlace);
    }
    for fact in facts {
        if let Fact::PersonErased { person } = fact {
            ledger.persons().find_or_make(ledger.conn(), *person)?;
            ledger.persons().destroy(ledger.conn(), *person)?;
        }
    }
    Ok(tip)
}

/// As many parts as there are facts, none of which says anything.
fn sealed_nothing(ledger: &Ledger, recording: &Recording) -> Result<String, StoreError> {
    let person = recording.person.ok_or_else(|| refused(recording, BadEntry::PersonRequired))?;
    let key = ledger.persons().find_or_make(ledger.conn(), person)?;
    seal::seal(&key, recording.entry, &format!("[{}]", vec!["null"; recording.facts.len()].join(",")))
}

fn append(ledger: &Ledger, at: Moment, actor: &str, recording: &Recording) -> Result<(Recorded, Tip), StoreError> {
    let sealed = sealed(ledger, recording)?;
    append_sealed(ledger, at, actor, recording, sealed)
}

fn append_sealed(
    ledger: &Ledger,
    at: Moment,
    actor: &str,
    recording: &Recording,
    sealed: Option<String>,
) -> Result<(Recorded, Tip), StoreError> {
    let conn = ledger.conn();
    let head = head(conn, ledger.desk())?;
    let header = EntryHeader {
        seq: last_seq(conn)? + 1,
        id: recording.entry,
        desk: ledger.desk().to_owned(),
        desk_seq: head.desk_seq + 1,
        at,
        actor: actor.to_owned(),
        action: recording.action.clone(),
        case: recording.case,
        person: recording.person,
    };
    let body = chain::write(&header, head.hash.as_ref(), &recording.facts, sealed).map_err(|_| refused(recording, BadEntry::Unwritable))?;
    let hash = chain::hash(&body);
    insert(conn, &header, &body, &hash)?;
    move_head(conn, &header, &hash, head.facts + recording.facts.len() as i64)?;
    let mut projector = Projector::new(conn);
    projector.entry(&header, &recording.facts)?;
    projector.finish()?;
    Ok((Recorded { seq: header.seq, desk_seq: header.desk_seq }, Tip { seq: header.seq, hash }))
}

/// Refuses an entry that does not hold together.
fn check(conn: &Connection, recording: &Recording) -> Result<(), StoreError> {
    let bad = |why| Err(refused(recording, why));
    if recording.facts.is_empty() || recording.facts.len() > MAX_FACTS {
        return bad(BadEntry::FactCount);
    }
    if recording.facts.iter().any(|fact| subject(fact).is_some_and(|person| Some(person) != recording.person)) {
        return bad(BadEntry::WrongPerson);
    }
    if recording.case.is_none() && recording.facts.iter().any(belongs_to_a_case) {
        return bad(BadEntry::WrongCase);
    }
    if exists(conn, "SELECT 1 FROM entry WHERE id = ?1", recording.entry.0)? {
        return bad(BadEntry::Duplicate);
    }
    let Some(case) = recording.case else { return Ok(()) };
    let mut opened = recording.facts.iter().filter_map(|fact| match fact {
        Fact::CaseOpened { case, .. } => Some(*case),
        _ => None,
    });
    let there = exists(conn, "SELECT 1 FROM case_row WHERE id = ?1", case.0)?;
    match opened.next() {
        Some(new) if new != case || opened.next().is_some() => bad(BadEntry::WrongCase),
        Some(_) if there => bad(BadEntry::CaseExists),
        None if !there => Err(StoreError::UnknownCase(case)),
        _ => Ok(()),
    }
}

fn exists(conn: &Connection, sql: &str, id: uuid::Uuid) -> Result<bool, StoreError> {
    Ok(conn.prepare_cached(sql)?.exists([Id(id)])?)
}

fn sealed(ledger: &Ledger, recording: &Recording) -> Result<Option<String>, StoreError> {
    let Some(parts) = seal::parts(&recording.facts).map_err(|_| refused(recording, BadEntry::Unwritable))? else { return Ok(None) };
    let person = recording.person.ok_or_else(|| refused(recording, BadEntry::PersonRequired))?;
    let key = ledger.persons().find_or_make(ledger.conn(), person)?;
    seal::seal(&key, recording.entry, &parts).map(Some)
}

fn refused(recording: &Recording, why: BadEntry) -> StoreError {
    StoreError::BadEntry { entry: recording.entry, why }
}

fn last_seq(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM entry")?.query_row([], |row| row.get(0))?)
}

fn head(conn: &Connection, desk: &str) -> Result<Head, StoreError> {
    let found = conn
        .prepare_cached("SELECT desk_seq, hash, facts FROM head WHERE desk = ?1")?
        .query_row([desk], |row| Ok(Head { desk_seq: row.get(0)?, hash: Some(row.get(1)?), facts: row.get(2)? }))
        .optional()?;
    Ok(found.unwrap_or(Head { desk_seq: 0, hash: None, facts: 0 }))
}

fn insert(conn: &Connection, header: &EntryHeader, body: &str, hash: &chain::Hash) -> Result<(), StoreError> {
    let sql = "INSERT INTO entry (seq, id, desk, desk_seq, at, actor, action, case_id, person_id, body, hash)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    conn.prepare_cached(sql)?.execute(params![
        header.seq,
        Id(header.id.0),
        header.desk,
        header.desk_seq,
        At(header.at),
        header.actor,
        header.action,
        header.case.map(|case| Id(case.0)),
        header.person.map(|person| Id(person.0)),
        body,
        hash,
    ])?;
    Ok(())
}

fn move_head(conn: &Connection, header: &EntryHeader, hash: &chain::Hash, facts: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO head (desk, seq, desk_seq, hash, facts) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT (desk) DO UPDATE SET seq = ?2, desk_seq = ?3, hash = ?4, facts = ?5";
    conn.prepare_cached(sql)?.execute(params![header.desk, header.seq, header.desk_seq, hash, facts])?;
    Ok(())
}
