//! Opening a case ("Permohonan baru").

use super::rejection::{Named, Rejection, named};
use super::text::{LONG, SHORT, optional, required};
use crate::fact::{Fact, Opening, TakenNumber};
use crate::ids::{CaseId, CertificateId, OwnerId};
use crate::sop::{Channel, Reason, Reasons, ServiceKind, Sop};
use chrono::{Datelike, NaiveDate};

/// What opens a case. Identities, the pinned SOP and the agenda number are handed in.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// Identity of the new case.
    pub case: CaseId,
    /// Hash of the SOP's text.
    pub sop_hash: String,
    /// Owner of the certificate.
    pub owner: OwnerId,
    /// The certificate concerned, if recorded.
    pub certificate: Option<CertificateId>,
    /// Day of arrival.
    pub received_on: NaiveDate,
    /// How it came in.
    pub channel: Channel,
    /// Agenda number.
    pub agenda: TakenNumber,
    /// What the request says.
    pub opening: Opening,
}

/// Decides on an opening: dates that can be, the papers that the channel implies, and for a revocation its reason.
///
/// # Errors
/// A [`Rejection`]; no case comes to be.
pub fn open(command: OpenCase, sop: &Sop, reasons: &Reasons, today: NaiveDate) -> Result<Vec<Fact>, Rejection> {
    let OpenCase { case, sop_hash, owner, certificate, received_on, channel, agenda, opening } = command;
    past(named("received_on", "Tanggal diterima"), received_on, today)?;
    let opening = checked(opening, channel, sop.kind, reasons, today)?;
    if opening.letter_date.is_some_and(|dated| dated > received_on) {
        return Err(Rejection::LetterAfterArrival);
    }
    let first_step = sop.first_step().ok_or(Rejection::BrokenSop(1))?.number;
    Ok(vec![Fact::CaseOpened {
        case,
        sop: sop.id.clone(),
        sop_hash,
        service: sop.kind,
        owner,
        certificate,
        received_on,
        channel,
        agenda,
        first_step,
        personal: opening.into(),
    }])
}

fn checked(opening: Opening, channel: Channel, service: ServiceKind, reasons: &Reasons, today: NaiveDate) -> Result<Opening, Rejection> {
    let needs = |field, label| Rejection::OpeningNeeds { field, label };
    let sender = required(named("sender", "OPD pengirim"), &opening.sender, SHORT)
        .map_err(|fault| unless_empty(fault, needs("sender", "OPD pengirim")))?;
    let letter_number = optional(named("letter_number", "Nomor surat masuk"), &opening.letter_number, SHORT)?;
    if channel == Channel::Letter {
        if letter_number.is_empty() {
            return Err(needs("letter_number", "Nomor surat masuk"));
        }
        opening.letter_date.ok_or(needs("letter_date", "Tanggal surat masuk"))?;
    }
    for (what, day) in [
        (named("letter_date", "Tanggal surat masuk"), opening.letter_date),
        (named("legal_date", "Tanggal dokumen hukum"), opening.legal_date),
    ] {
        day.map_or(Ok(()), |day| past(what, day, today))?;
    }
    let reason_text = optional(named("reason_text", "Uraian alasan"), &opening.reason_text, LONG)?;
    let reason = if service == ServiceKind::Revocation { Some(reason(&opening, reasons, &reason_text)?) } else { None };
    let legal_number = optional(named("legal_number", "Nomor dokumen hukum"), &opening.legal_number, SHORT)?;
    // The steps on AMS ask one thing or another by this answer, so it is never left open: the reason tells what is usual.
    let can_log_in = opening.can_log_in.or(reason.map(|reason| reason.owner_must_log_in));
    let reason = reason.map(|reason| reason.id.clone());
    Ok(Opening { sender, letter_number, reason, reason_text, legal_number, can_log_in, ..opening })
}

fn reason<'r>(opening: &Opening, reasons: &'r Reasons, text: &str) -> Result<&'r Reason, Rejection> {
    let id = opening.reason.clone().ok_or(Rejection::OpeningNeeds { field: "reason", label: "Alasan pencabutan" })?;
    let Some(known) = reasons.get(&id) else {
        return Err(Rejection::UnknownChoice {
            what: named("reason", "Alasan pencabutan"),
            value: id,
            known: Vec::from_iter(reasons.ids()),
        });
    };
    if known.text_required && text.is_empty() {
        return Err(Rejection::OpeningNeeds { field: "reason_text", label: "Uraian alasan" });
    }
    Ok(known)
}

/// An empty text names its field; other faults stay as they are.
fn unless_empty(fault: Rejection, empty: Rejection) -> Rejection {
    if matches!(fault, Rejection::TextNeeded(_)) { empty } else { fault }
}

fn past(what: Named, day: NaiveDate, today: NaiveDate) -> Result<(), Rejection> {
    if day > today {
        Err(Rejection::InFuture(what))
    } else if day.year() < 1945 {
        Err(Rejection::OddYear(what))
    } else {
        Ok(())
    }
}
