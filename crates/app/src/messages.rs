//! Messages to applicants: composed from `content/messages.toml`, copied or handed to the mail program, recorded when sent.

use crate::error::AppError;
use crate::office::Office;
use chrono::{NaiveDate, NaiveDateTime};
use sandika_domain::case::{Case, Command, announced_certificate, stated_revocation};
use sandika_domain::ids::CaseId;
use sandika_domain::letter::values::service_name;
use sandika_domain::person::Phone;
use sandika_domain::words::{date_long, date_time};
use std::collections::BTreeMap;

/// How messages of a practice office begin, whoever may come to read one.
const PRACTICE_SUBJECT: &str = "[LATIHAN] ";
const PRACTICE_TEXT: &str = "PESAN LATIHAN dari kantor latihan. Isinya rekaan dan tidak berlaku.\n\n";

/// A message ready to be sent.
#[derive(Clone, Debug)]
pub struct Composed {
    /// Subject.
    pub subject: String,
    /// Text, with line breaks.
    pub text: String,
    /// The owner's official address; empty when unknown.
    pub email: String,
    /// The owner's phone as E.164 digits; empty when unknown.
    pub phone: String,
}

impl Office {
    /// Composes a message. NIK and NIP are never part of one; that of a practice office says at its start that it is one.
    ///
    /// # Errors
    /// [`AppError::Message`] naming every value that is missing; [`AppError::NotFound`].
    pub fn compose_message(&self, id: CaseId, message: &str, note: &str) -> Result<Composed, AppError> {
        let template = self.content.message(message).ok_or_else(|| AppError::not_found("message", "Pesan", message))?;
        let case = self.case_state(id)?;
        let owner = self.read().owner(case.owner)?.and_then(|row| row.recorded.known().map(|known| known.details.clone()));
        let values = self.message_values(&case, note)?;
        let filled = template.fill(|name| values.get(name).cloned()).map_err(AppError::Message)?;
        let (email, phone) = owner.map(|owner| (owner.email, owner.phone)).unwrap_or_default();
        let (subject, text) = if self.is_practice()? { (PRACTICE_SUBJECT, PRACTICE_TEXT) } else { ("", "") };
        Ok(Composed {
            subject: format!("{subject}{}", filled.subject),
            text: format!("{text}{}", filled.text),
            email,
            phone: Phone::parse(&phone).map(|phone| phone.digits().to_owned()).unwrap_or_default(),
        })
    }

    /// Puts a message where the mail program finds it, and records it as sent by e-mail.
    ///
    /// # Errors
    /// [`AppError::Outside`] when it could not be handed over; then nothing is recorded.
    pub fn mail_message(
        &mut self,
        id: CaseId,
        seen: Option<u64>,
        step: u32,
        message: &str,
        note: &str,
    ) -> Result<(Case, String), AppError> {
        let composed = self.compose_message(id, message, note)?;
        if composed.email.is_empty() {
            return Err(AppError::Input {
                field: "message",
                text: "Alamat e-mail pemilik belum ada. Salin pesannya, lalu kirim dengan cara lain.".to_owned(),
            });
        }
        let sent = |text: String| Command::SendMessage { step, message: message.to_owned(), way: "e-mail".to_owned(), text };
        self.would(id, seen, sent(composed.text.clone()))?;
        let handed = self.ports.mailer.draft(&composed.email, &composed.subject, &composed.text);
        let place = handed.map_err(|source| AppError::Outside { what: "Penyerahan pesan ke program e-mail", source })?;
        Ok((self.act("send_message", id, seen, sent(composed.text))?, place))
    }

    /// Until when the owner's certificate is valid now, the renewed one if there is one; and when it was revoked, by the office's clock.
    fn certificate_now(&self, case: &Case) -> Result<(Option<NaiveDate>, Option<NaiveDateTime>), AppError> {
        let row = case.certificate.map(|id| self.read().certificate(id)).transpose()?.flatten();
        let registered = row.as_ref().and_then(|row| row.details.known()?.valid_until);
        let announced = announced_certificate(case, &*self.pinned(&case.sop_hash)?).and_then(|details| details.valid_until);
        let recorded = row.and_then(|row| row.revoked_at);
        let zone = self.zone()?;
        Ok((announced.or(registered), recorded.map(|at| zone.local(at)).or_else(|| stated_revocation(case))))
    }

    fn message_values(&self, case: &Case, note: &str) -> Result<BTreeMap<&'static str, String>, AppError> {
        let profile = self.needed_profile()?;
        let owner = self.read().owner(case.owner)?.and_then(|row| row.recorded.known().map(|known| known.details.clone()));
        let returned = case.path.iter().rev().find(|passed| passed.returned).and_then(|passed| passed.note.known().cloned());
        let note = if note.trim().is_empty() { returned.unwrap_or_default() } else { note.trim().to_owned() };
        let (until, revoked) = self.certificate_now(case)?;
        Ok(BTreeMap::from([
            ("kantor.nama", profile.name.clone()),
            ("kantor.telepon", profile.phone.clone()),
            ("pemilik.nama", owner.as_ref().map(|owner| owner.full_name()).unwrap_or_default()),
            ("pemilik.instansi", owner.map(|owner| owner.institution).unwrap_or_default()),
            ("perkara.agenda", case.agenda.text.clone()),
            ("perkara.layanan", service_name(case.service).to_owned()),
            ("perkara.catatan", note),
            ("perkara.tanggal", date_long(case.received_on)),
            ("sertifikat.berlaku_sampai", until.map(date_long).unwrap_or_default()),
            ("langkah.waktu", revoked.map(date_time).unwrap_or_default()),
        ]))
    }
}
