//! The one desk of this process, and what it prints and sends with.

#[cfg(unix)]
use crate::cups::Cups;
use sandika_app::ports::{Ports, Printer, Printers};
use sandika_app::{Desk, DeviceSettings, Shell};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The desk behind a lock. A command takes as long as it takes; the window never waits for it on its own thread.
#[derive(Clone)]
pub(crate) struct SharedDesk(Arc<Mutex<Desk>>);

impl SharedDesk {
    /// A desk over a data folder.
    pub(crate) fn over(data: PathBuf) -> Self {
        let own = data.join("Keluar");
        let ports = Box::new(move |settings: &DeviceSettings| ports(settings, &own));
        let shell = Shell { printers: printers(), ..Shell::new(data, ports) };
        Self(Arc::new(Mutex::new(Desk::new(shell))))
    }

    /// The desk, when no other command holds it. A command that panicked left it whole: the store answers for its transactions.
    pub(crate) fn held(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Messages are dropped into the folder of the user's choice, or into our own.
fn ports(settings: &DeviceSettings, own: &Path) -> Ports {
    let folder = settings.outgoing.clone().unwrap_or_else(|| own.to_owned());
    let ports = Ports::folder(folder);
    match printer(settings) {
        Some(printer) => Ports { printer, ..ports },
        None => ports,
    }
}

#[cfg(unix)]
fn printer(settings: &DeviceSettings) -> Option<Box<dyn Printer>> {
    Some(Box::new(Cups::new(settings.printer.clone())))
}

#[cfg(not(unix))]
fn printer(_: &DeviceSettings) -> Option<Box<dyn Printer>> {
    None
}

#[cfg(unix)]
fn printers() -> Box<dyn Printers> {
    Box::new(Cups::new(None))
}

#[cfg(not(unix))]
fn printers() -> Box<dyn Printers> {
    Box::new(sandika_app::outside::NoPrinters)
}
