//! Letters and messages of a case. Composing, numbering and storing a letter happen outside; here it is decided whether the case takes it.

use super::command::{LetterIssue, PrintEnd, Printing};
use super::condition::holds;
use super::decide::{Desk, must_be_current, must_be_reached};
use super::rejection::{Named, Rejection, named};
use super::state::{Case, IssuedLetter, Status};
use super::text::{LONG, SHORT, optional, required, told};
use crate::fact::{Fact, FailedPrint, FileLabel, FileRef, FilledLetter, LetterChoice, OtherNumber, ReasonedReprint, SharedLetter};
use crate::ids::LetterId;
use chrono::NaiveDate;

/// By which ways a message reaches somebody.
const WAYS: [&str; 4] = ["e-mail", "whatsapp", "telepon", "langsung"];

/// A letter is dated between the arrival of the request and today: its number comes from the register of that year.
///
/// # Errors
/// [`Rejection::InFuture`], [`Rejection::TooEarly`].
pub fn letter_date(case: &Case, dated: NaiveDate, today: NaiveDate) -> Result<(), Rejection> {
    const WHAT: Named = named("dated", "Tanggal surat");
    if dated > today {
        Err(Rejection::InFuture(WHAT))
    } else if dated < case.received_on {
        Err(Rejection::TooEarly(WHAT))
    } else {
        Ok(())
    }
}

/// A letter is issued at the step that offers it, companions of every case (a control card, a notice) at any step; a correction is the next version of a letter of the same template.
pub(super) fn issue(case: &Case, issue: LetterIssue, desk: &Desk<'_>) -> Result<Vec<Fact>, Rejection> {
    must_be_reached(case, issue.step)?;
    letter_date(case, issue.dated, desk.today())?;
    let offers = desk.step(issue.step)?.letters.iter().filter(|offer| holds(offer.condition.as_ref(), case));
    let offered = offers.into_iter().find(|offer| offer.id == issue.template);
    if offered.is_none() && !issue.anywhere {
        return Err(Rejection::UnknownLetter(issue.template));
    }
    let expected = match case.letter(issue.letter) {
        Some(held) if held.template != issue.template => return Err(Rejection::NoSuchLetter),
        Some(held) if held.voided => return Err(Rejection::LetterVoided),
        Some(held) if held.cases != issue.cases => return Err(Rejection::SharedLetter(held.cases.len().max(1))),
        Some(held) => held.version + 1,
        None => {
            must_be_current(case, issue.step)?;
            1
        }
    };
    if issue.version != expected {
        return Err(Rejection::LetterVersion { expected });
    }
    let filled = filled(&issue);
    let scan_back = offered.is_some_and(|offer| offer.scan_back);
    if issue.cases.first().is_some_and(|first| *first != case.id) {
        return Ok(std::iter::once(shared(issue, scan_back)).chain(filled).collect());
    }
    let issued = Fact::LetterIssued {
        letter: issue.letter,
        version: issue.version,
        template: issue.template,
        template_hash: issue.template_hash,
        step: issue.step,
        number: issue.number,
        dated: issue.dated,
        file: issue.file,
        pages: issue.pages,
        scan_back,
        cases: issue.cases,
        personal: required(named("title", "Judul surat"), &issue.title, LONG)?.into(),
    };
    Ok(std::iter::once(issued).chain(filled).collect())
}

/// What the officer said of a letter; none where it was nothing.
fn filled(issue: &LetterIssue) -> Option<Fact> {
    let LetterIssue { letter, version, choice, values, .. } = issue;
    let said = *choice != LetterChoice::default() || !values.is_empty();
    said.then(|| {
        Fact::LetterFilled(FilledLetter { letter: *letter, version: *version, choice: choice.clone(), personal: values.clone().into() })
    })
}

/// What a case records of a letter that another one issues for both.
fn shared(issue: LetterIssue, scan_back: bool) -> Fact {
    let LetterIssue { letter, version, template, step, number, dated, file, cases, .. } = issue;
    Fact::LetterShared(SharedLetter { letter, version, template, step, number, dated, file, scan_back, cases })
}

pub(super) fn take_back(case: &Case, letter: LetterId, version: u32, file: FileRef, name: &str) -> Result<Vec<Fact>, Rejection> {
    let held = usable(case, letter, version)?;
    if file.hash == held.file.hash {
        return Err(Rejection::NotSigned);
    }
    if file.media != "application/pdf" && !file.media.starts_with("image/") {
        return Err(Rejection::NotAPage);
    }
    let name = required(named("name", "Nama berkas"), name, SHORT)?;
    Ok(vec![Fact::LetterReturned { letter, version, file, personal: FileLabel { name }.into() }])
}

