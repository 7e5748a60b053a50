//! The fault log of an office: `sandika.log`, for errors that only a developer can explain. It names the command, the place in the program and a
//! reference that the officer can read out; never an argument, a name or a number of a person.

use sandika_app::hash::sha256;
use sandika_domain::fact::Moment;
use std::cell::{Cell, RefCell};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::sync::Once;

/// Beyond this the older half is dropped.
const LIMIT: u64 = 1024 * 1024;

thread_local! {
    /// Whether this thread is inside a command, and where it panicked there.
    static INSIDE: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a command. A panic inside leaves its place here instead of its words on the terminal, which may hold what was typed.
pub(crate) fn watched<T>(command: impl FnOnce() -> T) -> std::thread::Result<T> {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            if INSIDE.get() {
                PLACE.set(info.location().map(|at| format!("{}:{}", at.file(), at.line())));
            } else {
                usual(info);
            }
        }));
    });
    INSIDE.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(command));
    INSIDE.set(false);
    result
}

/// Writes a line into the folder's log and answers with its reference. A log that cannot be written is no reason to fail once more.
pub(crate) fn note(folder: &Path, now: Moment, command: &str) -> String {
    let place = PLACE.take().unwrap_or_else(|| "?".to_owned());
    let at = now.to_rfc3339();
    let reference = sha256(format!("{at} {command} {place}").as_bytes()).chars().take(8).collect::<String>().to_uppercase();
    let line = format!("{at} {reference} {command} {place}\n");
    drop(append(&folder.join("sandika.log"), &line));
    reference
}

fn append(path: &Path, line: &str) -> std::io::Result<()> {
    if fs::metadata(path).is_ok_and(|held| held.len() > LIMIT) {
        let text = fs::read_to_string(path)?;
        let half = text.get(text.len() / 2..).unwrap_or_default();
        fs::write(path, half.split_once('\n').map_or("", |(_, rest)| rest))?;
    }
    OpenOptions::new().create(true).append(true).open(path)?.write_all(line.as_bytes())
}
