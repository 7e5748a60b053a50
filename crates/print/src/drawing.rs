//! A document on its way into the queue.

use crate::band::bands;
use crate::document::{Document, size, wanted};
use crate::picture::Picture;
use crate::place::{Place, place};
use crate::system::{Canvas, System};
use hayro::hayro_syntax::page::Page;
use sandika_windows::printing::Abilities;
use std::io;

/// Draws every page of every copy; answers with the number of the job. Until the last line nothing is left in the queue when it fails or is stopped.
///
/// # Errors
/// What the system answers, a page that cannot be drawn, and `Interrupted` where `stop` says so.
pub(crate) fn draw<S: System>(
    system: &S,
    (printer, title): (&str, &str),
    (document, copies): (&Document, u32),
    abilities: &Abilities,
    stop: &dyn Fn() -> bool,
) -> io::Result<u32> {
    let (by_driver, rounds) = document.plan(copies, abilities);
    let wants = |page: &Page<'_>| wanted(page, by_driver, abilities);
    let mut set = wants(&document.pages()[0]);
    let mut canvas = system.open(printer, &set)?;
    let number = canvas.begin(title)?;
    for _ in 0..rounds {
        for page in document.pages() {
            let next = wants(page);
            if next != set {
                canvas.turn(&next)?;
                set = next;
            }
            one_page(&mut canvas, page, stop)?;
        }
    }
    canvas.finish()?;
    Ok(number)
}

fn one_page(canvas: &mut impl Canvas, page: &Page<'_>, stop: &dyn Fn() -> bool) -> io::Result<()> {
    let place = place(size(page), &canvas.surface())
        .ok_or_else(|| io::Error::other("driver printer menyebut ukuran kertas yang tidak masuk akal"))?;
    canvas.page()?;
    bands(page, &place, &mut |picture| {
        if stop() {
            return Err(stopped());
        }
        on_sheet(canvas, &place, &picture)
    })?;
    canvas.page_end()
}

fn on_sheet(canvas: &mut impl Canvas, place: &Place, picture: &Picture) -> io::Result<()> {
    let dots = |drawn: usize, grain: i32| i32::try_from(drawn).map(|drawn| drawn * grain).map_err(io::Error::other);
    let at = (place.at.0 + dots(picture.at.0, place.grain.0)?, place.at.1 + dots(picture.at.1, place.grain.1)?);
    let size = (dots(picture.raster.width as usize, place.grain.0)?, dots(picture.raster.height as usize, place.grain.1)?);
    canvas.draw(at, size, &picture.raster)
}

/// The officer changed their mind.
pub(crate) fn stopped() -> io::Error {
    io::Error::new(io::ErrorKind::Interrupted, "pencetakan dihentikan")
}
