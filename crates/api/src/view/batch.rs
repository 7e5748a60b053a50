//! Letters for many requests.

use sandika_app::{BatchCheck, BatchDone, BatchLetter, BatchLine, BatchShape};
use serde::Serialize;
use ts_rs::TS;

/// A request of a batch.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BatchLineView {
    pub(crate) case: String,
    /// Agenda number; empty if there is no such case.
    pub(crate) agenda: String,
    /// The owner with titles; empty once it is erased.
    pub(crate) owner: String,
    /// The letter that it got.
    pub(crate) issued: Option<BatchLetterView>,
    /// Why it gets, or got, none, a sentence each; empty where nothing stands in the way.
    pub(crate) why: Vec<String>,
}

/// A letter that a batch has issued.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BatchLetterView {
    pub(crate) letter: String,
    pub(crate) version: u32,
    pub(crate) number: Option<String>,
}

/// What would become of a batch.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BatchCheckView {
    /// Something would be issued.
    pub(crate) ready: bool,
    pub(crate) lines: Vec<BatchLineView>,
    /// Why the one letter about all cannot be issued, beside what stands at its requests.
    pub(crate) why: Vec<String>,
}

/// What has become of a batch.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BatchDoneView {
    pub(crate) lines: Vec<BatchLineView>,
    /// It was ended from outside: the last requests got no letter.
    pub(crate) stopped: bool,
}

impl BatchCheckView {
    pub(crate) fn of(check: BatchCheck, shape: BatchShape) -> Self {
        Self { ready: check.ready(shape), lines: check.lines.into_iter().map(BatchLineView::of).collect(), why: check.why }
    }
}

impl BatchDoneView {
    pub(crate) fn of(done: BatchDone) -> Self {
        Self { lines: done.lines.into_iter().map(BatchLineView::of).collect(), stopped: done.stopped }
    }
}

impl BatchLineView {
    fn of(line: BatchLine) -> Self {
        let letter = |BatchLetter { letter, version, number }| BatchLetterView { letter: letter.to_string(), version, number };
        Self { case: line.case.to_string(), agenda: line.agenda, owner: line.owner, issued: line.issued.map(letter), why: line.why }
    }
}
