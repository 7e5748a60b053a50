//! A window manager, for what only one does: minimising, closing politely, bringing to the front.

use crate::desktop::Desktop;
use crate::{Screen, until};
use std::process::{Child, Stdio};

/// Stands until it is dropped.
pub struct Manager<'s> {
    process: Child,
    desktop: Desktop<'s>,
}

impl<'s> Manager<'s> {
    /// Lets windows be managed on a screen.
    ///
    /// # Panics
    /// When Openbox does not start.
    pub fn of(screen: &'s Screen) -> Self {
        let desktop = Desktop(screen);
        let process = screen.command("openbox").stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("openbox starts");
        until("the window manager", || (!desktop.said(&["get_num_desktops"]).is_empty()).then_some(()));
        Self { process, desktop }
    }

    /// Waits until a window of this name is the one in use; answers with it.
    pub fn active(&self, name: &str) -> String {
        until(name, || {
            let window = self.desktop.said(&["getactivewindow"]).trim().to_owned();
            (self.desktop.said(&["getwindowname", &window]).trim() == name).then_some(window)
        })
    }

    /// Puts a window away.
    pub fn minimise(&self, window: &str) {
        self.desktop.said(&["windowminimize", window]);
    }

    /// The frame of whichever window is seen in the middle of the screen; the screen itself where there is none.
    pub fn on_top(&self) -> String {
        let said = self.desktop.said(&["mousemove", "683", "384", "getmouselocation", "--shell"]);
        said.lines().find_map(|line| line.strip_prefix("WINDOW=")).unwrap_or_default().to_owned()
    }

    /// Closes the window in use, as its cross and Alt+F4 do.
    pub fn close(&self) {
        self.desktop.said(&["key", "alt+F4"]);
    }
}

impl Drop for Manager<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
