//! The steps of a case.

use super::local;
use sandika_app::CaseFile;
use sandika_domain::case::{Attached, Place, Progress};
use sandika_domain::document::Word;
use sandika_domain::fact::Answers;
use sandika_domain::sop::{FieldKind, Sop, Step};
use serde::Serialize;
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
    /// What was filled in, in the order of the step's form.
    pub(crate) answers: Vec<AnswerView>,
    pub(crate) documents: Vec<AttachedView>,
}

/// What was filled in.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AnswerView {
    pub(crate) field: String,
    pub(crate) label: String,
    /// Kind of the field, as in SOP files.
    pub(crate) kind: String,
    /// As it was recorded; a reason by its label.
    pub(crate) value: String,
}

/// A stored file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AttachedView {
    /// Id of what it was attached as.
    pub(crate) document: String,
    /// What it was attached as, in the officer's words.
    pub(crate) title: String,
    /// Name of the file.
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
        answers: answers(file, step, &record.answers),
        documents: record.documents.iter().map(|held| attached(file, step, held)).collect(),
    })
}

/// A field that the definition does not know, which no case should have, comes last and by its id.
fn answers(file: &CaseFile, step: &Step, answers: &Answers) -> Vec<AnswerView> {
    let place = |id: &str| step.fields.iter().position(|field| field.id == id).unwrap_or(usize::MAX);
    let mut found: Vec<AnswerView> = answers.iter().map(|(id, value)| answer(file, step, id, value)).collect();
    found.sort_by_key(|answer| place(&answer.field));
    found
}

fn answer(file: &CaseFile, step: &Step, id: &str, value: &str) -> AnswerView {
    let kind = step.field(id).map_or(FieldKind::Text, |field| field.kind);
    AnswerView {
        field: id.to_owned(),
        label: file.names.label(step.number, id),
        kind: kind.word().to_owned(),
        value: if kind == FieldKind::Reason { file.names.reason(value) } else { value.to_owned() },
    }
}

fn lanes(sop: &Sop, step: &Step) -> Vec<String> {
    let name = |id: &String| sop.lanes.iter().find(|lane| lane.id == *id).map(|lane| lane.name.clone());
    step.lanes.iter().filter_map(name).collect()
}

pub(super) fn attached(file: &CaseFile, step: &Step, held: &Attached) -> AttachedView {
    AttachedView {
        title: file.names.document(step.number, &held.document),
        document: held.document.clone(),
        name: held.name.clone(),
        hash: held.file.hash.clone(),
        size: held.file.size,
        media: held.file.media.clone(),
        at: local(held.at, file.zone),
    }
}
