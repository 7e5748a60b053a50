//! Arguments of commands about print sets.

use super::WayName;
use sandika_store::Way;
use serde::Deserialize;
use ts_rs::TS;

/// A paper that was chosen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetItemArgs {
    /// Template id.
    pub(crate) template: String,
    /// Letter id; none of a companion that is issued for the set.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) letter: Option<String>,
    /// The version that the user saw; 1 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) version: Option<u32>,
    /// Copies, 1 to 99.
    pub(crate) copies: u32,
    /// The companion is issued anew from what the case says now, as its next version.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) renew: bool,
}

/// Papers of a case to be sent out in one go.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct PrintSetArgs {
    /// Case id.
    pub(crate) case: String,
    /// The papers, in the order in which they come out.
    pub(crate) papers: Vec<SetItemArgs>,
    /// How.
    pub(crate) way: WayName,
    /// Printer by name; this computer's usual one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) printer: Option<String>,
    /// Why those go out again that were printed before or are on their way; needed where there are such.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) reason: String,
}

impl PrintSetArgs {
    pub(crate) fn way(&self) -> Way {
        self.way.to(self.printer.clone())
    }
}
