//! The program itself, as it was built.

use crate::Screen;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The program with data of its own.
pub struct Program {
    /// The screen that it runs on.
    pub screen: Screen,
    data: TempDir,
    path: Option<TempDir>,
}

impl Program {
    /// A screen and an empty data folder.
    ///
    /// # Panics
    /// When there is none to be had.
    pub fn new() -> Self {
        Self { screen: Screen::new(), data: tempfile::tempdir().unwrap(), path: None }
    }

    /// The same on a computer that has none of the other programs that officers may have: no Zenity above all.
    ///
    /// # Panics
    /// When the driver is not there.
    pub fn on_a_bare_computer() -> Self {
        let programs = tempfile::tempdir().unwrap();
        for name in ["tauri-driver", "WebKitWebDriver"] {
            let path = env::var_os("PATH").unwrap_or_default();
            let there = env::split_paths(&path).map(|folder| folder.join(name)).find(|place| place.is_file());
            std::os::unix::fs::symlink(there.expect("the drivers are there"), programs.path().join(name)).unwrap();
        }
        Self { path: Some(programs), ..Self::new() }
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// What is typed to start it.
    pub fn arguments(&self) -> Vec<String> {
        vec!["--data".to_owned(), self.data().display().to_string(), "--latihan".to_owned()]
    }

    /// A command that sees the programs of this computer.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = self.screen.command(program);
        if let Some(path) = &self.path {
            command.env("PATH", path.path());
        }
        command
    }

    /// One more start of it.
    pub fn start(&self) -> Command {
        let mut command = self.command(program());
        command.args(self.arguments()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.process().is_some()
    }

    /// The most memory that it has held so far, in KiB.
    ///
    /// # Panics
    /// When it does not run.
    pub fn peak_memory(&self) -> u64 {
        let status = fs::read_to_string(self.process().expect("the program runs").join("status")).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Its folder among the processes of this computer.
    fn process(&self) -> Option<PathBuf> {
        let data = self.data().display().to_string();
        let ours = |process: &PathBuf| {
            let words = fs::read(process.join("cmdline")).unwrap_or_default();
            let mut words = words.split(|byte| *byte == 0).map(String::from_utf8_lossy);
            words.next().is_some_and(|first| first.ends_with("/sandika-desktop")) && words.any(|word| word == data)
        };
        fs::read_dir("/proc").unwrap().filter_map(Result::ok).map(|entry| entry.path()).find(ours)
    }
}

impl Default for Program {
    fn default() -> Self {
        Self::new()
    }
}

/// Where cargo put the program: beside whatever asks, or above it where that is a test.
///
/// # Panics
/// When it was not built.
pub fn program() -> PathBuf {
    let asking = env::current_exe().unwrap();
    let places = asking.ancestors().skip(1).take(2).map(|folder| folder.join("sandika-desktop"));
    places.into_iter().find(|place| place.exists()).expect("sandika-desktop is built: cargo build --bin sandika-desktop")
}
