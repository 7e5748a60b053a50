//! A hand in the system's own file dialog: keys and focus through xdotool.

use crate::desktop::Desktop;
use crate::{Screen, until, within};
use std::path::Path;
use std::time::Duration;

/// An open file dialog of Zenity's.
pub struct Chooser<'s> {
    desktop: Desktop<'s>,
    window: String,
}

impl<'s> Chooser<'s> {
    /// Waits until the dialog is seen.
    pub fn opened(on: &'s Screen) -> Self {
        until("the file dialog", || Self::soon(on))
    }

    /// The dialog, if it is seen before long.
    pub fn soon(on: &'s Screen) -> Option<Self> {
        let desktop = Desktop(on);
        let window = within(Duration::from_secs(2), || desktop.seen("--class", "zenity").pop())?;
        Some(Self { desktop, window })
    }

    /// Types a path and presses Enter.
    ///
    /// # Panics
    /// When the dialog stays open.
    pub fn choose(self, path: &Path) {
        let path = path.display().to_string();
        self.end(|| {
            self.desktop.said(&["key", "ctrl+a"]);
            self.desktop.said(&["type", "--delay", "1", &path]);
            self.desktop.said(&["key", "Return"]);
        });
    }

    /// Changes their mind.
    ///
    /// # Panics
    /// When the dialog stays open.
    pub fn cancel(self) {
        self.end(|| drop(self.desktop.said(&["key", "Escape"])));
    }

    /// Keys may reach the dialog before its line of text listens; then they are pressed once more.
    fn end(&self, press: impl Fn()) {
        let gone = || self.desktop.seen("--class", "zenity").is_empty().then_some(());
        until("the end of the file dialog", || {
            self.desktop.focus(&self.window);
            press();
            within(Duration::from_secs(3), gone)
        });
    }
}
