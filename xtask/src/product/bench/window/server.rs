//! The X server of a screen: what is seen on it and what is done on it, without any driver between.

use super::area::Area;
use sandika_shell_tests::Screen;
use std::thread;
use std::time::{Duration, Instant};
use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::damage::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, InputFocus, KEY_PRESS_EVENT,
    KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use xtask::Result;

/// Keys by their X names.
pub(super) const ENTER: u32 = 0xff0d;
pub(super) const DOWN: u32 = 0xff54;
pub(super) const CONTROL: u32 = 0xffe3;
pub(super) const ESCAPE: u32 = 0xff1b;
pub(super) const ALT: u32 = 0xffe9;
pub(super) const LEFT: u32 = 0xff51;
/// Mouse buttons.
const FIRST_BUTTON: u8 = 1;
const WHEEL_DOWN: u8 = 5;
/// No more time than this passes between two looks for an event.
const LOOK: Duration = Duration::from_micros(300);

/// A connection to it.
pub(super) struct Server {
    pub(super) connection: RustConnection,
    pub(super) root: Window,
    /// All of the screen.
    pub(super) whole: Area,
    /// Each key of the keyboard, and the name of what it types alone.
    keys: Vec<(u8, u32)>,
}

impl Server {
    pub(super) fn of(screen: &Screen) -> Result<Self> {
        let connection = screen.connect();
        let (first, last) = (connection.setup().min_keycode, connection.setup().max_keycode);
        let shown = connection.setup().roots.first().ok_or("the server has no screen")?;
        let (root, width, height) = (shown.root, shown.width_in_pixels.into(), shown.height_in_pixels.into());
        let names = connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let keys = (first..=last).zip(names.keysyms.chunks(names.keysyms_per_keycode.into()));
        let keys = keys.filter_map(|(key, names)| Some((key, *names.first()?))).collect();
        connection.extension_information(damage::X11_EXTENSION_NAME)?.ok_or("the server does not tell of changes")?;
        connection.damage_query_version(1, 1)?.reply()?;
        connection.xtest_get_version(2, 2)?.reply()?;
        let whole = Area { left: 0, top: 0, right: width, bottom: height };
        let server = Self { connection, root, whole, keys };
        // Out of the way: what lies under the mouse is painted differently.
        server.point(Area { left: width - 1, top: height - 1, ..whole })?;
        Ok(server)
    }

    /// The pixels of a part of the screen.
    pub(super) fn picture(&self, area: Area) -> Result<Vec<u8>> {
        let (left, top) = (i16::try_from(area.left)?, i16::try_from(area.top)?);
        let (width, height) = (u16::try_from(area.width())?, u16::try_from(area.height())?);
        Ok(self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, left, top, width, height, u32::MAX)?.reply()?.data)
    }

    /// Waits for the server's next event, no longer than until `end`.
    pub(super) fn event(&self, end: Instant) -> Result<Option<x11rb::protocol::Event>> {
        loop {
            if let Some(event) = self.connection.poll_for_event()? {
                return Ok(Some(event));
            }
            if Instant::now() >= end {
                return Ok(None);
            }
            thread::sleep(LOOK);
        }
    }

    /// Presses and releases a key; answers when it was pressed.
    pub(super) fn press(&self, name: u32) -> Result<Instant> {
        let key = self.key(name)?;
        let at = Instant::now();
        self.input(KEY_PRESS_EVENT, key, 0, 0)?;
        self.input(KEY_RELEASE_EVENT, key, 0, 0)?;
        Ok(at)
    }

    /// Presses a key while another is held.
    pub(super) fn press_with(&self, held: u32, name: u32) -> Result<Instant> {
        let key = self.key(held)?;
        self.input(KEY_PRESS_EVENT, key, 0, 0)?;
        let at = self.press(name)?;
        self.input(KEY_RELEASE_EVENT, key, 0, 0)?;
        Ok(at)
    }

    fn key(&self, name: u32) -> Result<u8> {
        Ok(self.keys.iter().find(|(_, is)| *is == name).ok_or("the keyboard lacks a key")?.0)
    }

    /// Types small letters and blanks.
    pub(super) fn write(&self, text: &str) -> Result {
        for letter in text.chars() {
            self.press(letter.into())?;
        }
        Ok(())
    }

    /// Clicks in the middle of an area; answers when.
    pub(super) fn click(&self, area: Area) -> Result<Instant> {
        self.point(area)?;
        let at = Instant::now();
        self.input(BUTTON_PRESS_EVENT, FIRST_BUTTON, 0, 0)?;
        self.input(BUTTON_RELEASE_EVENT, FIRST_BUTTON, 0, 0)?;
        Ok(at)
    }

    /// Puts the mouse into the middle of an area.
    pub(super) fn point(&self, area: Area) -> Result {
        let (x, y) = area.middle();
        self.input(MOTION_NOTIFY_EVENT, 0, i16::try_from(x)?, i16::try_from(y)?)
    }

    /// Turns the wheel down by one notch.
    pub(super) fn wheel(&self) -> Result {
        self.input(BUTTON_PRESS_EVENT, WHEEL_DOWN, 0, 0)?;
        self.input(BUTTON_RELEASE_EVENT, WHEEL_DOWN, 0, 0)
    }

    fn input(&self, kind: u8, detail: u8, x: i16, y: i16) -> Result {
        self.connection.xtest_fake_input(kind, detail, x11rb::CURRENT_TIME, self.root, x, y, 0)?;
        Ok(self.connection.flush()?)
    }

    /// Gives the largest window the keyboard: there is no window manager that would.
    pub(super) fn focus(&self) -> Result {
        let window = self.window()?;
        self.connection.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?;
        Ok(self.connection.flush()?)
    }

    /// Asks the largest window to close, as its cross would.
    pub(super) fn close(&self) -> Result {
        let window = self.window()?;
        let atom = |name: &str| Ok::<_, Box<dyn std::error::Error>>(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom);
        let data = [atom("WM_DELETE_WINDOW")?, x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS")?, data);
        self.connection.send_event(false, window, EventMask::NO_EVENT, message)?;
        Ok(self.connection.sync()?)
    }

    /// The largest window that is shown.
    fn window(&self) -> Result<Window> {
        let mut largest = None;
        for window in self.connection.query_tree(self.root)?.reply()?.children {
            let (Ok(seen), Ok(place)) =
                (self.connection.get_window_attributes(window)?.reply(), self.connection.get_geometry(window)?.reply())
            else {
                continue;
            };
            let size = u32::from(place.width) * u32::from(place.height);
            if seen.map_state == MapState::VIEWABLE && largest.is_none_or(|(_, other)| other < size) {
                largest = Some((window, size));
            }
        }
        Ok(largest.ok_or("no window is shown")?.0)
    }
}
