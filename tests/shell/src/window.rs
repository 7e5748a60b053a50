//! A window under a hand: WebDriver through tauri-driver and WebKitWebDriver.

use crate::{Program, program, until};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

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
        let mut tauri_driver = of.screen.command("tauri-driver");
        tauri_driver.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        // A group of its own, so that the drivers behind the driver end with it.
        let driver = tauri_driver.process_group(0).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("tauri-driver starts");
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(60)));
        let mut window = Self { driver, agent: config.build().into(), session: format!("http://127.0.0.1:{port}") };
        until("tauri-driver", || window.agent.get(format!("{}/status", window.session)).call().ok());
        let options = json!({ "application": program(), "args": of.arguments() });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "tauri:options": options } } });
        let session = window.post("session", &wanted);
        let id = session["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {session}"));
        window.session = format!("{}/session/{id}", window.session);
        window
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        self.get("title").as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element, by a CSS selector, and answers with its visible text.
    pub fn text(&self, selector: &str) -> String {
        let element = self.element(selector);
        self.get(&format!("element/{element}/text")).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for a control and answers with what stands in it.
    pub fn value(&self, selector: &str) -> String {
        let element = self.element(selector);
        self.get(&format!("element/{element}/property/value")).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element and types into it.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/value"), &json!({ "text": text }));
    }

    /// Waits for an element and clicks on it.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/click"), &json!({}));
    }

    /// Goes to a place, by its path behind `#/`, and waits until it is drawn.
    pub fn go(&self, place: &str) {
        let drawn = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.run(&format!("window.location.hash = '#/{place}';"));
        self.run(drawn);
        self.text("h1");
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

    fn signal(&self, signal: &str) {
        let _ = Command::new("kill").args([signal, "--", &format!("-{}", self.driver.id())]).stderr(Stdio::null()).status();
    }

    fn element(&self, selector: &str) -> String {
        until(selector, || {
            let found = self.post("element", &json!({ "using": "css selector", "value": selector }));
            let element = found[ELEMENT].as_str()?.to_owned();
            (self.get(&format!("element/{element}/displayed")) == true).then_some(element)
        })
    }

    fn get(&self, path: &str) -> Value {
        self.answer(|| self.agent.get(format!("{}/{path}", self.session)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Value {
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
        let _ = self.agent.delete(&self.session).call();
        self.signal("-TERM");
        let _ = self.driver.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
