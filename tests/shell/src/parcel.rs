//! A window of another program with a file in it, which the mouse carries away: a source of drag and drop between programs (XDND, version 5).

use crate::Screen;
use crate::desktop::Desktop;
use crate::portal::uri;
use std::path::Path;
use std::thread;
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ButtonPressEvent, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MotionNotifyEvent, PropMode,
    SelectionNotifyEvent, SelectionRequestEvent, Timestamp, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT};

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        XdndEnter,
        XdndPosition,
        XdndLeave,
        XdndDrop,
        XdndSelection,
        XdndActionCopy,
        LIST: b"text/uri-list",
    }
}

const VERSION: u32 = 5;
/// Its place and size on the screen, in pixels.
const AT: (i16, i16) = (20, 600);
const SIZE: u16 = 60;
/// In how many steps the mouse goes its way.
const STEPS: i32 = 8;

/// The window, as the mouse sees it.
pub struct Parcel<'s> {
    desktop: Desktop<'s>,
    at: (i32, i32),
}

impl<'s> Parcel<'s> {
    /// Puts up the window. It stands as long as its screen.
    ///
    /// # Panics
    /// When it cannot.
    pub fn with(file: &Path, on: &'s Screen) -> Self {
        let source = Source::put_up(on.connect(), &uri(file)).unwrap();
        // It ends when the screen goes.
        thread::spawn(move || source.serve());
        let middle = |side: i16| i32::from(side) + i32::from(SIZE) / 2;
        Self { desktop: Desktop(on), at: (middle(AT.0), middle(AT.1)) }
    }

    /// Presses the mouse on the file.
    pub fn take(&self) {
        self.moved(self.at);
        self.desktop.said(&["mousedown", "1"]);
    }

    /// Carries it to a place on the screen, in steps as a hand does.
    pub fn carry(&mut self, (x, y): (i32, i32)) {
        let (from_x, from_y) = self.at;
        for step in 1..=STEPS {
            self.moved((from_x + (x - from_x) * step / STEPS, from_y + (y - from_y) * step / STEPS));
        }
        self.at = (x, y);
    }

    /// Lets it go.
    pub fn drop_here(&self) {
        self.desktop.said(&["mouseup", "1"]);
    }

    fn moved(&self, (x, y): (i32, i32)) {
        self.desktop.said(&["mousemove", &x.to_string(), &y.to_string()]);
    }
}

/// The program behind the window.
struct Source {
    screen: RustConnection,
    root: Window,
    window: Window,
    atoms: Atoms,
    /// What it gives away.
    list: String,
}

impl Source {
    fn put_up(screen: RustConnection, uri: &str) -> Result<Self, ReplyError> {
        let atoms = Atoms::new(&screen)?.reply()?;
        let root = screen.setup().roots[0].root;
        let window = screen.generate_id().unwrap();
        let seen = EventMask::BUTTON_PRESS | EventMask::BUTTON_RELEASE | EventMask::BUTTON1_MOTION;
        let looks = CreateWindowAux::new().background_pixel(screen.setup().roots[0].white_pixel).override_redirect(1).event_mask(seen);
        let kind = WindowClass::INPUT_OUTPUT;
        screen.create_window(COPY_DEPTH_FROM_PARENT, window, root, AT.0, AT.1, SIZE, SIZE, 0, kind, COPY_FROM_PARENT, &looks)?;
        screen.map_window(window)?.check()?;
        Ok(Self { screen, root, window, atoms, list: format!("{uri}\r\n") })
    }

    fn serve(&self) {
        let mut over = None;
        while let Ok(event) = self.screen.wait_for_event() {
            let done = match event {
                Event::ButtonPress(ButtonPressEvent { time, .. }) => self.own(time),
                Event::MotionNotify(motion) => self.moved(&motion, &mut over),
                Event::ButtonRelease(ButtonPressEvent { time, .. }) => {
                    over.take().map_or(Ok(()), |target| self.tell(target, self.atoms.XdndDrop, [0, time, 0, 0]))
                }
                Event::SelectionRequest(asked) => self.give(&asked),
                _ => Ok(()),
            };
            if done.is_err() {
                break;
            }
        }
    }

    fn own(&self, time: Timestamp) -> Result<(), ReplyError> {
        self.screen.set_selection_owner(self.window, self.atoms.XdndSelection, time)?.check()
    }

    /// Tells the window under the mouse where it is, and who is left or entered on the way.
    fn moved(&self, motion: &MotionNotifyEvent, over: &mut Option<Window>) -> Result<(), ReplyError> {
        let now = self.under_the_mouse()?;
        if *over != now {
            if let Some(left) = over.take() {
                self.tell(left, self.atoms.XdndLeave, [0; 4])?;
            }
            if let Some(entered) = now {
                self.tell(entered, self.atoms.XdndEnter, [VERSION << 24, self.atoms.LIST, 0, 0])?;
            }
            *over = now;
        }
        let place = (u32::from(motion.root_x.unsigned_abs()) << 16) | u32::from(motion.root_y.unsigned_abs());
        let position = [0, place, motion.time, self.atoms.XdndActionCopy];
        now.map_or(Ok(()), |target| self.tell(target, self.atoms.XdndPosition, position))
    }

    /// The window that takes what is dropped where the mouse is.
    fn under_the_mouse(&self) -> Result<Option<Window>, ReplyError> {
        let mut window = self.root;
        while window != 0 {
            let aware = self.screen.get_property(false, window, self.atoms.XdndAware, AtomEnum::ATOM, 0, 1)?.reply()?;
            if aware.value_len > 0 {
                return Ok(Some(window));
            }
            window = self.screen.query_pointer(window)?.reply()?.child;
        }
        Ok(None)
    }

    fn tell(&self, window: Window, what: u32, [a, b, c, d]: [u32; 4]) -> Result<(), ReplyError> {
        let message = ClientMessageEvent::new(32, window, what, [self.window, a, b, c, d]);
        self.screen.send_event(false, window, EventMask::NO_EVENT, message)?.check()
    }

    /// Hands the file's address to whoever asks for it.
    fn give(&self, asked: &SelectionRequestEvent) -> Result<(), ReplyError> {
        let property = if asked.target == self.atoms.LIST { asked.property } else { AtomEnum::NONE.into() };
        if asked.target == self.atoms.LIST {
            self.screen.change_property8(PropMode::REPLACE, asked.requestor, property, asked.target, self.list.as_bytes())?;
        }
        let (requestor, selection, target, time) = (asked.requestor, asked.selection, asked.target, asked.time);
        let given = SelectionNotifyEvent { response_type: 31, sequence: 0, time, requestor, selection, target, property };
        self.screen.send_event(false, requestor, EventMask::NO_EVENT, given)?.check()
    }
}
