//! On other systems the program is not kept beside a clock: no icon and no start with the computer can be made.

use std::io;
use tauri::AppHandle;

pub(super) const CAN_STAY: bool = false;

pub(super) enum Icon {}

impl Icon {
    pub(super) fn stands(&self) -> bool {
        match *self {}
    }

    pub(super) fn tell(&self, _: &str, _: &str) -> io::Result<()> {
        match *self {}
    }
}

pub(super) fn icon(_: &AppHandle) -> io::Result<Icon> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) enum Autostart {}

impl Autostart {
    pub(super) fn is_set(&self) -> io::Result<bool> {
        match *self {}
    }

    pub(super) fn set(&self, _: bool) -> io::Result<()> {
        match *self {}
    }
}

pub(super) fn autostart(_: &str) -> Option<Autostart> {
    None
}
