//! The page that the window shows: its packages, and the bundle that the window is built with.

use std::fs;

use crate::command::run;
use crate::{Result, repo::Repo};

/// The page's folder, from the root.
pub(crate) const ROOM: &str = "ui";
/// Builds the page.
pub fn build(repo: &Repo) -> Result {
    packages(repo, ROOM)?;
    bundle(repo)
}

/// Installs the packages of a folder exactly as locked, unless they are. npm keeps a copy of the lock file when it has installed.
pub(crate) fn packages(repo: &Repo, room: &str) -> Result {
    let changed = |file: &str| fs::metadata(repo.root.join(room).join(file)).and_then(|held| held.modified());
    if let (Ok(installed), Ok(lock)) = (changed("node_modules/.package-lock.json"), changed("package-lock.json"))
        && installed >= lock
    {
        return Ok(());
    }
    run(repo, "npm", &["--prefix", room, "ci", "--no-audit", "--no-fund"])
}

/// Builds `ui/dist`.
pub(crate) fn bundle(repo: &Repo) -> Result {
    run(repo, "npm", &["--prefix", ROOM, "run", "--silent", "build"])
}
