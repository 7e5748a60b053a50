//! Random commands never panic, never lose a fact, and replay always gives the state.

use super::fixture::{Bench, SOPS, file};
use crate::case::{Command, Completion, Status};
use crate::fact::{Fact, Waiver};
use proptest::prelude::*;

/// One random act; numbers choose among what the SOP offers and what it does not.
#[derive(Clone, Debug)]
enum Act {
    Pass,
    Gather,
    Complete { step: u32, outcome: Option<u8>, note: String },
    Fill { field: u8, value: String },
    Attach { step: u32, document: u8 },
    Detach,
    Waive { document: u8 },
    Issue { template: u8, numbered: bool },
    Undo,
    Wait,
    Resume,
    Withdraw,
    Reopen,
    Note(String),
    Assign(bool),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Pass),
        2 => Just(Act::Gather),
        2 => (0_u32..12, prop::option::of(0_u8..3), ".{0,20}").prop_map(|(step, outcome, note)| Act::Complete { step, outcome, note }),
        2 => (any::<u8>(), ".{0,30}").prop_map(|(field, value)| Act::Fill { field, value }),
        1 => (0_u32..12, any::<u8>()).prop_map(|(step, document)| Act::Attach { step, document }),
        1 => Just(Act::Detach),
        1 => any::<u8>().prop_map(|document| Act::Waive { document }),
        1 => (any::<u8>(), any::<bool>()).prop_map(|(template, numbered)| Act::Issue { template, numbered }),
        2 => Just(Act::Undo),
        1 => Just(Act::Wait),
        1 => Just(Act::Resume),
        1 => Just(Act::Withdraw),
        1 => Just(Act::Reopen),
        1 => ".{0,40}".prop_map(Act::Note),
        1 => any::<bool>().prop_map(Act::Assign),
    ]
}

fn command(bench: &Bench, act: Act) -> Option<Command> {
    let step = bench.sop.step(bench.case.step)?;
    let document = |choice: u8| {
        step.documents.get(usize::from(choice) % (step.documents.len() + 1)).map_or("lainnya".to_owned(), |known| known.id.clone())
    };
    Some(match act {
        Act::Pass | Act::Gather | Act::Issue { .. } => return None,
        Act::Complete { step: asked, outcome, note } => {
            let outcome = outcome.map(|choice| step.outcomes.get(usize::from(choice)).map_or("?".to_owned(), |known| known.name.clone()));
            Command::Complete(Completion {
                step: if asked > 9 { step.number } else { asked },
                answers: bench.answers(),
                outcome,
                note,
                ..Completion::default()
            })
        }
        Act::Fill { field, value } => {
            let id = step.fields.get(usize::from(field) % (step.fields.len() + 1)).map_or("?".to_owned(), |known| known.id.clone());
            Command::Fill { step: step.number, answers: [(id, value)].into() }
        }
        Act::Attach { step: asked, document: choice } => Command::Attach {
            step: if asked > 9 { step.number } else { asked },
            document: document(choice),
            file: file("0"),
            name: "acak.pdf".into(),
        },
        Act::Detach => {
            let held = bench.case.record(step.number).documents.first()?;
            Command::Detach { step: step.number, document: held.document.clone(), hash: held.file.hash.clone() }
        }
        Act::Waive { document: choice } => {
            Command::Waive { step: step.number, document: document(choice), waiver: Waiver { by: "Kabid".into(), why: "Menyusul".into() } }
        }
        Act::Undo => Command::Undo { why: String::new() },
        Act::Wait => Command::Wait { party: bench.sop.lanes.last()?.id.clone(), why: String::new() },
        Act::Resume => Command::Resume,
        Act::Withdraw => Command::Withdraw { why: "batal".into() },
        Act::Reopen => Command::Reopen { why: "lanjut".into() },
        Act::Note(text) => Command::Note { text },
        Act::Assign(somebody) => Command::Assign { to: somebody.then(|| "petugas2".to_owned()) },
    })
}

/// What may never shrink, whatever is done: notes, waits that are over, and every entry.
fn gathered(bench: &Bench) -> (usize, usize, usize, u64) {
    (bench.case.notes.len(), bench.case.waits.len(), bench.case.letters.len(), bench.case.revision)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_commands_keep_the_case_whole(which in 0_usize..5, reason in 0_usize..8, acts in prop::collection::vec(act(), 1..60)) {
        let reasons: Vec<String> = super::fixture::reasons().ids().into_iter().collect();
        let mut bench = Bench::open(SOPS[which].0, &reasons[reason]);
        for act in acts {
            bench.later(1);
            let (before, gathered_before) = (bench.case.clone(), gathered(&bench));
            match act.clone() {
                Act::Pass if bench.case.status == Status::Open => bench.pass_or_return(),
                Act::Gather if bench.case.status == Status::Open => bench.gather(),
                Act::Issue { template, numbered } => bench.issue_offered(template, numbered),
                other => {
                    if let Some(command) = command(&bench, other) && bench.act(command).is_err() {
                        prop_assert_eq!(&bench.case, &before, "a rejection changed the case: {:?}", act);
                    }
                }
            }
            let (notes, waits, letters, revision) = gathered(&bench);
            prop_assert!(notes >= gathered_before.0 && waits >= gathered_before.1 && letters >= gathered_before.2 && revision >= gathered_before.3);
            prop_assert!(bench.sop.step(bench.case.step).is_some(), "the case stands on a step of its SOP");
            let completions = bench.entries.iter().flat_map(|(_, facts)| facts);
            let balance = completions.fold(0_usize, |held, fact| match fact {
                Fact::StepCompleted { .. } => held + 1,
                Fact::StepUndone { .. } => held - 1,
                _ => held,
            });
            prop_assert_eq!(balance, bench.case.path.len());
        }
        prop_assert_eq!(&bench.case, &bench.replayed());
    }
}
