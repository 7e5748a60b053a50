//! A screen saver of the test's own, which tells on the session bus that it has locked the screen.

use crate::Screen;
use zbus::blocking::{Connection, connection};

const PLACE: &str = "/org/freedesktop/ScreenSaver";
const INTERFACE: &str = "org.freedesktop.ScreenSaver";

/// Stands on the bus until it is dropped.
pub struct Saver(Connection);

impl Saver {
    /// Takes its place on a screen's bus.
    ///
    /// # Panics
    /// When it cannot.
    pub fn of(screen: &Screen) -> Self {
        Self(connection::Builder::address(screen.bus()).unwrap().build().unwrap())
    }

    /// Tells whether the screen is locked from now on.
    ///
    /// # Panics
    /// When the bus does not take it.
    pub fn tell(&self, locked: bool) {
        self.0.emit_signal(None::<&str>, PLACE, INTERFACE, "ActiveChanged", &locked).unwrap();
    }
}
