//! Sending what is due. It is taken out of the office, carried without it, and settled with it again.

use super::record::HALTED;
use super::{Outlet, Parcel};
use crate::error::AppError;
use crate::long_work::Stop;
use crate::office::Office;
use crate::plain::words;
use chrono::TimeDelta;
use sandika_domain::case::PrintEnd;
use sandika_domain::letter::code::readable_id;
use sandika_store::{LetterRow, Outgoing, OutgoingState, Way};
use std::io;
use uuid::Uuid;

/// Seconds after which a folder that cannot be reached is tried again: soon at first, then every five minutes, for ever.
const PAUSES: [i64; 5] = [5, 15, 60, 120, 300];

/// What is told of a letter whose sending was cut off: whether it left is not known.
const CUT_OFF: &str = "Aplikasi atau kantor ditutup saat surat ini sedang dikirim, sehingga tidak diketahui apakah sudah keluar. \
                       Periksa printer atau foldernya: kirim lagi bila belum keluar, atau hapus dari antrean";

impl Office {
    /// Takes the first letter of a outlet that is due, for somebody to carry.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn begin_outgoing(&mut self, outlet: Outlet) -> Result<Option<Parcel>, AppError> {
        let now = self.now();
        let due: Vec<Outgoing> = self.waiting(outlet)?.filter(|outgoing| outgoing.due_at <= now).collect();
        for outgoing in due {
            if let Some(parcel) = self.begin(outgoing)? {
                return Ok(Some(parcel));
            }
        }
        Ok(None)
    }

    /// Takes one letter out of the queue to carry it; one that cannot be sent at all stays there with the reason.
    fn begin(&mut self, mut outgoing: Outgoing) -> Result<Option<Parcel>, AppError> {
        match self.packed(&outgoing) {
            Ok(parcel) => {
                self.store.keep_outgoing(&parcel.outgoing)?;
                self.carried.insert(outgoing.id, parcel.stop.clone());
                Ok(Some(parcel))
            }
            Err(why) => {
                (outgoing.state, outgoing.problem) = (OutgoingState::Failed, Some(why));
                self.store.keep_outgoing(&outgoing)?;
                Ok(None)
            }
        }
    }

    /// All that it takes to send a letter, or why it cannot be sent at all.
    fn packed(&self, outgoing: &Outgoing) -> Result<Parcel, String> {
        let told = |error: AppError| error.to_string();
        let letter = self.letter(outgoing.letter, Some(outgoing.version)).map_err(told)?;
        if self.letter(outgoing.letter, None).map_err(told)?.version != letter.version {
            return Err("surat ini sudah dikoreksi. Hapus dari antrean, lalu kirim versi yang baru".to_owned());
        }
        if letter.voided.is_some() {
            return Err("surat ini sudah dibatalkan. Hapus dari antrean".to_owned());
        }
        let carrier = match outgoing.way {
            Way::Printer(_) => Some(self.ports.printer.clone()),
            Way::Folder => self.ports.folder.clone(),
        };
        let carrier = carrier.ok_or("folder keluaran tidak dipilih lagi. Pilih foldernya di Pengaturan, lalu coba lagi")?;
        let pdf = self.letter_pdf(letter.id, Some(letter.version)).map_err(told)?;
        let outgoing = Outgoing { state: OutgoingState::Sending, ..outgoing.clone() };
        Ok(Parcel { name: name(&letter), outgoing, pdf, carrier, stop: Stop::default() })
    }

    /// Records what became of a letter: printed, to be tried again, refused, or stopped. In another office than the one it came from nothing is
    /// recorded: there it is told as cut off when it is opened again.
    ///
    /// # Errors
    /// [`AppError`] when what happened cannot be recorded.
    pub fn settle_outgoing(&mut self, parcel: &Parcel, outcome: io::Result<String>) -> Result<(), AppError> {
        if self.carried.remove(&parcel.outgoing.id).is_none() {
            return Ok(());
        }
        let mut outgoing = parcel.outgoing.clone();
        match outcome {
            Ok(by) => return self.record_sent(&outgoing, by),
            Err(_) if parcel.stop.is_wished() => return self.record_end(&outgoing, PrintEnd::Stopped(HALTED.to_owned())),
            Err(error) => outgoing.problem = Some(words(&error)),
        }
        outgoing.tries = outgoing.tries.saturating_add(1);
        outgoing.state = match outgoing.way {
            // Paper that comes out of a printer minutes later, unasked, would not be looked for any more.
            Way::Printer(_) => OutgoingState::Failed,
            Way::Folder => OutgoingState::Waiting,
        };
        let pause = PAUSES.get(outgoing.tries as usize - 1).or(PAUSES.last()).copied().unwrap_or_default();
        outgoing.due_at = self.now() + TimeDelta::seconds(pause);
        self.store.keep_outgoing(&outgoing)?;
        // A folder is tried again by itself; that is no end yet.
        if outgoing.state == OutgoingState::Failed { self.record_refused(&outgoing) } else { Ok(()) }
    }

    /// Sends one letter now and waits until it has left, holding the office meanwhile: for a program that does nothing else. One that did not leave
    /// is not kept in the queue.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Outside`] when it did not leave.
    pub fn carry_one(&mut self, id: Uuid) -> Result<(), AppError> {
        let queued = self.in_queue(id)?;
        let begun = self.begin(queued)?;
        if let Some(parcel) = &begun {
            let outcome = parcel.carry();
            self.settle_outgoing(parcel, outcome)?;
        }
        let Some(left) = self.read().outgoing_one(id)? else { return Ok(()) };
        // A refusal of a printer is recorded by now.
        if begun.is_some() && left.state == OutgoingState::Failed {
            self.store.forget_outgoing(id)?;
        } else {
            self.record_end(&left, PrintEnd::Failed(left.problem.clone().unwrap_or_default()))?;
        }
        let source = io::Error::other(left.problem.unwrap_or_default());
        Err(AppError::Outside { what: "Pengiriman surat", source })
    }

    /// After a crash: whether a letter that was being sent has left, only the officer can see.
    pub(crate) fn note_cut_off(&mut self) -> Result<(), AppError> {
        for mut outgoing in self.read().outgoing()? {
            if outgoing.state == OutgoingState::Sending {
                (outgoing.state, outgoing.problem) = (OutgoingState::Failed, Some(CUT_OFF.to_owned()));
                self.store.keep_outgoing(&outgoing)?;
            }
        }
        Ok(())
    }
}

/// What the job, or the file, is called: nobody else's letter is called the same.
fn name(letter: &LetterRow) -> String {
    format!("{} {} v{}", letter.title, readable_id(letter.id), letter.version)
}
