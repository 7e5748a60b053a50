//! A program that another one takes the place of.

use serde::{Deserialize, Serialize};

/// Which update somebody had installed, once its signature was proven and a backup was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateStarted {
    /// Version that ran.
    pub from: String,
    /// Version that was to take its place.
    pub to: String,
    /// Number of the key that it was signed with.
    pub key: String,
}
