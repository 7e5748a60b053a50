//! The crates that the programs link on Windows, and what some of them hold in C.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::super::TARGET;
use super::{Part, texts};
use crate::{Result, graph::Graph, repo::Repo};

/// The crates that our programs are made from.
const PROGRAMS: [&str; 3] = ["sandika-desktop", "sandika-cli", "sandika-intake"];

/// A library in C, that a crate builds into the program or hands on.
struct Within {
    krate: &'static str,
    name: &'static str,
    licence: &'static str,
    /// Below the crate's folder, what is read for its terms; a header is cut after the comment that it begins with.
    terms: &'static str,
    /// What its version stands behind, and in which file; none where the crate's own version tells it.
    version: Option<(&'static str, &'static str)>,
    purl: &'static str,
}

const WITHIN: [Within; 4] = [
    Within {
        krate: "openssl-src",
        name: "OpenSSL",
        licence: "Apache-2.0",
        terms: "openssl/LICENSE.txt",
        version: None,
        purl: "pkg:generic/openssl",
    },
    Within {
        krate: "libsqlite3-sys",
        name: "SQLCipher",
        licence: "BSD-3-Clause",
        terms: "sqlcipher/LICENSE",
        version: Some(("#define CIPHER_VERSION_NUMBER", "sqlcipher/sqlite3.c")),
        purl: "pkg:generic/sqlcipher",
    },
    Within {
        krate: "libsqlite3-sys",
        name: "SQLite",
        licence: "blessing",
        terms: "sqlcipher/sqlite3.h",
        version: Some(("#define SQLITE_VERSION ", "sqlcipher/sqlite3.h")),
        purl: "pkg:generic/sqlite",
    },
    // Its owner hands it out under the BSD licence; the crate that carries it has no text of that.
    Within {
        krate: "webview2-com-sys",
        name: "WebView2Loader",
        licence: "BSD-3-Clause",
        terms: "",
        version: None,
        purl: "pkg:nuget/Microsoft.Web.WebView2",
    },
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Graph,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    license_file: Option<PathBuf>,
    manifest_path: PathBuf,
    /// None for our own.
    source: Option<String>,
}

/// All of them.
pub(super) fn parts(repo: &Repo) -> Result<Vec<Part>> {
    let asked = ["metadata", "--format-version", "1", "--locked", "--filter-platform", TARGET];
    let metadata: Metadata = serde_json::from_str(&repo.read_command("cargo", &asked)?)?;
    let lock = repo.text("Cargo.lock")?.unwrap_or_default();
    let sums = checksums(&lock)?;
    let linked = linked(&metadata);
    let mut parts = Vec::new();
    for package in metadata.packages.iter().filter(|package| package.source.is_some()) {
        if linked.contains(package.id.as_str()) {
            parts.push(part(package, &sums)?);
        }
        for within in WITHIN.iter().filter(|within| within.krate == package.name) {
            parts.push(held(package, within)?);
        }
    }
    Ok(parts)
}

/// What the programs link, directly or through others; not what only builds or tests them.
fn linked(metadata: &Metadata) -> BTreeSet<&str> {
    let ours = metadata.packages.iter().filter(|package| package.source.is_none() && PROGRAMS.contains(&package.name.as_str()));
    metadata.resolve.linked_by(ours.map(|package| package.id.as_str()))
}

fn part(package: &Package, sums: &BTreeMap<(String, String), String>) -> Result<Part> {
    let folder = package.manifest_path.parent().ok_or("a manifest without a folder")?;
    let mut texts = texts(folder)?;
    if let (true, Some(file)) = (texts.is_empty(), &package.license_file) {
        texts.push(std::fs::read_to_string(folder.join(file))?);
    }
    Ok(Part {
        name: package.name.clone(),
        version: package.version.clone(),
        licence: package.license.clone().unwrap_or_default().replace('/', " OR "),
        purl: format!("pkg:cargo/{}@{}", package.name, package.version),
        sha256: sums.get(&(package.name.clone(), package.version.clone())).cloned(),
        texts,
    })
}

/// A library within a crate.
fn held(package: &Package, within: &Within) -> Result<Part> {
    let folder = package.manifest_path.parent().ok_or("a manifest without a folder")?;
    let version = version(package, within, folder)?;
    let texts = match within.terms {
        "" => Vec::new(),
        file => {
            let text = std::fs::read_to_string(folder.join(file)).map_err(|error| format!("{}: {file}: {error}", within.name))?;
            vec![if file.ends_with(".h") { first_comment(&text) } else { text }]
        }
    };
    Ok(Part {
        name: within.name.to_owned(),
        licence: within.licence.to_owned(),
        purl: format!("{}@{version}", within.purl),
        version,
        sha256: None,
        texts,
    })
}

/// As its own source says, or as the crate's version does (`300.6.1+3.6.3`).
fn version(package: &Package, within: &Within, folder: &Path) -> Result<String> {
    let Some((mark, file)) = within.version else {
        return Ok(package.version.split_once('+').map_or(package.version.as_str(), |(_, version)| version).to_owned());
    };
    let source = std::fs::read(folder.join(file))?;
    let source = String::from_utf8_lossy(&source);
    let stated = source.lines().find_map(|line| line.strip_prefix(mark)).ok_or_else(|| format!("{file} states no version"))?;
    Ok(stated.trim().trim_matches('"').to_owned())
}

fn first_comment(text: &str) -> String {
    text.split_once("*/").map_or_else(String::new, |(comment, _)| format!("{comment}*/\n"))
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

/// By name and version.
fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>> {
    let lock: Lock = toml::from_str(lock)?;
    Ok(lock.package.into_iter().filter_map(|locked| Some(((locked.name, locked.version), locked.checksum?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_programs_link_is_named_with_its_terms() {
        let parts = parts(&Repo::here().unwrap()).unwrap();
        let named = |name: &str| parts.iter().find(|part| part.name == name);
        for name in ["rusqlite", "tauri", "windows-sys", "hayro", "OpenSSL", "SQLCipher", "SQLite"] {
            let part = named(name).unwrap_or_else(|| panic!("{name} is not told"));
            assert!(!part.licence.is_empty() && !part.texts.is_empty(), "{part:?}");
        }
        let version = |name: &str| named(name).unwrap().version.split('.').next().map(str::to_owned);
        assert_eq!((version("SQLite"), version("SQLCipher"), version("OpenSSL")), (Some("3".into()), Some("4".into()), Some("3".into())));
        assert!(named("rusqlite").unwrap().sha256.as_ref().is_some_and(|sum| sum.len() == 64));
        for name in ["insta", "proptest", "gtk", "tauri-build", "sandika-app"] {
            assert!(named(name).is_none(), "{name} does not ship");
        }
    }
}
