//! The programs that offices get, built for Windows.

use std::fs;
use std::path::{Path, PathBuf};

use super::{TARGET, cargo, target};
use crate::command::finished;
use crate::{Result, page, repo::Repo};

/// Their names.
pub(super) const PROGRAMS: [&str; 2] = ["sandika-desktop", "sandika"];
/// What the window finds the system's browser with; this target cannot take it into the program itself.
const LOADER: &str = "WebView2Loader.dll";

/// The window's crate. Its tests look at a screen of Linux, and are built for Windows all the same.
pub(super) const WINDOW: &str = "sandika-desktop";
/// Every crate of the product without a window. What only measures, fuzzes or looks at a screen of Linux is not for Windows.
pub(super) const CRATES: [&str; 10] = [
    "sandika-domain",
    "sandika-store",
    "sandika-letters",
    "sandika-intake",
    "sandika-app",
    "sandika-api",
    "sandika-cli",
    "sandika-devhost",
    "sandika-print",
    "sandika-windows",
];

/// What is built for tests, as cargo wants it named. What a crate is built with depends on who is built with it.
pub(super) fn packages() -> impl Iterator<Item = &'static str> {
    CRATES.into_iter().chain([WINDOW]).flat_map(|name| ["--package", name])
}

/// How they are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    /// As offices get them.
    Release,
    /// As tests are built: from the same parts, in a fraction of the time.
    Dev,
}

impl Profile {
    /// What cargo calls its folder.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "debug",
        }
    }
}

/// Where they are built.
pub(super) fn folder(repo: &Repo, profile: Profile) -> PathBuf {
    target(repo).join(TARGET).join(profile.folder())
}

/// All files that a build leaves for offices.
pub(super) fn files() -> Vec<String> {
    PROGRAMS.map(|program| format!("{program}.exe")).into_iter().chain([LOADER.to_owned()]).collect()
}

/// Whether a file is one of our programs.
pub(super) fn is_ours(file: &str) -> bool {
    file != LOADER
}

/// Builds them, the page included, with the loader beside them; unoptimised ones together with the tests, so that no crate is built twice.
pub(super) fn programs(repo: &Repo, profile: Profile) -> Result {
    page::build(repo)?;
    let mut cargo = cargo(repo, profile);
    cargo.args(["build", "--locked", "--target", TARGET]);
    match profile {
        Profile::Release => cargo.arg("--release").args(PROGRAMS.iter().flat_map(|program| ["--bin", program])),
        Profile::Dev => cargo.args(["--bins", "--tests"]).args(packages()),
    };
    finished(&mut cargo, "cargo build")?;
    let folder = folder(repo, profile);
    let source = built_loader(&folder.join("build")).ok_or("no crate has built the loader of WebView2")?;
    fs::copy(source, folder.join(LOADER))?;
    for name in files() {
        let size = fs::metadata(folder.join(&name)).map_err(|error| format!("{name}: {error}"))?.len();
        println!("{size:>12} bytes  {name}");
    }
    Ok(())
}

/// The crate that binds it leaves one for each kind of processor.
fn built_loader(builds: &Path) -> Option<PathBuf> {
    let crates = fs::read_dir(builds).ok()?.flatten().map(|entry| entry.path());
    crates.map(|built| built.join("out/x64").join(LOADER)).find(|loader| loader.is_file())
}
