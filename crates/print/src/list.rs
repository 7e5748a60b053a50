//! The printers of a computer with what they tell of themselves. Whoever does not answer soon is known by name only.

use crate::paper::papers;
use crate::port::Port;
use crate::refusal::told;
use crate::status;
use crate::system::System;
use sandika_domain::letter::media::PrinterPapers;
use std::io;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Instant;

/// A printer, as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Its name, by which it is chosen.
    pub name: String,
    /// Takes jobs when none is chosen.
    pub default: bool,
    /// Takes jobs now, as far as it tells.
    pub ready: bool,
    /// Why it is not ready, or where it stands. May be empty.
    pub detail: String,
    /// What it tells of its papers; nothing where it does not.
    pub papers: PrinterPapers,
}

impl<S: System> Port<S> {
    /// Every printer, in the system's order.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn list(&self) -> io::Result<Vec<Seen>> {
        let listed = self.system.printers().map_err(|error| told("", error))?;
        let default = self.system.default_printer();
        let by_name = |name: &String| Seen { name: name.clone(), default: default.as_ref() == Some(name), ready: true, ..Seen::default() };
        let mut shown: Vec<Seen> = listed.iter().map(|printer| by_name(&printer.name)).collect();
        // Those of this computer first: another one may be switched off, and the network slow to say so.
        let mut asked: Vec<usize> = (0..listed.len()).collect();
        asked.sort_by_key(|index| listed[*index].remote);
        let answers = self.ask(asked.into_iter().map(|index| (index, listed[index].name.clone())).collect());
        let until = Instant::now() + self.patience.list;
        while let Ok((index, told)) = answers.recv_timeout(until.saturating_duration_since(Instant::now())) {
            let Told { ready, detail, papers } = told;
            shown[index] = Seen { ready, detail, papers, ..std::mem::take(&mut shown[index]) };
        }
        Ok(shown)
    }

    /// Asks one after the other beside whoever waits; who asks goes on until the last has answered, and nobody listens any more.
    fn ask(&self, printers: Vec<(usize, String)>) -> Receiver<(usize, Told)> {
        let (tell, answers) = channel();
        let system = self.system.clone();
        thread::spawn(move || {
            for (index, name) in printers {
                if tell.send((index, of(&system, &name))).is_err() {
                    return;
                }
            }
        });
        answers
    }
}

/// What one printer tells.
struct Told {
    ready: bool,
    detail: String,
    papers: PrinterPapers,
}

fn of<S: System>(system: &S, printer: &str) -> Told {
    let described = match system.describe(printer) {
        Ok(described) => described,
        Err(error) => return Told { ready: false, detail: told(printer, error).to_string(), papers: PrinterPapers::default() },
    };
    let why = status::closed(&described).or_else(|| status::trouble(&described));
    let papers = system.abilities(printer, &described.port).map(|abilities| papers(&abilities)).unwrap_or_default();
    Told { ready: why.is_none(), detail: why.map_or(described.place, str::to_owned), papers }
}
