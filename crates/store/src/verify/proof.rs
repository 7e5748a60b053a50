//! Each entry of the journal proven by itself: its hash, its text, its sealed part. Reading them takes one thread, proving them another, so that a
//! journal takes the time of the slower of the two. Each thread frees what it has allocated, or they would wait for one another to do it.

use crate::StoreError;
use crate::journal::chain::{self, Body, Hash};
use crate::journal::{self, PersonKey, RawEntry};
use crate::ledger::Ledger;
use data_encoding::HEXLOWER;
use sandika_domain::fact::{ClockMove, Fact};
use sandika_domain::ids::PersonId;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread::{self, Scope};

/// Entries that travel together. What an opening verifies fits into one, for which no thread is begun.
const BATCH: usize = 256;
/// Batches that wait at most to be proven.
const AHEAD: usize = 4;

/// What an entry's row says, and whether its text is what its hash vouches for.
pub(super) struct Proof {
    pub(super) raw: RawEntry,
    pub(super) untouched: bool,
    /// What the text says, or why it cannot be read.
    pub(super) proven: Result<Proven, String>,
}

/// What a text says that could be read.
pub(super) struct Proven {
    /// The columns say the same.
    pub(super) agrees: bool,
    /// What it follows: a hash of its desk, nothing as the desk's first, or something that is no hash.
    pub(super) prev: Prev,
    /// How many facts.
    pub(super) facts: usize,
    /// Whom they erase.
    pub(super) erased: Vec<PersonId>,
    /// Moves of the clock that they tell.
    pub(super) moved: Vec<ClockMove>,
    /// Why its sealed part does not open.
    pub(super) sealing: Result<(), String>,
}

/// What an entry says that it follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prev {
    First,
    Entry(Hash),
    NoHash,
}

/// A row that cannot be read as an entry: its place and its fault.
type Unreadable = (i64, String);
type Row = Result<(RawEntry, PersonKey), Unreadable>;
type Outcome = Result<Proof, Unreadable>;

/// Hands the proofs of the entries after place `after` to `each`, in order, at most `most` of them.
///
/// # Errors
/// What `each` answers; [`StoreError`] where the journal cannot be read on, once what stands before it was handed out.
pub(super) fn for_each(
    ledger: &Ledger,
    mut after: i64,
    mut most: usize,
    mut each: impl FnMut(Outcome) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    // Who stops early drops its end of the channel; the thread then ends after the batches that it was given.
    thread::scope(|scope| {
        let mut line = None;
        loop {
            let mut batch = Vec::new();
            let read = journal::for_each_row(ledger.conn(), after, BATCH.min(most), |raw| {
                after = raw.as_ref().map_or_else(|(seq, _)| *seq, |raw| raw.header.seq);
                batch.push(with_key(ledger, raw));
                Ok(())
            });
            most -= batch.len();
            if read.is_err() || most == 0 || batch.len() < BATCH {
                line.map(Line::end).into_iter().flatten().chain(batch.into_iter().map(prove)).try_for_each(each)?;
                return read;
            }
            line.get_or_insert_with(|| Line::begin(scope)).send(batch).try_for_each(&mut each)?;
        }
    })
}

/// A row with the key that it promises its text needs. A key that cannot be read opens nothing.
fn with_key(ledger: &Ledger, raw: Result<RawEntry, Unreadable>) -> Row {
    raw.map(|raw| {
        let key = raw.header.person.and_then(|person| ledger.persons().find(ledger.conn(), person).ok());
        (raw, key.unwrap_or(PersonKey::Missing))
    })
}

fn prove(row: Row) -> Outcome {
    row.map(|(raw, key)| {
        let untouched = chain::hash(&raw.body).as_slice() == raw.hash;
        let proven = chain::read(raw.header.seq, &raw.body).map(|body| Proven::of(body, &raw, &key));
        Proof { raw, untouched, proven }
    })
}

impl Proven {
    fn of(mut body: Body, raw: &RawEntry, key: &PersonKey) -> Self {
        // A row that names another person is a fault by itself, and the key at hand is not that of the text.
        let sealing = if body.header.person == raw.header.person { body.unseal(key) } else { Ok(()) };
        Self {
            agrees: body.header == raw.header,
            prev: Prev::of(body.prev.as_deref()),
            facts: body.facts.len(),
            erased: body.facts.iter().filter_map(erased).collect(),
            moved: body.facts.iter().filter_map(moved).collect(),
            sealing,
        }
    }
}

impl Prev {
    fn of(text: Option<&str>) -> Self {
        let Some(text) = text else { return Self::First };
        let mut hash = Hash::default();
        let read = text.len() == 2 * hash.len() && HEXLOWER.decode_mut(text.as_bytes(), &mut hash).is_ok();
        if read { Self::Entry(hash) } else { Self::NoHash }
    }
}

fn erased(fact: &Fact) -> Option<PersonId> {
    match fact {
        Fact::PersonErased { person } => Some(*person),
        _ => None,
    }
}

