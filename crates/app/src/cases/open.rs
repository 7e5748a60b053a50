//! Opening a case: the SOP is pinned, the agenda number taken and the case recorded in one transaction.

use crate::error::AppError;
use crate::office::Office;
use crate::register;
use chrono::NaiveDate;
use sandika_domain::case::{OpenCase, OpeningForm, Rejection, open};
use sandika_domain::fact::{Fact, Opening};
use sandika_domain::ids::{CaseId, CertificateId, EntryId, OwnerId};
use sandika_domain::sop::Channel;
use sandika_store::Recording;

/// What the opening form says.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// Id of an SOP in the library; none while it is not chosen.
    pub sop: Option<String>,
    /// Owner in the register.
    pub owner: Option<OwnerId>,
    /// A certificate of the owner, if it is known.
    pub certificate: Option<CertificateId>,
    /// Day of arrival; today if none.
    pub received_on: Option<NaiveDate>,
    /// How it came in.
    pub channel: Option<Channel>,
    /// What the request says.
    pub opening: Opening,
}

impl Office {
    /// Opens a case and answers with its identity.
    ///
    /// # Errors
    /// [`AppError::Rejected`] with everything that the rules refuse of the form; [`AppError::NotFound`] for an unknown SOP, owner or certificate;
    /// [`AppError::NoProfile`].
    pub fn open_case(&mut self, new: NewCase) -> Result<CaseId, AppError> {
        let profile = self.needed_profile()?;
        let today = profile.zone.local(self.now()).date();
        let received_on = new.received_on.unwrap_or(today);
        let library = new.sop.as_deref().map(|sop| self.content.sops.get(sop).ok_or_else(|| AppError::not_found("sop", "SOP", sop)));
        let library = library.transpose()?;
        let (Some(library), Some(owner), Some(channel)) = (library, new.owner, new.channel) else {
            let sop = library.map(|library| &library.parsed.sop);
            let form = OpeningForm { sop, owner: new.owner, received_on, channel: new.channel, opening: new.opening };
            return Err(Rejection::Opening(form.faults(&self.content.reasons, today)).into());
        };
        let (parsed, text) = (library.parsed.clone(), library.text.clone());
        let held = self.owner(owner)?.certificates;
        if let Some(named) = new.certificate.filter(|named| !held.iter().any(|row| row.id == *named)) {
            return Err(AppError::not_found("certificate", "Sertifikat", named));
        }
        let (case, adoption, entry) = (CaseId(self.fresh_id()?), EntryId(self.fresh_id()?), EntryId(self.fresh_id()?));
        let reasons = self.content.reasons.clone();
        self.change(|tx| {
            if tx.read().sop_text(&parsed.hash)?.is_none() {
                let facts = vec![Fact::SopAdopted { sop: parsed.sop.id.clone(), hash: parsed.hash.clone(), text }];
                tx.record(&Recording { entry: adoption, action: "adopt_sop".to_owned(), case: None, person: None, facts })?;
            }
            let agenda = register::take(tx, &profile, "masuk", "", today, None)?;
            let command = OpenCase {
                case,
                sop_hash: parsed.hash.clone(),
                owner,
                certificate: new.certificate,
                received_on,
                channel,
                agenda,
                opening: new.opening,
            };
            let facts = open(command, &parsed.sop, &reasons, today)?;
            tx.record(&Recording { entry, action: "open_case".to_owned(), case: Some(case), person: Some(owner.into()), facts })?;
            Ok(case)
        })
    }
}
