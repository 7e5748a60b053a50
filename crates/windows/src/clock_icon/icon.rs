//! The icon itself, as Explorer is told of it.

use crate::text::put;
use std::io;
use std::mem::size_of;
use std::ptr;
use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::UI::Shell::{
    NIF_ICON, NIF_INFO, NIF_MESSAGE, NIF_SHOWTIP, NIF_TIP, NIIF_INFO, NIIF_RESPECT_QUIET_TIME, NIM_ADD, NIM_DELETE, NIM_MODIFY,
    NIM_SETVERSION, NOTIFY_ICON_MESSAGE, NOTIFYICON_VERSION_4, NOTIFYICONDATAW, Shell_NotifyIconW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetSystemMetrics, HICON, IDI_APPLICATION, IMAGE_ICON, LR_SHARED, LoadIconW, LoadImageW, SM_CXSMICON, SM_CYSMICON,
};

/// Its number; our window has no other one.
const NUMBER: u32 = 1;

/// The icon of a window: the window by its handle, which any thread may send to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Icon(isize);

impl Icon {
    pub(super) fn of(window: HWND) -> Self {
        Self(window as isize)
    }

    pub(super) fn window(self) -> HWND {
        self.0 as HWND
    }

    /// Puts it beside the clock. False where Explorer does not take it.
    pub(super) fn add(self, tip: &str) -> bool {
        let mut data = self.data();
        data.uFlags = NIF_MESSAGE | NIF_ICON | NIF_TIP | NIF_SHOWTIP;
        data.uCallbackMessage = super::FROM_ICON;
        data.hIcon = picture();
        put(&mut data.szTip, tip);
        // One that stands already is no fault: Explorer may tell twice that it began.
        let added = send(NIM_ADD, &data) || send(NIM_MODIFY, &data);
        data.Anonymous.uVersion = NOTIFYICON_VERSION_4;
        added && send(NIM_SETVERSION, &data)
    }

    /// Shows a notice out of it. Windows holds it back while nothing may disturb.
    pub(super) fn tell(self, heading: &str, text: &str) -> io::Result<()> {
        let mut data = self.data();
        data.uFlags = NIF_INFO;
        data.dwInfoFlags = NIIF_INFO | NIIF_RESPECT_QUIET_TIME;
        put(&mut data.szInfoTitle, heading);
        put(&mut data.szInfo, text);
        if send(NIM_MODIFY, &data) { Ok(()) } else { Err(io::ErrorKind::NotConnected.into()) }
    }

    pub(super) fn remove(self) {
        send(NIM_DELETE, &self.data());
    }

    fn data(self) -> NOTIFYICONDATAW {
        let size = u32::try_from(size_of::<NOTIFYICONDATAW>()).unwrap_or_default();
        NOTIFYICONDATAW { cbSize: size, hWnd: self.window(), uID: NUMBER, ..NOTIFYICONDATAW::default() }
    }
}

fn send(message: NOTIFY_ICON_MESSAGE, data: &NOTIFYICONDATAW) -> bool {
    // SAFETY: `data` is as long as it says, and only read.
    unsafe { Shell_NotifyIconW(message, data) != 0 }
}

/// The program's own picture in the size of such icons; the system's usual one for a program without.
fn picture() -> HICON {
    // SAFETY: the handle of the running program is asked for by no name; it is never closed.
    let program = unsafe { GetModuleHandleW(ptr::null()) };
    // SAFETY: both are numbers of sizes.
    let (width, height) = unsafe { (GetSystemMetrics(SM_CXSMICON), GetSystemMetrics(SM_CYSMICON)) };
    // SAFETY: Tauri's build gives the program its picture under this number; a shared one belongs to the system.
    let own = unsafe { LoadImageW(program, IDI_APPLICATION, IMAGE_ICON, width, height, LR_SHARED) };
    if !own.is_null() {
        return own;
    }
    // SAFETY: a picture of the system's own is asked for by its number.
    unsafe { LoadIconW(ptr::null_mut(), IDI_APPLICATION) }
}
