//! What a user may do to a case.

use super::answer::RawAnswers;
use crate::fact::{FileRef, LetterChoice, Moment, TakenNumber, Waiver};
use crate::ids::{CaseId, LetterId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A command to an existing case.
#[derive(Clone, Debug)]
pub enum Command {
    /// Fill in fields of the current step; an incomplete form is welcome.
    Fill {
        /// Step number.
        step: u32,
        /// Fields to change; an empty text clears one.
        answers: RawAnswers,
    },
    /// Complete the current step.
    Complete(Completion),
    /// Close the case: completes the current step, which must be the last one.
    Close(Completion),
    /// Take the last completion back.
    Undo {
        /// Why; may be empty.
        why: String,
    },
    /// Put a document to a step that the case has come to.
    Attach {
        /// Step number.
        step: u32,
        /// Document id of the step, of the reason's evidence, or `lainnya`.
        document: String,
        /// The stored bytes.
        file: FileRef,
        /// File name.
        name: String,
    },
    /// Take a document from the current step.
    Detach {
        /// Step number.
        step: u32,
        /// Document id.
        document: String,
        /// SHA-256 of its bytes.
        hash: String,
    },
    /// Let a required document be missing, in writing.
    Waive {
        /// Step number.
        step: u32,
        /// Document id.
        document: String,
        /// Who and why.
        waiver: Waiver,
    },
    /// Issue a letter that has been composed, numbered and stored.
    IssueLetter(LetterIssue),
    /// Take in the signed letter.
    ReturnLetter {
        /// The letter.
        letter: LetterId,
        /// Version that was signed.
        version: u32,
        /// The scan or signed PDF.
        file: FileRef,
        /// File name.
        name: String,
    },
    /// A letter came out of a printer, or did not.
    PrintLetter(Printing),
    /// A letter will not be used.
    VoidLetter {
        /// The letter.
        letter: LetterId,
        /// Version that the user saw.
        version: u32,
        /// Why.
        why: String,
    },
    /// A letter bears a number of another system as well.
    NumberElsewhere {
        /// The letter.
        letter: LetterId,
        /// Version that the user saw.
        version: u32,
        /// Name of the other system.
        system: String,
        /// The number there; empty takes it back.
        number: String,
    },
    /// A message was sent.
    SendMessage {
        /// Step number.
        step: u32,
        /// Message id.
        message: String,
        /// `e-mail`, `whatsapp`, `telepon` or `langsung`.
        way: String,
        /// The text as sent.
        text: String,
    },
    /// Agree to the revocation that the current step is about.
    Approve {
        /// Step number.
        step: u32,
    },
    /// Wait for somebody outside.
    Wait {
        /// Lane id or name of the party.
        party: String,
        /// For what.
        why: String,
    },
    /// The waiting is over.
    Resume,
    /// Give the request up.
    Withdraw {
        /// Why.
        why: String,
    },
    /// Take a closed or withdrawn case up again.
    Reopen {
        /// Why.
        why: String,
    },
    /// Remark.
    Note {
        /// The text.
        text: String,
    },
    /// Give the case to somebody of the office.
    Assign {
        /// User name; none takes it back.
        to: Option<String>,
    },
}

/// How a step is completed.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// Step number.
    pub step: u32,
    /// Fields changed together with the completion.
    pub answers: RawAnswers,
    /// Outcome; needed exactly at a decision.
    pub outcome: Option<String>,
    /// Remark; needed where the outcome says so.
    pub note: String,
    /// When it was really done; now if none.
    pub done_at: Option<Moment>,
    /// Warnings that the officer goes on with: code → why.
    pub confirmed: BTreeMap<String, String>,
}

/// What became of a letter that was sent to a printer or a folder.
#[derive(Clone, Debug)]
pub struct Printing {
    /// The letter.
    pub letter: LetterId,
    /// The version that was sent: the newest, or one that was corrected while it was on its way.
    pub version: u32,
    /// Printer or folder; may be empty only where nothing came out, for the computer's usual printer.
    pub printer: String,
    /// Copies, at least 1.
    pub copies: u32,
    /// Why it was printed again, as [`super::printable`] gave it; empty where it was not.
    pub reason: String,
    /// How it ended.
    pub end: PrintEnd,
}

/// How a printing ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintEnd {
    /// It came out.
    Printed,
    /// It was refused, in these words.
    Failed(String),
    /// An officer stopped it or took it out of the queue; what was known then.
    Stopped(String),
}

/// A letter to be issued.
#[derive(Clone, Debug)]
pub struct LetterIssue {
    /// The letter.
    pub letter: LetterId,
    /// Version, from 1.
    pub version: u32,
    /// Template id.
    pub template: String,
    /// The template may be issued at any step, whether the SOP offers it or not.
    pub anywhere: bool,
    /// SHA-256 of the template's text.
    pub template_hash: String,
    /// Step number.
    pub step: u32,
    /// Number, if the template draws one.
    pub number: Option<TakenNumber>,
    /// Date of the letter.
    pub dated: NaiveDate,
    /// The PDF.
    pub file: FileRef,
    /// Pages.
    pub pages: u32,
    /// Title of the document.
    pub title: String,
    /// The cases that the one paper is about, the one that takes its number first; empty for a letter of one case.
    pub cases: Vec<CaseId>,
    /// What was chosen instead of what is usual.
    pub choice: LetterChoice,
    /// Values that no register holds, by their names.
    pub values: BTreeMap<String, String>,
}
