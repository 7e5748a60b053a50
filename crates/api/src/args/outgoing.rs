//! Arguments of commands about letters on their way out.

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
}

impl LetterSendArgs {
    pub(crate) fn way(&self) -> Way {
        match self.way {
            WayName::Printer => Way::Printer(self.printer.clone().filter(|name| !name.trim().is_empty())),
            WayName::Folder => Way::Folder,
        }
    }
}

/// A letter in the queue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutgoingArgs {
    /// Its id in the queue.
    pub(crate) id: String,
}
