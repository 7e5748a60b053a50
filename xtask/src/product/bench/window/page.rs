//! The page as WebDriver knows it: where things stand on the screen. Driver and page sleep while something is measured.

use super::area::Area;
use super::server::Server;
use sandika_shell_tests::{Window, until};
use serde_json::Value;
use xtask::Result;

/// Where an element stands on the screen, once it has been brought into sight.
pub(super) fn place(window: &Window, server: &Server, selector: &str) -> Result<Area> {
    until(selector, || window.shows(selector).then_some(()));
    let (_, (x, y)) = server.window()?;
    let rectangle = window.run(&format!(
        "const element = document.querySelector({selector:?});
        element.scrollIntoView({{ block: 'center' }});
        const {{ left, top, right, bottom }} = element.getBoundingClientRect();
        return [left, top, right, bottom];"
    ));
    let side = |at: usize| rectangle[at].as_f64().map(|side| side.max(0.0).round() as usize).ok_or("an element has no place");
    let area = Area { left: side(0)? + x, top: side(1)? + y, right: side(2)? + x, bottom: side(3)? + y };
    Ok(Area { right: area.right.min(server.whole.right), bottom: area.bottom.min(server.whole.bottom), ..area })
}

/// Waits until the page answers a question with yes.
pub(super) fn wait(window: &Window, question: &str) {
    until(question, || (window.run(&format!("return Boolean({question});")) == Value::Bool(true)).then_some(()));
}
