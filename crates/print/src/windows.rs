//! Windows itself, through the room that alone calls it.

use crate::system::{Canvas, System};
use sandika_windows::printing::{self, Abilities, Described, JobSeen, Listed, Mode, Raster, Surface, Wanted};
use std::io;

/// The printers of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Windows;

/// A printer of Windows to draw on, with its settings as they were.
pub struct Drawn {
    canvas: printing::Canvas,
    usual: Mode,
}

impl System for Windows {
    type Canvas = Drawn;

    fn printers(&self) -> io::Result<Vec<Listed>> {
        printing::printers()
    }

    fn default_printer(&self) -> Option<String> {
        printing::default_printer()
    }

    fn describe(&self, printer: &str) -> io::Result<Described> {
        printing::describe(printer)
    }

    fn abilities(&self, printer: &str, port: &str) -> io::Result<Abilities> {
        printing::abilities(printer, port)
    }

    fn open(&self, printer: &str, wanted: &Wanted) -> io::Result<Drawn> {
        let usual = Mode::of(printer)?;
        let canvas = printing::Canvas::open(printer, &usual.with(wanted)?)?;
        Ok(Drawn { canvas, usual })
    }

    fn job(&self, printer: &str, number: u32) -> io::Result<Option<JobSeen>> {
        printing::job(printer, number)
    }

    fn delete(&self, printer: &str, number: u32) -> io::Result<()> {
        printing::delete(printer, number)
    }
}

impl Canvas for Drawn {
    fn surface(&self) -> Surface {
        self.canvas.surface()
    }

    fn begin(&mut self, title: &str) -> io::Result<u32> {
        self.canvas.begin(title)
    }

    fn turn(&mut self, wanted: &Wanted) -> io::Result<()> {
        self.canvas.turn(&self.usual.with(wanted)?)
    }

    fn page(&mut self) -> io::Result<()> {
        self.canvas.page()
    }

    fn draw(&mut self, at: (i32, i32), size: (i32, i32), picture: &Raster) -> io::Result<()> {
        self.canvas.draw(at, size, picture)
    }

    fn page_end(&mut self) -> io::Result<()> {
        self.canvas.page_end()
    }

    fn finish(self) -> io::Result<()> {
        self.canvas.finish()
    }
}
