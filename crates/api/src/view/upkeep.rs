//! Drafts, search, and the upkeep of the store.

use super::{clock_sentence, local};
use sandika_app::Found;
use sandika_app::hash::in_groups;
use sandika_domain::calendar::Zone;
use sandika_store::{Draft, HitKind, Problem, Progress, Rebuilt, Report, Stage};
use serde::Serialize;
use ts_rs::TS;

/// A draft.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DraftView {
    pub(crate) key: String,
    pub(crate) body: String,
    pub(crate) case: Option<String>,
    pub(crate) saved_at: String,
}

impl DraftView {
    pub(crate) fn of(draft: Draft, zone: Zone) -> Self {
        Self {
            case: draft.subject.case.map(|case| case.to_string()),
            saved_at: local(draft.saved_at, zone),
            key: draft.key,
            body: draft.body,
        }
    }
}

/// Something that was found.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HitView {
    /// `case`, `owner` or `letter`.
    pub(crate) kind: String,
    pub(crate) id: String,
    /// Hand the last hit's in as `before` for the next page.
    pub(crate) cursor: i64,
    /// Name of the owner, or title of the letter.
    pub(crate) title: String,
    /// Agenda and institution, institution, or number and owner.
    pub(crate) detail: String,
}

impl HitView {
    pub(crate) fn of(found: Found) -> Self {
        let Found { hit, title, detail } = found;
        let kind = match hit.kind {
            HitKind::Case => "case",
            HitKind::Owner => "owner",
            HitKind::Letter => "letter",
        };
        Self { kind: kind.to_owned(), id: hit.id.to_string(), cursor: hit.born, title, detail }
    }
}

/// The result of a verification.
#[derive(Debug, Serialize, TS)]
pub(crate) struct VerifyView {
    pub(crate) sound: bool,
    pub(crate) entries: u64,
    pub(crate) facts: u64,
    /// Place of the journal's last entry; 0 if it has none.
    pub(crate) head_seq: i64,
    /// SHA-256 of the last entry in hex; empty if there is none.
    pub(crate) head_hash: String,
    /// The same in groups of four, to be read aloud.
    pub(crate) head_groups: Vec<String>,
    /// Where the computer's clock was found to have moved; no fault.
    pub(crate) clock: Vec<ClockView>,
    pub(crate) files: u64,
    /// Stored files that nothing speaks of: left by a crash, harmless.
    pub(crate) unreferenced: u64,
    pub(crate) problems: Vec<ProblemView>,
    /// Problems beyond those listed.
    pub(crate) more: u64,
}

/// An entry that notes that the clock has moved.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ClockView {
    pub(crate) seq: i64,
    pub(crate) message: String,
}

/// One problem.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ProblemView {
    /// Stable word.
    pub(crate) kind: String,
    /// Entry, where it is about one.
    pub(crate) seq: Option<i64>,
    /// SHA-256 of a stored file, where it is about one.
    pub(crate) hash: Option<String>,
    pub(crate) message: String,
}

impl VerifyView {
    pub(crate) fn of(report: &Report, zone: Zone) -> Self {
        Self {
            sound: report.is_sound(),
            entries: report.entries,
            facts: report.facts,
            head_seq: report.head_seq,
            head_hash: report.head_hash.clone(),
            files: report.blobs,
            unreferenced: report.unreferenced,
            head_groups: in_groups(&report.head_hash),
            clock: report.clock.iter().map(|(seq, clock)| ClockView { seq: *seq, message: clock_sentence(clock, zone) }).collect(),
            problems: report.problems.iter().map(ProblemView::of).collect(),
            more: report.more,
        }
    }
}

impl ProblemView {
    pub(crate) fn of(problem: &Problem) -> Self {
        Self { kind: problem.kind.code().to_owned(), seq: problem.seq, hash: problem.hash.clone(), message: problem.message.clone() }
    }
}

/// The result of a rebuild.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RebuildView {
    pub(crate) entries: u64,
    pub(crate) facts: u64,
}

impl From<Rebuilt> for RebuildView {
    fn from(rebuilt: Rebuilt) -> Self {
        Self { entries: rebuilt.entries, facts: rebuilt.facts }
    }
}

/// How far a long work is.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ProgressView {
    pub(crate) stage: StageView,
    /// Pieces of this stage done.
    pub(crate) done: u64,
    /// Pieces of this stage in all.
    pub(crate) total: u64,
}

/// Part of a long work.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum StageView {
    /// The database file.
    Database,
    /// The chain of entries.
    Journal,
    /// Stored files.
    Files,
    /// Tables made from the journal.
    Tables,
    /// Letters that are issued one after another.
    Letters,
    /// The pages of a book that is printed or saved.
    Book,
    /// Files that are destroyed, each with its key.
    Erasing,
    /// A printer that has not finished yet.
    Printing,
    /// The installer of an update.
    Update,
}

impl ProgressView {
    pub(crate) fn of(progress: Progress) -> Self {
        let stage = match progress.stage {
            Stage::Database => StageView::Database,
            Stage::Journal => StageView::Journal,
            Stage::Blobs => StageView::Files,
            Stage::Projections => StageView::Tables,
            Stage::Letters => StageView::Letters,
            Stage::Book => StageView::Book,
            Stage::Erasing => StageView::Erasing,
            Stage::Printing => StageView::Printing,
            Stage::Update => StageView::Update,
        };
        Self { stage, done: progress.done, total: progress.total }
    }
}
