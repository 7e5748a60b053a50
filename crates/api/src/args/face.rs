//! Arguments of commands about the office's own letter face.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Font files to be taken in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaceStoreArgs {
    /// Where they lie: the regular cut, and bold and italic if there are any.
    pub(crate) paths: Vec<String>,
}

/// The office's own letter face. Files are named by their SHA-256.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaceFields {
    /// Name of the family, as its files say it.
    pub(crate) family: String,
    /// The regular cut.
    pub(crate) regular: String,
    /// The bold cut; the regular one stands in for it if none.
    #[serde(default)]
    pub(crate) bold: Option<String>,
    /// The italic cut; the regular one stands in for it if none.
    #[serde(default)]
    pub(crate) italic: Option<String>,
}

/// A page as it is being chosen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterSampleArgs {
    /// `a4`, `f4` or `legal`.
    pub(crate) paper: String,
    /// `arimo`, `tinos`, `bonum`, or `own` for the office's own face.
    pub(crate) typeface: String,
    /// The office's own letter face.
    #[serde(default)]
    pub(crate) own_face: Option<FaceFields>,
    /// Size of the text, points.
    pub(crate) font_size: f64,
    /// Margins in millimetres: top, right, bottom, left; the default of the rules if none.
    #[serde(default)]
    pub(crate) margins: Option<[f64; 4]>,
}
