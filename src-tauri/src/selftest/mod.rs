//! `--selftest`: the installed program checked from the page to the paper, in a practice office that goes away again. With `--tanpa-jendela` all of
//! that but the page, for a computer that has no browser for it yet.

mod core;
mod page;

use crate::desk::SharedDesk;
use sandika_app::LongWork;
use sandika_app::outside::NeverStays;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tauri::AppHandle;

/// Longest for the page, and for a scan.
const PATIENCE: Duration = Duration::from_secs(60);

/// Checks while the window runs, says what was found, and ends the program.
pub(crate) fn begin(app: AppHandle, desk: SharedDesk, data: PathBuf) {
    thread::spawn(move || {
        let found = page::check(&app).and_then(|()| core::check(&desk, &data));
        app.exit(i32::from(!told(found)));
    });
}

/// Checks all but the page.
pub(crate) fn without_window(data: &Path) -> ExitCode {
    let desk = SharedDesk::over(data.to_owned(), Arc::new(LongWork::unwatched()), Arc::new(NeverStays));
    let found = core::open(&desk).and_then(|()| core::check(&desk, data));
    if told(found) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Says what was found; tells whether all is well.
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "this is what the selftest is for")]
fn told(found: Result<(), String>) -> bool {
    match &found {
        Ok(()) => println!("selftest: baik"),
        Err(reason) => eprintln!("selftest: gagal: {reason}"),
    }
    found.is_ok()
}
