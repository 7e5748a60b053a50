//! The steps of a case.

use super::local;
use sandika_app::CaseFile;
use sandika_domain::case::{Attached, Place, Progress};
use sandika_domain::document::Word;
use sandika_domain::sop::{Sop, Step};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A step in the list of steps.
#[derive(Debug, Serialize, TS)]
pub(crate) struct StepView {
    pub(crate) step: u32,
    pub(crate) activity: String,
    /// Names of the lanes.
    pub(crate) lanes: Vec<String>,
    /// `mulai`, `proses`, `keputusan` or `selesai`.
    pub(crate) symbol: String,
    /// `done`, `current`, `ahead` or `skipped`.
    pub(crate) place: String,
    /// Minutes used on the step's own clock.
    pub(crate) used: Option<u64>,
    /// Standard minutes.
    pub(crate) standard: Option<u64>,
    /// The standard as the SOP writes it.
    pub(crate) time: Option<String>,
    pub(crate) outcome: Option<String>,
    pub(crate) done_at: Option<String>,
    /// What was filled in, by field id.
    pub(crate) answers: BTreeMap<String, String>,
    pub(crate) documents: Vec<AttachedView>,
}

/// A stored file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AttachedView {
    pub(crate) document: String,
    pub(crate) name: String,
    pub(crate) hash: String,
    pub(crate) size: u64,
    pub(crate) media: String,
    pub(crate) at: String,
}

pub(super) fn step(file: &CaseFile, progress: &Progress) -> Option<StepView> {
    let step = file.sop.step(progress.step)?;
    let passed = file.case.passed(step.number);
    let record = file.case.record(step.number);
    Some(StepView {
        step: step.number,
        activity: step.activity.clone(),
        lanes: lanes(&file.sop, step),
        symbol: step.symbol.word().to_owned(),
        place: match progress.place {
            Place::Done => "done",
            Place::Current => "current",
            Place::Ahead => "ahead",
            Place::Skipped => "skipped",
        }
        .to_owned(),
        used: progress.used,
        standard: progress.standard,
        time: step.time.map(|time| time.to_string()),
        outcome: passed.and_then(|passed| passed.outcome.clone()),
        done_at: passed.map(|passed| local(passed.done_at, file.zone)),
        answers: record.answers.clone(),
        documents: record.documents.iter().map(|held| attached(file, held)).collect(),
    })
}

fn lanes(sop: &Sop, step: &Step) -> Vec<String> {
    let name = |id: &String| sop.lanes.iter().find(|lane| lane.id == *id).map(|lane| lane.name.clone());
    step.lanes.iter().filter_map(name).collect()
}

pub(super) fn attached(file: &CaseFile, held: &Attached) -> AttachedView {
    AttachedView {
        document: held.document.clone(),
        name: held.name.clone(),
        hash: held.file.hash.clone(),
        size: held.file.size,
        media: held.file.media.clone(),
        at: local(held.at, file.zone),
    }
}
