//! A window under a hand: WebDriver through tauri-driver and WebKitWebDriver.

use crate::sight::Sight;
use crate::{Program, program, until};
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use ureq::http::Response;
use ureq::{Agent, Body};

/// Nothing is being drawn any more when nothing has changed for so long; a caret blinks more slowly.
const STILL: Duration = Duration::from_millis(300);

/// An open window. Dropping it ends the program.
pub struct Window {
    driver: Child,
    agent: Agent,
    session: String,
    sight: Sight,
}

impl Window {
    /// Starts the program and waits for its page.
    ///
    /// # Panics
    /// When there is no window.
    pub fn open(of: &Program) -> Self {
        let (port, native) = (free_port(), free_port());
        let mut tauri_driver = of.command("tauri-driver");
        tauri_driver.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        // A group of its own, so that the drivers behind the driver end with it.
        let driver = tauri_driver.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("tauri-driver starts");
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(60)));
        let session = format!("http://127.0.0.1:{port}");
        let mut window = Self { driver, agent: config.build().into(), session, sight: of.screen.sight() };
        until("tauri-driver", || window.agent.get(format!("{}/status", window.session)).call().ok());
        let options = json!({ "application": of.file, "args": of.arguments() });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "tauri:options": options } } });
        let session = window.post("session", &wanted);
        let id = session["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {session}"));
        window.session = format!("{}/session/{id}", window.session);
        window
    }

    /// Carries out a command of the wire on the page's own way, and answers with what the core says.
    ///
    /// # Panics
    /// When it is refused.
    pub fn rpc(&self, command: &str, arguments: &Value) -> Value {
        let call = json!({ "command": command, "arguments": arguments.to_string() });
        let answer = self.run(&format!("return window.__TAURI_INTERNALS__.invoke('rpc', {call});"));
        let text = answer.as_str().unwrap_or_else(|| panic!("{command}: {answer}"));
        serde_json::from_str(text).unwrap()
    }

    /// Ends the program in the midst of things, as a power cut would.
    pub fn cut_off(mut self) {
        self.signal("-KILL");
        let _ = self.driver.wait();
    }

    /// What is seen on the screen, as PNG, once it stands still.
    ///
    /// # Panics
    /// When it never does.
    pub fn picture(&self) -> Vec<u8> {
        let mut seen = (Instant::now(), Vec::new());
        let still = until("a screen that stands still", || {
            let now = self.sight.pixels()?;
            if now != seen.1 {
                seen = (Instant::now(), now);
            }
            (seen.0.elapsed() > STILL).then(|| seen.1.clone())
        });
        self.sight.png(&still)
    }

    /// What a function body returns in the page.
    pub fn run(&self, body: &str) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": [] }))
    }

    /// What was seen when a test failed, under `target/jendela-gagal`.
    fn leave_picture(&self) {
        let folder = program().with_file_name("../jendela-gagal");
        // A test that fails already must not fail once more here.
        if let (Some(pixels), Ok(())) = (self.sight.pixels(), fs::create_dir_all(&folder)) {
            let _ = fs::write(folder.join(thread::current().name().unwrap_or("jendela")).with_extension("png"), self.sight.png(&pixels));
        }
    }

    fn signal(&self, signal: &str) {
        let _ = Command::new("kill").args([signal, "--", &format!("-{}", self.driver.id())]).stderr(Stdio::null()).status();
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        self.answer(|| self.agent.get(format!("{}/{path}", self.session)).call())
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        self.answer(|| self.agent.post(format!("{}/{path}", self.session)).send_json(body))
    }

    /// The driver's own connection to the driver behind it may have gone stale; then nothing was sent on, and asking again is safe.
    fn answer(&self, ask: impl Fn() -> Result<Response<Body>, ureq::Error>) -> Value {
        let mut answer = ask().or_else(|_| ask()).unwrap();
        answer.body_mut().read_json::<Value>().unwrap()["value"].take()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if thread::panicking() {
            self.leave_picture();
        }
        let _ = self.agent.delete(&self.session).call();
        self.signal("-TERM");
        let _ = self.driver.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
