//! What stands around the window on its screen: other windows, focus and keys, by xdotool.

use crate::{Screen, until};
use std::process::Stdio;

/// The windows of a screen.
pub(crate) struct Desktop<'s>(pub(crate) &'s Screen);

impl Desktop<'_> {
    /// The windows that are seen now, by one mark of theirs (`--class`, `--name`).
    pub(crate) fn seen(&self, mark: &str, value: &str) -> Vec<String> {
        self.said(&["search", "--onlyvisible", mark, value]).split_whitespace().map(str::to_owned).collect()
    }

    /// Gives a window the keyboard.
    pub(crate) fn focus(&self, window: &str) {
        until("the keyboard in the window", || {
            self.said(&["windowfocus", window]);
            (self.said(&["getwindowfocus", "-f"]).trim() == window).then_some(())
        });
    }

    /// What xdotool says; it presses keys wherever the keyboard is.
    ///
    /// # Panics
    /// When there is no xdotool.
    pub(crate) fn said(&self, arguments: &[&str]) -> String {
        let output = self.0.command("xdotool").args(arguments).stderr(Stdio::null()).output().expect("xdotool is there");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}
