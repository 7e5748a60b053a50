//! Arguments of commands about letters on their way out.

use chrono::NaiveDate;
use sandika_store::Way;
use serde::Deserialize;
use ts_rs::TS;

/// How a letter goes out.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WayName {
    /// Through a printer.
    Printer,
    /// Into the outgoing folder.
    Folder,
}

impl WayName {
    /// The way through a printer of this name; an empty one names none.
    pub(crate) fn to(self, printer: Option<String>) -> Way {
        match self {
            Self::Printer => Way::Printer(printer.filter(|name| !name.trim().is_empty())),
            Self::Folder => Way::Folder,
        }
    }
}

/// A letter to be sent out.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterSendArgs {
    /// Letter id; its newest version goes out.
    pub(crate) letter: String,
    /// Copies, 1 to 99.
    pub(crate) copies: u32,
    /// How.
    pub(crate) way: WayName,
    /// Printer by name; this computer's usual one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) printer: Option<String>,
    /// Why it goes out again; needed where this version was printed before or is on its way.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) reason: String,
}

/// A letter that may be printed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterPrintArgs {
    /// Letter id; its newest version is looked at.
    pub(crate) letter: String,
}

/// A page of the print log.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct PrintLogArgs {
    /// Letter id, for all its versions; every letter if none.
    #[ts(optional)]
    pub(crate) letter: Option<String>,
    /// First day; the beginning if none.
    #[ts(optional, type = "string")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day; today if none.
    #[ts(optional, type = "string")]
    pub(crate) until: Option<NaiveDate>,
    /// Cursor of the last row of the page before.
    #[ts(optional)]
    pub(crate) before: Option<i64>,
    /// Most rows; 50 if none.
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

impl LetterSendArgs {
    pub(crate) fn way(&self) -> Way {
        self.way.to(self.printer.clone())
    }
}

/// A letter in the queue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutgoingArgs {
    /// Its id in the queue.
    pub(crate) id: String,
}
