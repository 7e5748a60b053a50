//! Arguments of commands about scans.

use sandika_app::{PagePick, Picks, ScanSettings};
use sandika_domain::scan::LoosePages;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// How this computer takes scans in.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanFields {
    /// Folders that are watched.
    pub(crate) folders: Vec<String>,
    /// Days after which a file that was taken in is removed from `Diproses`; 0 keeps it for ever.
    pub(crate) keep_days: u16,
    /// What becomes of pages without a code.
    pub(crate) loose: LooseWord,
}

/// What becomes of pages without a code.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LooseWord {
    /// They wait for an officer.
    Tray,
    /// They belong to the letter whose page lies before them.
    LetterBefore,
}

impl From<ScanFields> for ScanSettings {
    fn from(fields: ScanFields) -> Self {
        let loose = match fields.loose {
            LooseWord::Tray => LoosePages::Tray,
            LooseWord::LetterBefore => LoosePages::LetterBefore,
        };
        Self { folders: fields.folders.into_iter().map(PathBuf::from).collect(), keep_days: fields.keep_days, loose }
    }
}

impl From<&ScanSettings> for ScanFields {
    fn from(settings: &ScanSettings) -> Self {
        let loose = match settings.loose {
            LoosePages::Tray => LooseWord::Tray,
            LoosePages::LetterBefore => LooseWord::LetterBefore,
        };
        Self { folders: settings.folders.iter().map(|folder| folder.display().to_string()).collect(), keep_days: settings.keep_days, loose }
    }
}

/// Which part of the tray is looked at.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ScanShelf {
    /// To be read, and waiting for an officer.
    #[default]
    Kotak,
    /// With their case.
    Tersimpan,
    /// Put away.
    Disisihkan,
}

/// A page of the tray.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ScanListArgs {
    /// Which part; what waits if none.
    #[ts(optional, as = "Option<_>")]
    pub(crate) shelf: ScanShelf,
    /// Id of the last row of the page before.
    #[ts(optional)]
    pub(crate) before: Option<String>,
    /// Most rows; 50 if none.
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// A scan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanArgs {
    /// Its id.
    pub(crate) id: String,
}

/// A page of a scan, to be looked at.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanPictureArgs {
    /// Id of the scan.
    pub(crate) id: String,
    /// Which page, from 1.
    pub(crate) page: u32,
    /// Longest edge, pixels.
    pub(crate) edge: u32,
}

/// A scan to be copied out.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanSaveArgs {
    /// Its id.
    pub(crate) id: String,
    /// Where to.
    pub(crate) path: String,
}

/// Where a scan is sent.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "as", rename_all = "lowercase")]
pub(crate) enum ScanTargetArgs {
    /// It is the signed form of a letter.
    Letter {
        /// Letter id.
        letter: String,
        /// Version.
        version: u32,
    },
    /// It is a document of a case.
    Document {
        /// Case id.
        case: String,
        /// Step.
        step: u32,
        /// Document id.
        document: String,
    },
}

/// A scan that is sent where it belongs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanFileArgs {
    /// Id of the scan.
    pub(crate) id: String,
    /// Revision of the case that was looked at; without it the newest.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Where to.
    pub(crate) to: ScanTargetArgs,
}

/// A page that is chosen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct PagePickArgs {
    /// Id of its scan.
    pub(crate) id: String,
    /// Which page, from 1.
    pub(crate) page: u32,
    /// Quarter turns to the right, 0 to 3.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) turns: u8,
}

/// Scans to be made of pages of others.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScanComposeArgs {
    /// A new scan for each, with its pages in order.
    pub(crate) pieces: Vec<Vec<PagePickArgs>>,
    /// The scans that the pages are of leave the tray.
    pub(crate) instead: bool,
}

impl ScanComposeArgs {
    pub(crate) fn picks(&self) -> Result<Picks, crate::ApiError> {
        let pick = |page: &PagePickArgs| -> Result<PagePick, crate::ApiError> {
            Ok(PagePick { scan: super::id("id", &page.id)?, page: page.page, quarter_turns: page.turns })
        };
        let pieces = self.pieces.iter().map(|pages| pages.iter().map(pick).collect()).collect::<Result<_, _>>()?;
        Ok(Picks { pieces, instead: self.instead })
    }
}
