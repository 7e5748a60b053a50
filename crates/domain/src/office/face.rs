//! The letter face that an office brought itself.

use serde::{Deserialize, Serialize};

/// Its files, by their SHA-256 (hex) among the stored files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeFace {
    /// The family as its files name it, e.g. "Bookman Old Style".
    pub family: String,
    /// Running text.
    pub regular: String,
    /// Bold; the regular cut stands in for it if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bold: Option<String>,
    /// Italic; the regular cut stands in for it if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub italic: Option<String>,
}

impl OfficeFace {
    /// Every file of the face.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        [Some(&self.regular), self.bold.as_ref(), self.italic.as_ref()].into_iter().flatten()
    }
}
