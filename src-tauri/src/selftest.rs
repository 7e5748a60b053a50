//! `--selftest`: the installed program checked from the page to the paper, in a practice office that goes away again.

use crate::desk::SharedDesk;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use std::{fs, thread};
use tauri::{AppHandle, Manager, WebviewWindow};

const PATIENCE: Duration = Duration::from_secs(60);

/// The page stands, and its own font was let in.
const PAGE_STANDS: &str = "document.querySelector('h1, h2') && [...document.fonts].some((font) => font.status === 'loaded') ? 'ya' : ''";
/// The page opens the practice office on the way of all its commands.
const PAGE_OPENS: &str = r#"window.__TAURI_INTERNALS__
    .invoke('rpc', { command: 'desk_practice', arguments: '{"user":"pemeriksa"}' })
    .then((answer) => { window.selftest = answer; }, (error) => { window.selftest = String(error); }); ''"#;
const PAGE_ANSWERED: &str = "window.selftest ?? ''";

/// Checks while the window runs, says what was found, and ends the program.
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "this is what the selftest is for")]
pub(crate) fn begin(app: AppHandle, data: PathBuf) {
    thread::spawn(move || {
        let code = match check(&app, &data) {
            Ok(()) => {
                println!("selftest: baik");
                0
            }
            Err(reason) => {
                eprintln!("selftest: gagal: {reason}");
                1
            }
        };
        app.exit(code);
    });
}

fn check(app: &AppHandle, data: &Path) -> Result<(), String> {
    let window = app.get_webview_window("main").ok_or("jendela tidak ada")?;
    until(&window, PAGE_STANDS).map_err(|()| "halaman tidak tampil, atau hurufnya tidak termuat")?;
    window.eval(PAGE_OPENS).map_err(|error| error.to_string())?;
    let answer = until(&window, PAGE_ANSWERED).map_err(|()| "kantor latihan tidak terbuka pada waktunya")?;
    let answer: Value = serde_json::from_str(&answer).map_err(|_| format!("jawaban tidak terbaca: {answer}"))?;
    if answer["value"]["state"] != "open" || answer["value"]["practice"] != true {
        return Err(format!("kantor latihan tidak terbuka: {}", answer["message"]));
    }
    letter(app)?;
    sealed(&data.join("latihan"))?;
    let report = call(app, "store_verify", &json!({}))?;
    if report["sound"] == true { Ok(()) } else { Err(format!("pemeriksaan menemukan masalah: {}", report["problems"])) }
}

/// A letter of the practice office is there, whole, and a PDF.
fn letter(app: &AppHandle) -> Result<(), String> {
    let letters = call(app, "letter_list", &json!({ "limit": 1 }))?;
    let first = letters.get(0).ok_or("kantor latihan tidak berisi surat")?;
    let shown = call(app, "letter_show", &json!({ "letter": first["letter"], "version": first["version"] }))?;
    let begins_as_pdf = shown["pdf"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi0"));
    if begins_as_pdf { Ok(()) } else { Err("surat tidak terbaca sebagai PDF".to_owned()) }
}

/// Nothing in the store's file is readable without the passphrase.
fn sealed(office: &Path) -> Result<(), String> {
    let store = fs::read(office.join("sandika.db")).map_err(|error| format!("gudang data tidak terbaca: {error}"))?;
    if store.starts_with(b"SQLite format 3") { Err("gudang data tidak tersandi".to_owned()) } else { Ok(()) }
}

fn call(app: &AppHandle, command: &str, arguments: &Value) -> Result<Value, String> {
    let desk = app.state::<SharedDesk>();
    let answer = sandika_api::dispatch_at(&mut desk.held(), command, &arguments.to_string());
    let answer = answer.map_err(|error| format!("{command}: {}", error.message))?;
    serde_json::from_str(&answer).map_err(|error| format!("{command}: {error}"))
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
