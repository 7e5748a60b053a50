//! The program itself, as it was built.

use crate::Screen;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The program with data of its own.
pub struct Program {
    /// The screen that it runs on.
    pub screen: Screen,
    data: TempDir,
}

impl Program {
    /// A screen and an empty data folder.
    ///
    /// # Panics
    /// When there is none to be had.
    pub fn new() -> Self {
        Self { screen: Screen::new(), data: tempfile::tempdir().unwrap() }
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// What is typed to start it.
    pub fn arguments(&self) -> Vec<String> {
        vec!["--data".to_owned(), self.data().display().to_string(), "--latihan".to_owned()]
    }

    /// One more start of it.
    pub fn start(&self) -> Command {
        let mut command = self.screen.command(program());
        command.args(self.arguments()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
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
