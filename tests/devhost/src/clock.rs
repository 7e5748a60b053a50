//! A clock that a test may set: it stands still then, until it is set again or let go.

use sandika_app::outside::WallClock;
use sandika_app::ports::Clock;
use sandika_domain::fact::Moment;
use std::sync::{Arc, Mutex, PoisonError};

/// The wall clock, or a moment where it stands still. Clones are the same clock.
#[derive(Clone, Default)]
pub(crate) struct SetClock(Arc<Mutex<Option<Moment>>>);

impl SetClock {
    /// Stands still at a moment; goes with the wall clock if none.
    pub(crate) fn set(&self, moment: Option<Moment>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        let set = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        set.unwrap_or_else(|| WallClock.now())
    }
}
