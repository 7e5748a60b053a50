//! Arguments of commands about bundles, and about the office in open formats.

use super::Passphrase;
use serde::Deserialize;
use ts_rs::TS;

/// Everything about a case as one file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseBundleArgs {
    /// Case id.
    pub(crate) case: String,
    /// Where it is written: a ZIP file.
    pub(crate) path: String,
}

/// An office that is made of an export.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskImportArgs {
    /// The export: a ZIP file.
    pub(crate) path: String,
    /// Where the office is to lie; the usual folder if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) folder: Option<String>,
    /// What opens it from now on.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
    /// Who is its admin.
    pub(crate) user: String,
}
