//! How the steps lead into one another.

use super::{Outcome, Sop, Step, Symbol};
use crate::calendar::{TimeClock, WORKING_DAY_MINUTES};

impl Sop {
    /// The step with this number.
    #[must_use]
    pub fn step(&self, number: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.number == number)
    }

    /// The step a case begins with: the first of the file.
    #[must_use]
    pub fn first_step(&self) -> Option<&Step> {
        self.steps.first()
    }

    /// The step after `step`. A decision needs the name of its `outcome`; elsewhere the name is ignored. Nothing after the end, for an
    /// unknown outcome, and where the way leads to a step that does not exist.
    #[must_use]
    pub fn next_of(&self, step: &Step, outcome: Option<&str>) -> Option<&Step> {
        match step.symbol {
            Symbol::End => None,
            Symbol::Decision => self.step(step.outcome(outcome?)?.to),
            Symbol::Start | Symbol::Process => match step.next {
                Some(number) => self.step(number),
                None => self.following(step),
            },
        }
    }

    /// Whether the case ends when `step` is completed: it is marked so, or nothing follows it.
    #[must_use]
    pub fn is_last(&self, step: &Step) -> bool {
        step.symbol != Symbol::Decision && self.next_of(step, None).is_none()
    }

    /// The way of a case in which nothing goes wrong: at each decision its first outcome that does not return. Ends at the end, or where
    /// the way would run in a circle.
    #[must_use]
    pub fn main_path(&self) -> Vec<&Step> {
        let mut path: Vec<&Step> = Vec::new();
        let mut here = self.first_step();
        while let Some(step) = here {
            if path.iter().any(|seen| seen.number == step.number) {
                break;
            }
            path.push(step);
            let onward = step.outcomes.iter().find(|outcome| !outcome.returns);
            here = self.next_of(step, onward.map(|outcome: &Outcome| outcome.name.as_str()));
        }
        path
    }

    /// Working minutes of all steps, those without a time and those on the calendar clock left out. A working day counts
    /// [`WORKING_DAY_MINUTES`].
    #[must_use]
    pub fn working_minutes_total(&self) -> u64 {
        let times = self.steps.iter().filter_map(|step| step.time);
        times.filter(|time| time.clock == TimeClock::Working).map(|time| time.minutes(WORKING_DAY_MINUTES)).sum()
    }

    /// The row after `step` in the file.
    fn following(&self, step: &Step) -> Option<&Step> {
        let at = self.steps.iter().position(|other| other.number == step.number)?;
        self.steps.get(at + 1)
    }
}
