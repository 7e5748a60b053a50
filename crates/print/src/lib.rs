//! Printing on Windows. A PDF is drawn band by band in the printer's own dots, at its true size, and handed to the driver without a dialog; it counts as
//! printed when the queue says so.
//!
//! What Windows is asked for stands behind [`System`], so that everything else is tried on any computer. Letters, offices and who prints are not known here.

mod band;
mod document;
mod drawing;
mod list;
mod paper;
mod picture;
mod place;
mod port;
mod refusal;
mod status;
mod system;
#[cfg(test)]
mod tests;
mod watch;
#[cfg(windows)]
mod windows;

pub use list::Seen;
pub use port::{Job, Port};
pub use system::{Canvas, System};
#[cfg(windows)]
pub use windows::Windows;
