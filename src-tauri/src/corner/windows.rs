//! Windows has a place beside its clock.

pub(super) use sandika_windows::{Autostart, ClockIcon as Icon};

use crate::window;
use sandika_windows::{ClockIcon, IconEvent, IconWords};
use std::io;
use tauri::AppHandle;

pub(super) const CAN_STAY: bool = true;
const WORDS: IconWords<'_> = IconWords { tip: "Sandika", open: "Buka Sandika", quit: "Keluar" };

pub(super) fn icon(app: &AppHandle) -> io::Result<Icon> {
    let app = app.clone();
    ClockIcon::begin(&WORDS, move |event| match event {
        IconEvent::Open => window::show(&app),
        IconEvent::Quit => super::quit(&app),
    })
}

/// None where Windows would not start the program from where it lies.
pub(super) fn autostart(argument: &str) -> Option<Autostart> {
    Autostart::of_this_program("Sandika", argument).ok()
}
