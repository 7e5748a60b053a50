//! Panics outside the core's commands: the place in the program goes into the data folder's `sandika.log`, never the words, which may hold what
//! was typed. Panics inside a command are the core's own to note.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Notes panics from now on.
pub(crate) fn note_panics(data: &Path) {
    let log = data.join("sandika.log");
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map_or_else(|| "?".to_owned(), |at| format!("{}:{}", at.file(), at.line()));
        drop(append(&log, &place));
    }));
}

fn append(log: &Path, place: &str) -> std::io::Result<()> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let line = format!("@{seconds} window {place}\n");
    OpenOptions::new().create(true).append(true).open(log)?.write_all(line.as_bytes())
}
