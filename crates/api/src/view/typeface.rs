//! Letter faces of this computer.

use sandika_app::InstalledFace;
use serde::Serialize;
use ts_rs::TS;

/// A family among the fonts that are installed on this computer.
#[derive(Debug, Serialize, TS)]
pub(crate) struct InstalledFaceView {
    /// Its name.
    pub(crate) family: String,
    /// Its files for `typeface_store`; empty when letters cannot be set in it.
    pub(crate) paths: Vec<String>,
    /// Why not, to be read after a colon; without a full stop.
    pub(crate) refused: Option<String>,
}

impl InstalledFaceView {
    pub(crate) fn of(face: InstalledFace) -> Self {
        let paths = face.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        Self { family: face.family, paths, refused: face.fault.map(|fault| fault.to_string()) }
    }
}
