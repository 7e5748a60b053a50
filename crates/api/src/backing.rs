//! Backups that are made while the officer works on, as the screens are told of them.

use crate::commands::COMMANDS;
use crate::event::Event;
use crate::topic::Topic;
use sandika_app::{Backer, Desk};
use std::sync::Mutex;
use std::time::Duration;

/// Whether a command may have given the backer something to do at once. What is recorded in between it finds by itself.
pub fn concerns_backups(command: &str) -> bool {
    let changes = COMMANDS.iter().any(|known| known.name == command && known.changes);
    changes && ["desk_", "backup_"].iter().any(|subject| command.starts_with(subject))
}

/// Sends the backer round once. Answers with how long it may rest; none while there is nothing to back up.
pub fn backup_round(desk: &Mutex<Desk>, backer: &mut Backer, tell: &dyn Fn(Event)) -> Option<Duration> {
    backer.round(desk, &|| tell(Event::Changed(vec![Topic::Backups])))
}

#[cfg(test)]
mod tests {
    use super::concerns_backups;

    #[test]
    fn only_what_may_want_a_backup_at_once_wakes_the_backer() {
        for (command, wakes) in [
            ("desk_open", true),
            ("backup_hurry", true),
            ("backup_record", true),
            ("backup_show", false),
            ("case_fill", false),
            ("draft_save", false),
            ("backup_tidak_ada", false),
        ] {
            assert_eq!(concerns_backups(command), wakes, "{command}");
        }
    }
}
