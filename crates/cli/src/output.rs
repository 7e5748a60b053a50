//! The way out: answers to standard output, everything else to standard error.

use crate::failure::Failure;
use sandika_api::ApiError;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Exit status when something was refused or found wrong.
const WRONG: u8 = 1;
/// Exit status when the command line itself was wrong.
const MISUSED: u8 = 2;

/// Exit status when somebody else has the office open.
const BUSY: u8 = 3;

/// What a verb has to say.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For standard output; lines end with a line break.
    pub(crate) text: String,
    /// Whether everything that the verb looked at is in order.
    pub(crate) sound: bool,
}

impl Answer {
    /// An answer with nothing wrong in it.
    pub(crate) fn sound(text: String) -> Self {
        Self { text, sound: true }
    }
}

/// Writes an answer. A reader that went away (`| head`) has what it wanted; any other failure is told.
pub(crate) fn answer(answer: &Answer) -> ExitCode {
    let mut out = io::stdout().lock();
    let status = if answer.sound { ExitCode::SUCCESS } else { ExitCode::from(WRONG) };
    match out.write_all(answer.text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => status,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status,
        Err(error) => {
            say(&format!("sandika: Jawaban tidak dapat ditulis ({error}). Periksa ruang penyimpanan dan tujuan keluarannya."));
            ExitCode::from(WRONG)
        }
    }
}

/// A line of an answer that grows while the verb works. Where nobody reads it, the work goes on.
pub(crate) fn line(text: &str) {
    let mut out = io::stdout().lock();
    drop(writeln!(out, "{text}").and_then(|()| out.flush()));
}

/// How far a long work is, for a person who watches: the line is written over by the next one, and wiped by an empty one.
pub(crate) fn progress(text: &str) {
    let mut errors = io::stderr().lock();
    if errors.is_terminal() {
        drop(write!(errors, "\r\x1b[K{text}").and_then(|()| errors.flush()));
    }
}

/// Tells a failure.
pub(crate) fn failure(failure: &Failure) -> ExitCode {
    match failure {
        Failure::Usage(text) => {
            say(&format!("sandika: {text}\nCara pakai: sandika --bantuan"));
            ExitCode::from(MISUSED)
        }
        Failure::Refused(error) => {
            say(&sentences(error));
            ExitCode::from(WRONG)
        }
        Failure::Busy(text) => {
            say(&format!("sandika: {text}"));
            ExitCode::from(BUSY)
        }
        Failure::Wire(error) => {
            say(&serde_json::to_string(error).unwrap_or_else(|_| sentences(error)));
            ExitCode::from(WRONG)
        }
    }
}

/// A remark beside the answer, for a person.
pub(crate) fn note(text: &str) {
    say(&format!("sandika: {text}"));
}

/// Standard error is the last resort: where it cannot be written either, nobody is there to be told.
fn say(text: &str) {
    drop(writeln!(io::stderr().lock(), "{text}"));
}

/// An error with its single faults, one a line.
pub(crate) fn sentences(error: &ApiError) -> String {
    let faults = error.faults.iter().filter(|fault| fault.text != error.message);
    let lines: Vec<String> = faults.map(|fault| format!("  {}: {}", fault.field, fault.text)).collect();
    format!("sandika: {}{}{}", error.message, if lines.is_empty() { "" } else { "\n" }, lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandika_api::{ErrorCode, Fault};

    #[test]
    fn an_error_is_told_once_and_its_faults_below() {
        let fault = |text: &str| Fault { field: "nip".to_owned(), text: text.to_owned() };
        for (faults, expected) in [
            (vec![], "sandika: Ada yang salah."),
            (vec![fault("Ada yang salah.")], "sandika: Ada yang salah."),
            (vec![fault("NIP kurang."), fault("NIP lain.")], "sandika: Ada yang salah.\n  nip: NIP kurang.\n  nip: NIP lain."),
        ] {
            let message = "Ada yang salah.".to_owned();
            assert_eq!(sentences(&ApiError { code: ErrorCode::InvalidFields, field: None, message, faults, reference: None }), expected);
        }
    }
}
