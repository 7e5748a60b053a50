//! Arguments of commands about cases.

use chrono::NaiveDate;
use sandika_app::Queue;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the opening form says. What is missing or empty and must not be is refused all at once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseOpenArgs {
    /// SOP id.
    #[serde(default)]
    pub(crate) sop: String,
    /// Owner id.
    #[serde(default)]
    pub(crate) owner: String,
    /// Certificate id, if it is known.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) certificate: Option<String>,
    /// Day of arrival; today if none.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) received_on: Option<NaiveDate>,
    /// `surat`, `e-mail`, `sitante`, `datang-langsung` or `aplikasi-lain`.
    #[serde(default)]
    pub(crate) channel: String,
    /// Institution that sent the request.
    #[serde(default)]
    pub(crate) sender: String,
    /// Number of the incoming letter.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) letter_number: String,
    /// Date of the incoming letter.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) letter_date: Option<NaiveDate>,
    /// Reason id; revocations only.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) reason: Option<String>,
    /// Explanation of the reason.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) reason_text: String,
    /// From which day the reason holds.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) effective_on: Option<NaiveDate>,
    /// Number of the legal document.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) legal_number: String,
    /// Date of the legal document.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) legal_date: Option<NaiveDate>,
    /// Whether the owner can log in to AMS.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) can_log_in: Option<bool>,
}

/// A case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseArgs {
    /// Case id.
    pub(crate) case: String,
}

/// A page of cases.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct CaseListArgs {
    /// `open`, `waiting`, `closed`, `withdrawn`; all if empty.
    #[ts(optional, as = "Option<_>")]
    pub(crate) standings: Vec<String>,
    /// Kind of service, as in SOP files.
    #[ts(optional)]
    pub(crate) service: Option<String>,
    /// User name.
    #[ts(optional)]
    pub(crate) assignee: Option<String>,
    /// Owner id.
    #[ts(optional)]
    pub(crate) owner: Option<String>,
    /// Search text.
    #[ts(optional, as = "Option<_>")]
    pub(crate) text: String,
    /// Running cases whose current step is due; all cases if none.
    #[ts(optional)]
    pub(crate) queue: Option<QueueWord>,
    /// Cursor of the last row of the page before.
    #[ts(optional)]
    pub(crate) before: Option<i64>,
    /// Most rows; 50 if none.
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// Running cases whose current step is due.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum QueueWord {
    /// The time has passed.
    Overdue,
    /// It passes later today.
    DueToday,
}

impl From<QueueWord> for Queue {
    fn from(word: QueueWord) -> Self {
        match word {
            QueueWord::Overdue => Self::Overdue,
            QueueWord::DueToday => Self::DueToday,
        }
    }
}

/// A filled-in value as it is typed or ticked.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(untagged)]
pub(crate) enum Answer {
    /// Text, number, date, choice.
    Text(String),
    /// A tick.
    Tick(bool),
    /// A whole number.
    Number(i64),
}

impl Answer {
    /// As the rules read it.
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Tick(ticked) => if ticked { "ya" } else { "tidak" }.to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Fields of a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct FillArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Field id → value; an empty text clears.
    pub(crate) answers: BTreeMap<String, Answer>,
}

/// A completion.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompleteArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    pub(crate) revision: u64,
    /// Step number.
    pub(crate) step: u32,
    /// Fields that change with it.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) answers: BTreeMap<String, Answer>,
    /// Outcome, at a decision.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) outcome: Option<String>,
    /// Remark, or what is missing.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) note: String,
    /// When it was really done, by the office's clock; now if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) done_at: Option<String>,
    /// Warning code → why the officer goes on.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) confirmed: BTreeMap<String, String>,
}

/// A reason.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct WhyArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    pub(crate) revision: u64,
    /// Why.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) why: String,
}

/// Nothing but the case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevisionArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
}

/// Whom the case waits for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaitArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Lane id or name.
    pub(crate) party: String,
    /// For what.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub(crate) why: String,
}

/// A remark.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TextArgs {
    /// Case id.
    pub(crate) case: String,
    /// The text.
    pub(crate) text: String,
}

/// Who works on it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignArgs {
    /// Case id.
    pub(crate) case: String,
    /// User name; none takes it back.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) to: Option<String>,
}

/// A file for a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttachArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Document id.
    pub(crate) document: String,
    /// The file on this computer.
    pub(crate) path: String,
}

/// A file to be taken off.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DetachArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Document id.
    pub(crate) document: String,
    /// SHA-256 of the file.
    pub(crate) hash: String,
}

/// A written waiver.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct WaiveArgs {
    /// Case id.
    pub(crate) case: String,
    /// Revision that the user saw.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) revision: Option<u64>,
    /// Step number.
    pub(crate) step: u32,
    /// Document id.
    pub(crate) document: String,
    /// Who decided.
    pub(crate) by: String,
    /// Why.
    pub(crate) why: String,
}

/// A stored document to be shown.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentArgs {
    /// Case id.
    pub(crate) case: String,
    /// SHA-256 of the file.
    pub(crate) hash: String,
}

/// A stored document to be copied out.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentSaveArgs {
    /// Case id.
    pub(crate) case: String,
    /// SHA-256 of the file.
    pub(crate) hash: String,
    /// Where to.
    pub(crate) path: String,
}

/// Consent to a revocation.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApproveArgs {
    /// The case.
    pub(crate) case: String,
    /// Revision that the user looked at.
    pub(crate) revision: u64,
    /// Step number.
    pub(crate) step: u32,
}
