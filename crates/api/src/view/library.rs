//! SOPs, reasons, ranks, holidays: the office's library.

use sandika_app::content::LibrarySop;
use sandika_domain::calendar::{Holiday, HolidayKind};
use sandika_domain::document::{Finding, Word};
use sandika_domain::person::Rank;
use sandika_domain::sop::Reason;
use serde::Serialize;
use ts_rs::TS;

/// An SOP in the library.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SopSummary {
    pub(crate) sop: String,
    pub(crate) title: String,
    /// Kind of service.
    pub(crate) service: String,
    pub(crate) government: String,
    pub(crate) office: String,
    pub(crate) steps: usize,
    pub(crate) hash: String,
    /// Whether the office brought it.
    pub(crate) own: bool,
    pub(crate) findings: Vec<FindingView>,
}

/// An SOP under the keys of its file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SopView {
    pub(crate) hash: String,
    /// It is the version that new cases begin with.
    pub(crate) current: bool,
    /// The definition; its shape is the one of SOP files.
    #[ts(type = "unknown")]
    pub(crate) definition: serde_json::Value,
    pub(crate) findings: Vec<FindingView>,
}

/// A finding of the checker.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FindingView {
    pub(crate) file: String,
    pub(crate) line: u32,
    /// `galat` or `peringatan`.
    pub(crate) level: String,
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A reason for revocation.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ReasonView {
    pub(crate) id: String,
    pub(crate) label: String,
    /// Papers, any of which proves it: (id, name).
    pub(crate) evidence: Vec<(String, String)>,
    pub(crate) owner_must_log_in: bool,
    pub(crate) text_required: bool,
}

/// A rank.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RankView {
    /// None for PPPK.
    pub(crate) name: Option<String>,
    pub(crate) grade: String,
}

/// A holiday.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HolidayView {
    pub(crate) date: String,
    pub(crate) name: String,
    /// `national`, `joint-leave` or `local`.
    pub(crate) kind: String,
    pub(crate) source: String,
}

impl SopSummary {
    pub(crate) fn of(library: &LibrarySop) -> Self {
        let sop = &library.parsed.sop;
        Self {
            sop: sop.id.clone(),
            title: sop.identity.title.clone(),
            service: sop.kind.word().to_owned(),
            government: sop.identity.government.clone(),
            office: sop.identity.office.clone(),
            steps: sop.steps.len(),
            hash: library.parsed.hash.clone(),
            own: library.own,
            findings: library.findings.iter().map(FindingView::of).collect(),
        }
    }
}

impl FindingView {
    pub(crate) fn of(finding: &Finding) -> Self {
        Self {
            file: finding.file.clone(),
            line: finding.line,
            level: finding.level.word().to_owned(),
            code: finding.code.as_str().to_owned(),
            message: finding.message.clone(),
        }
    }
}

impl ReasonView {
    pub(crate) fn of(reason: &Reason) -> Self {
        Self {
            id: reason.id.clone(),
            label: reason.label.clone(),
            evidence: reason.evidence.iter().map(|paper| (paper.id.clone(), paper.name.clone())).collect(),
            owner_must_log_in: reason.owner_must_log_in,
            text_required: reason.text_required,
        }
    }
}

impl RankView {
    pub(crate) fn of(rank: &Rank) -> Self {
        Self { name: rank.name.clone(), grade: rank.grade.clone() }
    }
}

impl HolidayView {
    pub(crate) fn of(holiday: &Holiday) -> Self {
        let kind = match holiday.kind {
            HolidayKind::National => "national",
            HolidayKind::JointLeave => "joint-leave",
            HolidayKind::Local => "local",
        };
        Self { date: holiday.date.to_string(), name: holiday.name.clone(), kind: kind.to_owned(), source: holiday.source.clone() }
    }
}
