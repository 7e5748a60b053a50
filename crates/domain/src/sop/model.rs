//! The SOP as a whole: identity, headings, lanes, steps, totals.

use serde::Serialize;

use super::{Party, ServiceKind, Step};
use crate::document::Lines;

/// An SOP. As JSON it has the keys of its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sop {
    /// Unique in an office: lower-case letters, digits, hyphens.
    pub id: String,
    /// What it serves.
    #[serde(rename = "jenis")]
    pub kind: ServiceKind,
    /// The head of the form.
    #[serde(rename = "identitas")]
    pub identity: Identity,
    /// The six headings under it.
    #[serde(flatten)]
    pub headings: Headings,
    /// Lanes, left to right; at least one.
    #[serde(rename = "pelaksana")]
    pub lanes: Vec<Lane>,
    /// Steps in the order of the file; at least one.
    #[serde(rename = "langkah")]
    pub steps: Vec<Step>,
    /// Totals that the document states.
    #[serde(rename = "waktu_penyelesaian", skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<StatedTotal>,
    /// Other SOPs that steps call.
    #[serde(rename = "sub_sop", skip_serializing_if = "Vec::is_empty")]
    pub sub_sops: Vec<SubSop>,
}

/// The head of the SOP form (`[identitas]`; PermenPAN-RB 35/2012). Dates are kept as the document writes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// The government: "Pemerintah Kabupaten Demak".
    #[serde(rename = "pemerintah")]
    pub government: String,
    /// The office.
    #[serde(rename = "dinas")]
    pub office: String,
    /// Its division.
    #[serde(rename = "bidang")]
    pub division: Option<String>,
    /// Title.
    #[serde(rename = "judul")]
    pub title: String,
    /// Only where a cover carries another title.
    #[serde(rename = "judul_sampul")]
    pub cover_title: Option<String>,
    /// Number of the SOP.
    #[serde(rename = "nomor")]
    pub number: Option<String>,
    /// When it was drawn up.
    #[serde(rename = "tanggal_pembuatan")]
    pub created: Option<String>,
    /// When it was revised.
    #[serde(rename = "tanggal_revisi")]
    pub revised: Option<String>,
    /// Since when it is in force.
    #[serde(rename = "tanggal_efektif")]
    pub effective: Option<String>,
    /// Who approved it.
    #[serde(rename = "disahkan_oleh")]
    pub approval: Approval,
}

/// Who approved the SOP (`[identitas.disahkan_oleh]`), as far as the document says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// Office held.
    #[serde(rename = "jabatan")]
    pub position: Option<String>,
    /// Name with titles.
    #[serde(rename = "nama")]
    pub name: Option<String>,
    /// Rank.
    #[serde(rename = "pangkat")]
    pub rank: Option<String>,
    /// NIP, as printed.
    pub nip: Option<String>,
}

/// The six headings, each a list of lines as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Headings {
    /// Dasar hukum.
    #[serde(rename = "dasar_hukum")]
    pub legal_basis: Vec<String>,
    /// Kualifikasi pelaksana.
    #[serde(rename = "kualifikasi_pelaksana")]
    pub qualifications: Vec<String>,
    /// Keterkaitan.
    #[serde(rename = "keterkaitan")]
    pub related: Vec<String>,
    /// Peralatan/perlengkapan.
    #[serde(rename = "peralatan")]
    pub equipment: Vec<String>,
    /// Peringatan.
    #[serde(rename = "peringatan")]
    pub warnings: Vec<String>,
    /// Pencatatan dan pendataan.
    #[serde(rename = "pencatatan")]
    pub records: Vec<String>,
}

/// A lane of the chart (`[[pelaksana]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Its name in the file.
    pub id: String,
    /// Its heading.
    #[serde(rename = "nama")]
    pub name: String,
    /// Whether our own office acts here.
    #[serde(rename = "pihak")]
    pub party: Party,
}

/// A total that the document states under its table (`[[waktu_penyelesaian]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatedTotal {
    /// For which way it holds: "Tanpa perubahan data".
    #[serde(rename = "nama")]
    pub name: String,
    /// The total, on the working clock.
    #[serde(rename = "waktu")]
    pub time: crate::calendar::StandardTime,
    /// The steps that it sums, by number; empty where the file does not say.
    #[serde(rename = "langkah")]
    pub steps: Vec<u32>,
}

/// Another SOP that a step calls and returns from (`[[sub_sop]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubSop {
    /// The calling step, by number.
    #[serde(rename = "langkah")]
    pub step: u32,
    /// The id of the called SOP. An office that has no such SOP records the step by hand.
    pub id: String,
}

/// An SOP together with where its keys stand and which bytes it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedSop {
    /// The name of the file.
    pub file: String,
    /// The SOP.
    pub sop: Sop,
    /// The line of each key, by path: `langkah[0].waktu`.
    pub lines: Lines,
    /// SHA-256 of the file's bytes, lower-case hexadecimal: a case is pinned to it (architecture, rule 3).
    pub hash: String,
}
