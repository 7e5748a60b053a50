//! `content/latihan.toml` as the program reads it.

use crate::content::shipped_file;
use crate::error::AppError;
use sandika_domain::office::{OfficeProfile, OfficialDetails};
use sandika_domain::owner::OwnerDetails;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io;

/// Everything that the practice office is made of.
#[derive(Debug, Deserialize)]
pub(super) struct Script {
    #[serde(rename = "kantor")]
    pub(super) profile: OfficeProfile,
    #[serde(rename = "pejabat")]
    pub(super) officials: Vec<OfficialDetails>,
    /// Answers by field id.
    #[serde(rename = "isian")]
    pub(super) answers: BTreeMap<String, String>,
    /// Values of letters that no register holds.
    #[serde(rename = "nilai_surat")]
    pub(super) letter_values: BTreeMap<String, String>,
    #[serde(rename = "pemilik")]
    pub(super) owners: Vec<OwnerScript>,
    #[serde(rename = "perkara")]
    pub(super) cases: Vec<CaseScript>,
}

/// An owner with one certificate.
#[derive(Debug, Deserialize)]
pub(super) struct OwnerScript {
    pub(super) id: String,
    #[serde(rename = "sisa_hari")]
    pub(super) days_left: u64,
    #[serde(rename = "seri")]
    pub(super) serial: String,
    #[serde(rename = "data")]
    pub(super) details: OwnerDetails,
}

/// A request and how far it has come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseScript {
    pub(super) sop: String,
    #[serde(rename = "pemilik")]
    pub(super) owner: String,
    #[serde(rename = "pengirim")]
    pub(super) sender: String,
    #[serde(rename = "kanal")]
    pub(super) channel: String,
    #[serde(rename = "nomor_surat")]
    pub(super) letter_number: String,
    #[serde(rename = "alasan")]
    pub(super) reason: Option<String>,
    #[serde(rename = "uraian", default)]
    pub(super) reason_text: String,
    #[serde(rename = "hari_kerja", default)]
    pub(super) working_days: u32,
    #[serde(rename = "jam", default)]
    pub(super) clock: String,
    #[serde(rename = "jam_lalu")]
    pub(super) hours_ago: Option<i64>,
    #[serde(rename = "menit")]
    pub(super) minutes: i64,
    #[serde(rename = "sampai")]
    pub(super) until: Option<u32>,
    #[serde(rename = "kembalikan")]
    pub(super) send_back: Option<SendBack>,
    #[serde(rename = "tunggu")]
    pub(super) wait: Option<Wait>,
    #[serde(rename = "surat", default)]
    pub(super) all_letters: bool,
    #[serde(rename = "tanpa_pindai", default)]
    pub(super) without_scan: bool,
    #[serde(rename = "ditugaskan", default)]
    pub(super) assigned: bool,
}

/// A return for completion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SendBack {
    #[serde(rename = "langkah")]
    pub(super) step: u32,
    #[serde(rename = "catatan")]
    pub(super) note: String,
}

/// Whom the request waits for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wait {
    #[serde(rename = "pihak")]
    pub(super) party: String,
    #[serde(rename = "untuk")]
    pub(super) why: String,
}

impl Script {
    /// The script that comes with the program.
    ///
    /// # Errors
    /// [`AppError::Io`] when it is not what it should be.
    pub(super) fn shipped() -> Result<Self, AppError> {
        let unreadable = |why: String| AppError::Io(io::Error::new(io::ErrorKind::InvalidData, why));
        let text = shipped_file("latihan.toml").ok_or_else(|| unreadable("latihan.toml".to_owned()))?;
        toml::from_str(text).map_err(|error| unreadable(error.to_string()))
    }
}
