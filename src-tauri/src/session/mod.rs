//! The computer's own lock: when its screen is locked, so is the desk.

#[cfg(target_os = "linux")]
mod bus;

use crate::events;
#[cfg(target_os = "linux")]
use bus::listen;
use sandika_api::Event;
#[cfg(windows)]
use sandika_windows::listen;
use std::thread;
use tauri::AppHandle;

/// Tells the page from now on. Where the system does not tell, the desk still locks itself when nobody touches it.
pub(crate) fn watch(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || listen(move || events::tell(&app, &Event::SystemLocked)));
}
