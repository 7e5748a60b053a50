//! How long files are kept.

use super::{count, local};
use crate::args::{RetentionRuleFields, RetentionTableFields};
use sandika_app::{AppError, Office, RetentionCounts, RetentionFile};
use sandika_domain::calendar::Zone;
use sandika_domain::document::Word;
use sandika_domain::fact::Moment;
use sandika_domain::letter::values::service_name;
use sandika_domain::retention::{MOST_FILES, Phase, ProposalState, RetentionTable, may_approve};
use sandika_domain::user::Right;
use sandika_store::DestructionRow;
use serde::Serialize;
use ts_rs::TS;

/// How the keeping of files stands.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RetentionView {
    pub(crate) table: RetentionTableFields,
    /// What each service of the table is called, in the order of its rules.
    pub(crate) services: Vec<String>,
    /// When the table was recorded; none while the shipped one holds.
    pub(crate) recorded_at: Option<String>,
    /// By whom.
    pub(crate) recorded_by: Option<String>,
    pub(crate) counts: RetentionCountsView,
    /// The newest first.
    pub(crate) proposals: Vec<DestructionView>,
    /// Files that a proposal that was carried out has left over: a crash came between.
    pub(crate) left: u32,
    /// Most files of one proposal.
    pub(crate) most: u32,
    /// The one who works may hold files back and propose.
    pub(crate) may_work: bool,
    /// The one who works may change the table and carry a proposal out.
    pub(crate) may_set_up: bool,
}

/// How many files each list has.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RetentionCountsView {
    pub(crate) running: u32,
    pub(crate) active: u32,
    pub(crate) inactive: u32,
    pub(crate) destroy: u32,
    pub(crate) review: u32,
    pub(crate) keep: u32,
    pub(crate) held: u32,
}

/// A page of a list of files.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RetentionListView {
    /// How many the list has in all, with the text that was asked for.
    pub(crate) total: u32,
    pub(crate) files: Vec<RetentionFileView>,
}

/// The file of an owner.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RetentionFileView {
    pub(crate) owner: String,
    pub(crate) name: String,
    pub(crate) institution: String,
    pub(crate) cases: u32,
    pub(crate) certificates: u32,
    /// What its cases were about; empty without one.
    pub(crate) services: String,
    pub(crate) phase: PhaseView,
    /// The day on which the last of it ended, `YYYY-MM-DD`; none while something runs.
    pub(crate) ended: Option<String>,
    /// Its last day in use.
    pub(crate) active_until: Option<String>,
    /// Its last day at all.
    pub(crate) kept_until: Option<String>,
    /// `musnah`, `dinilai-kembali` or `permanen`.
    pub(crate) fate: String,
    pub(crate) hold: Option<HoldView>,
    /// It stands in a proposal.
    pub(crate) proposed: bool,
}

/// Where a file stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PhaseView {
    /// A case is open.
    OpenCase,
    /// A certificate can sign, or nobody recorded until when it can.
    ValidCertificate,
    /// In use.
    Active,
    /// Out of use, kept.
    Inactive,
    /// Its time is over.
    Over,
}

/// Why a file is held back.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HoldView {
    pub(crate) reason: String,
    /// Since when, `YYYY-MM-DDTHH:MM:SS`.
    pub(crate) at: String,
    pub(crate) by: String,
}

/// A proposal to destroy files.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DestructionView {
    pub(crate) id: String,
    pub(crate) state: DestructionStateView,
    /// How many files it is about; once it is carried out, how many were destroyed.
    pub(crate) files: u32,
    pub(crate) proposed: DoneView,
    pub(crate) approved: Option<DoneView>,
    /// When it was carried out or given up.
    pub(crate) ended: Option<DoneView>,
    /// The one who works may agree to it.
    pub(crate) may_approve: bool,
}

/// Where a proposal stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DestructionStateView {
    /// A head has to agree.
    Proposed,
    /// It can be carried out.
    Approved,
    /// Somebody gave it up.
    Dropped,
    /// Its files are destroyed.
    Done,
}

