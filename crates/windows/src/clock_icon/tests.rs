//! The real icon, and the messages that a click on it makes.

#![allow(clippy::unwrap_used, reason = "test code")]
use super::*;
use std::mem::size_of;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GUI_INMENUMODE, GUITHREADINFO, GetGUIThreadInfo, GetWindowThreadProcessId, IsWindow, WM_KEYDOWN, WM_LBUTTONUP, WM_MOUSEMOVE,
};

const PATIENCE: Duration = Duration::from_secs(20);
const WORDS: IconWords<'_> = IconWords { tip: "Sandika", open: "Buka Sandika", quit: "Keluar" };
const DOWN: usize = 0x28;
const RETURN: usize = 0x0d;
const ESCAPE: usize = 0x1b;

fn begun() -> (ClockIcon, Receiver<IconEvent>) {
    let (told, heard) = channel();
    (ClockIcon::begin(&WORDS, move |event| told.send(event).unwrap_or_default()).unwrap(), heard)
}

fn post(placed: &ClockIcon, message: u32, what: usize, more: u32) {
    // SAFETY: the window lives as long as the icon.
    assert_ne!(unsafe { PostMessageW(placed.icon.window(), message, what, more as isize) }, 0);
}

/// What the icon sends: the number of the icon stands above the message.
fn from_icon(placed: &ClockIcon, message: u32) {
    post(placed, FROM_ICON, 0, message | 1 << 16);
}

/// Opens the menu and presses keys in it.
fn in_menu(placed: &ClockIcon, keys: &[usize]) {
    from_icon(placed, WM_CONTEXTMENU);
    // SAFETY: the window lives as long as the icon; its process is not asked for.
    let thread = unsafe { GetWindowThreadProcessId(placed.icon.window(), ptr::null_mut()) };
    let open = || {
        let mut seen = GUITHREADINFO { cbSize: u32::try_from(size_of::<GUITHREADINFO>()).unwrap(), ..GUITHREADINFO::default() };
        // SAFETY: `seen` is as long as it says, and ours to write.
        unsafe { GetGUIThreadInfo(thread, &raw mut seen) != 0 && seen.flags & GUI_INMENUMODE != 0 }
    };
    while !open() {
        thread::yield_now();
    }
    keys.iter().for_each(|key| post(placed, WM_KEYDOWN, *key, 0));
    while open() {
        thread::yield_now();
    }
}

#[test]
fn clicks_ask_for_the_window_or_the_end() {
    let (placed, heard) = begun();
    for (message, expected) in [
        (WM_MOUSEMOVE, None),
        (NIN_SELECT, Some(IconEvent::Open)),
        (WM_LBUTTONUP, None),
        (NIN_KEYSELECT, Some(IconEvent::Open)),
        (NIN_BALLOONUSERCLICK, Some(IconEvent::Open)),
    ] {
        from_icon(&placed, message);
        if let Some(expected) = expected {
            assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), expected, "{message}");
        }
    }
    for (number, expected) in [(1, IconEvent::Open), (2, IconEvent::Quit)] {
        post(&placed, WM_COMMAND, number, 0);
        assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), expected);
    }
    drop(placed);
    assert!(heard.recv().is_err(), "what is no click asks for nothing");
}

#[test]
fn the_menu_opens_and_a_line_is_chosen_by_key() {
    let (placed, heard) = begun();
    for (keys, expected) in [
        (&[DOWN, RETURN][..], Some(IconEvent::Open)),
        (&[DOWN, DOWN, RETURN], Some(IconEvent::Quit)),
        (&[ESCAPE], None),
        (&[DOWN, DOWN, RETURN], Some(IconEvent::Quit)),
    ] {
        in_menu(&placed, keys);
        if let Some(expected) = expected {
            assert_eq!(heard.recv_timeout(PATIENCE).unwrap(), expected, "{keys:?}");
        }
    }
    drop(placed);
    assert!(heard.recv().is_err(), "a menu that is closed asks for nothing");
}

#[test]
fn the_icon_stands_tells_comes_back_after_explorer_and_goes() {
    let (placed, _heard) = begun();
    assert!(placed.stands());
    placed.tell("Sandika", "3 perkara jatuh tempo hari ini. Buka Sandika untuk melihatnya.").unwrap();
    let (icon, window) = (placed.icon, placed.icon.window());
    icon.remove();
    assert!(placed.tell("Sandika", "Tidak ada ikon.").is_err());
    post(&placed, explorer_began(), 0, 0);
    while placed.tell("Sandika", "Ikonnya kembali.").is_err() {
        thread::yield_now();
    }
    assert!(placed.stands());
    drop(placed);
    // SAFETY: a handle that stands for nothing any more is answered with no.
    assert_eq!(unsafe { IsWindow(window) }, 0);
    assert!(icon.tell("Sandika", "Tidak ada ikon.").is_err());
}

#[test]
fn an_icon_can_be_put_there_again() {
    for _ in 0..3 {
        let (placed, _heard) = begun();
        assert!(placed.stands());
    }
}
