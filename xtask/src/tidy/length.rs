//! The length of a file: one subject, about 150 lines, seldom more than 300.

use super::File;
use crate::breach::Breach;

/// Past this a file must be split, or named below with a reason.
const MOST: usize = 350;

/// Endings that are code. Content, documents and plain data may be as long as their subject.
const CODE: [&str; 9] = ["rs", "ts", "js", "mjs", "svelte", "css", "sh", "sql", "py"];

/// Files that are longer with reason: (path, reason).
const ALLOWED: [(&str, &str); 0] = [];

/// The breach of one file that is too long.
pub(super) fn breaches(file: &File) -> Option<Breach> {
    let allowed = ALLOWED.iter().any(|(path, _)| *path == file.path);
    let lines = lines(file)?;
    (lines > MOST && !allowed).then(|| file.breach(MOST + 1, format!("{lines} lines, more than {MOST}: split it by subject")))
}

/// Allowances that are no longer needed, so that the list stays true.
pub(super) fn stale_allowances(files: &[File]) -> Vec<Breach> {
    stale(&ALLOWED, files)
}

fn stale(allowed: &[(&str, &str)], files: &[File]) -> Vec<Breach> {
    let is_long = |path: &str| files.iter().any(|file| file.path == path && lines(file) > Some(MOST));
    let unneeded = allowed.iter().filter(|(path, _)| !is_long(path));
    unneeded.map(|(path, _)| Breach::new("xtask/src/tidy/length.rs", 1, format!("{path} needs no allowance"))).collect()
}

fn lines(file: &File) -> Option<usize> {
    CODE.contains(&file.ending()).then(|| file.text.lines().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_past_the_limit_is_too_long() {
        for (path, count, found) in
            [("a.rs", 351, true), ("a.rs", 350, false), ("docs/a.md", 900, false), ("content/sops/a.toml", 900, false)]
        {
            assert_eq!(breaches(&File::new(path, &"x\n".repeat(count))).is_some(), found, "{path} {count}");
        }
    }

    #[test]
    fn an_allowance_that_is_not_needed_is_found() {
        let files = [File::new("long.rs", &"x\n".repeat(400)), File::new("short.rs", "x\n")];
        let allowed = [("long.rs", "one table"), ("short.rs", "once"), ("gone.rs", "once")];
        let said: Vec<String> = stale(&allowed, &files).into_iter().map(|breach| breach.message).collect();
        assert_eq!(said, ["short.rs needs no allowance", "gone.rs needs no allowance"]);
    }
}
