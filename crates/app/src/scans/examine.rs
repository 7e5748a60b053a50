//! What a file is, told without an office: its pages and their codes, its signatures, or the certificates in it. Nothing is stored or recorded.

use super::read::{ScanSeen, look_at};
use super::take::{SCAN_LIMIT, name_of};
use crate::error::AppError;
use crate::hash::sha256;
use crate::long_work::Stop;
use crate::plain::sentence;
use crate::ports::Ports;
use chrono::{DateTime, Utc};
use sandika_intake::kind::{Kind, whole};
use sandika_intake::reader::Reader;
use sandika_intake::{CertificateFacts, CertificateFault, SignatureReport, SignedAt, TrustList, certificate_of, signatures};
use sandika_store::ScanPage;
use std::path::Path;

/// A file that could be read.
pub struct Examined {
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub content: ExaminedContent,
}

/// What a file is.
pub enum ExaminedContent {
    /// A scan, or another document of pages.
    Scan(ExaminedScan),
    /// Certificates.
    Certificates(Vec<ExaminedCertificate>),
}

/// A file of pages.
pub struct ExaminedScan {
    /// Its kind: `PDF`, `JPEG`, `PNG` or `TIFF`.
    pub kind: &'static str,
    /// SHA-256 of its bytes, lower-case hex.
    pub hash: String,
    /// Its end is not there: a watched folder would wait for it.
    pub unfinished: bool,
    /// Its signatures, in the order in which they stand in the file.
    pub signatures: Vec<ExaminedSignature>,
    pub(super) size: u64,
    pub(super) media: &'static str,
    pub(super) seen: ScanSeen,
}

/// A signature in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExaminedSignature {
    /// Common name of the signer; none where there is no certificate.
    pub signer: Option<String>,
    /// Whether what was signed is intact, in words.
    pub verdict: &'static str,
    /// Whether the signer's chain leads to a root that is trusted.
    pub trusted: bool,
    /// When it was signed, by a stamp or by the signer's own computer.
    pub at: Option<DateTime<Utc>>,
    /// Everything that is to be known of it, a sentence each.
    pub words: Vec<String>,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExaminedCertificate {
    /// It is one of an authority.
    pub authority: bool,
    /// Common name.
    pub name: String,
    /// Serial number in decimal digits.
    pub serial: String,
    /// The subject's distinguished name.
    pub subject: String,
    /// The issuer's common name.
    pub issuer: String,
    /// Start of validity.
    pub not_before: DateTime<Utc>,
    /// End of validity.
    pub not_after: DateTime<Utc>,
    /// E-mail address.
    pub email: Option<String>,
    /// What its key may be used for.
    pub key_usage: Vec<&'static str>,
    /// SHA-256 of it, lower-case hex.
    pub fingerprint: String,
}

impl ExaminedScan {
    /// Its pages, as far as they could be looked at.
    pub fn pages(&self) -> &[ScanPage] {
        &self.seen.pages
    }

    /// Why it could not be read as a whole.
    pub fn failed(&self) -> Option<&str> {
        self.seen.failed.as_deref()
    }

    /// A PDF with an electronic signature.
    pub fn is_signed(&self) -> bool {
        self.seen.signed
    }
}

/// Looks at a file; its signatures are judged by `roots`. `progress` is told how many pages were read.
///
/// # Errors
/// [`AppError::File`] when it cannot be read; [`AppError::Input`] for a private key, or no file of a kind that is read here.
pub fn examine(path: &Path, ports: &Ports, roots: &TrustList, progress: &dyn Fn(u32)) -> Result<Examined, AppError> {
    let bytes = ports.files.read(path, SCAN_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
    let content = match Kind::of(&bytes) {
        Some(kind) => ExaminedContent::Scan(scan(kind, &bytes, (&ports.reader, roots), progress)),
        None => certificates(&name_of(path), &bytes).map_err(|text| AppError::Input { field: "file", text })?,
    };
    Ok(Examined { size: bytes.len() as u64, content })
}

fn scan(kind: Kind, bytes: &[u8], (reader, roots): (&Reader, &TrustList), progress: &dyn Fn(u32)) -> ExaminedScan {
    let seen = look_at(bytes, reader, &Stop::default(), progress).unwrap_or_default();
    let reports = if seen.signed { signatures(bytes, roots) } else { Vec::new() };
    ExaminedScan {
        kind: word(kind),
        hash: sha256(bytes),
        unfinished: whole(kind, bytes).is_err(),
        signatures: reports.iter().map(signature).collect(),
        size: bytes.len() as u64,
        media: kind.media_type(),
        seen,
    }
}

fn certificates(name: &str, bytes: &[u8]) -> Result<ExaminedContent, String> {
    let file = certificate_of(name, bytes).map_err(|fault| match fault {
        CertificateFault::NotACertificate | CertificateFault::TooLarge => {
            sentence("bukan PDF, JPEG, PNG, TIFF, atau berkas sertifikat, jadi tidak dibaca")
        }
        CertificateFault::Empty => sentence("berkas kosong (0 bita); simpan atau pindai ulang"),
        fault => fault.to_string(),
    })?;
    Ok(ExaminedContent::Certificates(file.owners.into_iter().chain(file.chain).map(certificate).collect()))
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "PDF",
        Kind::Jpeg => "JPEG",
        Kind::Png => "PNG",
        Kind::Tiff => "TIFF",
    }
}

fn signature(report: &SignatureReport) -> ExaminedSignature {
    ExaminedSignature {
        signer: report.signer.as_ref().map(|signer| signer.common_name.clone()),
        verdict: report.verdict().words(),
        trusted: report.trust.is_trusted(),
        at: report.signed_at().map(|(SignedAt::Stamped(at) | SignedAt::Claimed(at))| at),
        words: report.words(),
    }
}

fn certificate(facts: CertificateFacts) -> ExaminedCertificate {
    ExaminedCertificate {
        authority: facts.ca,
        name: facts.common_name,
        serial: facts.serial,
        subject: facts.subject,
        issuer: facts.issuer,
        not_before: facts.not_before,
        not_after: facts.not_after,
        email: facts.email,
        key_usage: facts.key_usage,
        fingerprint: facts.fingerprint,
    }
}
