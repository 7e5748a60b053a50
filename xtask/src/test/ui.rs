//! The page: its packages as locked, its types, its tests, its bundle and its weight.

use super::weight;
use crate::command::run;
use crate::{Result, page, repo::Repo};

pub(super) fn check(repo: &Repo) -> Result {
    page::packages(repo, page::ROOM)?;
    for script in ["check", "test"] {
        run(repo, "npm", &["--prefix", page::ROOM, "run", "--silent", script])?;
    }
    page::bundle(repo)?;
    weight::check(repo)
}