/// When something was done, and by whom.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DoneView {
    pub(crate) at: String,
    pub(crate) by: String,
}

impl RetentionView {
    pub(crate) fn of(office: &Office) -> Result<Self, AppError> {
        let (rules, zone) = (office.retention_rules()?, office.zone()?);
        let (recorded_at, recorded_by) = rules.recorded.map(|(at, by)| (local(at, zone), by)).unzip();
        let proposals = office.destructions()?.into_iter().map(|row| DestructionView::of(row, office, zone)).collect();
        Ok(Self {
            services: rules.table.rules.iter().map(|rule| service_name(rule.service).to_owned()).collect(),
            table: table(rules.table),
            recorded_at,
            recorded_by,
            counts: RetentionCounts::of(&office.retention_files()?).into(),
            proposals,
            left: count(office.destructions_left()?),
            most: count(MOST_FILES),
            may_work: office.need(Right::Work).is_ok(),
            may_set_up: office.need(Right::Setup).is_ok(),
        })
    }
}

fn table(table: RetentionTable) -> RetentionTableFields {
    let rule = |rule: sandika_domain::retention::Rule| RetentionRuleFields {
        service: rule.service.word().to_owned(),
        active: rule.active,
        inactive: rule.inactive,
        fate: rule.fate.word().to_owned(),
        security: rule.security.word().to_owned(),
    };
    RetentionTableFields {
        confirmed: table.confirmed,
        basis: table.basis,
        count: table.count.word().to_owned(),
        rules: table.rules.into_iter().map(rule).collect(),
    }
}

impl From<RetentionCounts> for RetentionCountsView {
    fn from(counts: RetentionCounts) -> Self {
        Self {
            running: count(counts.running),
            active: count(counts.active),
            inactive: count(counts.inactive),
            destroy: count(counts.destroy),
            review: count(counts.review),
            keep: count(counts.keep),
            held: count(counts.held),
        }
    }
}

impl RetentionFileView {
    pub(crate) fn of(file: RetentionFile, zone: Zone) -> Self {
        let services = file.services().join("; ");
        let RetentionFile { kept, standing, hold, proposal } = file;
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        Self {
            owner: kept.owner.to_string(),
            cases: count(kept.cases.len()),
            certificates: count(kept.certificates.len()),
            services,
            name: kept.name,
            institution: kept.institution,
            phase: standing.phase.into(),
            ended: day(standing.ended),
            active_until: day(standing.active_until),
            kept_until: day(standing.kept_until),
            fate: standing.term.fate.word().to_owned(),
            hold: hold.map(|hold| HoldView { reason: hold.reason.unwrap_or_default(), at: local(hold.held_at, zone), by: hold.actor }),
            proposed: proposal.is_some(),
        }
    }
}

impl From<Phase> for PhaseView {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::OpenCase => Self::OpenCase,
            Phase::ValidCertificate => Self::ValidCertificate,
            Phase::Active => Self::Active,
            Phase::Inactive => Self::Inactive,
            Phase::Over => Self::Over,
        }
    }
}

impl DestructionView {
    fn of(row: DestructionRow, office: &Office, zone: Zone) -> Self {
        let done = |(at, by): (Moment, String)| DoneView { at: local(at, zone), by };
        let may_approve = office.need(Right::Destroy).is_ok() && may_approve(row.state, &row.proposed.1, office.actor()).is_ok();
        Self {
            id: row.id.to_string(),
            state: row.state.into(),
            files: count(row.owners.len()),
            proposed: done(row.proposed),
            approved: row.approved.map(done),
            ended: row.ended.map(done),
            may_approve,
        }
    }
}

impl From<ProposalState> for DestructionStateView {
    fn from(state: ProposalState) -> Self {
        match state {
            ProposalState::Proposed => Self::Proposed,
            ProposalState::Approved => Self::Approved,
            ProposalState::Dropped => Self::Dropped,
            ProposalState::Done => Self::Done,
        }
    }
}
