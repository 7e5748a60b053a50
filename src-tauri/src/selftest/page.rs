//! The page: it stands in its own font, and its commands reach the core.

use super::PATIENCE;
use serde_json::Value;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager, WebviewWindow};

/// The page stands, and its own font was let in.
const STANDS: &str = "document.querySelector('h1, h2') && [...document.fonts].some((font) => font.status === 'loaded') ? 'ya' : ''";
/// The page opens the practice office on the way of all its commands.
const OPENS: &str = r#"window.__TAURI_INTERNALS__
    .invoke('rpc', { command: 'desk_practice', arguments: '{"user":"pemeriksa"}' })
    .then((answer) => { window.selftest = answer; }, (error) => { window.selftest = String(error); }); ''"#;
const ANSWERED: &str = "window.selftest ?? ''";

/// Checks the page, which opens the practice office.
pub(super) fn check(app: &AppHandle) -> Result<(), String> {
    let window = app.get_webview_window("main").ok_or("jendela tidak ada")?;
    until(&window, STANDS).map_err(|()| "halaman tidak tampil, atau hurufnya tidak termuat")?;
    window.eval(OPENS).map_err(|error| error.to_string())?;
    let answer = until(&window, ANSWERED).map_err(|()| "kantor latihan tidak terbuka pada waktunya")?;
    let answer: Value = serde_json::from_str(&answer).map_err(|_| format!("jawaban tidak terbaca: {answer}"))?;
    if answer["value"]["state"] != "open" || answer["value"]["practice"] != true {
        return Err(format!("kantor latihan tidak terbuka: {}", answer["message"]));
    }
    Ok(())
}

/// Asks the page again and again, until it answers with something.
fn until(window: &WebviewWindow, question: &str) -> Result<String, ()> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        let (answer, answered) = channel();
        let asked = window.eval_with_callback(question, move |text| drop(answer.send(text)));
        if asked.is_ok()
            && let Ok(text) = answered.recv_timeout(PATIENCE)
            && let Ok(Value::String(said)) = serde_json::from_str(&text)
            && !said.is_empty()
        {
            return Ok(said);
        }
        thread::sleep(Duration::from_millis(50));
    }
    Err(())
}
