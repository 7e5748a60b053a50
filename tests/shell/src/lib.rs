//! What the tests of the window stand on: a screen of their own, the program on it, and a hand that types and clicks through WebDriver.
//!
//! Linux only: elsewhere the system's webview has no such driver.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

mod chooser;
mod desktop;
mod manager;
mod officer;
mod page;
pub mod paper;
mod parcel;
mod portal;
mod practice;
mod program;
mod request;
mod saver;
mod screen;
mod sight;
mod window;

pub use chooser::Chooser;
pub use manager::Manager;
pub use officer::Officer;
pub use page::button;
pub use parcel::Parcel;
pub use portal::{Asked, Portal};
pub use program::{Program, built, program};
pub use request::Request;
pub use saver::Saver;
pub use screen::Screen;
pub use sight::Sight;
pub use window::Window;

use std::thread;
use std::time::{Duration, Instant};

/// Waits for a condition, at most half a minute.
///
/// # Panics
/// When it does not come true.
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(Duration::from_secs(30), look).unwrap_or_else(|| panic!("{what} did not come"))
}

/// Waits for a condition no longer than a while; nothing where it does not come true.
pub(crate) fn within<T>(patience: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if started.elapsed() > patience {
            return None;
        }
        thread::sleep(Duration::from_millis(20));
    }
}
