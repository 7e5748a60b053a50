//! `cargo xtask tidy`: the hygiene of the tree. Each rule is a small file of its own; CONTRIBUTING.md says them in words.

mod content;
mod fonts;
mod length;
pub(crate) mod links;
mod manifests;
mod pictures;
mod text;

use crate::{Result, breach::Breach, repo::Repo};

/// One text file of the tree.
struct File {
    /// Path from the root, with `/`.
    path: String,
    text: String,
}

impl File {
    #[cfg(test)]
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The ending behind the last dot, or nothing.
    fn ending(&self) -> &str {
        self.path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending)
    }

    fn breach(&self, line: usize, message: impl Into<String>) -> Breach {
        Breach::new(&self.path, line, message)
    }
}

/// Every breach of the hygiene, over all files that git knows or would add.
pub fn breaches(repo: &Repo) -> Result<Vec<Breach>> {
    let paths = repo.files()?;
    let mut files = Vec::new();
    for path in paths.iter().filter(|path| is_ours(path)) {
        if let Some(text) = repo.text(path)? {
            files.push(File { path: path.clone(), text });
        }
    }
    let mut found = length::stale_allowances(&files);
    for file in &files {
        found.extend(text::breaches(file));
        found.extend(length::breaches(file));
        found.extend(content::breaches(file));
        found.extend(manifests::breaches(file));
        found.extend(links::breaches(file, &|target| repo.root.join(target).exists()));
    }
    found.extend(fonts::breaches(&paths));
    let size = |path: &str| std::fs::metadata(repo.root.join(path)).map_or(0, |held| held.len());
    found.extend(pictures::breaches(&files, &paths, &size));
    Ok(found)
}

/// What people wrote here: not lock files, generated files, fixtures, snapshots, or the texts of licences.
fn is_ours(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let made = name.ends_with(".lock") || name == "package-lock.json" || name.ends_with(".snap");
    let given = name.starts_with("LICENSE") || name == "OFL.txt" || path.starts_with("tests/fixtures/");
    !(made || given || path.contains("/generated/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_or_given_is_not_judged() {
        for (path, ours) in [
            ("Cargo.lock", false),
            ("ui/src/ipc/generated/Case.ts", false),
            ("tests/fixtures/sop/broken.toml", false),
            ("LICENSE-MIT", false),
            ("crates/letters/fonts/arimo/OFL.txt", false),
            ("crates/domain/src/lib.rs", true),
            ("content/sops/demak-pencabutan.toml", true),
        ] {
            assert_eq!(is_ours(path), ours, "{path}");
        }
    }
}
