//! Manifests: every crate says what it is for and takes the lints of the house.

use toml::Table;

use super::File;
use crate::breach::Breach;

/// It calls Windows itself, which the house's lints forbid; its own spell out all others.
const ITS_OWN_LINTS: &str = "crates/windows/Cargo.toml";

/// The breaches of one Cargo.toml that describes a package.
pub(super) fn breaches(file: &File) -> Vec<Breach> {
    if file.path.rsplit('/').next() != Some("Cargo.toml") {
        return Vec::new();
    }
    let manifest: Table = match toml::from_str(&file.text) {
        Ok(manifest) => manifest,
        Err(error) => return vec![file.breach(1, format!("cannot be read: {}", error.message()))],
    };
    let Some(package) = manifest.get("package") else {
        return Vec::new();
    };
    let described = package.get("description").and_then(|text| text.as_str()).is_some_and(|text| !text.trim().is_empty());
    let linted = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(|on| on.as_bool()) == Some(true);
    let mut found = Vec::new();
    if !described {
        found.push(file.breach(1, "the crate has no description"));
    }
    if !linted && file.path != ITS_OWN_LINTS {
        found.push(file.breach(1, "the crate does not take the workspace's lints"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_manifest_lacks_is_found() {
        let lints = "[lints]\nworkspace = true\n";
        for (text, expected) in [
            (format!("[package]\nname = \"a\"\ndescription = \"Rules\"\n{lints}"), 0),
            (format!("[package]\nname = \"a\"\n{lints}"), 1),
            (format!("[package]\nname = \"a\"\ndescription = \" \"\n{lints}"), 1),
            ("[package]\nname = \"a\"\n".to_owned(), 2),
            ("[workspace]\nmembers = []\n".to_owned(), 0),
            ("[package\n".to_owned(), 1),
        ] {
            assert_eq!(breaches(&File::new("crates/a/Cargo.toml", &text)).len(), expected, "{text}");
        }
    }
}
