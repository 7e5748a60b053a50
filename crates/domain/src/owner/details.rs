//! Owner and certificate as they are recorded.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How an owner is employed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Employment {
    /// Civil servant.
    Pns,
    /// Employed by agreement.
    Pppk,
    /// Anybody else: elected officials, village heads.
    Lainnya,
}

/// What is known of an owner. Sealed with the owner's own key in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerDetails {
    /// Name as on the identity card, without titles (domain facts 4.4).
    pub name: String,
    /// Titles before the name, e.g. "Dr."
    #[serde(default)]
    pub title_before: String,
    /// Titles after the name, e.g. "S.Kom., M.Si."
    #[serde(default)]
    pub title_after: String,
    /// 16 digits.
    pub nik: String,
    /// 18 digits; empty for [`Employment::Lainnya`].
    #[serde(default)]
    pub nip: String,
    /// Employment.
    pub employment: Employment,
    /// e.g. "Penata Muda"; empty for PPPK.
    #[serde(default)]
    pub rank: String,
    /// e.g. "III/a", "IX".
    #[serde(default)]
    pub grade: String,
    /// Post.
    pub post: String,
    /// Unit within the institution.
    pub unit: String,
    /// Institution (OPD).
    pub institution: String,
    /// Personal official e-mail address, lower case.
    pub email: String,
    /// E.164 digits, `62…`; may be empty.
    #[serde(default)]
    pub phone: String,
    /// User name on AMS; may be empty.
    #[serde(default)]
    pub ams_user: String,
}

impl OwnerDetails {
    /// "Dr. Contoh Pemilik, S.Kom."
    pub fn full_name(&self) -> String {
        let before = if self.title_before.is_empty() { String::new() } else { format!("{} ", self.title_before) };
        let after = if self.title_after.is_empty() { String::new() } else { format!(", {}", self.title_after) };
        format!("{before}{}{after}", self.name)
    }
}

/// Where a certificate stands, in the words of BSrE's own status list (domain facts 5.3) as far as a desk decides on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateState {
    /// ISSUE: can sign.
    #[default]
    Active,
    /// Replaced by a renewed one.
    Replaced,
    /// REVOKE.
    Revoked,
}

/// What is known of a certificate. Sealed with its owner's key in the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateDetails {
    /// A large decimal or hexadecimal number, kept as it is written.
    pub serial: String,
    /// The raw text of the subject's distinguished name.
    pub subject_dn: String,
    /// Issuer's common name; may be empty.
    #[serde(default)]
    pub issuer: String,
    /// First day of validity.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day of validity.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
}
