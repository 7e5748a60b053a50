//! Owners and certificates in the register.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Access, Fact, RecordedOwner};
use sandika_domain::ids::{CertificateId, OwnerId};
use sandika_domain::owner::{CertificateDetails, OwnerDetails, accept_certificate, accept_owner, owner_warnings};
use sandika_domain::person::Warning;
use sandika_domain::user::Right;
use sandika_store::{CertificateRow, OwnerRow};
use std::collections::BTreeMap;

/// An owner with their certificates.
#[derive(Clone, Debug)]
pub struct OwnerFile {
    /// The owner.
    pub owner: OwnerRow,
    /// Certificates, oldest first.
    pub certificates: Vec<CertificateRow>,
}

impl Office {
    /// An owner's NIK, whole. Who saw it and when is recorded first.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`], also for somebody whose data was destroyed.
    pub fn reveal_nik(&mut self, owner: OwnerId) -> Result<String, AppError> {
        self.need(Right::Reveal)?;
        let known = self.owner(owner)?.owner.recorded;
        let nik = known.known().map(|known| known.details.nik.clone()).ok_or_else(|| AppError::not_found("owner", "Pemilik", owner))?;
        self.record("owner_reveal", None, None, vec![Fact::Access(Access::NikShown { owner })])?;
        Ok(nik)
    }

    /// Records an owner, or new details of one. `confirmed` holds the reasons for warnings that the officer goes on with.
    ///
    /// # Errors
    /// [`AppError::Details`] with every fault; [`AppError::Unconfirmed`] with the warnings that have no reason yet; [`AppError::Conflict`] when
    /// another owner has the NIK.
    pub fn record_owner(
        &mut self,
        owner: Option<OwnerId>,
        details: OwnerDetails,
        confirmed: &BTreeMap<String, String>,
    ) -> Result<OwnerId, AppError> {
        let today = self.zone()?.local(self.now()).date();
        let details = accept_owner(details, &self.content.ranks, today).map_err(AppError::Details)?;
        let confirmed = self.confirmed(&details, confirmed)?;
        self.unique(owner, &details)?;
        let id = match owner {
            Some(known) => self.owner(known).map(|_| known)?,
            None => OwnerId(self.fresh_id()?),
        };
        let personal = RecordedOwner { details, confirmed }.into();
        self.record("record_owner", None, Some(id.into()), vec![Fact::OwnerRecorded { owner: id, personal }])?;
        Ok(id)
    }

    /// What would be looked at twice if these details were recorded; for the form while it is filled in.
    ///
    /// # Errors
    /// [`AppError::Details`] with every fault.
    pub fn owner_check(&self, details: OwnerDetails) -> Result<(OwnerDetails, Vec<Warning>), AppError> {
        let today = self.zone()?.local(self.now()).date();
        let details = accept_owner(details, &self.content.ranks, today).map_err(AppError::Details)?;
        let warnings = owner_warnings(&details, &self.official_domains()?);
        Ok((details, warnings))
    }

    /// An owner with their certificates.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn owner(&self, id: OwnerId) -> Result<OwnerFile, AppError> {
        let owner = self.read().owner(id)?.ok_or_else(|| AppError::not_found("owner", "Pemilik", id))?;
        Ok(OwnerFile { owner, certificates: self.read().certificates_of(id)? })
    }

    /// A page of owners by name. `after` is the name and the `born` of the last row of the page before.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn owners(&self, after: Option<(&str, i64)>, limit: usize) -> Result<Vec<OwnerRow>, AppError> {
        Ok(self.read().owners(after, limit.clamp(1, crate::PAGE))?)
    }

    /// Records a certificate of an owner, or corrected details of one.
    ///
    /// # Errors
    /// [`AppError::Details`] with every fault; [`AppError::NotFound`].
    pub fn record_certificate(
        &mut self,
        owner: OwnerId,
        certificate: Option<CertificateId>,
        details: CertificateDetails,
    ) -> Result<CertificateId, AppError> {
        let details = accept_certificate(details).map_err(AppError::Details)?;
        let held = self.owner(owner)?.certificates;
        let id = match certificate {
            Some(known) => held
                .iter()
                .find(|row| row.id == known)
                .map(|row| row.id)
                .ok_or_else(|| AppError::not_found("certificate", "Sertifikat", known))?,
            None => CertificateId(self.fresh_id()?),
        };
        let fact = Fact::CertificateRecorded { certificate: id, owner, personal: details.into() };
        self.record("record_certificate", None, Some(owner.into()), vec![fact])?;
        Ok(id)
    }

    fn confirmed(&self, details: &OwnerDetails, given: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>, AppError> {
        let reason = |warning: &Warning| given.get(warning.code()).map(|why| why.trim()).filter(|why| !why.is_empty());
        let warnings = owner_warnings(details, &self.official_domains()?);
        let (settled, open): (Vec<Warning>, Vec<Warning>) = warnings.into_iter().partition(|warning| reason(warning).is_some());
        if !open.is_empty() {
            return Err(AppError::Unconfirmed(open));
        }
        Ok(settled.iter().filter_map(|warning| Some((warning.code().to_owned(), reason(warning)?.to_owned()))).collect())
    }

    /// NIK is unique (domain facts 4.4): a second record of the same person would split their history.
    fn unique(&self, owner: Option<OwnerId>, details: &OwnerDetails) -> Result<(), AppError> {
        let holders = self.read().owners_with_nik(&details.nik)?;
        if holders.iter().all(|other| Some(other.id) == owner) {
            return Ok(());
        }
        Err(AppError::Conflict {
            field: "nik",
            text: "NIK ini sudah tercatat pada pemilik lain. Buka pemilik itu dari pencarian, lalu ubah datanya di sana.".to_owned(),
        })
    }
}
