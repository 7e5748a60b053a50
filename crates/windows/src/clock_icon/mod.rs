//! An icon beside the clock, its menu, and notices that come out of it.
//!
//! Not through `tray-icon`, which Tauri offers: it would need Tauri's own loop of messages, knows no notices, and could not be tried under wine, where no
//! window of Tauri stands. Notices are those of the icon, which Windows 10 and 11 show as a toast: a toast of WinRT needs an AppUserModelID that a shortcut
//! has to carry, which a program on a stick does not have, and cannot be seen under wine.

mod icon;
mod menu;
#[cfg(test)]
mod tests;

use icon::Icon;
use menu::Menu;
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::{io, ptr};
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::UI::Shell::{NIN_BALLOONUSERCLICK, NIN_SELECT, NINF_KEY};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DestroyWindow, DispatchMessageW, GetMessageW, MSG, PostMessageW, PostQuitMessage, RegisterClassW,
    RegisterWindowMessageW, WM_APP, WM_CLOSE, WM_COMMAND, WM_CONTEXTMENU, WM_DESTROY, WNDCLASSW, WS_EX_TOOLWINDOW, WS_POPUP,
};
use windows_sys::core::{PCWSTR, w};

/// The kind of our window.
const CLASS: PCWSTR = w!("id.sandika.clock-icon");
/// What the icon tells our window by.
const FROM_ICON: u32 = WM_APP + 1;
/// A key pressed on the icon.
const NIN_KEYSELECT: u32 = NIN_SELECT | NINF_KEY;

thread_local! {
    /// Whom the window of this thread tells.
    static CORNER: RefCell<Option<Corner>> = const { RefCell::new(None) };
}

/// What the officer wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconEvent {
    /// The window: the icon, its menu's first line or a notice was clicked.
    Open,
    /// The end of the program.
    Quit,
}

/// What the icon says.
#[derive(Clone, Copy, Debug)]
pub struct IconWords<'w> {
    /// Beside the mouse, at most 127 characters.
    pub tip: &'w str,
    /// The menu's line that opens the window.
    pub open: &'w str,
    /// The menu's line that ends the program.
    pub quit: &'w str,
}

/// An icon beside the clock, on a thread of its own. Dropping it takes it away.
#[derive(Debug)]
pub struct ClockIcon {
    icon: Icon,
    stands: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread of the icon knows.
struct Corner {
    icon: Icon,
    menu: Menu,
    tip: String,
    heard: Box<dyn Fn(IconEvent)>,
    stands: Arc<AtomicBool>,
    /// What Explorer tells all windows when it has begun anew, without our icon.
    explorer_began: u32,
}

impl ClockIcon {
    /// Puts the icon there, and calls `heard` on its thread, which must not wait for whoever drops the icon. Where Explorer does not run yet, as while the
    /// user signs in, the icon comes with it.
    ///
    /// # Errors
    /// When there is no thread or no window for it.
    pub fn begin(words: &IconWords<'_>, heard: impl Fn(IconEvent) + Send + 'static) -> io::Result<Self> {
        let stands = Arc::new(AtomicBool::new(false));
        let (menu, tip, standing) = (Menu::of(words.open, words.quit), words.tip.to_owned(), stands.clone());
        let (begun, told) = channel();
        let thread = thread::Builder::new().name("sandika-clock-icon".to_owned()).spawn(move || {
            let corner = |icon| Corner { icon, menu, tip, heard: Box::new(heard), stands: standing, explorer_began: explorer_began() };
            stay(corner, &begun);
        })?;
        let icon = told.recv().map_err(io::Error::other)??;
        Ok(Self { icon, stands, thread: Some(thread) })
    }

    /// Whether the icon is there for the officer to click.
    pub fn stands(&self) -> bool {
        self.stands.load(Ordering::Relaxed)
    }

