//! The lock of the computer's own screen, as Windows tells it: to a window that registered for it. The window is one that nobody sees.

use std::cell::RefCell;
use std::{io, ptr};
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification, WTSUnRegisterSessionNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DestroyWindow, DispatchMessageW, GetMessageW, HWND_MESSAGE, MSG, RegisterClassW, WM_WTSSESSION_CHANGE,
    WNDCLASSW, WTS_SESSION_LOCK,
};
use windows_sys::core::{PCWSTR, w};

/// The kind of our window.
const CLASS: PCWSTR = w!("id.sandika.session");

thread_local! {
    /// Whom the window of this thread tells.
    static TOLD: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `locked` each time that the screen is locked, on this thread, for as long as the process lives.
///
/// # Errors
/// When the system refuses to tell; then nothing was ever told.
pub fn listen(locked: impl Fn() + 'static) -> io::Result<()> {
    TOLD.set(Some(Box::new(locked)));
    let window = Window::registered()?;
    window.heed()
}

/// A window that gets messages and is never shown. It lives and dies on the thread that made it.
struct Window(HWND);

impl Window {
    fn registered() -> io::Result<Self> {
        // SAFETY: the handle of the running program is asked for by no name; it is never closed.
        let program = unsafe { GetModuleHandleW(ptr::null()) };
        let class = WNDCLASSW { lpfnWndProc: Some(hear), hInstance: program, lpszClassName: CLASS, ..WNDCLASSW::default() };
        // SAFETY: `class` and its name outlive the call, and `hear` the process. A class that is there already is the same one.
        unsafe { RegisterClassW(&raw const class) };
        // SAFETY: class, name and program are valid; there is no menu and nothing is handed to the window.
        let window = unsafe { CreateWindowExW(0, CLASS, ptr::null(), 0, 0, 0, 0, 0, HWND_MESSAGE, ptr::null_mut(), program, ptr::null()) };
        if window.is_null() {
            return Err(io::Error::last_os_error());
        }
        let window = Self(window);
        // SAFETY: the window was made just now, by this thread.
        match unsafe { WTSRegisterSessionNotification(window.0, NOTIFY_FOR_THIS_SESSION) } {
            0 => Err(io::Error::last_os_error()),
            _ => Ok(window),
        }
    }

    /// Hands messages to the window until the system wants no more.
    fn heed(&self) -> io::Result<()> {
        let mut message = MSG::default();
        loop {
            // SAFETY: `message` is ours to write, and the window of this thread lives as long as `self`.
            match unsafe { GetMessageW(&raw mut message, self.0, 0, 0) } {
                0 => return Ok(()),
                -1 => return Err(io::Error::last_os_error()),
                // SAFETY: the message is the one that was just written.
                _ => unsafe { DispatchMessageW(&raw const message) },
            };
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // SAFETY: the window is of this thread and destroyed once; one that never registered is no fault.
        unsafe {
            WTSUnRegisterSessionNotification(self.0);
            DestroyWindow(self.0);
        }
    }
}

/// What the system calls with each message to the window, on the thread that made it.
unsafe extern "system" fn hear(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    if message == WM_WTSSESSION_CHANGE && u32::try_from(what) == Ok(WTS_SESSION_LOCK) {
        TOLD.with_borrow(|told| told.iter().for_each(|locked| locked()));
        return 0;
    }
    // SAFETY: the arguments are those that the system called with.
    unsafe { DefWindowProcW(window, message, what, more) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;
    use windows_sys::Win32::UI::WindowsAndMessaging::{FindWindowExW, PostMessageW, WTS_SESSION_UNLOCK};

    const PATIENCE: Duration = Duration::from_secs(20);

    fn send(what: u32) {
        let mut window: HWND = ptr::null_mut();
        while window.is_null() {
            // SAFETY: the class name is valid; message-only windows are looked for among their own kind.
            window = unsafe { FindWindowExW(HWND_MESSAGE, ptr::null_mut(), CLASS, ptr::null()) };
            thread::yield_now();
        }
        // SAFETY: the window lives as long as this process.
        assert_ne!(unsafe { PostMessageW(window, WM_WTSSESSION_CHANGE, what as usize, 0) }, 0);
    }

    #[test]
    fn only_a_lock_is_told() {
        let (told, heard) = channel();
        thread::spawn(move || listen(move || told.send(()).unwrap_or_default()));
        for what in [WTS_SESSION_UNLOCK, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK, WTS_SESSION_LOCK] {
            send(what);
        }
        heard.recv_timeout(PATIENCE).unwrap();
        heard.recv_timeout(PATIENCE).unwrap();
        assert!(heard.try_recv().is_err(), "an unlock is no lock");
    }
}
