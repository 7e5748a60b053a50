//! What the tests of the window stand on: a screen of their own, the program on it, and a hand that types and clicks through WebDriver.
//!
//! Linux only: elsewhere the system's webview has no such driver.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop loudly")]

mod program;
mod screen;
mod window;

pub use program::{Program, program};
pub use screen::Screen;
pub use window::Window;

use std::thread;
use std::time::{Duration, Instant};

/// Waits for a condition, at most half a minute.
///
/// # Panics
/// When it does not come true.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "{what} did not come");
        thread::sleep(Duration::from_millis(50));
    }
}