fn moved(fact: &Fact) -> Option<ClockMove> {
    match fact {
        Fact::ClockMoved(clock) => Some(*clock),
        _ => None,
    }
}

/// The thread that proves, and the ways to it and back.
struct Line {
    to_prove: SyncSender<Vec<Row>>,
    proven: Receiver<Vec<Outcome>>,
}

impl Line {
    fn begin<'scope>(scope: &'scope Scope<'scope, '_>) -> Self {
        let (to_prove, rows) = sync_channel::<Vec<Row>>(AHEAD);
        let (finished, proven) = channel();
        scope
            .spawn(move || rows.into_iter().map(|batch| batch.into_iter().map(prove).collect()).try_for_each(|batch| finished.send(batch)));
        Self { to_prove, proven }
    }

    /// Gives it a batch, and answers with what it has proven meanwhile. Waits where too much is on its way.
    fn send(&self, batch: Vec<Row>) -> impl Iterator<Item = Outcome> + '_ {
        // It ends early only by a panic, which the scope passes on.
        let _ = self.to_prove.send(batch);
        self.proven.try_iter().flatten()
    }

    /// What is still to come.
    fn end(self) -> impl Iterator<Item = Outcome> {
        drop(self.to_prove);
        self.proven.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::testing::noted_office;
    use crate::support::*;

    /// More entries than are on their way at once.
    const NOTES: usize = BATCH * (AHEAD + 2) + 7;

    /// The place of every entry, with a word of what is wrong with it.
    fn told(office: &Office, after: i64, most: usize) -> Vec<(i64, &'static str)> {
        let mut told = Vec::new();
        for_each(office.store.read(), after, most, |outcome| {
            told.push(match outcome {
                Err((seq, _)) => (seq, "row"),
                Ok(Proof { raw, untouched: false, .. }) => (raw.header.seq, "text"),
                Ok(Proof { raw, proven: Err(_), .. }) => (raw.header.seq, "unread"),
                Ok(Proof { raw, proven: Ok(Proven { sealing: Err(_), .. }), .. }) => (raw.header.seq, "sealing"),
                Ok(Proof { raw, .. }) => (raw.header.seq, ""),
            });
            Ok(())
        })
        .unwrap();
        told
    }

    #[test]
    fn entries_are_proven_in_order_wherever_one_begins_and_ends() {
        let (office, _) = noted_office(NOTES, "");
        let all = NOTES as i64 + 2;
        for (after, most, to) in [
            (0, usize::MAX, all),
            (i64::MIN, usize::MAX, all),
            (0, BATCH, BATCH as i64),
            (5, BATCH + 1, BATCH as i64 + 6),
            (700, 1, 701),
            (all, 9, all),
        ] {
            let from = after.max(0) + 1;
            assert_eq!(told(&office, after, most), (from..=to).map(|seq| (seq, "")).collect::<Vec<_>>(), "{most} after {after}");
        }
    }

    #[test]
    fn each_fault_is_told_of_its_own_entry_and_ends_nothing() {
        let (office, _) = noted_office(
            NOTES,
            "UPDATE entry SET body = replace(body, 'desk_seq', 'Desk_seq') WHERE seq = 3;
             UPDATE entry SET person_id = x'01' WHERE seq = 400;
             UPDATE entry SET hash = zeroblob(32) WHERE seq = 1100;",
        );
        let faults: Vec<_> = told(&office, 0, usize::MAX).into_iter().filter(|(_, fault)| !fault.is_empty()).collect();
        assert_eq!(faults, [(3, "text"), (400, "row"), (1100, "text")]);
        let (keyless, _) = noted_office(NOTES, "UPDATE person_key SET wrapped = zeroblob(60)");
        keyless.store.read().persons().forget();
        let faults = told(&keyless, 0, usize::MAX);
        assert_eq!(faults[2..].iter().map(|(_, fault)| *fault).collect::<Vec<_>>(), ["sealing"; NOTES]);
    }

    #[test]
    fn what_an_entry_follows_is_a_hash_in_lower_case_or_none() {
        let hash = "ab".repeat(32);
        for (text, expected) in [
            (None, Prev::First),
            (Some(hash.as_str()), Prev::Entry([0xab; 32])),
            (Some(&hash.to_uppercase()), Prev::NoHash),
            (Some(&hash[1..]), Prev::NoHash),
            (Some(""), Prev::NoHash),
        ] {
            assert_eq!(Prev::of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn whoever_takes_the_proofs_may_end_it() {
        let (office, _) = noted_office(NOTES, "");
        for last in [1, BATCH, 3 * BATCH + 1, NOTES] {
            let mut taken = 0;
            let ended = for_each(office.store.read(), 0, usize::MAX, |_| {
                taken += 1;
                if taken == last { Err(StoreError::Stopped) } else { Ok(()) }
            });
            assert!(matches!(ended, Err(StoreError::Stopped)));
            assert_eq!(taken, last);
        }
    }
}
