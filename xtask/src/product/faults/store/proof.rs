//! What is there after a death, against what was said before it.

use chrono::Utc;
use sandika_domain::ids::CaseId;
use sandika_store::Store;
use sandika_testkit::PASSPHRASE;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;
use std::path::Path;
use xtask::Result;

/// What the process was told is done: cases with their revisions, drafts with how much was typed.
#[derive(Clone, Default)]
pub(super) struct Told {
    cases: BTreeMap<String, u64>,
    drafts: BTreeMap<String, u64>,
}

impl Told {
    /// Takes a line of the process.
    pub(super) fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [kind, name, count] = words[..] else { return };
        let Ok(count) = count.parse() else { return };
        let held = if kind == "perkara" { &mut self.cases } else { &mut self.drafts };
        held.insert(name.to_owned(), count);
    }

    fn len(&self) -> u64 {
        (self.cases.len() + self.drafts.len()) as u64
    }
}

/// What was counted. The second half must be nothing.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) kills: u64,
    pub(super) full: u64,
    told: u64,
    entries: u64,
    lost: u64,
    unsound: u64,
    unopened: u64,
}

impl Counts {
    fn all(&self) -> [(&'static str, u64, bool); 7] {
        [
            ("lives ended by a kill", self.kills, false),
            ("lives ended by a full disk", self.full, false),
            ("commitments looked for afterwards", self.told, false),
            ("entries verified", self.entries, false),
            ("commitments lost", self.lost, true),
            ("problems of the store", self.unsound, true),
            ("offices that did not open", self.unopened, true),
        ]
    }

    /// Adds another lane's.
    pub(super) fn add(&mut self, other: &Self) {
        self.kills += other.kills;
        self.full += other.full;
        self.told += other.told;
        self.entries += other.entries;
        self.lost += other.lost;
        self.unsound += other.unsound;
        self.unopened += other.unopened;
    }

    /// How much went wrong.
    pub(super) fn faults(&self) -> u64 {
        self.all().iter().filter(|(_, _, fault)| *fault).map(|(_, count, _)| count).sum()
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all().iter().try_for_each(|(name, count, _)| writeln!(f, "{count:>9}  {name}"))
    }
}

/// Opens the office of a folder as after a restart, verifies all of it, and looks for everything that was said.
pub(super) fn prove(here: &Path, told: &Told, counts: &mut Counts) -> Result {
    let Ok(store) = Store::open(&here.join("kantor"), PASSPHRASE, Utc::now()) else {
        counts.unopened += 1;
        return Ok(());
    };
    counts.unsound += store.opening_problems().len() as u64;
    let report = store.verify(&mut |_| ControlFlow::Continue(()))?;
    counts.unsound += report.problems.len() as u64;
    counts.entries += report.entries;
    counts.told += told.len();
    for (case, revision) in &told.cases {
        let held = store.read().case(CaseId(case.parse()?))?;
        counts.lost += u64::from(held.is_none_or(|held| held.revision < *revision));
    }
    for (key, typed) in &told.drafts {
        let held = store.read().draft(key)?.and_then(|draft| draft.body.parse::<u64>().ok());
        counts.lost += u64::from(held.is_none_or(|held| held < *typed));
    }
    Ok(())
}
