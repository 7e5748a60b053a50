//! Scans that come in while the officer works on, as the screens are told of them.

use crate::event::Event;
use crate::topic::Topic;
use sandika_app::{Desk, ScanNews, Scanner};
use std::sync::Mutex;
use std::time::Duration;

/// Sends the scanner round once. Answers with how long it may rest; none while no office is open.
pub fn scan_round(desk: &Mutex<Desk>, scanner: &mut Scanner, tell: &dyn Fn(Event)) -> Option<Duration> {
    scanner.round(desk, &|news| {
        tell(Event::Changed(match news {
            ScanNews::Tray | ScanNews::Taken(_) => vec![Topic::Scans],
            ScanNews::Settled(_) => vec![Topic::Scans, Topic::Cases, Topic::Letters],
        }));
    })
}
