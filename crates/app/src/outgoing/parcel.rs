//! A letter in the hands of whoever carries it. It knows all that it takes, so that the office is free meanwhile.

use crate::long_work::Stop;
use crate::ports::{PrintJob, Printer};
use sandika_store::{Outgoing, Way};
use std::io;
use std::sync::Arc;

/// Letters of one outlet leave one after another; a folder that does not answer holds up no printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlet {
    /// Printers.
    Printer,
    /// The outgoing folder.
    Folder,
}

impl Outlet {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Printer, Self::Folder];

    pub(super) fn takes(self, way: &Way) -> bool {
        match self {
            Self::Printer => matches!(way, Way::Printer(_)),
            Self::Folder => *way == Way::Folder,
        }
    }
}

/// A letter that is being sent.
pub struct Parcel {
    pub(super) outgoing: Outgoing,
    pub(super) name: String,
    pub(super) pdf: Vec<u8>,
    pub(super) carrier: Arc<dyn Printer>,
    pub(super) stop: Stop,
}

impl Parcel {
    /// Sends it, as long as that takes. Answers with the name of what took it.
    ///
    /// # Errors
    /// When it did not leave.
    pub fn carry(&self) -> io::Result<String> {
        let printer = match &self.outgoing.way {
            Way::Printer(name) => name.as_deref(),
            Way::Folder => None,
        };
        let (title, copies) = (self.name.as_str(), self.outgoing.copies);
        let paper = sandika_letters::paper_of(&self.pdf);
        self.carrier.print(&PrintJob { title, pdf: &self.pdf, copies, paper, printer, stop: &self.stop })
    }
}
