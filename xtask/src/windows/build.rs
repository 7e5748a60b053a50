//! The programs that offices get, built for Windows.

use std::fs;
use std::path::{Path, PathBuf};

use super::{TARGET, cargo, finished};
use crate::{Result, page, repo::Repo};

/// Their names.
pub(super) const PROGRAMS: [&str; 3] = ["sandika-desktop", "sandika", "sandika-reader"];
/// What the window finds the system's browser with; this target cannot take it into the program itself.
const LOADER: &str = "WebView2Loader.dll";

/// Where they are built.
pub(super) fn folder(repo: &Repo) -> PathBuf {
    repo.root.join("target").join(TARGET).join("release")
}

/// Builds them for release, the page included, with the loader beside them.
pub(super) fn release(repo: &Repo) -> Result {
    page::build(repo)?;
    let mut cargo = cargo(repo);
    cargo.args(["build", "--release", "--locked", "--target", TARGET]).args(PROGRAMS.iter().flat_map(|program| ["--bin", program]));
    finished(&mut cargo, "cargo build")?;
    let folder = folder(repo);
    let loader = folder.join(LOADER);
    if !loader.is_file() {
        let source = built_loader(&folder.join("build")).ok_or("no crate has built the loader of WebView2")?;
        fs::copy(source, &loader)?;
    }
    for name in PROGRAMS.map(|program| format!("{program}.exe")).iter().map(String::as_str).chain([LOADER]) {
        let size = fs::metadata(folder.join(name)).map_err(|error| format!("{name}: {error}"))?.len();
        println!("{size:>12} bytes  {name}");
    }
    Ok(())
}

/// The crate that binds it leaves one for each kind of processor.
fn built_loader(builds: &Path) -> Option<PathBuf> {
    let crates = fs::read_dir(builds).ok()?.flatten().map(|entry| entry.path());
    crates.map(|built| built.join("out/x64").join(LOADER)).find(|loader| loader.is_file())
}
