//! Telling an officer who does not look at the program what falls due. The desk remembers the moments alone, so that it can tell while it is locked, and
//! while no office is open any more.

use crate::desk::Desk;
use crate::error::AppError;
use crate::office::Office;
use chrono::{NaiveDateTime, TimeDelta};
use sandika_domain::calendar::{Calendar, Zone};
use sandika_domain::fact::Moment;
use sandika_domain::reminder::reminder;
use std::sync::{Mutex, TryLockError};

/// How long what is known of an open office may be old: each look goes through all running cases.
const LOOK: TimeDelta = TimeDelta::minutes(5);

/// When the open steps of an office fall due, and by which calendar: no case and no name.
pub(crate) struct DueTimes {
    steps: Vec<NaiveDateTime>,
    zone: Zone,
    calendar: Calendar,
    looked: Moment,
}

impl DueTimes {
    /// Those of an open office.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub(crate) fn of(office: &Office) -> Result<Self, AppError> {
        let calendar = office.content.calendar.clone();
        Ok(Self { steps: office.due_times()?, zone: office.zone()?, calendar, looked: office.now() })
    }

    /// Whether they are so old, or the clock was set back so far, that they are looked for anew.
    fn is_old(&self, now: Moment) -> bool {
        !(TimeDelta::zero()..LOOK).contains(&(now - self.looked))
    }
}

/// Tells now and then, and remembers when it did.
#[derive(Debug, Default)]
pub struct Reminder {
    told: Option<NaiveDateTime>,
}

impl Reminder {
    /// What is to be told now; nothing while this computer is not to keep the program beside its clock, and while somebody else holds the desk. `in_front`: the
    /// window is before the officer, who sees there what is due unless the desk is locked.
    pub fn round(&mut self, desk: &Mutex<Desk>, in_front: bool) -> Option<String> {
        let mut desk = match desk.try_lock() {
            Ok(desk) => desk,
            Err(TryLockError::Poisoned(desk)) => desk.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        if !desk.settings().stays {
            return None;
        }
        let now = desk.now();
        if desk.due_times().is_none_or(|due| due.is_old(now)) {
            desk.note_due_times();
        }
        let seen = in_front && desk.entered().is_ok();
        let due = desk.due_times()?;
        let local = due.zone.local(now);
        let counts = reminder(&due.steps, self.told, local, &due.calendar);
        if seen || counts.is_some() {
            self.told = Some(local);
        }
        counts.filter(|_| !seen).map(|counts| counts.sentence())
    }
}
