//! What became of a letter that was sent, as facts of its case: for its history and for the print log.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::case::{Command, PrintEnd, Printing};
use sandika_domain::ids::EntryId;
use sandika_store::{Outgoing, Way};

/// What the print log says of a letter that an officer took out of the queue.
pub(super) const DROPPED: &str = "dihapus dari antrean oleh petugas";

/// The same of one that was stopped while it was being sent.
pub(crate) const HALTED: &str = "dihentikan oleh petugas saat sedang dikirim";

/// What the print log calls the outgoing folder where nothing arrived in it.
const FOLDER: &str = "folder keluaran";

impl Office {
    /// Records that a letter is out, and takes it out of the queue with that.
    pub(super) fn record_sent(&mut self, outgoing: &Outgoing, by: String) -> Result<(), AppError> {
        self.record_print(outgoing, by, PrintEnd::Printed, true)
    }

    /// Records that a letter was refused; it stays in the queue, where an officer decides on it.
    pub(super) fn record_refused(&mut self, outgoing: &Outgoing) -> Result<(), AppError> {
        let why = outgoing.problem.clone().unwrap_or_default();
        self.record_print(outgoing, aim(&outgoing.way), PrintEnd::Failed(why), false)
    }

    /// Records that a letter will not leave, and takes it out of the queue with that.
    pub(super) fn record_end(&mut self, outgoing: &Outgoing, end: PrintEnd) -> Result<(), AppError> {
        self.record_print(outgoing, aim(&outgoing.way), end, true)
    }

    fn record_print(&mut self, outgoing: &Outgoing, printer: String, end: PrintEnd, leaves: bool) -> Result<(), AppError> {
        let letter = self.letter(outgoing.letter, Some(outgoing.version))?;
        let id = letter.case.ok_or_else(|| AppError::not_found("letter", "Perkara surat", outgoing.letter))?;
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let entry = EntryId(self.fresh_id()?);
        let action = if end == PrintEnd::Printed { "print_letter" } else { "print_letter_failed" };
        let (copies, reason) = (outgoing.copies, outgoing.reason.clone());
        let command = Command::PrintLetter(Printing { letter: letter.id, version: letter.version, printer, copies, reason, end });
        self.change(|tx| {
            crate::cases::act_within(tx, action, entry, &bench, (id, None), command)?;
            if leaves {
                tx.forget_outgoing(outgoing.id)?;
            }
            Ok(())
        })
    }
}

/// Where a letter was to go; empty for the computer's usual printer, which only a print names.
pub(crate) fn aim(way: &Way) -> String {
    match way {
        Way::Printer(name) => name.clone().unwrap_or_default(),
        Way::Folder => FOLDER.to_owned(),
    }
}
