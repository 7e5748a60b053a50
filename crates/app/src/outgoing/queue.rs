//! What an officer does with the queue: puts a letter in, looks, has one tried again, takes one out.

use super::Outlet;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::{Command, Rejection};
use sandika_domain::fact::Moment;
use sandika_domain::ids::LetterId;
use sandika_store::{LetterRow, Outgoing, OutgoingState, Way};
use uuid::Uuid;

/// A letter in the queue.
#[derive(Clone, Debug)]
pub struct OutgoingLetter {
    /// Its place in the queue.
    pub outgoing: Outgoing,
    /// The letter, in the version that is sent.
    pub letter: LetterRow,
}

impl Office {
    /// Puts the newest version of a letter into the queue.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Rejected`] where it may not be printed; [`AppError::Input`] where no outgoing folder is chosen.
    pub fn send_letter(&mut self, id: LetterId, copies: u32, way: Way) -> Result<OutgoingLetter, AppError> {
        let letter = self.letter(id, None)?;
        let case = letter.case.ok_or_else(|| AppError::not_found("letter", "Perkara surat", id))?;
        if letter.voided.is_some() {
            return Err(Rejection::LetterVoided.into());
        }
        // The rules are asked first, so that nothing leaves that could not be recorded.
        self.would(case, None, Command::PrintLetter { letter: id, version: letter.version, printer: "-".to_owned(), copies })?;
        if way == Way::Folder && self.ports.folder.is_none() {
            let text = "Folder keluaran belum dipilih. Pilih foldernya di Pengaturan, bagian Folder dan printer, atau cetak lewat printer.";
            return Err(AppError::Input { field: "way", text: text.to_owned() });
        }
        let now = self.now();
        let outgoing = Outgoing {
            id: self.fresh_id()?,
            letter: id,
            version: letter.version,
            copies,
            way,
            state: OutgoingState::Waiting,
            tries: 0,
            problem: None,
            queued_at: now,
            due_at: now,
        };
        self.store.keep_outgoing(&outgoing)?;
        Ok(OutgoingLetter { outgoing, letter })
    }

    /// Every letter on its way out, the longest waiting first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn outgoing(&self) -> Result<Vec<OutgoingLetter>, AppError> {
        let known = |outgoing: Outgoing| {
            let letter = self.letter(outgoing.letter, Some(outgoing.version))?;
            Ok(OutgoingLetter { outgoing, letter })
        };
        self.read().outgoing()?.into_iter().map(known).collect()
    }

    /// When the next letter of a outlet is to be tried.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn next_outgoing(&self, outlet: Outlet) -> Result<Option<Moment>, AppError> {
        Ok(self.waiting(outlet)?.map(|outgoing| outgoing.due_at).min())
    }

    /// Has a letter tried again now: one that was refused, or one that waits for its folder.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it has left meanwhile or was taken out; [`AppError::Conflict`] while it is being sent.
    pub fn retry_outgoing(&mut self, id: Uuid) -> Result<(), AppError> {
        let mut outgoing = self.in_queue(id)?;
        if outgoing.state == OutgoingState::Sending {
            let text = "Surat ini sedang dikirim. Tunggu hasilnya, atau hentikan dahulu.".to_owned();
            return Err(AppError::Conflict { field: "id", text });
        }
        (outgoing.state, outgoing.due_at) = (OutgoingState::Waiting, self.now());
        Ok(self.store.keep_outgoing(&outgoing)?)
    }

    /// Takes a letter out of the queue. One that is being sent is stopped if it can still be; whoever carries it then takes it out.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it has left meanwhile or was taken out.
    pub fn drop_outgoing(&mut self, id: Uuid) -> Result<(), AppError> {
        let outgoing = self.in_queue(id)?;
        match self.carried.get(&id) {
            Some(stop) if outgoing.state == OutgoingState::Sending => stop.stop(),
            _ => drop(self.store.forget_outgoing(id)?),
        }
        Ok(())
    }

    pub(super) fn waiting(&self, outlet: Outlet) -> Result<impl Iterator<Item = Outgoing>, AppError> {
        let all = self.read().outgoing()?.into_iter();
        Ok(all.filter(move |outgoing| outgoing.state == OutgoingState::Waiting && outlet.takes(&outgoing.way)))
    }

    pub(super) fn in_queue(&self, id: Uuid) -> Result<Outgoing, AppError> {
        self.read().outgoing_one(id)?.ok_or_else(|| AppError::not_found("id", "Antrean surat", id))
    }
}
