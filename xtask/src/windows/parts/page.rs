//! The packages that the page was bundled from, as the bundler tells them, and the fonts that letters are set in.

use std::fs;

use serde::Deserialize;

use super::{Part, texts};
use crate::{Result, repo::Repo};

/// What `ui/vite.config.ts` has it write.
const TOLD: &str = "ui/dist/lisensi.json";
/// The fonts of letters.
const FONTS: &str = "crates/letters/fonts";

#[derive(Deserialize)]
struct Told {
    name: String,
    version: String,
    identifier: Option<String>,
    text: Option<String>,
}

/// All of them.
pub(super) fn parts(repo: &Repo) -> Result<Vec<Part>> {
    let told: Vec<Told> = serde_json::from_str(&fs::read_to_string(repo.root.join(TOLD)).map_err(|error| format!("{TOLD}: {error}"))?)?;
    let mut parts: Vec<Part> = told.into_iter().map(part).collect();
    parts.push(fonts(repo)?);
    Ok(parts)
}

fn part(told: Told) -> Part {
    Part {
        purl: format!("pkg:npm/{}@{}", told.name.replacen('@', "%40", 1), told.version),
        name: told.name,
        version: told.version,
        licence: told.identifier.unwrap_or_default(),
        sha256: None,
        texts: told.text.into_iter().collect(),
    }
}

fn fonts(repo: &Repo) -> Result<Part> {
    let mut families = Vec::new();
    for family in fs::read_dir(repo.root.join(FONTS))?.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let terms = texts(&family)?;
        if terms.is_empty() {
            return Err(format!("{}: no licence lies beside the fonts", family.display()).into());
        }
        families.extend(terms);
    }
    families.sort();
    Ok(Part {
        name: "fonts of the letters".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        licence: "OFL-1.1 AND LPPL-1.3c".to_owned(),
        purl: "pkg:generic/fonts-of-the-letters".to_owned(),
        sha256: None,
        texts: families,
    })
}
