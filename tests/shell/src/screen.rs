//! A screen and a session bus of one test's own.

use std::io::{BufRead, BufReader};
use std::process::{self, Child, Command, Stdio};

/// Prints where screen and bus are, then waits for its input to end.
const STAND: &str = r#"printf '%s\n%s\n%s\n' "$DISPLAY" "$XAUTHORITY" "$DBUS_SESSION_BUS_ADDRESS"; exec cat"#;
const NAMES: [&str; 3] = ["DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"];

/// Stands until it is dropped.
pub struct Screen {
    keeper: Child,
    environment: Vec<(&'static str, String)>,
}

impl Screen {
    /// Puts up a screen of an officer's size.
    ///
    /// # Panics
    /// When Xvfb or D-Bus do not start.
    pub fn new() -> Self {
        // Tests run beside each other, and xvfb-run's own search for a free number is a race: each process begins elsewhere.
        let number = (100 + process::id() % 50_000).to_string();
        let mut keeper = Command::new("xvfb-run")
            .args(["-n", &number, "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", "sh", "-c", STAND])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("xvfb-run starts");
        let mut lines = BufReader::new(keeper.stdout.take().unwrap()).lines();
        let environment = NAMES.map(|name| (name, lines.next().expect("xvfb-run and dbus-run-session stand").unwrap()));
        Self { keeper, environment: environment.into() }
    }

    /// A command on this screen.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        // Nothing of the person's own desktop reaches in, and there is no sound card or GPU to look for.
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.env("GDK_BACKEND", "x11").env("LIBGL_ALWAYS_SOFTWARE", "1").env("NO_AT_BRIDGE", "1").stdin(Stdio::null());
        command
    }
}

impl Default for Screen {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}
