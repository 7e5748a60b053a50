//! The page in a browser, over the test host: every screen, and each SOP walked to its end. The page and the host have been built before.

use crate::command::run;
use crate::{Result, page, repo::Repo};

/// Where these tests are, from the root.
const ROOM: &str = "tests/browser";

pub(super) fn walk(repo: &Repo) -> Result {
    page::packages(repo, ROOM)?;
    for script in ["check", "test"] {
        run(repo, "npm", &["--prefix", ROOM, "run", "--silent", script])?;
    }
    Ok(())
}
