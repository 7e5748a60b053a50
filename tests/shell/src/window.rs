//! A window under a hand: WebDriver through tauri-driver and WebKitWebDriver.

use crate::{Program, program, until};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::fs;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// An open window. Dropping it ends the program.
pub struct Window {
    driver: Child,
    agent: Agent,
    session: String,
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
        let mut window = Self { driver, agent: config.build().into(), session: format!("http://127.0.0.1:{port}") };
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

    /// What is seen of the page, as PNG, once it stands still.
    ///
    /// # Panics
    /// When the driver gives none.
    pub fn picture(&self) -> Vec<u8> {
        let mut before = Value::Null;
        let still = until("a page that stands still", || {
            let now = self.get("screenshot");
            let same = now == before;
            before = now;
            same.then(|| before.clone())
        });
        STANDARD.decode(still.as_str().unwrap()).unwrap()
    }

    /// What a function body returns in the page.
    pub fn run(&self, body: &str) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": [] }))
    }

    /// What was seen when a test failed, under `target/jendela-gagal`.
    fn leave_picture(&self) {
        // A test that fails already must not fail once more here.
        let seen = self.agent.get(format!("{}/screenshot", self.session)).call().ok();
        let seen = seen.and_then(|mut answer| answer.body_mut().read_json::<Value>().ok());
        let bytes = seen.and_then(|answer| STANDARD.decode(answer["value"].as_str()?).ok());
        let folder = program().with_file_name("../jendela-gagal");
        if let (Some(bytes), Ok(())) = (bytes, fs::create_dir_all(&folder)) {
            let _ = fs::write(folder.join(thread::current().name().unwrap_or("jendela")).with_extension("png"), bytes);
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
