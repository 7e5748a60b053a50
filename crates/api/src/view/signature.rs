//! Certificates and signatures, as files tell of them.

use super::local;
use crate::args::CertificateFields;
use sandika_app::{CertificateFacts, SignatureReport, SignedAt, Verdict};
use sandika_domain::calendar::Zone;
use serde::Serialize;
use ts_rs::TS;

/// A certificate that a file names.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CertificateReadView {
    /// Name of whom it is for.
    pub(crate) common_name: String,
    /// E-mail address; none if it names none.
    pub(crate) email: Option<String>,
    /// What the register keeps of it.
    pub(crate) details: CertificateFields,
}

/// How much of a signature holds.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SignatureToneView {
    /// The document is whole since it was signed, and the issuer is trusted.
    Utuh,
    /// It is whole, but something remains to be looked at.
    Periksa,
    /// It was changed, or the signature is not real.
    Rusak,
}

/// A signature in a PDF.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SignatureView {
    /// Whose; empty where the signature does not say.
    pub(crate) signer: String,
    /// Common name of the issuer; empty where it does not say.
    pub(crate) issuer: String,
    /// Serial number of the certificate, decimal.
    pub(crate) serial: String,
    /// When; none where it does not say.
    pub(crate) at: Option<String>,
    /// That time was stamped by a trusted authority, rather than taken from the signer's computer.
    pub(crate) stamped: bool,
    pub(crate) tone: SignatureToneView,
    /// What is to be said of it: whole sentences, the verdict first.
    pub(crate) words: Vec<String>,
}

impl CertificateReadView {
    pub(crate) fn of(facts: &CertificateFacts, zone: Zone) -> Self {
        Self {
            common_name: facts.common_name.clone(),
            email: facts.email.clone(),
            details: CertificateFields {
                serial: facts.serial.clone(),
                subject_dn: facts.subject.clone(),
                issuer: facts.issuer.clone(),
                valid_from: Some(zone.local(facts.not_before).date()),
                valid_until: Some(zone.local(facts.not_after).date()),
            },
        }
    }
}

impl SignatureView {
    pub(crate) fn of(report: &SignatureReport, zone: Zone) -> Self {
        let signer = report.signer.as_ref();
        let text = |of: fn(&CertificateFacts) -> &String| signer.map(|facts| of(facts).clone()).unwrap_or_default();
        let at = report.signed_at();
        Self {
            signer: text(|facts| &facts.common_name),
            issuer: text(|facts| &facts.issuer),
            serial: text(|facts| &facts.serial),
            at: at.map(|(SignedAt::Stamped(at) | SignedAt::Claimed(at))| local(at, zone)),
            stamped: matches!(at, Some(SignedAt::Stamped(_))),
            tone: match report.verdict() {
                Verdict::Intact if report.trust.is_trusted() && !report.weak => SignatureToneView::Utuh,
                Verdict::Intact | Verdict::Extended | Verdict::Unchecked => SignatureToneView::Periksa,
                Verdict::Changed | Verdict::Forged | Verdict::Malformed => SignatureToneView::Rusak,
            },
            words: report.words(),
        }
    }
}
