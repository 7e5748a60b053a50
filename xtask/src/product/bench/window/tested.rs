//! What a person at work notices of a backup that is tested in the background.

use super::super::samples::Samples;
use super::area::Area;
use super::keys;
use super::server::Server;
use sandika_shell_tests::Window;
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::{Duration, Instant};
use xtask::Result;

/// A backup of a large office, its first one, may take so long.
const LONGEST: Duration = Duration::from_secs(600);
const LOOK: Duration = Duration::from_millis(100);

/// Makes a backup, has it tested, and types into a field meanwhile.
pub(super) fn keys_meanwhile(window: &Window, server: &Server, field: Area) -> Result<Samples> {
    window.rpc("backup_hurry", &json!({ "test": false }));
    wait(window, "a backup", |shown| shown["work"].is_null() && shown["places"][0]["backups"][0].is_object())?;
    window.rpc("backup_hurry", &json!({ "test": true }));
    wait(window, "a test", |shown| shown["work"]["testing"] == true)?;
    let samples = keys::into(server, field)?;
    let shown = window.rpc("backup_show", &json!({}));
    if shown["work"]["testing"] != true {
        return Err("the test was over before the typing: take a larger office".into());
    }
    wait(window, "the end of the test", |shown| shown["work"].is_null())?;
    let test = &window.rpc("backup_show", &json!({}))["places"][0]["test"];
    // Rows of a bench office speak of files that were never written; that the test says so is not its failure.
    if test.is_object() { Ok(samples) } else { Err(format!("there was no test: {test}").into()) }
}

fn wait(window: &Window, what: &str, come: impl Fn(&Value) -> bool) -> Result {
    let begun = Instant::now();
    while !come(&window.rpc("backup_show", &json!({}))) {
        if begun.elapsed() > LONGEST {
            return Err(format!("{what} did not come").into());
        }
        sleep(LOOK);
    }
    Ok(())
}
