//! What is there in the end, against what was put down.

use super::scanner::Scanner;
use sandika_app::hash::sha256;
use sandika_domain::fact::Fact;
use sandika_domain::scan::Doubt;
use sandika_store::{Ledger, Scan, ScanFilter, ScanState, Store};
use sandika_testkit::PASSPHRASE;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use xtask::Result;

/// What was counted. The second half must be nothing.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) kills: u64,
    /// Kills on a disk that took no more.
    pub(super) full: u64,
    put: u64,
    stored: u64,
    duplicates: u64,
    filed: u64,
    lost: u64,
    changed: u64,
    partial: u64,
    doubled: u64,
    filed_twice: u64,
    unfiled: u64,
    unread: u64,
    left: u64,
    moved_twice: u64,
    unsound: u64,
}

impl Counts {
    fn all(&self) -> [(&'static str, u64, bool); 16] {
        [
            ("kills", self.kills, false),
            ("of them on a full disk", self.full, false),
            ("scans put down", self.put, false),
            ("stored as scans of their own", self.stored, false),
            ("of them named as duplicates", self.duplicates, false),
            ("letters filed by their codes", self.filed, false),
            ("lost", self.lost, true),
            ("stored with other bytes", self.changed, true),
            ("parts of files", self.partial, true),
            ("taken in twice", self.doubled, true),
            ("letters filed twice", self.filed_twice, true),
            ("letters not filed", self.unfiled, true),
            ("never read", self.unread, true),
            ("left in the folder", self.left, true),
            ("moved under two names", self.moved_twice, true),
            ("problems of the store", self.unsound, true),
        ]
    }

    /// Adds another lane's.
    pub(super) fn add(&mut self, other: &Self) {
        for (mine, theirs) in self.fields().into_iter().zip(other.all()) {
            *mine += theirs.1;
        }
    }

    fn fields(&mut self) -> [&mut u64; 16] {
        [
            &mut self.kills,
            &mut self.full,
            &mut self.put,
            &mut self.stored,
            &mut self.duplicates,
            &mut self.filed,
            &mut self.lost,
            &mut self.changed,
            &mut self.partial,
            &mut self.doubled,
            &mut self.filed_twice,
            &mut self.unfiled,
            &mut self.unread,
            &mut self.left,
            &mut self.moved_twice,
            &mut self.unsound,
        ]
    }

    /// What must not be.
    pub(super) fn faults(&self) -> u64 {
        self.all().iter().filter(|(.., fault)| *fault).map(|(_, count, _)| count).sum()
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all().iter().try_for_each(|(what, count, fault)| {
            let verdict = if *fault && *count > 0 { "  FAULT" } else { "" };
            writeln!(f, "{count:>8}  {what}{verdict}")
        })
    }
}

/// Counts, in the lane's office and folder.
pub(super) fn prove(place: &Path, scanner: &Scanner, letters: u64, counts: &mut Counts) -> Result {
    let store = Store::open(&place.join("kantor"), PASSPHRASE, chrono::Utc::now())?;
    let read = store.read();
    counts.put = scanner.count();
    let mut rows: BTreeMap<String, Vec<Scan>> = BTreeMap::new();
    for scan in own_scans(read)? {
        rows.entry(scan.file.hash.clone()).or_default().push(scan);
    }
    for (hash, most) in &scanner.put {
        let found = rows.get(hash).map_or(&[][..], Vec::as_slice);
        counts.lost += u64::from(found.is_empty());
        counts.changed += u64::from(!found.is_empty() && !read.read_blob(hash).is_ok_and(|bytes| sha256(&bytes) == *hash));
        counts.doubled += (found.len() as u64).saturating_sub(*most);
        let named = found.iter().filter(|scan| scan.doubts.0.iter().any(|doubt| matches!(doubt, Doubt::Duplicate { .. }))).count();
        counts.duplicates += named as u64;
        counts.doubled += (found.len().saturating_sub(1) as u64).saturating_sub(named as u64);
    }
    for (hash, found) in &rows {
        counts.stored += found.len() as u64;
        counts.partial += u64::from(!scanner.put.contains_key(hash) && !scanner.passing.contains(hash));
        counts.unread += found.iter().filter(|scan| scan.state == ScanState::Waiting).count() as u64;
    }
    returned(read, &rows, scanner, letters, counts)?;
    folder(scanner, counts)?;
    counts.unsound = store.verify(&mut |_| ControlFlow::Continue(()))?.problems.len() as u64;
    Ok(())
}

/// Scans that came as they are, and were not made of others' pages.
fn own_scans(read: &Ledger) -> Result<Vec<Scan>> {
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let page = read.scans(ScanFilter { states: &[], before }, 1_000)?;
        let Some(last) = page.last() else { return Ok(all) };
        before = Some(last.id);
        for scan in page {
            if read.scan_parts(scan.id)?.is_empty() {
                all.push(scan);
            }
        }
    }
}

/// Every letter came back in exactly one fact.
fn returned(read: &Ledger, rows: &BTreeMap<String, Vec<Scan>>, scanner: &Scanner, letters: u64, counts: &mut Counts) -> Result {
    let mut facts: BTreeMap<String, u64> = BTreeMap::new();
    for scan in scanner.signed.iter().filter_map(|hash| rows.get(hash)).flatten().filter(|scan| scan.state == ScanState::Filed) {
        let Some(place) = &scan.place else { continue };
        counts.filed += 1;
        let entries = read.case_entries(place.case)?;
        for fact in entries.iter().flat_map(|entry| &entry.facts) {
            if let Fact::LetterReturned { letter, .. } = fact {
                *facts.entry(letter.to_string()).or_default() += 1;
            }
        }
    }
    counts.filed_twice += facts.values().map(|count| count.saturating_sub(1)).sum::<u64>();
    counts.unfiled += letters.min(scanner.signed.len() as u64).saturating_sub(counts.filed);
    Ok(())
}

/// Nothing is left in the folder, and nothing was moved under two names.
fn folder(scanner: &Scanner, counts: &mut Counts) -> Result {
    let mut moved: BTreeMap<String, u64> = BTreeMap::new();
    for entry in fs::read_dir(scanner.folder())? {
        counts.left += u64::from(entry?.file_type()?.is_file());
    }
    for entry in fs::read_dir(scanner.folder().join("Diproses"))? {
        *moved.entry(sha256(&fs::read(entry?.path())?)).or_default() += 1;
    }
    let most = |hash: &String| scanner.put.get(hash).copied().unwrap_or(1);
    counts.moved_twice += moved.iter().map(|(hash, count)| count.saturating_sub(most(hash))).sum::<u64>();
    Ok(())
}
