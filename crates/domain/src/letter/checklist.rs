//! The rows of `kelengkapan`: what the case's SOP asks to be brought, with a tick for what is there and one for what is not.

use super::fill::Row;
use super::values::{LetterContext, printed_day};
use crate::case::{CheckedDocument, DocumentState, checklist};

/// The name of these rows.
pub(super) const ROWS: &str = "kelengkapan";
/// The tick of printed forms; the letters' fonts have it.
const TICK: &str = "√";

pub(super) fn rows(context: &LetterContext<'_>) -> Vec<Row> {
    checklist(context.case, context.sop, context.reasons).into_iter().map(|document| row(document, context)).collect()
}

/// Of two fictitious documents one is there, and one is not.
pub(super) fn samples(whole: &Row) -> [Row; 2] {
    let with = |changes: &[(&str, String)]| {
        let mut row = whole.clone();
        row.extend(changes.iter().map(|(field, text)| ((*field).to_owned(), text.clone())));
        row
    };
    let (none, missing) = (String::new, words(DocumentState::Missing));
    [with(&[("tidak_ada", none())]), with(&[("ada", none()), ("tanggal", none()), ("keadaan", missing)])]
}

fn row(document: CheckedDocument, context: &LetterContext<'_>) -> Row {
    let CheckedDocument { step, name, state } = document;
    let is_there = matches!(state, DocumentState::Present { .. });
    let day = match state {
        DocumentState::Present { at, .. } => printed_day(context.office.zone.local(at).date()),
        _ => String::new(),
    };
    let tick = |ticked: bool| if ticked { TICK.to_owned() } else { String::new() };
    Row::from([
        ("nama".to_owned(), name),
        ("langkah".to_owned(), step.to_string()),
        ("ada".to_owned(), tick(is_there)),
        ("tidak_ada".to_owned(), tick(!is_there)),
        ("tanggal".to_owned(), day),
        ("keadaan".to_owned(), words(state)),
    ])
}

fn words(state: DocumentState) -> String {
    match state {
        DocumentState::Present { files: 1, .. } => String::new(),
        DocumentState::Present { files, .. } => format!("{files} berkas"),
        DocumentState::Waived(None) => "Dikecualikan secara tertulis".to_owned(),
        DocumentState::Waived(Some(waiver)) => format!("Dikecualikan oleh {}: {}", waiver.by, waiver.why),
        DocumentState::Missing => "Belum ada".to_owned(),
        DocumentState::Optional => "Tidak wajib".to_owned(),
        DocumentState::Ahead => "Langkahnya belum sampai".to_owned(),
    }
}
