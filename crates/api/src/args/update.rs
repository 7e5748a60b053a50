//! Arguments of commands about updates of the program.

use serde::Deserialize;
use ts_rs::TS;

/// An update that is to be installed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct UpdateStartArgs {
    /// The file.
    pub(crate) path: String,
    /// The seal that `update_look` answered: another file is refused.
    pub(crate) seal: String,
    /// A backup on this computer alone is enough.
    pub(crate) beside_only: bool,
}
