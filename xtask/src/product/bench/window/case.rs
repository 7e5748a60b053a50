//! Opening a case from the list, by the keyboard.

use super::super::samples::Samples;
use super::eye::Eye;
use super::page::{place, wait};
use super::server::{DOWN, ENTER, Server};
use sandika_shell_tests::Window;
use std::time::Duration;
use xtask::Result;

pub(super) const CASES: usize = 20;
/// A case fills the place; its parts come in several pictures, the last of which counts.
pub(super) const MOST: f64 = 0.5;
pub(super) const SHORT: Duration = Duration::from_millis(300);

/// From Enter on a row until the case is painted: its first picture, and its last.
#[derive(Default)]
pub(super) struct Opened {
    pub(super) first: Samples,
    pub(super) last: Samples,
}

/// Opens one case after the other.
pub(super) fn open(window: &Window, server: &Server) -> Result<Opened> {
    let mut opened = Opened::default();
    let main = place(window, server, "main")?;
    for _ in 0..CASES {
        window.go("permohonan");
        wait(window, "document.querySelectorAll('[role=row]').length > 5");
        window.run("document.querySelector('[role=grid]').focus();");
        server.focus()?;
        let mut eye = Eye::on(server, main)?;
        server.press(DOWN)?;
        eye.rest(SHORT)?;
        let pressed = server.press(ENTER)?;
        let settled = eye.settled(MOST)?;
        opened.first.push(settled.first - pressed);
        opened.last.push(settled.last - pressed);
        wait(window, "document.querySelector('[aria-label=\"Tindakan langkah\"]')");
    }
    Ok(opened)
}
