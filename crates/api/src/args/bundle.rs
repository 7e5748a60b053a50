//! Arguments of commands about bundles.

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
