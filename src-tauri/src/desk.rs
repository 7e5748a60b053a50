//! The one desk of this process, and what it prints and sends with.

#[cfg(unix)]
use crate::cups::Cups;
#[cfg(windows)]
use crate::spool::Spool;
use sandika_app::outside::FolderPrinter;
use sandika_app::ports::{Ports, Printer, Printers, Staying};
use sandika_app::{Desk, DeviceSettings, LongWork, Shell};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The desk behind a lock. A command takes as long as it takes; the window never waits for it on its own thread.
#[derive(Clone)]
pub(crate) struct SharedDesk(Arc<Mutex<Desk>>);

impl SharedDesk {
    /// A desk over a data folder, whose long work `work` watches, in a program that `staying` keeps at hand.
    pub(crate) fn over(data: PathBuf, work: Arc<LongWork>, staying: Arc<dyn Staying>) -> Self {
        let own = data.join("Keluar");
        let ports = Box::new(move |settings: &DeviceSettings| Ports { work: work.clone(), ..ports(settings, &own) });
        let shell = Shell { printers: printers(), staying, ..Shell::new(data, ports) };
        Self(Arc::new(Mutex::new(Desk::new(shell))))
    }

    /// The desk, when no other command holds it. A command that panicked left it whole: the store answers for its transactions.
    pub(crate) fn held(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For work that holds the desk only now and then.
    pub(crate) fn lock(&self) -> &Mutex<Desk> {
        &self.0
    }
}

/// Messages are dropped into our own folder, from where the officer opens them; letters go to a printer or into the folder of the officer's choice.
fn ports(settings: &DeviceSettings, own: &Path) -> Ports {
    let folder = settings.outgoing.clone().map(|folder| Arc::new(FolderPrinter::existing(folder)) as Arc<dyn Printer>);
    Ports { printer: printer(settings), folder, ..Ports::folder(own.to_owned()) }
}

#[cfg(unix)]
fn printer(settings: &DeviceSettings) -> Arc<dyn Printer> {
    Arc::new(Cups::new(settings.printer.clone()))
}

#[cfg(windows)]
fn printer(settings: &DeviceSettings) -> Arc<dyn Printer> {
    Arc::new(Spool::new(settings.printer.clone()))
}

#[cfg(unix)]
fn printers() -> Box<dyn Printers> {
    Box::new(Cups::new(None))
}

#[cfg(windows)]
fn printers() -> Box<dyn Printers> {
    Box::new(Spool::new(None))
}
