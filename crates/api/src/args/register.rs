//! Arguments of commands about the office, owners and certificates. The shapes with `…Fields` travel both ways.

use super::FaceFields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The office's profile.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficeFields {
    /// First line of the letterhead.
    pub(crate) government: String,
    /// Name of the office.
    pub(crate) name: String,
    /// Short name.
    pub(crate) short_name: String,
    /// Section that serves certificates.
    #[serde(default)]
    pub(crate) section: String,
    /// Region, e.g. "Kabupaten Contoh".
    pub(crate) region: String,
    /// Province.
    pub(crate) province: String,
    /// Where letters are dated.
    pub(crate) city: String,
    /// Street address.
    pub(crate) address: String,
    /// Phone.
    #[serde(default)]
    pub(crate) phone: String,
    /// E-mail.
    #[serde(default)]
    pub(crate) email: String,
    /// Web site.
    #[serde(default)]
    pub(crate) website: String,
    /// `wib`, `wita` or `wit`.
    pub(crate) zone: String,
    /// SHA-256 of the emblem, from `emblem_store`.
    #[serde(default)]
    pub(crate) logo: Option<String>,
    /// `a4`, `f4` or `legal`.
    #[serde(default = "f4")]
    pub(crate) paper: String,
    /// `arimo`, `tinos`, `bonum`, or `own` for the office's own face.
    #[serde(default = "arimo")]
    pub(crate) typeface: String,
    /// The office's own letter face, from `typeface_store`; kept while letters are set in another one.
    #[serde(default)]
    pub(crate) own_face: Option<FaceFields>,
    /// Size of letters' text, points.
    #[serde(default = "eleven")]
    pub(crate) font_size: f64,
    /// Margins in millimetres: top, right, bottom, left; the default of the rules if none.
    #[serde(default)]
    pub(crate) margins: Option<[f64; 4]>,
    /// Registers by id; `keluar` and `masuk` are needed.
    pub(crate) registers: BTreeMap<String, RegisterFields>,
    /// Endings of official e-mail addresses beside the general ones.
    #[serde(default)]
    pub(crate) email_endings: Vec<String>,
}

fn f4() -> String {
    "f4".to_owned()
}

fn arimo() -> String {
    "arimo".to_owned()
}

fn eleven() -> f64 {
    11.0
}

/// A stored emblem.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmblemArgs {
    /// Its SHA-256, from `emblem_store` or the profile.
    pub(crate) hash: String,
}

/// A register.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterFields {
    /// Pattern, e.g. `{klasifikasi}/{urut}/{unit}.{bidang}`.
    pub(crate) pattern: String,
    /// Classification code where a letter names none.
    #[serde(default)]
    pub(crate) classification: String,
    /// `{unit}`.
    #[serde(default)]
    pub(crate) unit: String,
    /// `{bidang}`.
    #[serde(default)]
    pub(crate) section: String,
}

/// A register as its settings are being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberNextArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// What is typed; it need not be recorded.
    pub(crate) fields: RegisterFields,
}

/// An official.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficialFields {
    /// `kepala-dinas`, `kepala-bidang`, `petugas` or the office's own word.
    pub(crate) role: String,
    /// Name with titles.
    pub(crate) name: String,
    /// NIP.
    #[serde(default)]
    pub(crate) nip: String,
    /// Pangkat.
    #[serde(default)]
    pub(crate) rank: String,
    /// Golongan.
    #[serde(default)]
    pub(crate) grade: String,
    /// Post.
    pub(crate) post: String,
    /// `holder`, `plt`, `plh`, `atas-nama` or `untuk-beliau`.
    #[serde(default = "holder")]
    pub(crate) acting: String,
    /// Posts that are acted for.
    #[serde(default)]
    pub(crate) on_behalf_of: Vec<String>,
    /// First day.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub(crate) until: Option<NaiveDate>,
}

fn holder() -> String {
    "holder".to_owned()
}

/// An official to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficialArgs {
    /// Official id; a new one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) official: Option<String>,
    /// Details.
    pub(crate) details: OfficialFields,
}

/// An owner.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerFields {
    /// Name without titles.
    pub(crate) name: String,
    /// Titles before the name.
    #[serde(default)]
    pub(crate) title_before: String,
    /// Titles after the name.
    #[serde(default)]
    pub(crate) title_after: String,
    /// NIK.
    pub(crate) nik: String,
    /// NIP.
    #[serde(default)]
    pub(crate) nip: String,
    /// `pns`, `pppk` or `lainnya`.
    pub(crate) employment: String,
    /// Pangkat.
    #[serde(default)]
    pub(crate) rank: String,
    /// Golongan.
    #[serde(default)]
    pub(crate) grade: String,
    /// Post.
    pub(crate) post: String,
    /// Unit.
    pub(crate) unit: String,
    /// Institution.
    pub(crate) institution: String,
    /// Official e-mail address.
    pub(crate) email: String,
    /// Phone.
    #[serde(default)]
    pub(crate) phone: String,
    /// User name on AMS.
    #[serde(default)]
    pub(crate) ams_user: String,
}

/// An owner to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerRecordArgs {
    /// Owner id; a new one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) owner: Option<String>,
    /// Details.
    pub(crate) details: OwnerFields,
    /// Warning code → why the officer goes on.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) confirmed: BTreeMap<String, String>,
}

/// An owner.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerArgs {
    /// Owner id.
    pub(crate) owner: String,
}

/// A page of owners.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct OwnerListArgs {
    /// Name and cursor of the last row of the page before.
    #[ts(optional)]
    pub(crate) after: Option<(String, i64)>,
    /// Most rows; 50 if none.
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// A certificate.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CertificateFields {
    /// Serial number as written.
    pub(crate) serial: String,
    /// Subject DN as written.
    pub(crate) subject_dn: String,
    /// Issuer.
    #[serde(default)]
    pub(crate) issuer: String,
    /// First day of validity.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub(crate) valid_from: Option<NaiveDate>,
    /// Last day of validity.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub(crate) valid_until: Option<NaiveDate>,
}

/// A certificate to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CertificateRecordArgs {
    /// Owner id.
    pub(crate) owner: String,
    /// Certificate id; a new one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) certificate: Option<String>,
    /// Details.
    pub(crate) details: CertificateFields,
}
