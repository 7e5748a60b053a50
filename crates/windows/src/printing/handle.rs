//! An open printer, and answers whose length only the system knows.

use crate::text::wide;
use std::{io, ptr};
use windows_sys::Win32::Foundation::{ERROR_GEN_FAILURE, ERROR_INSUFFICIENT_BUFFER, ERROR_SUCCESS};
use windows_sys::Win32::Graphics::Printing::{ClosePrinter, OpenPrinterW, PRINTER_HANDLE};
use windows_sys::core::BOOL;

/// An open printer.
pub(super) struct Handle(pub(super) PRINTER_HANDLE);

impl Handle {
    /// Opens a printer, as whoever only uses it.
    pub(super) fn open(printer: &str) -> io::Result<Self> {
        let name = wide(printer);
        let mut handle = PRINTER_HANDLE::default();
        // SAFETY: the name has its end, `handle` is ours to write, and no defaults are handed over.
        match unsafe { OpenPrinterW(name.as_ptr(), &raw mut handle, ptr::null()) } {
            0 => Err(refused()),
            _ => Ok(Self(handle)),
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: it was opened by us and is closed once.
        unsafe { ClosePrinter(self.0) };
    }
}

/// Why the last call was refused. Drivers do not always say.
pub(super) fn refused() -> io::Error {
    let error = io::Error::last_os_error();
    match error.raw_os_error() {
        Some(code) if code.cast_unsigned() == ERROR_SUCCESS => io::Error::from_raw_os_error(ERROR_GEN_FAILURE.cast_signed()),
        _ => error,
    }
}

/// What a call writes: it is told room and how many bytes that has, says how many it wants, and is called again until they are enough. The room is
/// laid out for every structure that the system writes.
pub(super) fn answer(mut call: impl FnMut(*mut u8, u32, &mut u32) -> BOOL) -> io::Result<Vec<u64>> {
    let mut room: Vec<u64> = Vec::new();
    loop {
        let mut wanted = 0;
        let bytes = u32::try_from(room.len() * size_of::<u64>()).map_err(io::Error::other)?;
        if call(room.as_mut_ptr().cast(), bytes, &mut wanted) != 0 {
            return Ok(room);
        }
        let error = refused();
        if error.raw_os_error() != Some(ERROR_INSUFFICIENT_BUFFER.cast_signed()) || wanted <= bytes {
            return Err(error);
        }
        room.resize((wanted as usize).div_ceil(size_of::<u64>()), 0);
    }
}
