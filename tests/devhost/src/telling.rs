//! What the screens are told unasked. A browser has no ear for a shell's events, so it asks for what came after the last that it heard.

use sandika_api::Event;
use sandika_app::LongWork;
use serde_json::{Value, json};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Most that are kept for those who have not asked yet.
const KEPT: usize = 1_000;

/// Events in the order in which they happened. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Telling(Arc<Board>);

#[derive(Default)]
struct Board {
    told: Mutex<(usize, Vec<Value>)>,
    /// How many commands were carried out, and who waits for the next.
    commands: Mutex<u64>,
    next: Condvar,
}

impl Telling {
    pub(crate) fn tell(&self, event: &Event) {
        let mut told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        told.1.push(json!({ "name": event.name(), "payload": event.payload() }));
        if told.1.len() > KEPT {
            told.1.remove(0);
            told.0 += 1;
        }
    }

    /// Watches long work, and tells of it.
    pub(crate) fn long_work(&self) -> LongWork {
        let telling = self.clone();
        LongWork::telling(move |progress| telling.tell(&Event::Progress(progress)))
    }

    /// `{ next, events }`: those from a number on, and the number to ask for next. Without a number none: whoever begins to listen.
    pub(crate) fn after(&self, number: &str) -> Vec<u8> {
        let told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        let (gone, events) = (told.0, &told.1);
        let next = gone + events.len();
        let from = number.parse::<usize>().unwrap_or(next).clamp(gone, next);
        serde_json::to_vec(&json!({ "next": next, "events": events[from - gone..] })).unwrap_or_default()
    }

    /// A command was carried out: something may wait in a queue now.
    pub(crate) fn command_done(&self) {
        *self.0.commands.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.next.notify_all();
    }

    /// How many commands were carried out.
    pub(crate) fn commands(&self) -> u64 {
        *self.0.commands.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there were more commands than were seen, at most so long.
    pub(crate) fn wait_for_a_command(&self, seen: u64, most: Duration) {
        let commands = self.0.commands.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.0.next.wait_timeout_while(commands, most, |commands| *commands == seen));
    }
}
