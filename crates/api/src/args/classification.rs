//! Arguments of commands about classification codes.

use serde::Deserialize;
use ts_rs::TS;

/// A code, or words of what it stands for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClassificationFindArgs {
    /// What was typed; nothing fits every code.
    #[serde(default)]
    pub(crate) text: String,
    /// Most rows; 50 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// A file of codes to be looked at.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClassificationCheckArgs {
    /// The file.
    pub(crate) path: String,
    /// Codes that the file does not have go; otherwise they stay.
    #[serde(default)]
    pub(crate) replace: bool,
}

/// A file of codes to be taken.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClassificationImportArgs {
    /// The file.
    pub(crate) path: String,
    /// Codes that the file does not have go; otherwise they stay.
    #[serde(default)]
    pub(crate) replace: bool,
    /// Hash of the file that was looked at, from `classification_check`; another file is refused then.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) seen: Option<String>,
}