/// Whether a letter may go out in this version. Paper that lies somewhere already is not made a second time without a reason: it is asked for where
/// the version was printed before, or is on its way (`underway`). Answers with the reason to be recorded, empty where none is asked for.
///
/// # Errors
/// [`Rejection::NoSuchLetter`], [`Rejection::LetterVoided`], [`Rejection::Copies`], [`Rejection::ReprintReason`].
pub fn printable(case: &Case, (letter, version): (LetterId, u32), copies: u32, reason: &str, underway: bool) -> Result<String, Rejection> {
    let held = usable(case, letter, version)?;
    possible_copies(copies)?;
    if held.printed == 0 && !underway {
        return Ok(String::new());
    }
    let reason = optional(named("reason", "Alasan mencetak lagi"), reason, LONG)?;
    if reason.is_empty() { Err(Rejection::ReprintReason) } else { Ok(reason) }
}

/// What has happened on paper is recorded as it happened, whatever became of the letter meanwhile.
pub(super) fn print(case: &Case, printing: &Printing) -> Result<Vec<Fact>, Rejection> {
    const PRINTER: Named = named("printer", "Nama printer");
    let Printing { letter, version, copies, .. } = *printing;
    let held = case.letter(letter).filter(|held| (1..=held.version).contains(&version)).ok_or(Rejection::NoSuchLetter)?;
    possible_copies(copies)?;
    let reason = optional(named("reason", "Alasan mencetak lagi"), &printing.reason, LONG)?;
    let failed = |why: &str, stopped| -> Result<Fact, Rejection> {
        let printer = optional(PRINTER, &printing.printer, SHORT)?;
        Ok(Fact::LetterPrintFailed(FailedPrint { letter, version, printer, copies, why: told(why), stopped }))
    };
    let ended = match &printing.end {
        PrintEnd::Printed => {
            let reprint = !reason.is_empty() || (held.version == version && held.printed > 0);
            Fact::LetterPrinted { letter, version, printer: required(PRINTER, &printing.printer, SHORT)?, copies, reprint }
        }
        PrintEnd::Failed(why) => failed(why, false)?,
        PrintEnd::Stopped(why) => failed(why, true)?,
    };
    let reasoned = (!reason.is_empty()).then(|| Fact::LetterReprintReasoned(ReasonedReprint { letter, version, personal: reason.into() }));
    Ok(std::iter::once(ended).chain(reasoned).collect())
}

/// How many copies may be printed in one go.
///
/// # Errors
/// [`Rejection::Copies`].
pub fn possible_copies(copies: u32) -> Result<(), Rejection> {
    if (1..=99).contains(&copies) { Ok(()) } else { Err(Rejection::Copies) }
}

/// A letter is voided with a reason, as long as the case is not closed: what was filed with it stands on its letters.
pub(super) fn void(case: &Case, letter: LetterId, version: u32, why: &str) -> Result<Vec<Fact>, Rejection> {
    if case.status == Status::Closed {
        return Err(Rejection::Closed);
    }
    usable(case, letter, version)?;
    Ok(vec![Fact::LetterVoided { letter, version, personal: required(named("why", "Alasan pembatalan surat"), why, LONG)?.into() }])
}

/// The number of another system stands beside ours; an empty one takes it back.
pub(super) fn number_elsewhere(case: &Case, letter: LetterId, version: u32, system: &str, number: &str) -> Result<Vec<Fact>, Rejection> {
    usable(case, letter, version)?;
    let system = required(named("system", "Nama sistem lain"), system, SHORT)?;
    let number = optional(named("number", "Nomor pada sistem lain"), number, SHORT)?;
    Ok(vec![Fact::LetterNumberedElsewhere(OtherNumber { letter, version, system, number })])
}

/// The letter in this version, which must be its newest and not void.
fn usable(case: &Case, letter: LetterId, version: u32) -> Result<&IssuedLetter, Rejection> {
    let held = case.letter(letter).filter(|held| held.version == version).ok_or(Rejection::NoSuchLetter)?;
    if held.voided { Err(Rejection::LetterVoided) } else { Ok(held) }
}

pub(super) fn send_message(
    case: &Case,
    step: u32,
    message: String,
    way: String,
    text: &str,
    desk: &Desk<'_>,
) -> Result<Vec<Fact>, Rejection> {
    must_be_reached(case, step)?;
    if !desk.step(step)?.messages.iter().any(|offer| offer.id == message && holds(offer.condition.as_ref(), case)) {
        return Err(Rejection::UnknownMessage(message));
    }
    if !WAYS.contains(&way.as_str()) {
        return Err(Rejection::UnknownChoice {
            what: named("way", "Cara pemberitahuan"),
            value: way,
            known: WAYS.map(str::to_owned).to_vec(),
        });
    }
    Ok(vec![Fact::MessageSent { step, message, way, personal: required(named("text", "Isi pesan"), text, LONG)?.into() }])
}
