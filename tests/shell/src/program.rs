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
    /// What is started.
    pub(crate) file: PathBuf,
    arguments: Vec<String>,
    data: PathBuf,
    path: Option<TempDir>,
    seen: Vec<(&'static str, String)>,
    _own: Option<TempDir>,
}

impl Program {
    /// A screen and an empty data folder.
    ///
    /// # Panics
    /// When there is none to be had.
    pub fn new() -> Self {
        let own = tempfile::tempdir().unwrap();
        let practice = Self::of("sandika-desktop", &["--latihan", "--data"], own.path());
        Self { _own: Some(own), ..practice }
    }

    /// A program of this workspace by its name, over a data folder, which is the last of its arguments.
    ///
    /// # Panics
    /// When there is no screen to be had, or it was not built.
    pub fn of(name: &str, arguments: &[&str], data: &Path) -> Self {
        let arguments = arguments.iter().map(ToString::to_string).chain([data.display().to_string()]).collect();
        Self { screen: Screen::new(), file: built(name), arguments, data: data.to_owned(), path: None, seen: Vec::new(), _own: None }
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

    /// The same in an environment that says so.
    #[must_use]
    pub fn seeing(mut self, name: &'static str, value: &str) -> Self {
        self.seen.push((name, value.to_owned()));
        self
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// What is typed to start it.
    pub fn arguments(&self) -> Vec<String> {
        self.arguments.clone()
    }

    /// A command that sees the programs of this computer.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = self.screen.command(program);
        if let Some(path) = &self.path {
            command.env("PATH", path.path());
        }
        command.envs(self.seen.iter().map(|(name, value)| (name, value)));
        command
    }

    /// One more start of it.
    pub fn start(&self) -> Command {
        let mut command = self.command(&self.file);
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

    /// It and the processes that it started, by their numbers; none while it does not run.
    pub fn family(&self) -> Vec<u32> {
        let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
        let Some(first) = self.process().as_deref().and_then(number) else { return Vec::new() };
        let parent = |process: u32| {
            let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
            status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().parse::<u32>().ok()
        };
        let all: Vec<u32> = fs::read_dir("/proc").into_iter().flatten().filter_map(|entry| number(&entry.ok()?.path())).collect();
        let mut family = vec![first];
        let mut seen = 0;
        while let Some(one) = family.get(seen).copied() {
            family.extend(all.iter().copied().filter(|process| parent(*process) == Some(one)));
            seen += 1;
        }
        family
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

/// Where cargo put the product.
///
/// # Panics
/// When it was not built.
pub fn program() -> PathBuf {
    built("sandika-desktop")
}

/// Where cargo put a program of this workspace: beside whatever asks, or above it where that is a test.
///
/// # Panics
/// When it was not built.
pub fn built(name: &str) -> PathBuf {
    let asking = env::current_exe().unwrap();
    let mut places = asking.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    places.find(|place| place.exists()).unwrap_or_else(|| panic!("{name} is not built: cargo build --bin {name}"))
}
