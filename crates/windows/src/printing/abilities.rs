//! What a driver can do.

use super::mode::Mode;
use super::words::{Abilities, Form};
use crate::text::{narrow, wide};
use std::{io, ptr};
use windows_sys::Win32::Foundation::POINT;
use windows_sys::Win32::Graphics::Gdi::{DM_PAPERLENGTH, DM_PAPERWIDTH};
use windows_sys::Win32::Storage::Xps::{
    DC_COLLATE, DC_COPIES, DC_DUPLEX, DC_FIELDS, DC_MAXEXTENT, DC_MINEXTENT, DC_PAPERNAMES, DC_PAPERS, DC_PAPERSIZE, DeviceCapabilitiesW,
    PRINTER_DEVICE_CAPABILITIES,
};

/// Units that a driver has for the name of a paper.
const NAME: usize = 64;

/// What a driver can do; `port` is where its jobs go. What it does not tell counts as not there.
///
/// # Errors
/// When there is no such printer, or its driver cannot be loaded.
pub fn abilities(printer: &str, port: &str) -> io::Result<Abilities> {
    let usual = Mode::of(printer)?.sheet();
    let driver = Driver { printer: wide(printer), port: wide(port) };
    let number = |what| driver.number(what).unwrap_or(0);
    Ok(Abilities {
        forms: driver.forms(),
        any_size: driver.any_size(),
        copies: number(DC_COPIES).max(1),
        collates: number(DC_COLLATE) == 1,
        both_sides: number(DC_DUPLEX) == 1,
        usual,
    })
}

struct Driver {
    printer: Vec<u16>,
    port: Vec<u16>,
}

impl Driver {
    /// Asks for one ability.
    ///
    /// # Safety
    /// `room` is null, or has room for everything that the driver writes of this ability.
    unsafe fn ask(&self, what: PRINTER_DEVICE_CAPABILITIES, room: *mut u16) -> Option<u32> {
        // SAFETY: both names have their ends, there is room as the caller promised, and the driver's own settings count.
        let told = unsafe { DeviceCapabilitiesW(self.printer.as_ptr(), self.port.as_ptr(), what, room, ptr::null()) };
        u32::try_from(told).ok()
    }

    fn number(&self, what: PRINTER_DEVICE_CAPABILITIES) -> Option<u32> {
        // SAFETY: without room nothing is written.
        unsafe { self.ask(what, ptr::null_mut()) }
    }

    /// One entry of `each` units of `T` for every paper; nothing where the driver then writes of another number.
    fn entries<T: Copy + Default>(&self, what: PRINTER_DEVICE_CAPABILITIES, each: usize) -> Vec<T> {
        // One driver may write more entries than it counted a moment ago.
        let count = self.number(what).unwrap_or(0) as usize;
        let mut room = vec![T::default(); count * each * 2];
        // SAFETY: there is room for twice the entries that the driver counted, each of the shape that this ability has.
        let written = if room.is_empty() { None } else { unsafe { self.ask(what, room.as_mut_ptr().cast()) } };
        room.truncate(written.map_or(0, |written| (written as usize).min(count) * each));
        room
    }

    fn forms(&self) -> Vec<Form> {
        let ids: Vec<u16> = self.entries(DC_PAPERS, 1);
        let sizes: Vec<POINT> = self.entries(DC_PAPERSIZE, 1);
        let names: Vec<u16> = self.entries(DC_PAPERNAMES, NAME);
        let form = |((id, size), name): ((&u16, &POINT), &[u16])| {
            let (width, height) = (u32::try_from(size.x).ok()?, u32::try_from(size.y).ok()?);
            Some(Form { id: *id, name: narrow(name), width, height })
        };
        ids.iter().zip(&sizes).zip(names.chunks(NAME)).filter_map(form).collect()
    }

    /// The driver has to name both lengths among what can be set.
    fn any_size(&self) -> Option<[(u32, u32); 2]> {
        let both = DM_PAPERWIDTH | DM_PAPERLENGTH;
        let takes = self.number(DC_FIELDS)? & both == both;
        // Width in the lower half, height in the upper one.
        let extent = |what| self.number(what).map(|told| (told & 0xffff, told >> 16)).filter(|(width, height)| *width > 0 && *height > 0);
        Some([extent(DC_MINEXTENT)?, extent(DC_MAXEXTENT)?]).filter(|_| takes)
    }
}
