//! `bila`: whether a field, document, letter or message is asked for in a case.

use super::state::Case;
use crate::document::Word;
use crate::sop::{Condition, ConditionPath};

/// Whether every named value is one of those allowed. A value that is not known yet, or erased, is none of them.
pub fn holds(condition: Option<&Condition>, case: &Case) -> bool {
    condition.is_none_or(|condition| condition.holds(|path| value(path, case)))
}

fn value<'c>(path: &ConditionPath, case: &'c Case) -> Option<&'c str> {
    match path {
        ConditionPath::Reason => case.reason(),
        ConditionPath::Channel => Some(case.channel.word()),
        ConditionPath::OwnerCanLogIn => case.opening.known()?.can_log_in.map(|can| if can { "ya" } else { "tidak" }),
        ConditionPath::Answer { step, field } => case.answer(*step, field),
    }
}
