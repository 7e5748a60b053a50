//! A revocation that takes two persons.

use super::fixture::*;
use crate::case::{Command, Completion, MissingKind, Rejection, revokes, second_person};
use crate::fact::Fact;

/// A revocation that has come to the step that revokes, filled in but for the consent.
fn before_revoking(sop: &str) -> Bench {
    let mut bench = Bench::open(sop, "pensiun");
    while !bench.sop.step(bench.case.step).is_some_and(revokes) {
        bench.pass();
    }
    bench.gather();
    let (step, answers) = (bench.case.step, bench.answers());
    bench.act(Command::Fill { step, answers }).unwrap();
    bench.two_persons = true;
    bench
}

impl Bench {
    fn complete_as_it_stands(&mut self) -> Result<Vec<Fact>, Rejection> {
        let step = self.sop.step(self.case.step).unwrap();
        let outcome = step.outcomes.iter().find(|outcome| !outcome.returns).map(|outcome| outcome.name.clone());
        let step = step.number;
        self.act(Command::Complete(Completion { step, outcome, ..Completion::default() }))
    }

    fn approve_as(&mut self, actor: &'static str) -> Result<Vec<Fact>, Rejection> {
        let before = std::mem::replace(&mut self.actor, actor);
        let done = self.act(Command::Approve { step: self.case.step });
        self.actor = before;
        done
    }

    fn consent_is_missing(&self) -> bool {
        second_person(&self.case.approvals, self.sop.step(self.case.step).unwrap(), self.two_persons, self.actor).is_some()
    }
}

#[test]
fn nobody_revokes_alone() {
    for sop in ["natuna-pencabutan", "ciamis-pencabutan", "demak-pencabutan"] {
        let mut bench = before_revoking(sop);
        let refused = bench.complete_as_it_stands().unwrap_err();
        assert!(
            matches!(&refused, Rejection::Incomplete(open) if open.iter().any(|item| item.kind == MissingKind::SecondPerson)),
            "{refused}"
        );
        bench.approve_as("petugas").unwrap();
        assert!(bench.complete_as_it_stands().is_err(), "one's own consent is not another's");
        bench.approve_as("kepala").unwrap();
        assert!(bench.approve_as("kepala").unwrap().is_empty(), "nobody agrees twice");
        assert!(!bench.consent_is_missing());
        let facts = bench.complete_as_it_stands().unwrap();
        assert!(facts.iter().any(|fact| matches!(fact, Fact::CertificateRevoked { .. })), "{sop}");
        assert!(bench.case.approvals.is_empty());
    }
}

#[test]
fn what_was_agreed_to_must_not_change() {
    let mut bench = before_revoking("natuna-pencabutan");
    bench.approve_as("kepala").unwrap();
    bench.later(5);
    let (step, answers) = (bench.case.step, bench.answers());
    let changed = Completion { step, answers: answers.clone(), ..Completion::default() };
    let filled = bench.act(Command::Complete(changed)).unwrap_err();
    assert!(matches!(filled, Rejection::Incomplete(_)), "fields that change with the completion were not agreed to: {filled}");
    assert!(!bench.act(Command::Fill { step, answers }).unwrap().is_empty());
    assert!(bench.consent_is_missing());
    bench.approve_as("kepala").unwrap();
    bench.complete_as_it_stands().unwrap();
    bench.act(Command::Undo { why: "Keliru".into() }).unwrap();
    assert!(bench.case.step != step || bench.consent_is_missing(), "an undone completion asks again");
}

#[test]
fn there_is_nothing_to_agree_to_where_nothing_is_revoked() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    bench.two_persons = true;
    assert_eq!(bench.approve_as("kepala").unwrap_err(), Rejection::NothingToApprove(bench.case.step));
    bench.pass();
    let mut alone = before_revoking("natuna-pencabutan");
    alone.two_persons = false;
    alone.complete_as_it_stands().unwrap();
}
