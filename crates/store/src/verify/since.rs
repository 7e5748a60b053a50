//! The chain, verified bit by bit: what was recorded since it was verified last when an office is opened, and in slices, while it is open, what that
//! leaves and everything once more each week. What is found is told like what an opening finds, and keeps nobody out.

use super::chain::{self, Walk};
use super::problem::{Findings, Problem, ProblemKind};
use crate::journal::Tip;
use crate::{Store, StoreError};
use chrono::TimeDelta;
use sandika_domain::fact::Moment;
use std::ops::ControlFlow;

/// Entries that an opening verifies at most, in some thousandths of a second: more than an office records between the last quiet moment and its end.
const AT_OPENING: usize = 256;

/// How long after the end of a round the next one begins.
const ROUND: TimeDelta = TimeDelta::days(7);

/// Problems that an open office keeps at most.
const KEPT: usize = 1_000;

/// How far the chain of an open office has been verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Every entry up to this place was verified at least once.
    pub up_to: i64,
    /// Place of the last entry.
    pub head: i64,
    /// When every entry had last been verified once more.
    pub round_ended: Option<Moment>,
}

/// What a slice has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Entries that were verified; 0 when nothing is due.
    pub entries: usize,
    /// Problems that were not known before.
    pub found: usize,
}

impl Store {
    /// How far the chain has been verified.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    pub fn verified(&self) -> Result<Verified, StoreError> {
        let state = &self.marks().state;
        Ok(Verified { up_to: state.front.seq, head: Tip::of(self.read().conn())?.seq, round_ended: state.round_ended })
    }

    /// Verifies what was recorded since the chain was verified last, as far as an opening may take.
    /// A journal that cannot be read here is a problem like others: whoever opens the office must see it.
    pub(crate) fn verify_at_opening(&mut self, now: Moment) {
        if let Err(error) = self.look_at_opening(now) {
            let message = format!("Jurnal tidak dapat dibaca sampai akhir ({}). Pulihkan data dari cadangan.", error.what());
            self.tell(vec![Problem { kind: ProblemKind::Database, seq: None, hash: None, message }]);
        }
    }

    fn look_at_opening(&mut self, now: Moment) -> Result<(), StoreError> {
        let conn = self.read().conn();
        let state = &self.marks().state;
        let (front, sweep) = (state.front, state.sweep);
        let (moved, lost) = (!front.is_in(conn)?, !sweep.is_in(conn)?);
        if moved {
            self.tell(vec![no_longer(front)]);
            self.marks_mut().state.front = Tip::default();
        }
        if moved || lost {
            self.marks_mut().state.sweep = Tip::default();
        }
        self.look_at_suspects()?;
        if self.read_on(now, AT_OPENING)?.entries > 0 || moved || lost {
            // Where it cannot be written, as in a folder on a full disk, the next opening verifies the same once more.
            let _ = self.marks().write();
        }
        Ok(())
    }

    /// Verifies the next `most` entries that are due: first those that nobody has looked at yet, then once a week every other one. Answers with
    /// nothing done where none is due. What is found stands among [`Self::opening_problems`] from then on.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read, or what was done cannot be noted.
    pub fn verify_slice(&mut self, now: Moment, most: usize) -> Result<Slice, StoreError> {
        let mut slice = self.read_on(now, most)?;
        if slice.entries == 0 && self.round_is_due(now) {
            slice = self.sweep_on(now, most)?;
        }
        if slice.entries > 0 {
            self.marks().write()?;
        }
        Ok(slice)
    }

    fn round_is_due(&self, now: Moment) -> bool {
        let state = &self.marks().state;
        state.sweep.seq > 0 || state.round_ended.is_none_or(|ended| now >= ended + ROUND || now < ended)
    }

    /// Entries that were not verified yet. Having come to the end for the first time is a round too.
    fn read_on(&mut self, now: Moment, most: usize) -> Result<Slice, StoreError> {
        let (slice, front) = self.walk(self.marks().state.front, most)?;
        let ended = slice.entries < most && self.marks().state.round_ended.is_none();
        let state = &mut self.marks_mut().state;
        state.front = front;
        if ended && slice.entries > 0 {
            state.round_ended = Some(now);
        }
        Ok(slice)
    }

    /// Entries that were verified before. A round ends where the verified part did.
    fn sweep_on(&mut self, now: Moment, most: usize) -> Result<Slice, StoreError> {
        let (slice, sweep) = self.walk(self.marks().state.sweep, most)?;
        let state = &mut self.marks_mut().state;
        state.sweep = sweep;
        if slice.entries < most || sweep.seq >= state.front.seq {
            (state.sweep, state.round_ended) = (Tip::default(), Some(now));
        }
        Ok(slice)
    }

    fn walk(&mut self, from: Tip, most: usize) -> Result<(Slice, Tip), StoreError> {
        let (walked, problems) = walked(self, from.seq, most)?;
        let reached = if walked == 0 { from } else { self.reached(from.seq, walked)? };
        problems.iter().filter_map(|problem| problem.seq).for_each(|seq| self.marks_mut().suspect(seq));
        Ok((Slice { entries: walked, found: self.tell(problems) }, reached))
    }

    fn reached(&self, from: i64, walked: usize) -> Result<Tip, StoreError> {
        Tip::nth_after(self.read().conn(), from, walked)
    }

    /// Looks once more at entries with which something was wrong, and forgets those that are in order again, as after a restored backup.
    fn look_at_suspects(&mut self) -> Result<(), StoreError> {
        for seq in self.marks().state.suspects.clone() {
            let (_, problems) = walked(self, seq - 1, 1)?;
            if problems.is_empty() {
                self.marks_mut().state.suspects.retain(|suspect| *suspect != seq);
            }
            self.tell(problems);
        }
        Ok(())
    }

    /// Keeps what was found; answers with how much of it was new.
    fn tell(&mut self, problems: Vec<Problem>) -> usize {
        let known = self.problems_mut();
        let before = known.len();
        for problem in problems {
            let told = known.iter().any(|other| (other.kind, other.seq) == (problem.kind, problem.seq));
            if !told && known.len() < KEPT {
                known.push(problem);
            }
        }
        known.len() - before
    }
}

/// Verifies `most` entries after a place, whatever is wrong with those before it. Answers with how many there were and what was found.
fn walked(store: &Store, after: i64, most: usize) -> Result<(usize, Vec<Problem>), StoreError> {
    let ledger = store.read();
    let mut quiet = |_| ControlFlow::Continue(());
    let mut findings = Findings::new(&mut quiet);
    let mut walk = Walk::after(ledger.conn(), after)?;
    chain::go_on(ledger, &mut walk, most, &mut findings)?;
    let report = findings.into_report();
    Ok((usize::try_from(report.entries).unwrap_or(usize::MAX), report.problems))
}

/// The entry up to which the chain was verified is another one now, or gone.
fn no_longer(front: Tip) -> Problem {
    let message = format!(
        "Catatan nomor {} pada jurnal pernah diperiksa dan utuh, tetapi kini lain atau tidak ada. Data mungkin diganti dari luar program atau \
         dipulihkan dari cadangan yang lebih lama. Bandingkan dengan cadangan, lalu pulihkan bila perlu.",
        front.seq
    );
    Problem { kind: ProblemKind::VerifiedChanged, seq: Some(front.seq), hash: None, message }
}

#[cfg(test)]
mod tests;
