//! What the officer fills in at a step.

use serde::Serialize;

use super::Condition;
use crate::document::word_enum;

word_enum! {
    /// What a field takes (`jenis` of an `isian`).
    FieldKind {
        /// One line.
        Text = "teks",
        /// Several lines.
        Paragraph = "paragraf",
        /// A whole number.
        Number = "angka",
        /// A date.
        Date = "tanggal",
        /// A date with the time of day.
        DateTime = "waktu",
        /// One of the field's own choices.
        Choice = "pilihan",
        /// A tick; a required one must be ticked to go on.
        Tick = "centang",
        /// Employee number of a civil servant.
        Nip = "nip",
        /// Citizen number.
        Nik = "nik",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "telepon",
        /// Subject distinguished name of a certificate.
        SubjectDn = "subjek-dn",
        /// Serial number of a certificate.
        Serial = "serial",
        /// An owner from the register.
        Owner = "pemilik",
        /// An official of the office.
        Official = "pejabat",
        /// A reason of `content/reasons.toml`.
        Reason = "alasan",
    }
}

/// One field of a step's form (`[[langkah.isian]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name within the step.
    pub id: String,
    /// What the officer reads beside it.
    pub label: String,
    /// What it takes.
    #[serde(rename = "jenis")]
    pub kind: FieldKind,
    /// Whether the step can close without it.
    #[serde(rename = "wajib")]
    pub required: bool,
    /// Help; cites the row of the SOP.
    #[serde(rename = "petunjuk", skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The choices of a [`FieldKind::Choice`]; empty for every other kind.
    #[serde(rename = "pilihan", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Shown and required only where this holds.
    #[serde(rename = "bila", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}
