//! Printing through CUPS, with the commands that every system with CUPS has. A letter counts as printed only when CUPS says that the job is done.

mod command;
mod ipp;
mod read;
#[cfg(test)]
mod tests;

use command::Commands;
use ipp::JobState;
use sandika_app::Stop;
use sandika_app::ports::{PrintJob, Printer, PrinterInfo, Printers};
use sandika_app::printer_options::{self, PrinterPapers};
use std::io;
use std::thread;
use std::time::{Duration, Instant};

/// How long a job may stay in the queue. Longer than a letter takes, shorter than an officer waits.
const PATIENCE: Duration = Duration::from_secs(90);
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// The printers of this computer.
pub(crate) struct Cups {
    /// By name; CUPS' own choice if none.
    chosen: Option<String>,
    commands: Commands,
    patience: Duration,
}

impl Cups {
    /// Prints on the chosen printer, or on the one that CUPS takes when none is chosen.
    pub(crate) fn new(chosen: Option<String>) -> Self {
        Self { chosen, commands: Commands::default(), patience: PATIENCE }
    }

    fn printer(&self, named: Option<&str>) -> io::Result<String> {
        let none = || io::Error::other("belum ada printer yang dipilih. Pilih printer di Pengaturan");
        match named.or(self.chosen.as_deref()) {
            Some(name) => Ok(name.to_owned()),
            None => read::default(&self.commands.run("lpstat", &["-d"])?).ok_or_else(none),
        }
    }

    /// Refuses a printer that would only keep the job.
    fn ready(&self, printer: &str) -> io::Result<()> {
        let lines = self.commands.run("lpstat", &["-p", printer])?;
        match read::stopped(&lines, printer) {
            Some(why) => Err(said("printer sedang dihentikan", &why)),
            None => Ok(()),
        }
    }

    /// What a printer tells of its papers; nothing where it does not tell.
    fn papers(&self, printer: &str) -> PrinterPapers {
        self.commands.run("lpoptions", &["-p", printer, "-l"]).map(|answer| printer_options::papers(&answer)).unwrap_or_default()
    }

    /// Waits until the job is done. A job that fails or lingers is taken back, so that nothing comes out later that was not counted.
    fn finished(&self, printer: &str, job: &str, stop: &Stop) -> io::Result<()> {
        let started = Instant::now();
        let outcome = loop {
            match ipp::job_state(&self.commands.server()?, job_number(job))? {
                JobState::Done => return Ok(()),
                JobState::Failed(why) => return Err(said("printer tidak menyelesaikan pekerjaan", &why)),
                JobState::Waiting => {}
            }
            if stop.is_wished() {
                break io::Error::new(io::ErrorKind::Interrupted, "pencetakan dihentikan");
            }
            if let Err(stopped) = self.ready(printer) {
                break stopped;
            }
            if started.elapsed() > self.patience {
                let words = format!("printer belum menyelesaikan pekerjaan dalam {} detik", self.patience.as_secs());
                break io::Error::new(io::ErrorKind::TimedOut, words);
            }
            thread::sleep(BETWEEN_LOOKS);
        };
        match self.commands.run("cancel", &[job]) {
            Ok(_) => Err(outcome),
            Err(_) => Err(said(&outcome.to_string(), "pekerjaan itu masih tertinggal di antrean; batalkan dari pengaturan printer sistem")),
        }
    }
}

impl Printer for Cups {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        let printer = self.printer(job.printer)?;
        self.ready(&printer)?;
        let copies = job.copies.to_string();
        let paper = printer_options::paper_options(&self.papers(&printer), job.paper);
        let mut options = vec!["-d", &printer, "-t", job.title, "-n", &copies];
        options.extend(paper.iter().flat_map(|option| ["-o", option.as_str()]));
        options.extend(["--", "-"]);
        let answer = self.commands.feed("lp", &options, job.pdf)?;
        let number = read::job(&answer).ok_or_else(|| said("CUPS tidak menyebut nomor pekerjaan", &answer))?;
        self.finished(&printer, &number, job.stop)?;
        Ok(printer)
    }
}

impl Printers for Cups {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        let names = match self.commands.run("lpstat", &["-e"]) {
            Ok(names) => names,
            // A computer without CUPS has no printers; that is no fault.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let default = read::default(&self.commands.run("lpstat", &["-d"])?);
        let describe = |name: &str| {
            // A printer of the network is known by name only, until it is used.
            let lines = self.commands.run("lpstat", &["-p", name, "-a", name]).unwrap_or_default();
            let stopped = read::stopped(&lines, name);
            PrinterInfo {
                name: name.to_owned(),
                default: default.as_deref() == Some(name),
                ready: stopped.is_none(),
                detail: stopped.unwrap_or_default(),
                papers: if lines.is_empty() { Default::default() } else { self.papers(name) },
            }
        };
        Ok(names.lines().map(str::trim).filter(|name| !name.is_empty()).map(describe).collect())
    }
}

/// `Berkas-12` is the twelfth job of all printers.
fn job_number(job: &str) -> i32 {
    job.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn said(what: &str, why: &str) -> io::Error {
    io::Error::other(if why.trim().is_empty() { what.to_owned() } else { format!("{what}: {}", why.trim()) })
}
