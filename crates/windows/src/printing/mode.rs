//! What is asked of a driver for one job or page: the structure that Windows calls `DEVMODE`, which drivers lengthen as they like.

use super::handle::{Handle, refused};
use super::words::{Sheet, Sides, Wanted};
use crate::text::wide;
use std::{io, ptr};
use windows_sys::Win32::Graphics::Gdi::{
    DEVMODEW, DM_COLLATE, DM_COPIES, DM_DUPLEX, DM_FORMNAME, DM_IN_BUFFER, DM_ORIENTATION, DM_OUT_BUFFER, DM_PAPERLENGTH, DM_PAPERSIZE,
    DM_PAPERWIDTH, DMCOLLATE_TRUE, DMDUP_HORIZONTAL, DMDUP_SIMPLEX, DMDUP_VERTICAL, DMORIENT_LANDSCAPE, DMORIENT_PORTRAIT, DMPAPER_USER,
};
use windows_sys::Win32::Graphics::Printing::DocumentPropertiesW;
use windows_sys::Win32::UI::WindowsAndMessaging::IDOK;

/// Tenths of a millimetre by which a driver may round a size.
const SLACK: u16 = 10;

/// Settings of a driver, whole.
pub struct Mode {
    printer: String,
    room: Vec<u64>,
}

impl Mode {
    /// The settings of a printer as they are.
    ///
    /// # Errors
    /// When there is no such printer, or its driver refuses.
    pub fn of(printer: &str) -> io::Result<Self> {
        let (handle, name) = (Handle::open(printer)?, wide(printer));
        // SAFETY: the printer is open; without room, input and flags the call only says how many bytes it wants.
        let bytes = unsafe { DocumentPropertiesW(ptr::null_mut(), handle.0, name.as_ptr(), ptr::null_mut(), ptr::null(), 0) };
        let bytes = usize::try_from(bytes).map_err(|_| refused())?.max(size_of::<DEVMODEW>());
        let mut mode = Self { printer: printer.to_owned(), room: vec![0; bytes.div_ceil(size_of::<u64>())] };
        // SAFETY: the room has as many bytes as the driver asked for, and nobody is shown anything.
        let told = unsafe { DocumentPropertiesW(ptr::null_mut(), handle.0, name.as_ptr(), mode.at_mut(), ptr::null(), DM_OUT_BUFFER) };
        if told == IDOK { Ok(mode) } else { Err(refused()) }
    }

    /// The same with what is asked for, looked through by the driver.
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn with(&self, wanted: &Wanted) -> io::Result<Self> {
        let plain = self.merged(wanted, 0)?;
        let Some(Sheet::Size { width, height }) = wanted.sheet else { return Ok(plain) };
        if plain.has(width, height) {
            return Ok(plain);
        }
        // By the book a size has no number. Some drivers heed it only under the number for sizes of one's own.
        let numbered = self.merged(wanted, DMPAPER_USER as i16)?;
        Ok(if numbered.has(width, height) { numbered } else { plain })
    }

    /// What the driver makes of it; `number` stands beside a size.
    fn merged(&self, wanted: &Wanted, number: i16) -> io::Result<Self> {
        let (handle, name) = (Handle::open(&self.printer)?, wide(&self.printer));
        let mut asked = self.again();
        asked.set(wanted, number);
        let mut mode = self.again();
        let flags = DM_IN_BUFFER | DM_OUT_BUFFER;
        // SAFETY: both rooms are as long as the driver asked for, the input is its own output, and nobody is shown anything.
        let told = unsafe { DocumentPropertiesW(ptr::null_mut(), handle.0, name.as_ptr(), mode.at_mut(), asked.at(), flags) };
        if told == IDOK { Ok(mode) } else { Err(refused()) }
    }

    fn again(&self) -> Self {
        Self { printer: self.printer.clone(), room: self.room.clone() }
    }

    fn has(&self, width: u16, height: u16) -> bool {
        // SAFETY: for a printer these are the numbers that stand there.
        let paper = unsafe { self.get().Anonymous1.Anonymous1 };
        let near = |set: i16, asked: u16| set.cast_unsigned().abs_diff(asked) <= SLACK;
        near(paper.dmPaperWidth, width) && near(paper.dmPaperLength, height)
    }

    /// The paper that is set, where the settings say so.
    pub fn sheet(&self) -> Option<Sheet> {
        let mode = self.get();
        // SAFETY: for a printer these are the numbers that stand there.
        let paper = unsafe { mode.Anonymous1.Anonymous1 };
        let positive = |length: i16| u16::try_from(length).ok().filter(|length| *length > 0);
        let form = (mode.dmFields & DM_PAPERSIZE != 0 && paper.dmPaperSize != 0).then(|| Sheet::Form(paper.dmPaperSize.cast_unsigned()));
        let size = || Some(Sheet::Size { width: positive(paper.dmPaperWidth)?, height: positive(paper.dmPaperLength)? });
        form.or_else(size)
    }

    /// Where the settings stand.
    pub(super) fn at(&self) -> *const DEVMODEW {
        self.room.as_ptr().cast()
    }

    fn at_mut(&mut self) -> *mut DEVMODEW {
        self.room.as_mut_ptr().cast()
    }

    fn get(&self) -> &DEVMODEW {
        // SAFETY: the room is laid out for one, never shorter, and filled by the driver.
        unsafe { &*self.at() }
    }

    fn set(&mut self, wanted: &Wanted, number: i16) {
        // SAFETY: as for `get`; nobody else reads it meanwhile.
        let mode = unsafe { &mut *self.at_mut() };
        mode.Anonymous1.Anonymous1.dmOrientation = if wanted.landscape { DMORIENT_LANDSCAPE as i16 } else { DMORIENT_PORTRAIT as i16 };
        mode.Anonymous1.Anonymous1.dmCopies = length(wanted.copies);
        mode.dmCollate = DMCOLLATE_TRUE;
        mode.dmFields |= DM_ORIENTATION | DM_COPIES | DM_COLLATE;
        if let Some(sheet) = wanted.sheet {
            set_sheet(mode, sheet, number);
        }
        if let Some(sides) = sides(wanted.sides) {
            mode.dmDuplex = sides;
            mode.dmFields |= DM_DUPLEX;
        }
    }
}

/// A paper is named by its number, or by both lengths; never by its name as well, which would win.
fn set_sheet(mode: &mut DEVMODEW, sheet: Sheet, number: i16) {
    mode.dmFields &= !(DM_PAPERSIZE | DM_PAPERWIDTH | DM_PAPERLENGTH | DM_FORMNAME);
    match sheet {
        Sheet::Form(id) => {
            mode.Anonymous1.Anonymous1.dmPaperSize = id.cast_signed();
            mode.dmFields |= DM_PAPERSIZE;
        }
        Sheet::Size { width, height } => {
            mode.Anonymous1.Anonymous1.dmPaperSize = number;
            mode.Anonymous1.Anonymous1.dmPaperWidth = length(width);
            mode.Anonymous1.Anonymous1.dmPaperLength = length(height);
            mode.dmFields |= DM_PAPERWIDTH | DM_PAPERLENGTH | if number == 0 { 0 } else { DM_PAPERSIZE };
        }
    }
}

fn length(number: u16) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}

fn sides(sides: Sides) -> Option<i16> {
    match sides {
        Sides::AsSet => None,
        Sides::One => Some(DMDUP_SIMPLEX),
        Sides::Book => Some(DMDUP_VERTICAL),
        Sides::Calendar => Some(DMDUP_HORIZONTAL),
    }
}
