//! Which printers there are, and how one stands.

use super::handle::{Handle, answer};
use super::words::{Described, Listed};
use crate::text::{narrow, pointed};
use std::{io, ptr};
use windows_sys::Win32::Graphics::Printing::{
    EnumPrintersW, GetDefaultPrinterW, GetPrinterW, PRINTER_ATTRIBUTE_NETWORK, PRINTER_ATTRIBUTE_WORK_OFFLINE, PRINTER_ENUM_CONNECTIONS,
    PRINTER_ENUM_LOCAL, PRINTER_INFO_2W, PRINTER_INFO_4W,
};

/// Every printer of this computer and user. Only what is kept here is read; no printer is asked.
///
/// # Errors
/// When the print service of the system does not answer.
pub fn printers() -> io::Result<Vec<Listed>> {
    let mut count = 0;
    let room = answer(|room, bytes, wanted| {
        // SAFETY: `room` has so many bytes, and the counts are ours to write.
        unsafe { EnumPrintersW(PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS, ptr::null(), 4, room, bytes, wanted, &raw mut count) }
    })?;
    let count = if room.is_empty() { 0 } else { count as usize };
    // SAFETY: the system wrote so many of level 4 at the beginning of the room, which is laid out for them.
    let found = unsafe { std::slice::from_raw_parts(room.as_ptr().cast::<PRINTER_INFO_4W>(), count) };
    Ok(found.iter().map(listed).collect())
}

fn listed(printer: &PRINTER_INFO_4W) -> Listed {
    // SAFETY: the name stands in the room behind the structure, with its end.
    let name = unsafe { pointed(printer.pPrinterName) };
    Listed { name, remote: printer.Attributes & PRINTER_ATTRIBUTE_NETWORK != 0 }
}

/// The printer that takes jobs when none is chosen.
pub fn default_printer() -> Option<String> {
    let mut units = 0;
    // SAFETY: without room the call only says how many units it wants.
    unsafe { GetDefaultPrinterW(ptr::null_mut(), &raw mut units) };
    let mut room = vec![0; units as usize];
    // SAFETY: the room has so many units.
    let told = unsafe { GetDefaultPrinterW(room.as_mut_ptr(), &raw mut units) } != 0;
    Some(narrow(&room)).filter(|name| told && !name.is_empty())
}

/// How a printer stands. A printer of another computer is asked over the network.
///
/// # Errors
/// When there is none of that name, or the print service does not answer.
pub fn describe(printer: &str) -> io::Result<Described> {
    let handle = Handle::open(printer)?;
    // SAFETY: the printer is open, `room` has so many bytes, and the count is ours to write.
    let room = answer(|room, bytes, wanted| unsafe { GetPrinterW(handle.0, 2, room, bytes, wanted) })?;
    if room.is_empty() {
        return Ok(Described::default());
    }
    // SAFETY: the system wrote one of level 2 at the beginning of the room, which is laid out for it.
    let told = unsafe { &*room.as_ptr().cast::<PRINTER_INFO_2W>() };
    // SAFETY: the texts stand in the room behind the structure, with their ends.
    let (port, place) = unsafe { (pointed(told.pPortName), pointed(told.pLocation)) };
    Ok(Described { port, place, status: told.Status, works_offline: told.Attributes & PRINTER_ATTRIBUTE_WORK_OFFLINE != 0 })
}
