//! What closing the window means.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long the page may take to store what was typed before a second request closes the window without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// What becomes of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// It is hidden, and the program goes on.
    Hide,
    /// The page closes it once it has stored what was typed.
    Store,
    /// It is closed at once: the page does not answer, and must not hold it for ever.
    Force,
}

/// The way out.
#[derive(Default)]
pub(super) struct Door {
    /// The program is to end.
    ending: AtomicBool,
    /// When the page was asked first.
    asked: Mutex<Option<Instant>>,
}

impl Door {
    /// Has the next closing end the program.
    pub(super) fn end(&self) {
        self.ending.store(true, Ordering::Relaxed);
    }

    /// Whether the program goes on without its window. Without an icon nobody would find it again.
    pub(super) fn stays(&self, icon: bool) -> bool {
        icon && !self.ending.load(Ordering::Relaxed)
    }

    /// What a request to close the window means.
    pub(super) fn closes(&self, icon: bool, now: Instant) -> Closing {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stays(icon) {
            *asked = None;
            return Closing::Hide;
        }
        let since = now.duration_since(*asked.get_or_insert(now));
        if since > PATIENCE { Closing::Force } else { Closing::Store }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_is_closed_is_hidden_stored_or_forced() {
        /// Seconds, whether the icon is there, whether the program is to end from then on, and what becomes of the window.
        type Row = (u64, bool, bool, Closing);
        let begun = Instant::now();
        let ways: [&[Row]; 4] = [
            &[(0, false, false, Closing::Store), (10, false, false, Closing::Store), (11, false, false, Closing::Force)],
            &[
                (0, true, false, Closing::Hide),
                (60, true, false, Closing::Hide),
                (70, true, true, Closing::Store),
                (90, true, false, Closing::Force),
            ],
            // The icon goes and comes: patience begins anew after each time that the window was only hidden.
            &[(0, false, false, Closing::Store), (60, true, false, Closing::Hide), (120, false, false, Closing::Store)],
            // An installer waits.
            &[(0, true, true, Closing::Store), (1, true, false, Closing::Store)],
        ];
        for way in ways {
            let door = Door::default();
            for (seconds, icon, ending, expected) in way {
                if *ending {
                    door.end();
                }
                assert_eq!(door.closes(*icon, begun + Duration::from_secs(*seconds)), *expected, "{way:?}");
                assert_eq!(door.stays(*icon), *expected == Closing::Hide, "{way:?}");
            }
        }
    }
}
