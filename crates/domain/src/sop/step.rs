//! One row of the SOP, and the work that hangs on it.

use serde::Serialize;

use super::{Condition, Effect, Field, Symbol};
use crate::calendar::StandardTime;

/// A step (*langkah*). The first part is the printed row; the rest is what the application does there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Number, as printed; rising through the file.
    #[serde(rename = "nomor")]
    pub number: u32,
    /// What is done.
    #[serde(rename = "kegiatan")]
    pub activity: String,
    /// The lanes that act, by id.
    #[serde(rename = "pelaksana")]
    pub lanes: Vec<String>,
    /// Its sign in the chart.
    #[serde(rename = "simbol")]
    pub symbol: Symbol,
    /// What must be at hand.
    #[serde(rename = "kelengkapan")]
    pub requirements: Vec<String>,
    /// The time it is given, on its clock; none where the source gives none.
    #[serde(rename = "waktu")]
    pub time: Option<StandardTime>,
    /// What comes out of it.
    pub output: Vec<String>,
    /// Remarks.
    #[serde(rename = "keterangan")]
    pub remarks: Vec<String>,
    /// The next step where it is not the following row; never on a decision or an end.
    #[serde(rename = "lanjut", skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
    /// What its completion does to the register.
    #[serde(rename = "akibat", skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// The ways out of a decision; empty on every other step.
    #[serde(rename = "keputusan", skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// The form.
    #[serde(rename = "isian", skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Documents that must be there.
    #[serde(rename = "berkas", skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRequirement>,
    /// Letters that are issued here.
    #[serde(rename = "surat", skip_serializing_if = "Vec::is_empty")]
    pub letters: Vec<LetterRequirement>,
    /// Messages that are offered here.
    #[serde(rename = "pesan", skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<MessageOffer>,
}

impl Step {
    /// The outcome called `name`.
    #[must_use]
    pub fn outcome(&self, name: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.name == name)
    }

    /// The field called `id`.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The document requirement called `id`.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&DocumentRequirement> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The letter requirement called `id`.
    #[must_use]
    pub fn letter(&self, id: &str) -> Option<&LetterRequirement> {
        self.letters.iter().find(|letter| letter.id == id)
    }
}

/// One way out of a decision (`[[langkah.keputusan]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What the officer chooses: "Sesuai".
    #[serde(rename = "hasil")]
    pub name: String,
    /// The number of the step it leads to.
    #[serde(rename = "ke")]
    pub to: u32,
    /// Whether the officer must say why.
    #[serde(rename = "catatan_wajib")]
    pub note_required: bool,
    /// A return for completion: earlier answers and files are kept.
    #[serde(rename = "kembali")]
    pub returns: bool,
}

/// A document that must be there before the step can close (`[[langkah.berkas]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentRequirement {
    /// Its name in the case.
    pub id: String,
    /// What the officer reads.
    #[serde(rename = "nama")]
    pub name: String,
    /// Whether the step can close without it.
    #[serde(rename = "wajib")]
    pub required: bool,
    /// Asked for only where this holds.
    #[serde(rename = "bila", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

/// A letter that the step issues (`[[langkah.surat]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LetterRequirement {
    /// The template, `content/letters/<id>.toml`.
    pub id: String,
    /// Whether the step closes only when it is issued; otherwise it is offered.
    #[serde(rename = "wajib")]
    pub required: bool,
    /// Whether its signed scan (or signed PDF) must come back as well.
    #[serde(rename = "pindai_kembali")]
    pub scan_back: bool,
    /// Issued only where this holds.
    #[serde(rename = "bila", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

/// A message that is offered to copy or send (`[[langkah.pesan]]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageOffer {
    /// The message in `content/messages.toml`.
    pub id: String,
    /// The lane it is for, by id.
    #[serde(rename = "kepada")]
    pub to: String,
    /// Offered only where this holds.
    #[serde(rename = "bila", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}
