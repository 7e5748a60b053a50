//! Backs the office up while the officer works on. The desk is held only to take the plan, to hold the database still for a moment, and to note what
//! was done: never while a place is read or written.

use super::desk::{Known, Wish, Working};
use super::keep::{ready, tested};
use super::overview::{BackupWork, PlaceKind, places_of};
use crate::desk::Desk;
use crate::error::AppError;
use crate::long_work::Stop;
use crate::office::Office;
use chrono::TimeDelta;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use sandika_store::backup::{self, Backup, BackupError, BackupKeys, Listing, Place, Share};
use sandika_store::{Progress, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(60);
/// Between two backups, while something changes.
const APART: TimeDelta = TimeDelta::minutes(30);
/// After one that did not succeed.
const AFTER_TROUBLE: TimeDelta = TimeDelta::minutes(10);
/// How much of the stored files a test reads by itself.
const SHARE: Share = Share::Bytes(512 * 1024 * 1024);
/// Seldom enough for a screen that reads again each time.
const PACE: Duration = Duration::from_millis(500);

/// Backs up, for as long as it is sent round.
#[derive(Default)]
pub struct Backer {
    /// When a place last gave trouble.
    trouble: BTreeMap<PathBuf, Moment>,
    /// Backups that were found bad and after which a new one was made.
    replaced: BTreeSet<String>,
}

/// What a round works with.
struct Plan {
    keys: BackupKeys,
    office: PathBuf,
    zone: Zone,
    now: Moment,
    mark: String,
    on: bool,
    wish: Wish,
    places: Vec<(PlaceKind, PathBuf)>,
    known: BTreeMap<PathBuf, Known>,
    stop: Stop,
    work: Working,
}

impl Plan {
    /// None while there is nothing to back up: no office, or the practice office.
    fn of(desk: &mut Desk) -> Option<Self> {
        let usual = desk.usual_folder();
        let office = desk.office().filter(|office| office.folder() == usual)?;
        if office.is_practice().unwrap_or(true) {
            return None;
        }
        let keys = office.backup_keys().ok()?;
        let (zone, now, mark) = (office.zone().ok()?, office.now(), office.backup_mark().ok()?);
        let settings = desk.settings().backup.clone();
        let backing = desk.backing_mut();
        if backing.office != keys.office() {
            backing.office = keys.office().to_owned();
            backing.known.clear();
        }
        backing.stop = Stop::default();
        let (known, stop, work) = (backing.known.clone(), backing.stop.clone(), backing.work.clone());
        let wish = std::mem::take(&mut backing.wish);
        Some(Self { keys, zone, now, mark, on: settings.on, wish, places: places_of(&settings, &usual), office: usual, known, stop, work })
    }

    fn listing(&self, folder: &Path) -> Listing {
        self.known.get(folder).map(|known| known.listing.clone()).unwrap_or_default()
    }
}

impl Backer {
    /// One that has seen nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks into places that were not looked into yet, makes the backups that are due, and tests the newest one that was not tested. Answers with how
    /// long to rest; none while there is nothing to back up.
    pub fn round(&mut self, desk: &Mutex<Desk>, tell: &dyn Fn()) -> Option<Duration> {
        let mut plan = Plan::of(&mut held(desk))?;
        for (_, folder) in plan.places.clone() {
            if !plan.known.get(&folder).is_some_and(|known| known.looked) {
                self.look(desk, &mut plan, &folder, None);
                tell();
            }
        }
        for (kind, folder) in plan.places.clone() {
            if self.is_due(&plan, &folder) && !plan.stop.is_wished() {
                self.make(desk, &mut plan, kind, &folder, tell);
                tell();
            }
        }
        for (_, folder) in plan.places.clone() {
            if let Some(stamp) = to_test(&plan, &folder).filter(|_| !plan.stop.is_wished()) {
                self.test(desk, &mut plan, &folder, &stamp, tell);
                tell();
            }
        }
        Some(PAUSE)
    }

    fn is_due(&self, plan: &Plan, folder: &Path) -> bool {
        let rests = self.trouble.get(folder).is_some_and(|since| (TimeDelta::zero()..AFTER_TROUBLE).contains(&(plan.now - *since)));
        if plan.wish.make || !plan.on || rests {
            return plan.wish.make;
        }
        let listing = plan.listing(folder);
        let Some(newest) = listing.backups.first() else { return true };
        let age = plan.now - newest.made_at;
        let changed = newest.mark != plan.mark && (age >= APART || age < TimeDelta::zero());
        changed || (is_bad(newest) && !self.replaced.contains(&newest.stamp))
    }

    fn make(&mut self, desk: &Mutex<Desk>, plan: &mut Plan, kind: PlaceKind, folder: &Path, tell: &dyn Fn()) {
        self.replaced.extend(plan.listing(folder).backups.first().filter(|newest| is_bad(newest)).map(|newest| newest.stamp.clone()));
        let made = self.made(desk, plan, folder, tell);
        plan.work.set(None);
        let trouble = match made {
            Ok(at) => {
                self.trouble.remove(folder);
                if kind == PlaceKind::Second {
                    held(desk).note_second(folder, at);
                }
                None
            }
            // Ended by the officer, or the office was closed meanwhile.
            Err(AppError::Store(StoreError::Stopped | StoreError::Backup(BackupError::UnderWay)) | AppError::OfficeClosed) => return,
            Err(error) => {
                self.trouble.insert(folder.to_owned(), plan.now);
                Some(error.to_string())
            }
        };
        self.look(desk, plan, folder, trouble);
    }

    fn made(&self, desk: &Mutex<Desk>, plan: &Plan, folder: &Path, tell: &dyn Fn()) -> Result<Moment, AppError> {
        let place = ready(folder, &plan.office)?;
        // A medium that is not plugged in is no reason to hold the database still.
        place.offices()?;
        let snapshot = {
            let desk = held(desk);
            let office = desk.office().filter(|office| is_of(office, plan)).ok_or(AppError::OfficeClosed)?;
            office.snapshot()?
        };
        let made = backup::make(snapshot, &place, &mut watcher(plan, folder, false, tell))?;
        backup::prune(&plan.keys, &place, plan.zone, plan.now)?;
        Ok(made.made_at)
    }

    fn test(&mut self, desk: &Mutex<Desk>, plan: &mut Plan, folder: &Path, stamp: &str, tell: &dyn Fn()) {
        let share = if plan.wish.test { Share::All } else { SHARE };
        let report = {
            let mut watcher = watcher(plan, folder, true, tell);
            tested(&plan.keys, folder, stamp, &plan.office, share, plan.now, &mut watcher)
        };
        plan.work.set(None);
        let trouble = match report {
            Ok(_) => None,
            Err(AppError::Store(StoreError::Stopped)) => return,
            Err(error) => {
                self.trouble.insert(folder.to_owned(), plan.now);
                Some(format!("Uji cadangan tidak dapat dijalankan. {error}"))
            }
        };
        self.look(desk, plan, folder, trouble);
    }

    /// Looks into a place and notes how it was found, unless another office is open by now.
    fn look(&mut self, desk: &Mutex<Desk>, plan: &mut Plan, folder: &Path, trouble: Option<String>) {
        let found = Place::at(folder).backups(plan.keys.office());
        let mut known = plan.known.get(folder).cloned().unwrap_or_default();
        known.looked = true;
        match found {
            Ok(listing) => (known.listing, known.trouble) = (listing, trouble),
            // The first place is made with the first backup.
            Err(_) if trouble.is_none() && plan.places.first().is_some_and(|(_, own)| own == folder) => known.trouble = None,
            Err(error) => known.trouble = trouble.or_else(|| Some(error.to_string())),
        }
        plan.known.insert(folder.to_owned(), known.clone());
        let mut desk = held(desk);
        if desk.backing().office == plan.keys.office() {
            desk.backing_mut().known.insert(folder.to_owned(), known);
        }
    }
}

/// The backup that wants testing: the newest, where it was not tested, or where a test is wished.
fn to_test(plan: &Plan, folder: &Path) -> Option<String> {
    let known = plan.known.get(folder)?;
    let newest = known.listing.backups.first()?;
    let wanted = plan.wish.test || (plan.on && newest.test.is_none() && known.trouble.is_none());
    wanted.then(|| newest.stamp.clone())
}

fn is_bad(backup: &Backup) -> bool {
    backup.test.as_ref().is_some_and(|report| !report.is_good())
}

fn is_of(office: &Office, plan: &Plan) -> bool {
    office.folder() == plan.office && office.backup_keys().is_ok_and(|keys| keys.office() == plan.keys.office())
}

/// Notes how far the work is, tells it now and then, and ends it when that is wished.
fn watcher<'w>(plan: &'w Plan, folder: &'w Path, testing: bool, tell: &'w dyn Fn()) -> impl FnMut(Progress) -> ControlFlow<()> + 'w {
    let mut told: Option<Instant> = None;
    move |progress| {
        if told.is_none_or(|at| at.elapsed() >= PACE) {
            told = Some(Instant::now());
            let Progress { stage, done, total } = progress;
            plan.work.set(Some(BackupWork { folder: folder.to_owned(), testing, stage, done, total }));
            tell();
        }
        if plan.stop.is_wished() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// A command that panicked left the desk whole: the store answers for its transactions.
fn held(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
