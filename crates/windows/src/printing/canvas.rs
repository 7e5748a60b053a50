//! A printer as something to draw on. What was begun and not finished is taken back when it is dropped.

use super::handle::refused;
use super::mode::Mode;
use super::words::{Raster, Shown, Surface};
use crate::text::wide;
use std::{io, ptr};
use windows_sys::Win32::Foundation::ERROR_INVALID_DATA;
use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, COLORONCOLOR, CreateDCW, DIB_RGB_COLORS, DeleteDC, GDI_ERROR, GetDeviceCaps, HDC, HORZRES,
    LOGPIXELSX, LOGPIXELSY, PHYSICALHEIGHT, PHYSICALOFFSETX, PHYSICALOFFSETY, PHYSICALWIDTH, RGBQUAD, ResetDCW, SRCCOPY, SetStretchBltMode,
    StretchDIBits, VERTRES,
};
use windows_sys::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};
use windows_sys::core::w;

/// What a job is drawn on, page by page. It belongs to the thread that opened it.
pub struct Canvas {
    device: HDC,
    begun: bool,
}

/// The head of a picture, with room for the greys that its bytes stand for.
#[repr(C)]
struct Head {
    header: BITMAPINFOHEADER,
    greys: [RGBQUAD; 256],
}

impl Canvas {
    /// Opens a printer with settings.
    ///
    /// # Errors
    /// When there is no such printer, or its driver refuses.
    pub fn open(printer: &str, mode: &Mode) -> io::Result<Self> {
        let name = wide(printer);
        // SAFETY: both names have their ends, and the settings are the driver's own; they are copied.
        let device = unsafe { CreateDCW(w!("WINSPOOL"), name.as_ptr(), ptr::null(), mode.at()) };
        if device.is_null() { Err(refused()) } else { Ok(Self { device, begun: false }) }
    }

    /// The page as it is set now.
    pub fn surface(&self) -> Surface {
        // SAFETY: the device is open.
        let told = |across: u32, down: u32| unsafe { (GetDeviceCaps(self.device, across as i32), GetDeviceCaps(self.device, down as i32)) };
        Surface {
            resolution: told(LOGPIXELSX, LOGPIXELSY),
            paper: told(PHYSICALWIDTH, PHYSICALHEIGHT),
            offset: told(PHYSICALOFFSETX, PHYSICALOFFSETY),
            printable: told(HORZRES, VERTRES),
        }
    }

    /// Begins the job; answers with its number in the queue.
    ///
    /// # Errors
    /// When the print service refuses it.
    pub fn begin(&mut self, title: &str) -> io::Result<u32> {
        let title = wide(title);
        let document = DOCINFOW { cbSize: size_of::<DOCINFOW>() as i32, lpszDocName: title.as_ptr(), ..DOCINFOW::default() };
        // SAFETY: the device is open, and title and structure outlive the call.
        let number = unsafe { StartDocW(self.device, &raw const document) };
        self.begun = number > 0;
        u32::try_from(number).ok().filter(|number| *number > 0).ok_or_else(refused)
    }

    /// Sets how the pages after this one are, between two of them.
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn turn(&mut self, mode: &Mode) -> io::Result<()> {
        // SAFETY: the device is open, no page is under way, and the settings are the driver's own; they are copied.
        if unsafe { ResetDCW(self.device, mode.at()) }.is_null() { Err(refused()) } else { Ok(()) }
    }

    /// Begins a page.
    ///
    /// # Errors
    /// When the print service refuses it.
    pub fn page(&mut self) -> io::Result<()> {
        // SAFETY: the device is open.
        positive(unsafe { StartPage(self.device) })
    }

    /// Draws a picture with its upper left corner at `at`, `size` wide and high, counted from where the page can be printed on.
    ///
    /// # Errors
    /// When the driver refuses, or the picture has fewer rows than it says.
    pub fn draw(&mut self, at: (i32, i32), size: (i32, i32), picture: &Raster) -> io::Result<()> {
        let short = || io::Error::from_raw_os_error(ERROR_INVALID_DATA.cast_signed());
        let (Ok(width), Ok(height)) = (i32::try_from(picture.width), i32::try_from(picture.height)) else { return Err(short()) };
        if picture.rows.len() < picture.stride() * picture.height as usize {
            return Err(short());
        }
        let head = head(width, height, picture.shown);
        let (bits, info) = (picture.rows.as_ptr().cast(), (&raw const head).cast::<BITMAPINFO>());
        // SAFETY: the device is open.
        unsafe { SetStretchBltMode(self.device, COLORONCOLOR) };
        // SAFETY: the head says how wide, high and deep the rows are, and there are as many; both outlive the call.
        let rows =
            unsafe { StretchDIBits(self.device, at.0, at.1, size.0, size.1, 0, 0, width, height, bits, info, DIB_RGB_COLORS, SRCCOPY) };
        if rows == 0 || rows == GDI_ERROR { Err(refused()) } else { Ok(()) }
    }

    /// Ends the page.
    ///
    /// # Errors
    /// When the print service refuses it.
    pub fn page_end(&mut self) -> io::Result<()> {
        // SAFETY: the device is open.
        positive(unsafe { EndPage(self.device) })
    }

    /// Ends the job; it goes to the printer now, if not before.
    ///
    /// # Errors
    /// When the print service refuses it; then it is taken back.
    pub fn finish(mut self) -> io::Result<()> {
        // SAFETY: the device is open.
        positive(unsafe { EndDoc(self.device) })?;
        self.begun = false;
        Ok(())
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        // SAFETY: the device is of this thread and deleted once; a job is only taken back where one is under way.
        unsafe {
            if self.begun {
                AbortDoc(self.device);
            }
            DeleteDC(self.device);
        }
    }
}

fn head(width: i32, height: i32, shown: Shown) -> Head {
    let depth = match shown {
        Shown::Grey => 8,
        Shown::Colour => 24,
    };
    let header = BITMAPINFOHEADER {
        biSize: size_of::<BITMAPINFOHEADER>() as u32,
        biWidth: width,
        biHeight: height,
        biPlanes: 1,
        biBitCount: depth,
        biCompression: BI_RGB,
        ..BITMAPINFOHEADER::default()
    };
    // A grey of each brightness, in order.
    let greys = std::array::from_fn(|grey| RGBQUAD { rgbBlue: grey as u8, rgbGreen: grey as u8, rgbRed: grey as u8, rgbReserved: 0 });
    Head { header, greys }
}

fn positive(told: i32) -> io::Result<()> {
    if told > 0 { Ok(()) } else { Err(refused()) }
}
