//! Opening a case ("Permohonan baru").

use super::rejection::{Named, Rejection, named};
use super::text::{LONG, SHORT, optional};
use crate::fact::{Fact, Opening, TakenNumber};
use crate::ids::{CaseId, CertificateId, OwnerId};
use crate::sop::{Channel, Reason, Reasons, ServiceKind, Sop};
use chrono::{Datelike, NaiveDate};

const LETTER_DATE: Named = named("letter_date", "Tanggal surat masuk");

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

/// What the opening form says so far: what was not chosen yet is none.
#[derive(Clone, Debug)]
pub struct OpeningForm<'s> {
    /// The SOP.
    pub sop: Option<&'s Sop>,
    /// Owner of the certificate.
    pub owner: Option<OwnerId>,
    /// Day of arrival.
    pub received_on: NaiveDate,
    /// How it came in.
    pub channel: Option<Channel>,
    /// What the request says.
    pub opening: Opening,
}

/// Decides on an opening.
///
/// # Errors
/// [`Rejection::Opening`] with every fault of the form; no case comes to be.
pub fn open(command: OpenCase, sop: &Sop, reasons: &Reasons, today: NaiveDate) -> Result<Vec<Fact>, Rejection> {
    let OpenCase { case, sop_hash, owner, certificate, received_on, channel, agenda, opening } = command;
    let form = OpeningForm { sop: Some(sop), owner: Some(owner), received_on, channel: Some(channel), opening };
    let (opening, faults) = form.judged(reasons, today);
    if !faults.is_empty() {
        return Err(Rejection::Opening(faults));
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

impl OpeningForm<'_> {
    /// Everything that is missing or cannot be, in the order of the form. What hangs on a choice that is missing is told once it is made.
    pub fn faults(self, reasons: &Reasons, today: NaiveDate) -> Vec<Rejection> {
        self.judged(reasons, today).1
    }

    /// What the request says as it is recorded, and the faults of the form: dates that cannot be, the letter that the channel implies, and for a
    /// revocation its reason.
    fn judged(self, reasons: &Reasons, today: NaiveDate) -> (Opening, Vec<Rejection>) {
        let Self { sop, owner, received_on, channel, opening } = self;
        let mut faults = Faults::default();
        faults.needed(sop.is_some(), named("sop", "SOP"));
        faults.needed(owner.is_some(), named("owner", "Pemilik sertifikat"));
        let arrival = faults.day(named("received_on", "Tanggal diterima"), Some(received_on), today);
        faults.needed(channel.is_some(), named("channel", "Kanal"));
        let sender = faults.text(named("sender", "OPD pengirim"), &opening.sender, SHORT, true);
        let by_letter = channel == Some(Channel::Letter);
        let letter_number = faults.text(named("letter_number", "Nomor surat masuk"), &opening.letter_number, SHORT, by_letter);
        faults.needed(opening.letter_date.is_some() || !by_letter, LETTER_DATE);
        let dated = faults.day(LETTER_DATE, opening.letter_date, today);
        if dated.zip(arrival).is_some_and(|(dated, arrival)| dated > arrival) {
            faults.0.push(Rejection::LetterAfterArrival);
        }
        let revoked = sop.is_some_and(|sop| sop.kind == ServiceKind::Revocation);
        let reason = if revoked { faults.reason(opening.reason.as_deref(), reasons) } else { None };
        let explained = reason.is_some_and(|reason| reason.text_required);
        let reason_text = faults.text(named("reason_text", "Uraian alasan"), &opening.reason_text, LONG, explained);
        let legal_number = faults.text(named("legal_number", "Nomor dokumen hukum"), &opening.legal_number, SHORT, false);
        faults.day(named("legal_date", "Tanggal dokumen hukum"), opening.legal_date, today);
        // The steps on AMS ask one thing or another by this answer, so it is never left open: the reason tells what is usual.
        let can_log_in = opening.can_log_in.or(reason.map(|reason| reason.owner_must_log_in));
        let reason = reason.map(|reason| reason.id.clone());
        (Opening { sender, letter_number, reason, reason_text, legal_number, can_log_in, ..opening }, faults.0)
    }
}

/// What is wrong with the form, as it is found.
#[derive(Default)]
struct Faults(Vec<Rejection>);

impl Faults {
    fn needed(&mut self, there: bool, what: Named) {
        if !there {
            self.0.push(Rejection::OpeningNeeds(what));
        }
    }

    /// The text as it is recorded; empty where it is faulty.
    fn text(&mut self, what: Named, text: &str, limit: usize, needed: bool) -> String {
        match optional(what, text, limit) {
            Ok(text) => {
                self.needed(!needed || !text.is_empty(), what);
                text
            }
            Err(fault) => {
                self.0.push(fault);
                String::new()
            }
        }
    }

    /// The day, unless it cannot be.
    fn day(&mut self, what: Named, day: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
        let fault = match day? {
            day if day > today => Rejection::InFuture(what),
            day if day.year() < 1945 => Rejection::OddYear(what),
            day => return Some(day),
        };
        self.0.push(fault);
        None
    }

    fn reason<'r>(&mut self, id: Option<&str>, reasons: &'r Reasons) -> Option<&'r Reason> {
        const WHAT: Named = named("reason", "Alasan pencabutan");
        let Some(id) = id.filter(|id| !id.is_empty()) else {
            self.needed(false, WHAT);
            return None;
        };
        let known = reasons.get(id);
        if known.is_none() {
            self.0.push(Rejection::UnknownChoice { what: WHAT, value: id.to_owned(), known: Vec::from_iter(reasons.ids()) });
        }
        known
    }
}