    /// Shows a notice: a heading of at most 63 characters and a text of at most 255.
    ///
    /// # Errors
    /// When Explorer takes none.
    pub fn tell(&self, heading: &str, text: &str) -> io::Result<()> {
        self.icon.tell(heading, text)
    }
}

impl Drop for ClockIcon {
    fn drop(&mut self) {
        // SAFETY: a window that is gone already refuses the message.
        unsafe { PostMessageW(self.icon.window(), WM_CLOSE, 0, 0) };
        // A thread that panicked has ended as well.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Corner {
    fn show(&self) {
        self.stands.store(self.icon.add(&self.tip), Ordering::Relaxed);
    }

    fn hide(&self) {
        self.stands.store(false, Ordering::Relaxed);
        self.icon.remove();
    }

    /// What a message to our window is about; false where it is not ours.
    fn hear(&self, message: u32, what: WPARAM, more: LPARAM) -> bool {
        let low = |value: isize| u32::try_from(value & 0xffff).unwrap_or_default();
        match message {
            FROM_ICON => match low(more) {
                NIN_SELECT | NIN_KEYSELECT | NIN_BALLOONUSERCLICK => (self.heard)(IconEvent::Open),
                WM_CONTEXTMENU => self.menu.open(self.icon.window(), what),
                _ => {}
            },
            WM_COMMAND => drop(Menu::chosen(what).map(|event| (self.heard)(event))),
            WM_DESTROY => {
                self.hide();
                // SAFETY: it is said to this thread, whose only window goes.
                unsafe { PostQuitMessage(0) };
            }
            _ if message == self.explorer_began => self.show(),
            _ => return false,
        }
        true
    }
}

/// The message that Explorer sends; zero, which is never sent so, where there is none.
fn explorer_began() -> u32 {
    // SAFETY: the name is a text with its end.
    unsafe { RegisterWindowMessageW(w!("TaskbarCreated")) }
}

/// Makes the window, tells `begun` of it, shows the icon, and hands messages on until the window is closed.
fn stay(corner: impl FnOnce(Icon) -> Corner, begun: &Sender<io::Result<Icon>>) {
    let window = match window() {
        Ok(window) => window,
        Err(error) => return drop(begun.send(Err(error))),
    };
    let corner = corner(Icon::of(window));
    corner.show();
    CORNER.set(Some(corner));
    if begun.send(Ok(Icon::of(window))).is_err() {
        // SAFETY: the window is of this thread, and nobody else will close it.
        unsafe { DestroyWindow(window) };
    }
    heed();
}

/// A window that is never shown. Not one for messages alone: such windows are not told that Explorer began anew, and hold no menu in the foreground.
fn window() -> io::Result<HWND> {
    // SAFETY: the handle of the running program is asked for by no name; it is never closed.
    let program = unsafe { GetModuleHandleW(ptr::null()) };
    let class = WNDCLASSW { lpfnWndProc: Some(hear), hInstance: program, lpszClassName: CLASS, ..WNDCLASSW::default() };
    // SAFETY: `class` and its name outlive the call, and `hear` the process. A class that is there already is the same one.
    unsafe { RegisterClassW(&raw const class) };
    let (above, menu, given) = (ptr::null_mut(), ptr::null_mut(), ptr::null());
    // SAFETY: class, name and program are valid; there is no menu and nothing is handed to the window.
    let window = unsafe { CreateWindowExW(WS_EX_TOOLWINDOW, CLASS, ptr::null(), WS_POPUP, 0, 0, 0, 0, above, menu, program, given) };
    if window.is_null() { Err(io::Error::last_os_error()) } else { Ok(window) }
}

/// Hands messages to the windows of this thread until it is told that there are no more.
fn heed() {
    let mut message = MSG::default();
    // SAFETY: `message` is ours to write; messages of every window of this thread are asked for.
    while unsafe { GetMessageW(&raw mut message, ptr::null_mut(), 0, 0) } > 0 {
        // SAFETY: the message is the one that was just written.
        unsafe { DispatchMessageW(&raw const message) };
    }
}

/// What the system calls with each message to the window, on the thread that made it; once more within itself while the menu is open.
unsafe extern "system" fn hear(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    if CORNER.with_borrow(|corner| corner.as_ref().is_some_and(|corner| corner.hear(message, what, more))) {
        return 0;
    }
    // SAFETY: the arguments are those that the system called with.
    unsafe { DefWindowProcW(window, message, what, more) }
}
