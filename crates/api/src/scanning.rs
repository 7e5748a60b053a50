//! Scans that come in while the officer works on, as the screens are told of them.

use crate::commands::COMMANDS;
use crate::event::Event;
use crate::topic::Topic;
use sandika_app::{Desk, ScanNews, Scanner};
use std::sync::Mutex;
use std::time::Duration;

/// Whether a command may have given the scanner something to do. Others leave it to its rest: a round looks into every folder, which is too much for
/// each key stroke that is kept.
pub fn concerns_scans(command: &str) -> bool {
    let changes = COMMANDS.iter().any(|known| known.name == command && known.changes);
    changes && ["desk_", "scan_"].iter().any(|subject| command.starts_with(subject))
}

/// Sends the scanner round once. Answers with how long it may rest; none while no office is open.
pub fn scan_round(desk: &Mutex<Desk>, scanner: &mut Scanner, tell: &dyn Fn(Event)) -> Option<Duration> {
    scanner.round(desk, &|news| {
        tell(Event::Changed(match news {
            ScanNews::Tray | ScanNews::Taken(_) => vec![Topic::Scans],
            ScanNews::Settled(_) => vec![Topic::Scans, Topic::Cases, Topic::Letters],
        }));
    })
}

#[cfg(test)]
mod tests {
    use super::concerns_scans;

    #[test]
    fn only_what_may_bring_a_scan_wakes_the_scanner() {
        for (command, wakes) in [
            ("desk_open", true),
            ("desk_practice", true),
            ("scan_bring", true),
            ("scan_retry", true),
            ("scan_folders_record", true),
            ("scan_folders_hurry", true),
            ("scan_list", false),
            ("scan_folders", false),
            ("draft_save", false),
            ("case_fill", false),
            ("desk_show", false),
            ("scan_tidak_ada", false),
        ] {
            assert_eq!(concerns_scans(command), wakes, "{command}");
        }
    }
}
