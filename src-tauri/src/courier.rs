//! Carries letters out and scans in while the officer works on, and backs the office up: a task for each outlet, woken when something was put into the
//! queue or comes due, one for scans, woken when something may have come into a folder, and one for backups, which looks every minute. One more verifies
//! the journal at quiet moments, and one tells what falls due while nobody looks.

use crate::corner::Corner;
use crate::desk::SharedDesk;
use crate::{events, window};
use sandika_api::{backup_round, carry_due, scan_round, verify_round, wait_until};
use sandika_app::ports::Staying;
use sandika_app::{Backer, Outlet, Reminder, Scanner};
use std::sync::Arc;
use std::time::Duration;
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

/// Wakes the carriers.
#[derive(Clone, Default)]
pub(crate) struct Courier {
    outlets: [Arc<Notify>; 2],
    scans: Arc<Notify>,
    backups: Arc<Notify>,
}

impl Courier {
    /// Sends all on their way; they end with the process.
    pub(crate) fn begin(app: &AppHandle, desk: &SharedDesk, corner: &Arc<Corner>) -> Self {
        let courier = Self::default();
        for (outlet, woken) in Outlet::ALL.into_iter().zip(&courier.outlets) {
            spawn(carry(app.clone(), desk.clone(), outlet, woken.clone()));
        }
        spawn(scan(app.clone(), desk.clone(), courier.scans.clone()));
        spawn(verify(app.clone(), desk.clone()));
        spawn(back_up(app.clone(), desk.clone(), courier.backups.clone()));
        if corner.can_stay() {
            spawn(remind(app.clone(), desk.clone(), corner.clone()));
        }
        courier
    }

    /// A letter may wait: whoever is on the way looks once more afterwards.
    pub(crate) fn wake(&self) {
        self.outlets.iter().for_each(|woken| woken.notify_one());
    }

    /// A scan may wait.
    pub(crate) fn wake_for_scans(&self) {
        self.scans.notify_one();
    }

    /// A backup may be wished.
    pub(crate) fn wake_for_backups(&self) {
        self.backups.notify_one();
    }

    /// Another office may be open, with letters in its queue, scans in its folder and backups to be made. What an opening waits for comes first: all
    /// of them take the desk, and reading and testing backups takes a core of two.
    pub(crate) fn wake_for_another_office(&self) {
        let courier = self.clone();
        spawn(async move {
            sleep(SHOWN).await;
            courier.wake();
            courier.wake_for_scans();
            sleep(CALM).await;
            courier.wake_for_backups();
        });
    }
}

/// How long an office is open before its letters and scans are looked after: its first page is painted then.
const SHOWN: Duration = Duration::from_secs(1);
/// How long after that its backups are.
const CALM: Duration = Duration::from_secs(60);
/// Rest after a round that went wrong.
const AFTER_A_FAULT: Duration = Duration::from_secs(60);

/// How often it is looked whether something is to be told.
const REMIND: Duration = Duration::from_secs(60);

async fn carry(app: AppHandle, desk: SharedDesk, outlet: Outlet, woken: Arc<Notify>) {
    loop {
        let (app, desk) = (app.clone(), desk.clone());
        let round = spawn_blocking(move || {
            let next = carry_due(desk.lock(), outlet, &|event| events::tell(&app, &event));
            next.map(|moment| wait_until(desk.lock(), moment))
        });
        match round.await {
            // Woken or due: both are a reason to look.
            Ok(Some(pause)) => drop(timeout(pause, woken.notified()).await),
            _ => woken.notified().await,
        }
    }
}

async fn scan(app: AppHandle, desk: SharedDesk, woken: Arc<Notify>) {
    let fresh = || {
        let wake = woken.clone();
        Scanner::new(move || wake.notify_one())
    };
    let mut scanner = fresh();
    loop {
        let (app, desk) = (app.clone(), desk.clone());
        let round = spawn_blocking(move || {
            let pause = scan_round(desk.lock(), &mut scanner, &|event| events::tell(&app, &event));
            (scanner, pause)
        });
        // A round that panicked has lost its scanner: what that has seen of the folders is seen again, after a rest.
        let (kept, pause) = round.await.unwrap_or_else(|_| (fresh(), Some(AFTER_A_FAULT)));
        scanner = kept;
        match pause {
            Some(pause) if pause.is_zero() => {}
            Some(pause) => drop(timeout(pause, woken.notified()).await),
            None => woken.notified().await,
        }
    }
}

async fn verify(app: AppHandle, desk: SharedDesk) {
    // What an opening waits for comes first.
    let mut pause = AFTER_A_FAULT;
    loop {
        sleep(pause).await;
        let (app, desk) = (app.clone(), desk.clone());
        let round = spawn_blocking(move || verify_round(desk.lock(), &|event| events::tell(&app, &event)));
        pause = round.await.unwrap_or(AFTER_A_FAULT);
    }
}

async fn back_up(app: AppHandle, desk: SharedDesk, woken: Arc<Notify>) {
    let mut backer = Backer::new();
    loop {
        let (app, desk) = (app.clone(), desk.clone());
        let round = spawn_blocking(move || {
            let pause = backup_round(desk.lock(), &mut backer, &|event| events::tell(&app, &event));
            (backer, pause)
        });
        // A round that panicked has lost what it knew of troubled places; they are tried again after a rest.
        let (kept, pause) = round.await.unwrap_or_else(|_| (Backer::new(), Some(AFTER_A_FAULT)));
        backer = kept;
        match pause {
            Some(pause) => drop(timeout(pause, woken.notified()).await),
            None => woken.notified().await,
        }
    }
}

async fn remind(app: AppHandle, desk: SharedDesk, corner: Arc<Corner>) {
    let mut reminder = Reminder::default();
    loop {
        sleep(REMIND).await;
        let (app, desk, corner) = (app.clone(), desk.clone(), corner.clone());
        let round = spawn_blocking(move || {
            // Without an icon nothing can be told, and so nothing counts as told.
            let told = if corner.stands() { reminder.round(desk.lock(), window::is_in_front(&app)) } else { None };
            told.iter().for_each(|text| corner.tell(text));
            reminder
        });
        reminder = round.await.unwrap_or_default();
    }
}
