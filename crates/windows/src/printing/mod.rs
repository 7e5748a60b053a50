//! Printers, as Windows knows them: which there are, what their drivers can do, a page to draw on, and how a job stands. No call opens a dialog.

#[cfg(windows)]
mod abilities;
#[cfg(windows)]
mod canvas;
#[cfg(windows)]
mod handle;
#[cfg(windows)]
mod job;
#[cfg(windows)]
mod list;
#[cfg(windows)]
mod mode;
mod words;

#[cfg(windows)]
pub use abilities::abilities;
#[cfg(windows)]
pub use canvas::Canvas;
#[cfg(windows)]
pub use job::{delete, job};
#[cfg(windows)]
pub use list::{default_printer, describe, printers};
#[cfg(windows)]
pub use mode::Mode;
pub use words::{Abilities, Described, Form, JobSeen, Listed, Raster, Sheet, Shown, Sides, Surface, Wanted};
