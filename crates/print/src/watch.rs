//! Waiting until a job is printed, or told why it is not.

use crate::drawing::stopped;
use crate::port::Patience;
use crate::refusal::{said, told};
use crate::status::{self, JobState};
use crate::system::System;
use std::io;
use std::thread;
use std::time::{Duration, Instant};

const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// A job in a queue.
pub(crate) struct Watch<'w, S> {
    pub(crate) system: &'w S,
    pub(crate) printer: &'w str,
    pub(crate) number: u32,
    pub(crate) patience: Patience,
}

impl<S: System> Watch<'_, S> {
    /// Waits until the job is printed. A job that fails or lingers is taken back, so that nothing comes out later that was not counted.
    pub(crate) fn printed(&self, stop: &dyn Fn() -> bool) -> io::Result<()> {
        let outcome = match self.look(stop) {
            Look::Printed => return Ok(()),
            Look::Gone(why) => return Err(why),
            Look::Kept(why) => why,
        };
        match self.system.delete(self.printer, self.number) {
            Ok(()) => Err(outcome),
            Err(_) => self.left_behind(&outcome),
        }
    }

    /// Looks until something is known.
    fn look(&self, stop: &dyn Fn() -> bool) -> Look {
        let started = Instant::now();
        let mut held: Option<(Instant, String)> = None;
        loop {
            let why = match self.state() {
                Ok(Some(JobState::Done)) => return Look::Printed,
                // A queue forgets what is printed. What was held when it went was taken out by somebody.
                Ok(None) => return held.map_or(Look::Printed, |(_, why)| Look::Gone(said("pekerjaan hilang dari antrean", &why))),
                Ok(Some(JobState::Gone(why))) => return Look::Gone(said("printer tidak menyelesaikan pekerjaan", why)),
                Ok(Some(JobState::Held(why))) => Some(why.to_owned()),
                Ok(Some(JobState::Waiting)) => None,
                Err(error) => return Look::Kept(told(self.printer, error)),
            };
            // What keeps a job often passes by itself, as the sleep of a printer does.
            held = why.map(|why| (held.take().map_or_else(Instant::now, |(since, _)| since), why));
            if stop() {
                return Look::Kept(stopped());
            }
            if let Some((_, why)) = held.as_ref().filter(|(since, _)| since.elapsed() >= self.patience.held) {
                return Look::Kept(said("printer tidak menyelesaikan pekerjaan", why));
            }
            if started.elapsed() > self.patience.whole {
                let words = format!("printer belum menyelesaikan pekerjaan dalam {} detik", self.patience.whole.as_secs());
                return Look::Kept(io::Error::new(io::ErrorKind::TimedOut, words));
            }
            thread::sleep(BETWEEN_LOOKS);
        }
    }

    /// How the job stands; one that only waits is kept by what keeps its printer.
    fn state(&self) -> io::Result<Option<JobState>> {
        let Some(seen) = self.system.job(self.printer, self.number)? else { return Ok(None) };
        let state = status::of_job(&seen);
        if state != JobState::Waiting {
            return Ok(Some(state));
        }
        let printer = self.system.describe(self.printer)?;
        let why = status::trouble(&printer).or_else(|| status::closed(&printer));
        Ok(Some(why.map_or(state, JobState::Held)))
    }

    /// It may have left the queue while it was to be taken out.
    fn left_behind(&self, outcome: &io::Error) -> io::Result<()> {
        let gone = matches!(self.system.job(self.printer, self.number), Ok(None));
        let left = if gone {
            "pekerjaan itu sudah di printer; periksa apakah kertasnya keluar sebelum mencetak lagi"
        } else {
            "pekerjaan itu mungkin masih tertinggal di antrean; batalkan dari pengaturan printer Windows"
        };
        Err(io::Error::new(outcome.kind(), format!("{outcome}: {left}")))
    }
}

/// What a look brought.
enum Look {
    Printed,
    /// Not printed, and out of the queue.
    Gone(io::Error),
    /// Not printed, and still in the queue.
    Kept(io::Error),
}
