//! `cargo xtask panduan`: the pictures of the officer's guide, taken anew from the page over the test host. What the guide says is written by hand;
//! that its names are those of the screens is a test of the page.

#![allow(clippy::print_stdout, reason = "a command speaks to the terminal")]

mod picture;

use std::collections::BTreeSet;
use std::fs;

use crate::breach::{self, Breach};
use crate::command::run;
use crate::tools::{self, Work};
use crate::{Result, page, repo::Repo, test, tidy};

/// The guide, from the root.
const GUIDE: &str = "docs/panduan.md";
/// Its pictures.
const PICTURES: &str = "docs/panduan";
/// The script that takes them, and the folder of its packages.
const SCRIPT: &str = "panduan";
const ROOM: &str = "tests/browser";
/// Where the script names every picture that it took, one a line.
const TAKEN: &str = "target/panduan/diambil.txt";

/// Takes every picture. Those that still look the same are left as they are; the others are made small.
pub fn illustrate(repo: &Repo) -> Result {
    tools::provide(Work::Test)?;
    page::build(repo)?;
    page::packages(repo, ROOM)?;
    run(repo, "cargo", &[&["build", "--quiet", "--bin", "sandika-devhost", "--bin", "sandika"], &test::WHOLE[..]].concat())?;
    let list = repo.root.join(TAKEN);
    if list.exists() {
        fs::remove_file(&list)?;
    }
    run(repo, "npm", &["--prefix", ROOM, "run", "--silent", SCRIPT])?;
    let taken: BTreeSet<String> = fs::read_to_string(&list)?.lines().map(str::to_owned).collect();
    let (mut new, mut bytes) = (0, 0);
    for name in &taken {
        let path = repo.root.join(PICTURES).join(format!("{name}.png"));
        new += usize::from(picture::squeeze(&path)?);
        bytes += fs::metadata(&path)?.len();
    }
    println!("panduan: {} gambar, {new} baru, {} kB", taken.len(), bytes / 1_000);
    let text = fs::read_to_string(repo.root.join(GUIDE))?;
    breach::verdict("panduan", strangers(&text, &taken))
}

/// Pictures that only the guide or only the script knows.
fn strangers(guide: &str, taken: &BTreeSet<String>) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut shown = BTreeSet::new();
    for (line, target) in tidy::links::local_targets(GUIDE, guide) {
        let Some(name) = target.strip_prefix(PICTURES).and_then(|rest| rest.strip_prefix('/')?.strip_suffix(".png")) else {
            continue;
        };
        if !taken.contains(name) {
            found.push(Breach::new(GUIDE, line, format!("the picture {name} is not taken; take it in {ROOM}/{SCRIPT}, or leave it out")));
        }
        shown.insert(name.to_owned());
    }
    let unshown = taken.difference(&shown).map(|name| Breach::new(GUIDE, 1, format!("the picture {name} is taken, and shown nowhere")));
    found.extend(unshown);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_what_is_taken() {
        let taken = BTreeSet::from(["beranda".to_owned(), "surat".to_owned()]);
        let both = "![Beranda](panduan/beranda.png)\n\n![Surat](panduan/surat.png) [x](https://example.org/panduan/y.png) [z](glossary.md)";
        assert_eq!(strangers(both, &taken), Vec::new());
        let found = strangers("![Beranda](panduan/beranda.png)\n\n![Cari](panduan/cari.png)", &taken);
        let said: Vec<String> = found.iter().map(Breach::to_string).collect();
        assert!(said[0].starts_with("docs/panduan.md:3: the picture cari is not taken"), "{said:?}");
        assert_eq!(said[1..], ["docs/panduan.md:1: the picture surat is taken, and shown nowhere"]);
    }
}
