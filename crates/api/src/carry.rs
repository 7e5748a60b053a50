//! Letters that go out while the officer works on: a outlet's carrier holds the desk only to fetch a letter and to say what became of it.

use crate::event::Event;
use crate::topic::Topic;
use sandika_app::{Desk, Outlet, Parcel};
use sandika_domain::fact::Moment;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Sends everything of a outlet that is due, one after another, and tells what changed. Answers when the next is due, if one waits.
///
/// What cannot be recorded now stays in the queue: it is told there as cut off when the office is opened again.
pub fn carry_due(desk: &Mutex<Desk>, outlet: Outlet, tell: &dyn Fn(Event)) -> Option<Moment> {
    while let Some(parcel) = begin(desk, outlet, tell) {
        let outcome = parcel.carry();
        settle(desk, &parcel, outcome);
        tell(Event::Changed(vec![Topic::Outgoing, Topic::Letters, Topic::Cases]));
    }
    held(desk).office().and_then(|office| office.next_outgoing(outlet).ok().flatten())
}

/// How long from now until a moment, by the desk's own clock.
pub fn wait_until(desk: &Mutex<Desk>, moment: Moment) -> std::time::Duration {
    (moment - held(desk).now()).to_std().unwrap_or_default()
}

fn begin(desk: &Mutex<Desk>, outlet: Outlet, tell: &dyn Fn(Event)) -> Option<Parcel> {
    let mut desk = held(desk);
    let office = desk.opened().ok()?;
    let due = office.next_outgoing(outlet).ok().flatten().is_some_and(|due| due <= office.now());
    let parcel = office.begin_outgoing(outlet).ok().flatten();
    // Even where nothing could be taken, what was due may have been refused.
    if due {
        tell(Event::Changed(vec![Topic::Outgoing]));
    }
    parcel
}

fn settle(desk: &Mutex<Desk>, parcel: &Parcel, outcome: io::Result<String>) {
    if let Ok(office) = held(desk).opened() {
        // The queue itself tells what could not be recorded, at the latest when the office is opened again.
        drop(office.settle_outgoing(parcel, outcome));
    }
}

/// A command that panicked left the desk whole: the store answers for its transactions.
fn held(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
