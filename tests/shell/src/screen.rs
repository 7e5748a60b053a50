//! A screen and a session bus of one test's own.

use crate::desktop::Desktop;
use crate::sight::Sight;
use crate::until;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::net::UnixStream;
use std::process::{self, Child, Command, Stdio};
use tempfile::TempDir;
use x11rb::rust_connection::{DefaultStream, RustConnection};

/// Prints where screen and bus are, then waits for its input to end.
const STAND: &str = r#"printf '%s\n%s\n%s\n' "$DISPLAY" "$XAUTHORITY" "$DBUS_SESSION_BUS_ADDRESS"; exec cat"#;
const NAMES: [&str; 3] = ["DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"];
/// The bus starts nothing by itself: whatever this computer's own desktop has (a portal above all) is not there.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"#;
/// GTK's file dialogs show their line for a path from the beginning, so that a hand can type into it at once.
const GTK: &str = "[org/gtk/settings/file-chooser]\nlocation-mode='filename-entry'\nstartup-mode='cwd'\n";

/// Stands until it is dropped.
pub struct Screen {
    keeper: Child,
    environment: Vec<(&'static str, String)>,
    _settings: TempDir,
}

impl Screen {
    /// Puts up a screen of an officer's size.
    ///
    /// # Panics
    /// When Xvfb or D-Bus do not start.
    pub fn new() -> Self {
        let settings = tempfile::tempdir().unwrap();
        let bus = settings.path().join("bus.conf");
        fs::write(&bus, BUS).unwrap();
        let gtk = settings.path().join("glib-2.0/settings");
        fs::create_dir_all(&gtk).unwrap();
        fs::write(gtk.join("keyfile"), GTK).unwrap();

        // Without -noreset the screen begins anew whenever its last client leaves it, and takes along whoever is just coming.
        // Tests run beside each other, and xvfb-run's own search for a free number is a race: each process begins elsewhere.
        let number = (100 + process::id() % 50_000).to_string();
        let mut keeper = Command::new("xvfb-run")
            .args(["-n", &number, "-a", "-s", "-screen 0 1366x768x24 -noreset", "dbus-run-session", "--config-file"])
            .arg(&bus)
            .args(["--", "sh", "-c", STAND])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("xvfb-run starts");
        let mut lines = BufReader::new(keeper.stdout.take().unwrap()).lines();
        let mut environment = NAMES.map(|name| (name, lines.next().expect("xvfb-run and dbus-run-session stand").unwrap())).to_vec();
        // Nothing of the person's own desktop reaches in, and there is no sound card or GPU to look for: a page is painted without GL, which would
        // be imitated by the processor and take ten times as long.
        environment.extend([
            ("LC_ALL", "C.UTF-8".to_owned()),
            ("XDG_CONFIG_HOME", settings.path().display().to_string()),
            ("GSETTINGS_BACKEND", "keyfile".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
        ]);
        Self { keeper, environment, _settings: settings }
    }

    /// Where the session bus listens.
    pub(crate) fn bus(&self) -> &str {
        &self.environment[2].1
    }

    /// A program of the test's own on this screen.
    ///
    /// # Panics
    /// When the screen does not let it in.
    pub fn connect(&self) -> RustConnection {
        let number = self.environment[0].1.trim_start_matches(':').to_owned();
        let known = self.command("xauth").arg("list").output().unwrap().stdout;
        let known = String::from_utf8_lossy(&known).into_owned();
        let [.., protocol, cookie] = known.split_whitespace().collect::<Vec<_>>()[..] else { panic!("no key to the screen: {known}") };
        let cookie = (0..cookie.len()).step_by(2).map(|at| u8::from_str_radix(&cookie[at..at + 2], 16).unwrap()).collect();
        let socket = UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).unwrap();
        let (stream, _) = DefaultStream::from_unix_stream(socket).unwrap();
        RustConnection::connect_to_stream_with_auth_info(stream, 0, protocol.as_bytes().to_vec(), cookie).unwrap()
    }

    /// An eye on it.
    ///
    /// # Panics
    /// When the screen does not let it in.
    pub fn sight(&self) -> Sight {
        Sight::through(self.connect())
    }

    /// Waits for a message in a window of this name, and closes it.
    ///
    /// # Panics
    /// When it does not come, or stays.
    pub fn dismiss(&self, name: &str) {
        let desktop = Desktop(self);
        let message = until(name, || desktop.seen("--name", &format!("^{name}$")).pop());
        until("the end of a message", || {
            desktop.said(&["windowfocus", &message, "key", "Escape"]);
            desktop.seen("--name", &format!("^{name}$")).is_empty().then_some(())
        });
    }

    /// A command on this screen.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.envs(self.environment.iter().map(|(name, value)| (name, value))).stdin(Stdio::null());
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
