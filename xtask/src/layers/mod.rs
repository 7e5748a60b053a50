//! `cargo xtask layers`: the rules of "Who may know what" in docs/architecture.md, as a command that fails.

mod mentions;
mod metadata;
mod pure;
mod rooms;
mod screen;

use crate::{Result, breach::Breach, repo::Repo};

/// Every breach of the layering: between crates, inside the pure crates, and inside the screen's code.
pub fn breaches(repo: &Repo) -> Result<Vec<Breach>> {
    let files = repo.files()?;
    let mut found = rooms::breaches(&metadata::packages(repo)?);
    for file in files.iter().filter(|file| file.starts_with("ui/src/")) {
        if let Some(text) = repo.text(file)? {
            found.extend(screen::breaches(file, &text));
        }
    }
    found.extend(pure::breaches(&pure_sources(repo, &files)?));
    Ok(found)
}

/// The sources of the pure rooms, as (path, text).
fn pure_sources(repo: &Repo, files: &[String]) -> Result<Vec<(String, String)>> {
    let mut sources = Vec::new();
    for room in rooms::PURE {
        let folder = format!("{room}/src/");
        for file in files.iter().filter(|file| file.starts_with(&folder) && file.ends_with(".rs")) {
            if let Some(text) = repo.text(file)? {
                sources.push((file.clone(), text));
            }
        }
    }
    Ok(sources)
}
