//! The journal: each entry by itself, its place in the chain, and the chain's end.

use super::problem::{Findings, Problem, ProblemKind};
use super::proof::{self, Prev, Proof, Proven};
use crate::StoreError;
use crate::journal::{EntryHeader, RawEntry};
use crate::ledger::Ledger;
use crate::progress::{self, Stage};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension, Row};
use sandika_domain::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// Where a desk's chain has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    seq: i64,
    desk_seq: i64,
    hash: Vec<u8>,
    facts: i64,
}

/// Most moves of the clock that are told.
const CLOCK: usize = 100;

/// What is carried from entry to entry.
#[derive(Default)]
pub(super) struct Walk {
    /// The place after which it begins to read.
    before: i64,
    seq: i64,
    ends: BTreeMap<String, End>,
    erased: BTreeSet<PersonId>,
}

/// Follows the chain from its first entry to its end. Answers with the persons who are erased by what it says.
///
/// # Errors
/// [`StoreError::Stopped`].
pub(super) fn run(ledger: &Ledger, findings: &mut Findings<'_>) -> Result<BTreeSet<PersonId>, StoreError> {
    let total = progress::entries(ledger.conn());
    let mut walk = Walk { before: i64::MIN, ..Walk::default() };
    match go_on(ledger, &mut walk, usize::MAX, findings) {
        Ok(()) => {}
        Err(StoreError::Stopped) => return Err(StoreError::Stopped),
        Err(error) => {
            let message = format!("Jurnal tidak dapat dibaca sampai akhir ({}). Pulihkan data dari cadangan.", error.what());
            findings.add(ProblemKind::Database, message);
        }
    }
    check_ends(ledger, &walk.ends, findings);
    findings.progress(Stage::Journal, total, total)?;
    Ok(walk.erased)
}

/// Follows the chain for `most` entries from where `walk` has come.
///
/// # Errors
/// [`StoreError`] when the journal cannot be read on, or [`StoreError::Stopped`].
pub(super) fn go_on(ledger: &Ledger, walk: &mut Walk, most: usize, findings: &mut Findings<'_>) -> Result<(), StoreError> {
    let total = progress::entries(ledger.conn());
    proof::for_each(ledger, walk.before, most, |proof| {
        progress::tell_entry(findings.watcher, Stage::Journal, findings.report.entries, total)?;
        findings.report.entries += 1;
        match proof {
            Ok(proof) => check(proof, walk, findings),
            Err((seq, why)) => {
                walk.seq = seq;
                findings.entry(ProblemKind::ColumnsDiffer, seq, &format!("kolomnya tidak dapat dibaca ({why})"));
            }
        }
        Ok(())
    })
}

impl Walk {
    /// A walk that goes on after a place: with the last entry that each desk has up to there, whatever stands before.
    pub(super) fn after(conn: &Connection, seq: i64) -> Result<Self, StoreError> {
        let mut desks = conn.prepare_cached("SELECT desk FROM head")?;
        let desks = desks.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let mut walk = Self { before: seq, seq, ..Self::default() };
        let sql = "SELECT seq, desk_seq, hash FROM entry WHERE desk = ?1 AND seq <= ?2 ORDER BY seq DESC LIMIT 1";
        let mut last = conn.prepare_cached(sql)?;
        for desk in desks {
            let of = |row: &Row<'_>| Ok(End { seq: row.get(0)?, desk_seq: row.get(1)?, hash: row.get(2)?, facts: 0 });
            if let Some(end) = last.query_row((&desk, seq), of).optional()? {
                walk.ends.insert(desk, end);
            }
        }
        Ok(walk)
    }
}

fn check(proof: Proof, walk: &mut Walk, findings: &mut Findings<'_>) {
    let Proof { raw: RawEntry { header, hash, .. }, untouched, proven } = proof;
    let seq = header.seq;
    if seq != walk.seq + 1 {
        findings.entry(ProblemKind::SequenceGap, seq, "catatan sebelumnya hilang atau urutannya berubah");
    }
    walk.seq = seq;
    (findings.report.head_seq, findings.report.head_hash) = (seq, HEXLOWER.encode(&hash));
    if !untouched {
        findings.entry(ProblemKind::BodyChanged, seq, "isinya telah diubah");
    }
    let before = walk.ends.get(&header.desk);
    let mut end = End { seq, desk_seq: header.desk_seq, hash, facts: before.map_or(0, |end| end.facts) };
    match proven {
        Err(why) => findings.entry(ProblemKind::BodyUnreadable, seq, &format!("isinya tidak dapat dibaca ({why})")),
        Ok(proven) => {
            check_place(&header, &proven, before, findings);
            end.facts += proven.facts as i64;
            findings.report.facts += proven.facts as u64;
            walk.erased.extend(proven.erased);
            let left = CLOCK.saturating_sub(findings.report.clock.len());
            findings.report.clock.extend(proven.moved.into_iter().map(|moved| (seq, moved)).take(left));
            if let Err(why) = proven.sealing {
                findings.entry(ProblemKind::SealBroken, seq, &why);
            }
        }
    }
    walk.ends.insert(header.desk, end);
}

fn check_place(header: &EntryHeader, proven: &Proven, before: Option<&End>, findings: &mut Findings<'_>) {
    if !proven.agrees {
        findings.entry(ProblemKind::ColumnsDiffer, header.seq, "kolomnya tidak sesuai dengan isinya");
    }
    if header.desk_seq != before.map_or(0, |end| end.desk_seq) + 1 {
        findings.entry(ProblemKind::DeskGap, header.seq, "urutan catatan meja terputus");
    }
    let follows = match (proven.prev, before) {
        (Prev::First, None) => true,
        (Prev::Entry(hash), Some(end)) => end.hash == hash,
        _ => false,
    };
    if !follows {
        findings.entry(ProblemKind::ChainBroken, header.seq, "tidak menyambung dengan catatan sebelumnya");
    }
}

fn check_ends(ledger: &Ledger, walked: &BTreeMap<String, End>, findings: &mut Findings<'_>) {
    let known = match known_ends(ledger) {
        Ok(known) => known,
        Err(error) => {
            findings
                .add(ProblemKind::Database, format!("Ujung jurnal tidak dapat dibaca ({}). Pulihkan data dari cadangan.", error.what()));
            return;
        }
    };
    if known != *walked {
        findings.push(Problem::head_differs());
    }
}

fn known_ends(ledger: &Ledger) -> Result<BTreeMap<String, End>, StoreError> {
    let mut statement = ledger.conn().prepare("SELECT desk, seq, desk_seq, hash, facts FROM head")?;
    let ends = statement
        .query_map([], |row| Ok((row.get(0)?, End { seq: row.get(1)?, desk_seq: row.get(2)?, hash: row.get(3)?, facts: row.get(4)? })))?;
    Ok(ends.collect::<Result<_, _>>()?)
}
