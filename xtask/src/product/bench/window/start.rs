//! From the command to a window that can be worked with, and the memory that it then holds.

use super::eye::Eye;
use super::running::Running;
use super::server::{CONTROL, ENTER, ESCAPE, Server};
use sandika_shell_tests::{Screen, built};
use sandika_testkit::PASSPHRASE;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use xtask::Result;

/// The first page fills the window; so much of the screen has changed when it is there.
const MOST: f64 = 0.5;
const SHORT: Duration = Duration::from_millis(300);

/// One start.
pub(super) struct Start {
    /// From the command until somebody can type.
    pub(super) asked: Duration,
    /// From Enter after the passphrase until the first page; nothing where there is none.
    pub(super) entered: Duration,
    /// MiB of all processes, once it stands still.
    pub(super) memory: f64,
}

/// Has the computer forget every file that it holds in memory. Only root may.
pub(super) fn forget_files() -> Result {
    Ok(fs::write("/proc/sys/vm/drop_caches", "3")?)
}

/// Starts the empty window; it can be worked with once its field is painted.
pub(super) fn empty(screen: &Screen, server: &Server, data: &Path) -> Result<Start> {
    let mut eye = Eye::on(server, server.whole)?;
    let begun = Instant::now();
    let running = Running::start(screen, &built("sandika-empty-window"), &[], data)?;
    let asked = eye.settled(MOST)?.last - begun;
    let memory = running.memory();
    running.close(server)?;
    Ok(Start { asked, entered: Duration::ZERO, memory })
}

/// Starts the product: until the passphrase can be typed, and from Enter until the first page of the office is painted. How long somebody types does
/// not count; the cost of the passphrase does.
pub(super) fn office(screen: &Screen, server: &Server, data: &Path) -> Result<Start> {
    let mut eye = Eye::on(server, server.whole)?;
    let begun = Instant::now();
    let running = Running::start(screen, &built("sandika-desktop"), &["--data"], data)?;
    let asked = eye.settled(MOST)?.last - begun;
    server.focus()?;
    server.write(PASSPHRASE)?;
    eye.rest(SHORT)?;
    let entered = server.press(ENTER)?;
    let entered = eye.settled(MOST)?.last - entered;
    let memory = running.memory();
    // It answers: the search opens and closes.
    server.press_with(CONTROL, u32::from('k'))?;
    eye.first_change()?;
    eye.rest(SHORT)?;
    server.press(ESCAPE)?;
    eye.first_change()?;
    running.close(server)?;
    Ok(Start { asked, entered, memory })
}
