//! Arguments of commands about number registers.

use super::WayName;
use chrono::NaiveDate;
use sandika_app::AgendaBookRequest;
use sandika_domain::fact::{NumberNote, NumberUse};
use sandika_domain::number::Account;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register and a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// Calendar year; this year if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) year: Option<i32>,
}

/// Numbers of a register and a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberListArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// Calendar year.
    pub(crate) year: i32,
    /// First number; 1 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) from: Option<u32>,
    /// Last number; the last one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) to: Option<u32>,
    /// Only what is dated on this day or later; given together with `until`.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) since: Option<NaiveDate>,
    /// Only what is dated on this day or earlier.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) until: Option<NaiveDate>,
    /// The highest number first.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) newest_first: bool,
    /// Most rows; 50 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// What became of a number that no letter of ours bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NumberUseName {
    /// The book on paper gave it.
    Buku,
    /// Another system gave it.
    SistemLain,
    /// Nobody uses it.
    TidakDipakai,
}

impl From<NumberUse> for NumberUseName {
    fn from(used: NumberUse) -> Self {
        match used {
            NumberUse::Book => Self::Buku,
            NumberUse::OtherSystem => Self::SistemLain,
            NumberUse::Unused => Self::TidakDipakai,
        }
    }
}

impl From<NumberUseName> for NumberUse {
    fn from(name: NumberUseName) -> Self {
        match name {
            NumberUseName::Buku => Self::Book,
            NumberUseName::SistemLain => Self::OtherSystem,
            NumberUseName::TidakDipakai => Self::Unused,
        }
    }
}

/// Numbers to be accounted for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberAccountArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// Calendar year.
    pub(crate) year: i32,
    /// First number.
    pub(crate) first: u32,
    /// Last number; the first if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) last: Option<u32>,
    /// What became of them.
    #[serde(rename = "use")]
    pub(crate) used: NumberUseName,
    /// Day of the letter.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) dated: Option<NaiveDate>,
    /// The register goes on after the last number.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) continues: bool,
    /// The number as it is printed.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) text: String,
    /// What the letter is about, or why nobody uses the number.
    pub(crate) about: String,
    /// To whom or from whom.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) party: String,
}

impl From<NumberAccountArgs> for Account {
    fn from(args: NumberAccountArgs) -> Self {
        Self {
            register: args.register,
            year: args.year,
            first: args.first,
            last: args.last.unwrap_or(args.first),
            used: args.used.into(),
            dated: args.dated,
            continues: args.continues,
            note: NumberNote { text: args.text, about: args.about, party: args.party },
        }
    }
}

/// The agenda book of a register and a period within one calendar year; without days that of the present year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgendaBookArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// First day; the beginning of the year if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) since: Option<NaiveDate>,
    /// Last day; the end of the year if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) until: Option<NaiveDate>,
}

impl From<AgendaBookArgs> for AgendaBookRequest {
    fn from(AgendaBookArgs { register, since, until }: AgendaBookArgs) -> Self {
        Self { register, since, until }
    }
}

/// An agenda book to be written to a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgendaBookSaveArgs {
    /// The book.
    pub(crate) book: AgendaBookArgs,
    /// Where to.
    pub(crate) path: String,
}

/// An agenda book to be printed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgendaBookPrintArgs {
    /// The book.
    pub(crate) book: AgendaBookArgs,
    /// Copies, 1 to 99.
    pub(crate) copies: u32,
    /// How.
    pub(crate) way: WayName,
    /// Printer by name; this computer's usual one if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) printer: Option<String>,
}

/// Numbers that were accounted for by mistake.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberReleaseArgs {
    /// `keluar`, `masuk` …
    pub(crate) register: String,
    /// Calendar year.
    pub(crate) year: i32,
    /// First number.
    pub(crate) first: u32,
    /// Last number.
    pub(crate) last: u32,
}

/// A letter that will not be used.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterVoidArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Letter id.
    pub(crate) letter: String,
    /// Version that the user saw.
    pub(crate) version: u32,
    /// Why.
    pub(crate) why: String,
}

/// The number of another system.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct LetterElsewhereArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Letter id.
    pub(crate) letter: String,
    /// Version that the user saw.
    pub(crate) version: u32,
    /// Name of the other system.
    pub(crate) system: String,
    /// The number there; empty takes it back.
    pub(crate) number: String,
}

/// The report of a month.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct MonthlyReportSaveArgs {
    /// e.g. 2026.
    pub(crate) year: i32,
    /// 1 to 12.
    pub(crate) month: u32,
    /// Where to.
    pub(crate) path: String,
}
