//! What printing asks of a system. A second one stands in the tests.

use sandika_windows::printing::{Abilities, Described, JobSeen, Listed, Raster, Surface, Wanted};
use std::io;

/// A system with printers.
pub trait System: Clone + Send + Sync + 'static {
    /// What a job is drawn on.
    type Canvas: Canvas;

    /// Every printer, without asking any.
    ///
    /// # Errors
    /// When the system does not tell.
    fn printers(&self) -> io::Result<Vec<Listed>>;

    /// The printer that takes jobs when none is chosen.
    fn default_printer(&self) -> Option<String>;

    /// How a printer stands.
    ///
    /// # Errors
    /// When there is none of that name, or the system does not tell.
    fn describe(&self, printer: &str) -> io::Result<Described>;

    /// What its driver can do; `port` is where its jobs go.
    ///
    /// # Errors
    /// When there is no such printer, or its driver cannot be asked.
    fn abilities(&self, printer: &str, port: &str) -> io::Result<Abilities>;

    /// Opens it to draw on.
    ///
    /// # Errors
    /// When there is no such printer, or its driver refuses.
    fn open(&self, printer: &str, wanted: &Wanted) -> io::Result<Self::Canvas>;

    /// How a job stands; none once it has left the queue.
    ///
    /// # Errors
    /// When the printer is gone, or the system does not tell.
    fn job(&self, printer: &str, number: u32) -> io::Result<Option<JobSeen>>;

    /// Takes a job out of the queue.
    ///
    /// # Errors
    /// When the system refuses.
    fn delete(&self, printer: &str, number: u32) -> io::Result<()>;
}

/// What a job is drawn on, page by page. What is not finished is taken back when it is dropped.
pub trait Canvas {
    /// The page as it is set now.
    fn surface(&self) -> Surface;

    /// Begins the job; answers with its number.
    ///
    /// # Errors
    /// When the system refuses it.
    fn begin(&mut self, title: &str) -> io::Result<u32>;

    /// Sets how the pages from now on are.
    ///
    /// # Errors
    /// When the driver refuses.
    fn turn(&mut self, wanted: &Wanted) -> io::Result<()>;

    /// Begins a page.
    ///
    /// # Errors
    /// When the system refuses it.
    fn page(&mut self) -> io::Result<()>;

    /// Draws a picture with its upper left corner at `at`, `size` wide and high.
    ///
    /// # Errors
    /// When the driver refuses.
    fn draw(&mut self, at: (i32, i32), size: (i32, i32), picture: &Raster) -> io::Result<()>;

    /// Ends the page.
    ///
    /// # Errors
    /// When the system refuses it.
    fn page_end(&mut self) -> io::Result<()>;

    /// Ends the job, which then goes to the printer.
    ///
    /// # Errors
    /// When the system refuses it.
    fn finish(self) -> io::Result<()>;
}
