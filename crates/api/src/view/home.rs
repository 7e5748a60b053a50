//! The first page.

use super::{CaseSummaryView, CountView, LetterView, count, local};
use sandika_app::{CaseSummary, Home, Part, Wait};
use sandika_domain::calendar::Zone;
use sandika_store::{Draft, LetterRow};
use serde::Serialize;
use ts_rs::TS;

/// What wants doing today.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HomeView {
    /// The step's time has passed; the longest first.
    pub(crate) overdue: HomeCases,
    /// The step's time passes later today; the soonest first.
    pub(crate) due_today: HomeCases,
    /// Cases that wait; the longest first.
    pub(crate) waiting: HomeWaits,
    /// Letters whose signed scan is awaited; the newest first.
    pub(crate) unsigned: HomeLetters,
    /// Typing that is not recorded yet; the newest first.
    pub(crate) drafts: HomeDrafts,
    /// Running cases of the user; the newest first.
    pub(crate) mine: HomeCases,
    /// How many cases, by service and standing.
    pub(crate) counts: Vec<CountView>,
    /// There is no recovery sheet, and the one who works may make one.
    pub(crate) recovery_missing: bool,
}

/// How many cases, and the first of them.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HomeCases {
    pub(crate) count: u32,
    pub(crate) rows: Vec<CaseSummaryView>,
}

/// How many cases wait, and the first of them.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HomeWaits {
    pub(crate) count: u32,
    pub(crate) rows: Vec<WaitView>,
}

/// How many letters, and the first of them.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HomeLetters {
    pub(crate) count: u32,
    pub(crate) rows: Vec<LetterView>,
}

/// How many drafts, and the first of them.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HomeDrafts {
    pub(crate) count: u32,
    pub(crate) rows: Vec<DraftRowView>,
}

/// A case that waits for somebody outside.
#[derive(Debug, Serialize, TS)]
pub(crate) struct WaitView {
    pub(crate) case: CaseSummaryView,
    /// Who is waited for, by name.
    pub(crate) party: String,
    pub(crate) since: String,
    /// `rests`: the working time of the step stands still; `runs`: its time is the calendar's and goes on.
    pub(crate) clock: WaitClock,
}

/// Whether the step's time goes on while the case waits.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WaitClock {
    /// The working time of the step stands still.
    Rests,
    /// The step's time is the calendar's and goes on.
    Runs,
}

/// A draft without what is typed in it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DraftRowView {
    pub(crate) key: String,
    pub(crate) case: Option<String>,
    pub(crate) saved_at: String,
}

impl HomeView {
    pub(crate) fn of(home: Home, zone: Zone) -> Self {
        Self {
            overdue: cases(home.overdue),
            due_today: cases(home.due_today),
            waiting: waits(home.waiting, zone),
            unsigned: letters(home.unsigned, zone),
            drafts: drafts(home.drafts, zone),
            mine: cases(home.mine),
            counts: home.counts.into_iter().map(CountView::of).collect(),
            recovery_missing: home.recovery_missing,
        }
    }
}

fn cases(part: Part<CaseSummary>) -> HomeCases {
    HomeCases { count: count(part.count), rows: part.rows.into_iter().map(CaseSummaryView::of).collect() }
}

fn waits(part: Part<Wait>, zone: Zone) -> HomeWaits {
    let row = |wait: Wait| WaitView {
        case: CaseSummaryView::of(wait.case),
        party: wait.party,
        since: local(wait.since, zone),
        clock: if wait.clock_runs { WaitClock::Runs } else { WaitClock::Rests },
    };
    HomeWaits { count: count(part.count), rows: part.rows.into_iter().map(row).collect() }
}

fn letters(part: Part<LetterRow>, zone: Zone) -> HomeLetters {
    HomeLetters { count: count(part.count), rows: part.rows.iter().map(|row| LetterView::of(row, zone)).collect() }
}

fn drafts(part: Part<Draft>, zone: Zone) -> HomeDrafts {
    let row = |draft: Draft| DraftRowView {
        key: draft.key,
        case: draft.subject.case.map(|case| case.to_string()),
        saved_at: local(draft.saved_at, zone),
    };
    HomeDrafts { count: count(part.count), rows: part.rows.into_iter().map(row).collect() }
}
