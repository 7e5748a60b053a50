//! libFuzzer with the first page of a file.

#![no_main]
#![allow(clippy::print_stderr, reason = "a fuzzer speaks to the terminal")]

use std::collections::BTreeSet;
use std::panic::{set_hook, take_hook};
use std::sync::Mutex;

libfuzzer_sys::fuzz_target!(init: forgive_foreign_panics(), |bytes: &[u8]| sandika_fuzz::pages(bytes));

/// Lets a panic of a crate that is not ours pass: the reading program answers it with "damaged". Each place is named once; ours still stumble.
fn forgive_foreign_panics() {
    static NAMED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let stumble = take_hook();
    set_hook(Box::new(move |panic| {
        let place = panic.location().filter(|place| place.file().contains("/registry/src/"));
        let Some(place) = place else { return stumble(panic) };
        if NAMED.lock().is_ok_and(|mut named| named.insert(place.to_string())) {
            eprintln!("a foreign panic: {panic}");
        }
    }));
}
