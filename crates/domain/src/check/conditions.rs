//! S008: what `bila` names is known before the step begins, and can have the values that it lists.

use super::report::Report;
use crate::document::{Code, Word};
use crate::sop::{Channel, Condition, ConditionPath, FieldKind, ServiceKind, Sop, Step};

pub(super) fn check(report: &mut Report<'_>) {
    let sop = report.sop();
    for (at, step) in sop.steps.iter().enumerate() {
        for (place, condition) in conditions_of(step) {
            for (path, values) in &condition.0 {
                if let Some(message) = fault_of(sop, at, path, values) {
                    report.add(Code::S008, &format!("langkah[{at}].{place}.bila"), message);
                }
            }
        }
    }
}

/// The conditions of a step, each with its place below it: `isian[0]`.
pub(super) fn conditions_of(step: &Step) -> Vec<(String, &Condition)> {
    let fields = step.fields.iter().map(|field| field.condition.as_ref()).enumerate().map(|found| ("isian", found));
    let documents = step.documents.iter().map(|document| document.condition.as_ref()).enumerate().map(|found| ("berkas", found));
    let letters = step.letters.iter().map(|letter| letter.condition.as_ref()).enumerate().map(|found| ("surat", found));
    let messages = step.messages.iter().map(|offer| offer.condition.as_ref()).enumerate().map(|found| ("pesan", found));
    let all = fields.chain(documents).chain(letters).chain(messages);
    all.filter_map(|(key, (at, condition))| Some((format!("{key}[{at}]"), condition?))).collect()
}

fn fault_of(sop: &Sop, at: usize, path: &ConditionPath, values: &[String]) -> Option<String> {
    if values.is_empty() {
        return Some(format!("Syarat `{path}` tidak menyebut nilai apa pun, sehingga tidak pernah terpenuhi."));
    }
    match path {
        ConditionPath::Reason | ConditionPath::OwnerCanLogIn if is_never_asked(sop.kind) => {
            Some(format!("`{path}` hanya ada pada pencabutan, sedangkan jenis SOP ini `{}`.", sop.kind))
        }
        // Whether the office has the reason is S009.
        ConditionPath::Reason => None,
        ConditionPath::Channel => stranger(path, values, &Channel::ALL.iter().map(|channel| channel.word()).collect::<Vec<_>>()),
        ConditionPath::OwnerCanLogIn => stranger(path, values, &ConditionPath::YES_NO),
        ConditionPath::Answer { step, field } => fault_of_answer(sop, at, path, (*step, field), values),
    }
}

/// Reason and log-in are asked when a revocation is opened; what an office asks for its own kinds is not known here.
fn is_never_asked(kind: ServiceKind) -> bool {
    !matches!(kind, ServiceKind::Revocation | ServiceKind::Other)
}

fn fault_of_answer(sop: &Sop, at: usize, path: &ConditionPath, (number, id): (u32, &str), values: &[String]) -> Option<String> {
    let earlier = sop.steps.iter().take(at).find(|step| step.number == number);
    let Some(step) = earlier else {
        return Some(match sop.step(number) {
            Some(_) => format!("Syarat `{path}` menyebut langkah {number}, yang tidak mendahului langkah ini."),
            None => format!("Syarat `{path}` menyebut langkah {number}, yang tidak ada."),
        });
    };
    let Some(field) = step.field(id) else {
        return Some(format!("Syarat `{path}` menyebut isian `{id}`, yang tidak ada di langkah {number}."));
    };
    match field.kind {
        FieldKind::Choice => stranger(path, values, &field.choices.iter().map(String::as_str).collect::<Vec<_>>()),
        FieldKind::Tick => stranger(path, values, &ConditionPath::YES_NO),
        _ => None,
    }
}

/// The sentence on the first value that is none of `known`.
fn stranger(path: &ConditionPath, values: &[String], known: &[&str]) -> Option<String> {
    let value = values.iter().find(|value| !known.contains(&value.as_str()))?;
    Some(format!("Syarat `{path}` menyebut nilai `{value}`, yang tidak dikenal. Pilihannya: {}.", known.join(", ")))
}
