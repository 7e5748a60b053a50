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

/// A plain grey area where a case would stand, shown and taken away by Enter.
const PLAIN: &str = "const plain = document.createElement('div');
    plain.style.cssText = 'position: fixed; inset: 52px 0 0 196px; background: #c8c8c8';
    addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (plain.isConnected) plain.remove(); else document.body.append(plain);
    });";

/// The least that a case could take: from Enter until an area of its size, with nothing in it, is painted by an empty window.
pub(super) fn plain(window: &Window, server: &Server) -> Result<Samples> {
    window.run(PLAIN);
    server.focus()?;
    let mut samples = Samples::default();
    for _ in 0..CASES {
        let mut eye = Eye::on(server, server.whole)?;
        let pressed = server.press(ENTER)?;
        samples.push(eye.settled(MOST)?.last - pressed);
    }
    Ok(samples)
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
        wait(window, "document.querySelector('main > :not([inert]) [aria-label=\"Tindakan langkah\"]')");
    }
    Ok(opened)
}
