//! Owners, certificates, officials, and numbers of registers.

use super::{CertificateCard, CertificateFields, OfficialFields, OwnerFields, WarningView, local};
use sandika_app::{NextNumber, Official, OwnerFile};
use sandika_domain::calendar::Zone;
use sandika_domain::owner::CertificateState;
use sandika_domain::person::mask;
use sandika_store::{CertificateRow, OwnerRow};
use serde::Serialize;
use ts_rs::TS;

/// An official.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OfficialView {
    pub(crate) official: String,
    /// None once erased.
    pub(crate) details: Option<OfficialFields>,
}

impl OfficialView {
    pub(crate) fn of(official: Official) -> Self {
        Self { official: official.id.to_string(), details: official.details.as_ref().map(Into::into) }
    }
}

/// What a check of an owner's form says.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OwnerCheckView {
    /// The details as they would be recorded.
    pub(crate) details: OwnerFields,
    pub(crate) warnings: Vec<WarningView>,
}

/// An owner with certificates.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OwnerView {
    pub(crate) owner: String,
    /// None once erased.
    pub(crate) details: Option<OwnerFields>,
    pub(crate) certificates: Vec<CertificateCard>,
}

impl OwnerView {
    pub(crate) fn of(file: &OwnerFile, zone: Zone) -> Self {
        Self {
            owner: file.owner.id.to_string(),
            details: file.owner.recorded.known().map(|known| OwnerFields { nik: mask(&known.details.nik), ..(&known.details).into() }),
            certificates: file.certificates.iter().map(|row| certificate_card(row, zone)).collect(),
        }
    }
}

/// An owner in a list; NIK and NIP are masked.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OwnerSummary {
    pub(crate) owner: String,
    /// Hand the last row's in, with its name, as `after` for the next page.
    pub(crate) cursor: i64,
    pub(crate) name: String,
    pub(crate) nip_masked: String,
    pub(crate) nik_masked: String,
    pub(crate) post: String,
    pub(crate) institution: String,
}

impl OwnerSummary {
    pub(crate) fn of(row: &OwnerRow) -> Self {
        let details = row.recorded.known().map(|known| &known.details);
        let text = |of: fn(&sandika_domain::owner::OwnerDetails) -> &str| details.map(of).unwrap_or_default().to_owned();
        Self {
            owner: row.id.to_string(),
            cursor: row.born,
            name: row.name.clone(),
            nip_masked: mask(&text(|owner| &owner.nip)),
            nik_masked: mask(&text(|owner| &owner.nik)),
            post: text(|owner| &owner.post),
            institution: text(|owner| &owner.institution),
        }
    }
}

/// A certificate.
pub(crate) fn certificate_card(row: &CertificateRow, zone: Zone) -> CertificateCard {
    let state = match row.state {
        CertificateState::Active => "active",
        CertificateState::Replaced => "replaced",
        CertificateState::Revoked => "revoked",
    };
    CertificateCard {
        certificate: row.id.to_string(),
        state: state.to_owned(),
        details: row.details.known().map(CertificateFields::from),
        revoked_at: row.revoked_at.map(|at| local(at, zone)),
    }
}

/// The next number of a register.
#[derive(Debug, Serialize, TS)]
pub(crate) struct NumberNextView {
    /// The running number.
    pub(crate) number: u32,
    /// The whole number; none where it cannot be written.
    pub(crate) text: Option<String>,
    /// Why it cannot.
    pub(crate) fault: Option<String>,
}

impl From<NextNumber> for NumberNextView {
    fn from(next: NextNumber) -> Self {
        let (text, fault) = match next.text {
            Ok(text) => (Some(text), None),
            Err(fault) => (None, Some(fault)),
        };
        Self { number: next.number, text, fault }
    }
}
