//! Arguments of commands. Identities travel as text, dates as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM` by the office's clock, ticks as booleans.

mod backup;
mod bundle;
mod case;
mod classification;
mod convert;
mod desk;
mod face;
mod journal;
mod letter;
mod number;
mod outgoing;
mod print_set;
mod register;
mod retention;
mod scan;
mod template;
mod update;
mod user;

pub(crate) use backup::*;
pub(crate) use bundle::*;
pub(crate) use case::*;
pub(crate) use classification::*;
pub(crate) use convert::{PageFields, id, maybe_id, moment, page, paper_word, standing, word};
pub(crate) use desk::*;
pub(crate) use face::*;
pub(crate) use journal::*;
pub(crate) use letter::*;
pub(crate) use number::*;
pub(crate) use outgoing::*;
pub(crate) use print_set::*;
pub(crate) use register::*;
pub(crate) use retention::*;
pub(crate) use scan::*;
pub(crate) use template::*;
pub(crate) use update::*;
pub(crate) use user::*;

use serde::Deserialize;
use ts_rs::TS;

/// No arguments.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoArgs {}

/// A file on this computer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct PathArgs {
    /// Its path.
    pub(crate) path: String,
}

/// A calendar year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct YearArgs {
    /// e.g. 2026.
    pub(crate) year: i32,
}

/// An SOP of the library, or a pinned version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SopArgs {
    /// SOP id.
    pub(crate) sop: String,
    /// Hash of the version that a case keeps; the library's own without it.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) version: Option<String>,
}

/// The text of an SOP file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SopTextArgs {
    /// File name for the findings.
    pub(crate) file: String,
    /// The text.
    pub(crate) text: String,
}

/// What is being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftSaveArgs {
    /// One draft for each key.
    pub(crate) key: String,
    /// The screen's own text.
    pub(crate) body: String,
    /// The case that is worked on.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) case: Option<String>,
    /// The owner or official whose details are typed.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) person: Option<String>,
}

/// A draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftArgs {
    /// Its key.
    pub(crate) key: String,
}

/// A search.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchArgs {
    /// What the user typed.
    pub(crate) text: String,
    /// `case`, `owner` or `letter`.
    pub(crate) kind: SearchKind,
    /// Cursor of the last hit of the page before.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) before: Option<i64>,
    /// Most hits; 50 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// What is searched.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SearchKind {
    /// Cases.
    Case,
    /// Owners.
    Owner,
    /// Letters.
    Letter,
}
