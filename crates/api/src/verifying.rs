//! The journal, verified at quiet moments while the officer works on.

use crate::event::Event;
use crate::topic::Topic;
use sandika_app::Desk;
use std::sync::{Mutex, TryLockError};
use std::time::Duration;

/// Between two slices: the desk is free for a hundred times as long as a slice holds it.
const BETWEEN: Duration = Duration::from_secs(2);

/// Until it is looked again whether something is due.
const IDLE: Duration = Duration::from_secs(300);

/// Verifies the next few entries of the journal that are due, unless somebody else holds the desk just now. Answers with how long to rest.
pub fn verify_round(desk: &Mutex<Desk>, tell: &dyn Fn(Event)) -> Duration {
    let slice = match desk.try_lock() {
        Ok(mut desk) => desk.opened().and_then(sandika_app::Office::verify_quietly),
        Err(TryLockError::Poisoned(desk)) => desk.into_inner().opened().and_then(sandika_app::Office::verify_quietly),
        Err(TryLockError::WouldBlock) => return BETWEEN,
    };
    // What cannot be verified now is due still; with no office open there is nothing to verify.
    let Ok(slice) = slice else { return IDLE };
    if slice.found > 0 {
        tell(Event::Changed(vec![Topic::Journal, Topic::Desk]));
    }
    if slice.entries > 0 { BETWEEN } else { IDLE }
}
