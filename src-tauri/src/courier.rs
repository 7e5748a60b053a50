//! Carries letters out and scans in while the officer works on: a task for each outlet, woken when something was put into the queue or comes due, and
//! one for scans, woken when something may have come into a folder. One more verifies the journal at quiet moments.

use crate::desk::SharedDesk;
use crate::events;
use sandika_api::{carry_due, scan_round, verify_round, wait_until};
use sandika_app::{Outlet, Scanner};
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
}

impl Courier {
    /// Sends all on their way; they end with the process.
    pub(crate) fn begin(app: &AppHandle, desk: &SharedDesk) -> Self {
        let courier = Self::default();
        for (outlet, woken) in Outlet::ALL.into_iter().zip(&courier.outlets) {
            spawn(carry(app.clone(), desk.clone(), outlet, woken.clone()));
        }
        spawn(scan(app.clone(), desk.clone(), courier.scans.clone()));
        spawn(verify(app.clone(), desk.clone()));
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
}

/// Rest after a round that went wrong.
const AFTER_A_FAULT: Duration = Duration::from_secs(60);

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
