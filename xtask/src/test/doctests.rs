//! Examples in the documentation. `cargo nextest` does not run them, and rustdoc is slow, so it is asked only where there are any.

use super::WHOLE;
use crate::{Result, command::run, repo::Repo};

/// Runs the examples of all crates, if one has any.
pub(super) fn run_if_any(repo: &Repo) -> Result {
    for file in repo.files()?.iter().filter(|file| file.starts_with("crates/") && file.ends_with(".rs")) {
        if repo.text(file)?.is_some_and(|text| has_example(&text)) {
            return run(repo, "cargo", &[&["test", "--quiet", "--doc"], &WHOLE[..]].concat());
        }
    }
    Ok(())
}

/// Whether a doc comment opens a fenced block that rustdoc would compile.
fn has_example(source: &str) -> bool {
    let mut inside = false;
    source.lines().map(str::trim_start).filter_map(|line| line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))).any(|line| {
        let Some(language) = line.trim().strip_prefix("```") else {
            return false;
        };
        inside = !inside;
        inside && !language.split(',').any(|word| matches!(word, "text" | "toml" | "json" | "ignore" | "sh"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_compiled_blocks_are_examples() {
        for (source, expected) in [
            ("/// ```\n/// assert!(true);\n/// ```", true),
            ("//! ```rust\n//! x();\n//! ```", true),
            ("/// ```text\n/// a → b\n/// ```", false),
            ("/// ```toml\n/// ```\n/// ```json\n/// ```", false),
            ("let fence = \"```\";", false),
        ] {
            assert_eq!(has_example(source), expected, "{source}");
        }
    }
}
