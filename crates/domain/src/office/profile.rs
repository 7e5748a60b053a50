//! The office's profile and its letter registers.

use super::face::OfficeFace;
use crate::calendar::Zone;
use crate::letter::model::PageSetup;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an office tells of itself once; its letters and its clocks are made with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeProfile {
    /// First line of the letterhead, e.g. "Pemerintah Kabupaten Contoh".
    pub government: String,
    /// The office, e.g. "Dinas Komunikasi dan Informatika".
    pub name: String,
    /// Short name as letter numbers carry it, e.g. "Diskominfo".
    pub short_name: String,
    /// The section that serves certificates, e.g. "Bidang Persandian dan Keamanan Informasi"; may be empty.
    #[serde(default)]
    pub section: String,
    /// "Kabupaten Contoh": the region that certificates and letters name.
    pub region: String,
    /// "Kepulauan Riau".
    pub province: String,
    /// Where letters are dated, e.g. "Ranai".
    pub city: String,
    /// Street address.
    pub address: String,
    /// As it is printed; may be empty.
    #[serde(default)]
    pub phone: String,
    /// As it is printed; may be empty.
    #[serde(default)]
    pub email: String,
    /// As it is printed; may be empty.
    #[serde(default)]
    pub website: String,
    /// Time zone of the office' clock.
    pub zone: Zone,
    /// SHA-256 (hex) of the emblem's PNG among the stored files, if one was given.
    #[serde(default)]
    pub logo: Option<String>,
    /// Paper, margins and face of letters.
    #[serde(default)]
    pub page: PageSetup,
    /// The letter face that the office brought itself, whether letters are set in it or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_face: Option<OfficeFace>,
    /// Letter registers by id: `keluar` numbers outgoing letters, `masuk` is the agenda of incoming ones.
    pub registers: BTreeMap<String, RegisterSetup>,
    /// Endings of official e-mail addresses beside the general ones, e.g. "natunakab.go.id".
    #[serde(default)]
    pub email_endings: Vec<String>,
    /// A practice office with fictitious data; everything it makes is marked. Settled when the office is made, and never changed.
    #[serde(default)]
    pub practice: bool,
}

/// How one register numbers. The counter starts at 1 each calendar year (domain facts 2.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterSetup {
    /// Pattern of [`crate::number`], e.g. `{klasifikasi}/{urut}/{unit}.{bidang}`.
    pub pattern: String,
    /// Classification code where a letter names none.
    #[serde(default)]
    pub classification: String,
    /// The pattern's `{unit}`.
    #[serde(default)]
    pub unit: String,
    /// The pattern's `{bidang}`.
    #[serde(default)]
    pub section: String,
}
