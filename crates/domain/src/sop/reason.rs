//! `content/reasons.toml`: why a certificate is revoked, and what each reason asks for.

use std::collections::BTreeSet;

use serde::Serialize;

use super::parse::{identifier, report_repeats};
use crate::document::{Finding, Table, read, word_enum};

word_enum! {
    /// The nearest reason of an X.509 revocation list (RFC 5280, 5.3.1). Which of them BSrE writes for which request is not known.
    CrlReason {
        /// (0) No particular reason.
        Unspecified = "unspecified",
        /// (1) The private key is lost or known to others.
        KeyCompromise = "keyCompromise",
        /// (3) The owner's place in the organisation changed.
        AffiliationChanged = "affiliationChanged",
        /// (4) Replaced by another certificate.
        Superseded = "superseded",
        /// (5) No longer needed.
        CessationOfOperation = "cessationOfOperation",
        /// (9) The right to it was withdrawn.
        PrivilegeWithdrawn = "privilegeWithdrawn",
    }
}

impl CrlReason {
    /// The number of the reason in RFC 5280.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Unspecified => 0,
            Self::KeyCompromise => 1,
            Self::AffiliationChanged => 3,
            Self::Superseded => 4,
            Self::CessationOfOperation => 5,
            Self::PrivilegeWithdrawn => 9,
        }
    }
}

/// A document that proves a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its name in the case; the same as in the `berkas` of an SOP.
    pub id: String,
    /// What the officer reads.
    #[serde(rename = "nama")]
    pub name: String,
}

/// A reason for revocation (*alasan*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The name by which SOPs refer to it (`perkara.alasan`).
    pub id: String,
    /// What the officer chooses.
    pub label: String,
    /// Documents that prove it; any one of them does.
    #[serde(rename = "bukti")]
    pub evidence: Vec<Evidence>,
    /// The nearest reason of RFC 5280.
    #[serde(rename = "rfc5280")]
    pub crl_reason: CrlReason,
    /// Whether the owner is expected to log in to AMS in person (a dead owner cannot).
    #[serde(rename = "pemohon_harus_masuk_ams")]
    pub owner_must_log_in: bool,
    /// Whether the reason needs an explanation in words.
    #[serde(rename = "teks_wajib")]
    pub text_required: bool,
    /// Where this is known from.
    #[serde(rename = "sumber")]
    pub source: String,
    /// What the officer should know besides.
    #[serde(rename = "keterangan", skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// What of this row is believed rather than confirmed; for the office to settle.
    #[serde(rename = "belum_dipastikan", skip_serializing_if = "Vec::is_empty")]
    pub unverified: Vec<String>,
}

/// All reasons of an office, in the order in which they are offered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Reasons(pub Vec<Reason>);

impl Reasons {
    /// Reads the file.
    ///
    /// # Errors
    /// All faults of form (S001).
    pub fn parse(file_name: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        read(file_name, bytes, reasons).into_result().map(|(reasons, _)| reasons)
    }

    /// The reason called `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Reason> {
        self.0.iter().find(|reason| reason.id == id)
    }

    /// The ids of all reasons.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<String> {
        self.0.iter().map(|reason| reason.id.clone()).collect()
    }
}

fn reasons(root: &Table<'_>) -> Reasons {
    root.number("format", 1..=1);
    let rows = root.tables("alasan", reason);
    report_repeats(root, "alasan", "id", rows.iter().map(|reason| reason.id.as_str()));
    Reasons(rows)
}

fn reason(table: &Table<'_>) -> Reason {
    let evidence = table.tables("bukti", |row| Evidence { id: identifier(row, "id"), name: row.text("nama") });
    report_repeats(table, "bukti", "id", evidence.iter().map(|document| document.id.as_str()));
    Reason {
        id: identifier(table, "id"),
        label: table.text("label"),
        evidence,
        crl_reason: table.word("rfc5280").unwrap_or(CrlReason::Unspecified),
        owner_must_log_in: table.required_flag("pemohon_harus_masuk_ams"),
        text_required: table.required_flag("teks_wajib"),
        source: table.text("sumber"),
        remark: table.text_or_none("keterangan"),
        unverified: table.texts_or_none("belum_dipastikan"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/reasons.toml"));

    #[test]
    fn the_shipped_reasons_are_those_of_the_field() {
        let reasons = Reasons::parse("reasons.toml", SHIPPED).unwrap();
        let rows: Vec<_> =
            reasons.0.iter().map(|r| (r.id.as_str(), r.evidence[0].id.as_str(), r.crl_reason.number(), r.owner_must_log_in)).collect();
        assert_eq!(
            rows,
            [
                ("pensiun", "sk-pensiun", 5, false),
                ("meninggal", "surat-kematian", 5, false),
                ("berhenti", "sk-pemberhentian", 3, false),
                ("mutasi", "sk-mutasi", 3, true),
                ("kunci-hilang", "surat-kehilangan", 1, true),
                ("kunci-bocor", "surat-keterangan-atasan", 1, true),
                ("perubahan-data", "surat-permohonan-perubahan-data", 4, true),
                ("lainnya", "surat-keterangan-atasan", 0, true),
            ]
        );
        let with_text: Vec<&str> = reasons.0.iter().filter(|reason| reason.text_required).map(|reason| reason.id.as_str()).collect();
        assert_eq!(with_text, ["lainnya"]);
    }

    #[test]
    fn a_faulty_reason_is_refused_with_all_its_faults() {
        let file =
            "format = 2\n[[alasan]]\nid = \"a b\"\nlabel = \"A\"\nrfc5280 = \"lain\"\nteks_wajib = true\nsumber = \"S0\"\nwarna = 1\n";
        let found: Vec<u32> = Reasons::parse("reasons.toml", file.as_bytes()).unwrap_err().iter().map(|finding| finding.line).collect();
        assert_eq!(found, [1, 2, 2, 3, 5, 8]);
    }
}
