//! What a fact of a case changed, against the case as it stood before the entry.

use super::change::{Change, ERASED, Past};
use crate::cases::Names;
use sandika_domain::case::{Case, Status};
use sandika_domain::fact::{DetachedDocument, Fact, Moment, Personal};
use sandika_domain::words::date_time;

/// The changes that a fact made; none where it only adds something that its sentence tells already.
pub(super) fn changes(fact: &Fact, past: &Past<'_>) -> Vec<Change> {
    let moment = |at: Moment| date_time(past.zone.local(at));
    if let Fact::ClockMoved(clock) = fact {
        return vec![Change::new("Jam komputer", moment(clock.before), moment(clock.now))];
    }
    if let Fact::UpdateStarted(update) = fact {
        return vec![Change::new("Versi program", update.from.as_str(), update.to.as_str())];
    }
    let Some((case, names)) = &past.case else { return Vec::new() };
    match fact {
        Fact::AnswersRecorded { step, personal } => answers(case, names, *step, personal),
        Fact::CaseAssigned { to } => {
            vec![Change::new("Petugas", case.assignee.clone().unwrap_or_default(), to.clone().unwrap_or_default())]
        }
        Fact::StepCompleted { next, .. } => {
            vec![Change::new("Langkah", case.step.to_string(), next.map_or_else(|| "selesai".to_owned(), |next| next.to_string()))]
        }
        Fact::StepUndone { step, .. } => vec![Change::new("Langkah", case.step.to_string(), step.to_string())],
        Fact::CaseClosed {} => vec![Change::new("Keadaan perkara", standing(case.status), standing(Status::Closed))],
        Fact::CaseWithdrawn { .. } => vec![Change::new("Keadaan perkara", standing(case.status), standing(Status::Withdrawn))],
        Fact::CaseReopened { .. } => vec![Change::new("Keadaan perkara", standing(case.status), standing(Status::Open))],
        Fact::WaitStarted { party, .. } => vec![Change::new("Menunggu", "", names.lane(party))],
        Fact::WaitEnded { .. } => {
            let party = case.waiting.as_ref().map(|waiting| names.lane(&waiting.party));
            vec![Change::new("Menunggu", party.unwrap_or_default(), "")]
        }
        Fact::DocumentAttached { step, document, personal, .. } => {
            let name = personal.known().map_or(ERASED.to_owned(), |label| label.name.clone());
            vec![Change::new(format!("Berkas “{}”", names.document(*step, document)), "", name)]
        }
        Fact::DocumentDetached(DetachedDocument { step, document, .. }) => {
            vec![Change::new(format!("Berkas “{}”", names.document(*step, document)), "terlampir", "dilepas")]
        }
        _ => Vec::new(),
    }
}

fn answers(case: &Case, names: &Names, step: u32, personal: &Personal<sandika_domain::fact::Answers>) -> Vec<Change> {
    let Some(answers) = personal.known() else { return vec![Change::new(format!("Isian langkah {step}"), ERASED, ERASED)] };
    let change =
        |(id, value): (&String, &String)| Change::new(names.label(step, id), case.answer(step, id).unwrap_or_default(), value.clone());
    answers.iter().map(change).filter(|change| change.before != change.after).collect()
}

fn standing(status: Status) -> &'static str {
    match status {
        Status::Open => "berjalan",
        Status::Closed => "selesai",
        Status::Withdrawn => "dibatalkan",
    }
}
