//! What ships beside our own work: crates, the libraries in C within them, packages of the page, fonts. Two documents are made of it.

mod crates;
mod licences;
mod page;
mod sbom;

use std::fs;
use std::path::Path;

use crate::{Result, repo::Repo};

/// The document for people.
pub(super) const LICENCES: &str = "LISENSI-PIHAK-KETIGA.txt";
/// The document for programs that look for known weaknesses: CycloneDX 1.6.
pub(super) const BILL: &str = "sandika.cdx.json";

/// One part, as others made it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    /// By SPDX.
    licence: String,
    /// Where it comes from, as a package URL.
    purl: String,
    /// Of the package as it was fetched; none for what comes within another one.
    sha256: Option<String>,
    /// Its licences and notices, word by word.
    texts: Vec<String>,
}

/// Writes both documents into a folder. Says how many parts there are.
///
/// # Errors
/// When a part names no licence, or a text that must travel with it is not found.
pub(super) fn write(repo: &Repo, folder: &Path) -> Result<usize> {
    let mut parts = crates::parts(repo)?;
    parts.extend(page::parts(repo)?);
    parts.sort();
    parts.dedup_by(|one, other| one.purl == other.purl);
    if let Some(part) = parts.iter().find(|part| part.licence.trim().is_empty()) {
        return Err(format!("{} {} names no licence", part.name, part.version).into());
    }
    fs::write(folder.join(LICENCES), licences::document(&parts))?;
    fs::write(folder.join(BILL), sbom::document(env!("CARGO_PKG_VERSION"), &parts)?)?;
    Ok(parts.len())
}

/// The texts in a folder whose names say that they are licences or notices, by name.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let speaks = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE", "OFL"].iter().any(|word| name.starts_with(word))
    };
    let read =
        files.iter().filter(|path| speaks(path)).map(|path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
    Ok(read.collect::<std::io::Result<_>>()?)
}

#[cfg(test)]
fn sample(name: &str, texts: &[&str]) -> Part {
    Part {
        name: name.to_owned(),
        version: "1.0.0".to_owned(),
        licence: "MIT".to_owned(),
        purl: format!("pkg:cargo/{name}@1.0.0"),
        sha256: Some("00ff".to_owned()),
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
    }
}
