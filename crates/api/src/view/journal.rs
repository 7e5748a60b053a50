//! The journal.

use super::{EntryView, FactView, ProblemView, action_label, local, office_sentence};
use sandika_app::hash::in_groups;
use sandika_app::{Change, JournalPage, JournalState, JournalWritten};
use sandika_domain::calendar::Zone;
use sandika_store::{JournalHead, JournalRow};
use serde::Serialize;
use ts_rs::TS;

/// How the journal stands, and what can be looked for in it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct JournalStateView {
    pub(crate) head: HeadView,
    /// Every entry up to this place was verified at least once.
    pub(crate) verified: i64,
    /// When every entry had last been verified once more, by the office's clock.
    pub(crate) round_ended: Option<String>,
    /// What was found wrong when the office was opened, or since.
    pub(crate) problems: Vec<ProblemView>,
    /// Everybody whom it names as user.
    pub(crate) users: Vec<String>,
    /// Every action that it has.
    pub(crate) actions: Vec<ActionView>,
}

/// The end of the journal, which stands for everything before it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct HeadView {
    /// Place of the last entry; 0 if there is none.
    pub(crate) seq: i64,
    /// Its hash in groups of four, to be read aloud and noted elsewhere; none if there is no entry.
    pub(crate) groups: Vec<String>,
}

/// An action.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ActionView {
    pub(crate) id: String,
    pub(crate) label: String,
}

/// One entry of a list.
#[derive(Debug, Serialize, TS)]
pub(crate) struct JournalRowView {
    /// Its place; hand the last row's in as `before` for the next page.
    pub(crate) cursor: i64,
    /// When, by the office's clock.
    pub(crate) at: String,
    /// User name.
    pub(crate) by: String,
    /// What was done.
    pub(crate) label: String,
    /// The clock was found to have moved.
    pub(crate) clock: bool,
    pub(crate) case: Option<String>,
    /// Agenda number of the case; empty if it has none.
    pub(crate) agenda: String,
}

/// One entry with what it changed.
#[derive(Debug, Serialize, TS)]
pub(crate) struct JournalEntryView {
    pub(crate) seq: i64,
    pub(crate) id: String,
    /// When, by the office's clock.
    pub(crate) at: String,
    /// User name.
    pub(crate) by: String,
    /// Id of the desk.
    pub(crate) desk: String,
    /// Place among the entries of the desk.
    pub(crate) desk_seq: i64,
    /// The command.
    pub(crate) action: String,
    /// What was done.
    pub(crate) label: String,
    pub(crate) case: Option<String>,
    /// Agenda number of the case; empty if it has none.
    pub(crate) agenda: String,
    /// What happened, in order.
    pub(crate) facts: Vec<FactView>,
    /// What was changed, in the order of the facts.
    pub(crate) changes: Vec<ChangeView>,
    /// SHA-256 of its text.
    pub(crate) hash: String,
    /// That of the entry before; none for the first one of its desk.
    pub(crate) prev: Option<String>,
    /// The text is the one that its hash was taken over.
    pub(crate) whole: bool,
}

/// One field, before and after.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ChangeView {
    pub(crate) label: String,
    /// Empty where it was not filled in.
    pub(crate) before: String,
    /// Empty where it was emptied.
    pub(crate) after: String,
}

/// A journal file that was written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct JournalExportView {
    /// Entries in it.
    pub(crate) entries: u64,
    pub(crate) head: HeadView,
}

impl JournalStateView {
    pub(crate) fn of(state: JournalState, zone: Zone) -> Self {
        let action = |id: String| ActionView { label: action_label(&id), id };
        Self {
            head: state.head.into(),
            verified: state.verified.up_to,
            round_ended: state.verified.round_ended.map(|ended| local(ended, zone)),
            problems: state.problems.iter().map(ProblemView::of).collect(),
            users: state.actors,
            actions: state.actions.into_iter().map(action).collect(),
        }
    }
}

impl From<JournalHead> for HeadView {
    fn from(head: JournalHead) -> Self {
        Self { seq: head.seq, groups: in_groups(&head.hash) }
    }
}

impl JournalRowView {
    pub(crate) fn of(row: JournalRow, zone: Zone) -> Self {
        Self {
            cursor: row.seq,
            at: local(row.at, zone),
            by: row.actor,
            label: action_label(&row.action),
            clock: row.action == "clock_moved",
            case: row.case.map(|case| case.to_string()),
            agenda: row.agenda,
        }
    }
}

impl JournalEntryView {
    pub(crate) fn of(page: JournalPage, zone: Zone) -> Self {
        let JournalPage { chained, timeline, agenda, changes } = page;
        let header = chained.entry.header;
        let of_case = timeline.as_ref().and_then(|timeline| EntryView::all(timeline).pop());
        let alone = || chained.entry.facts.iter().map(|fact| FactView::plain(fact, office_sentence(fact, zone))).collect();
        Self {
            seq: header.seq,
            id: header.id.to_string(),
            at: local(header.at, zone),
            by: header.actor,
            desk: header.desk,
            desk_seq: header.desk_seq,
            label: action_label(&header.action),
            action: header.action,
            case: header.case.map(|case| case.to_string()),
            agenda,
            facts: of_case.map_or_else(alone, |entry| entry.facts),
            changes: changes.into_iter().map(|Change { label, before, after }| ChangeView { label, before, after }).collect(),
            hash: chained.hash,
            prev: chained.prev,
            whole: chained.whole,
        }
    }
}

impl From<JournalWritten> for JournalExportView {
    fn from(written: JournalWritten) -> Self {
        let head = JournalHead { seq: written.head_seq, hash: written.head_hash };
        Self { entries: written.entries, head: head.into() }
    }
}
