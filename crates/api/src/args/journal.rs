//! Arguments of commands about the journal.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// A page of the journal.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct JournalListArgs {
    /// User name; everybody if none.
    #[ts(optional)]
    pub(crate) by: Option<String>,
    /// Action; every one if none.
    #[ts(optional)]
    pub(crate) action: Option<String>,
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

/// An entry of the journal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct JournalEntryArgs {
    /// Its place, from 1.
    pub(crate) seq: i64,
}

/// The journal as a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct JournalExportArgs {
    /// Where it is written.
    pub(crate) path: String,
    /// With what the entries say of persons; without it the file can be verified too.
    pub(crate) personal: bool,
    /// First day; the beginning if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day; today if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) until: Option<NaiveDate>,
}
