//! The menu of the icon: two lines.

use super::IconEvent;
use crate::text::wide;
use std::ptr;
use windows_sys::Win32::Foundation::{HWND, WPARAM};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    AppendMenuW, CreatePopupMenu, DestroyMenu, MF_STRING, PostMessageW, SetForegroundWindow, SetMenuDefaultItem, TPM_RIGHTBUTTON,
    TrackPopupMenu, WM_NULL,
};

/// The number of each line, and what it asks for.
const LINES: [(u16, IconEvent); 2] = [(1, IconEvent::Open), (2, IconEvent::Quit)];

/// The words of the lines.
pub(super) struct Menu([Vec<u16>; 2]);

impl Menu {
    pub(super) fn of(open: &str, quit: &str) -> Self {
        Self([wide(open), wide(quit)])
    }

    /// What a chosen line asks for.
    pub(super) fn chosen(what: WPARAM) -> Option<IconEvent> {
        LINES.into_iter().find(|(number, _)| usize::from(*number) == what & 0xffff).map(|(_, event)| event)
    }

    /// Opens it at a place of the screen, and comes back when it is closed. What was chosen is told to the window afterwards.
    pub(super) fn open(&self, window: HWND, place: WPARAM) {
        // SAFETY: a menu is made of nothing.
        let menu = unsafe { CreatePopupMenu() };
        if menu.is_null() {
            return;
        }
        for ((number, _), words) in LINES.iter().zip(&self.0) {
            // SAFETY: the menu was made just now, and the words have their end.
            unsafe { AppendMenuW(menu, MF_STRING, usize::from(*number), words.as_ptr()) };
        }
        // SAFETY: the menu and the window are there. A window behind others would leave its menu open when somebody clicks elsewhere; the empty message
        // afterwards has the next click open it again.
        unsafe {
            SetMenuDefaultItem(menu, u32::from(LINES[0].0), 0);
            SetForegroundWindow(window);
            TrackPopupMenu(menu, TPM_RIGHTBUTTON, coordinate(place), coordinate(place >> 16), 0, window, ptr::null());
            PostMessageW(window, WM_NULL, 0, 0);
            DestroyMenu(menu);
        }
    }
}

/// One of two numbers with a sign that share a word: a screen may lie left of or above the first.
fn coordinate(place: WPARAM) -> i32 {
    i32::from(u16::try_from(place & 0xffff).unwrap_or_default().cast_signed())
}
