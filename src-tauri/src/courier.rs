//! Carries letters out while the officer works on: a task for each outlet, woken when something was put into the queue or comes due.

use crate::desk::SharedDesk;
use crate::events;
use sandika_api::{carry_due, wait_until};
use sandika_app::Outlet;
use std::sync::Arc;
use tauri::AppHandle;
use tauri::async_runtime::{spawn, spawn_blocking};
use tokio::sync::Notify;
use tokio::time::timeout;

/// Wakes the carriers.
#[derive(Clone, Default)]
pub(crate) struct Courier([Arc<Notify>; 2]);

impl Courier {
    /// Sends both on their way; they end with the process.
    pub(crate) fn begin(app: &AppHandle, desk: &SharedDesk) -> Self {
        let courier = Self::default();
        for (outlet, woken) in Outlet::ALL.into_iter().zip(&courier.0) {
            spawn(carry(app.clone(), desk.clone(), outlet, woken.clone()));
        }
        courier
    }

    /// Something may wait: whoever is on the way looks once more afterwards.
    pub(crate) fn wake(&self) {
        self.0.iter().for_each(|woken| woken.notify_one());
    }
}

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
