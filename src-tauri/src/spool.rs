//! Printing on Windows, as the application asks for it.

use sandika_app::ports::{PrintJob, Printer, PrinterInfo, Printers};
use sandika_print::{Job, Port, Seen, Windows};
use std::io;

/// The printers of this computer.
pub(crate) struct Spool(Port<Windows>);

impl Spool {
    /// Prints on the chosen printer, or on the one that Windows takes when none is chosen.
    pub(crate) fn new(chosen: Option<String>) -> Self {
        Self(Port::new(Windows, chosen))
    }
}

impl Printer for Spool {
    /// The paper is that of the pages themselves.
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        let PrintJob { title, pdf, copies, printer, stop, .. } = *job;
        self.0.print(&Job { title, pdf, copies, printer, stop: &|| stop.is_wished() })
    }
}

impl Printers for Spool {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        let info = |Seen { name, default, ready, detail, papers }| PrinterInfo { name, default, ready, detail, papers };
        Ok(self.0.list()?.into_iter().map(info).collect())
    }
}
