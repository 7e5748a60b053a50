//! The page as WebDriver knows it: where things stand on the screen. Driver and page sleep while something is measured.

use super::area::Area;
use super::server::Server;
use sandika_shell_tests::{Window, until};
use serde_json::Value;
use xtask::Result;

/// The part of the screen on which an element stands, once it has been brought into sight.
pub(super) fn place(window: &Window, server: &Server, selector: &str) -> Result<Area> {
    let sides: Vec<usize> =
        window.place(selector).into_iter().map(|side| usize::try_from(side.max(0))).collect::<std::result::Result<_, _>>()?;
    let [left, top, right, bottom] = sides[..] else { return Err("an element has four sides".into()) };
    Ok(Area { left, top, right: right.min(server.whole.right), bottom: bottom.min(server.whole.bottom) })
}

/// Waits until the page answers a question with yes.
pub(super) fn wait(window: &Window, question: &str) {
    until(question, || (window.run(&format!("return Boolean({question});")) == Value::Bool(true)).then_some(()));
}
