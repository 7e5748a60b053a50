//! Pictures of the documents: each is shown somewhere, and none is heavy. They come with every copy of the tree, for ever.

use std::collections::BTreeSet;

use super::{File, links};
use crate::breach::Breach;

/// Most bytes of one picture.
const MOST: u64 = 100_000;
/// Most bytes of all of them.
const MOST_OF_ALL: u64 = 2_500_000;

/// The breaches of the pictures under `docs/`; `size` tells the bytes of a path from the root.
pub(super) fn breaches(files: &[File], paths: &[String], size: &dyn Fn(&str) -> u64) -> Vec<Breach> {
    let documents = files.iter().filter(|file| file.ending() == "md");
    let shown: BTreeSet<String> =
        documents.flat_map(|file| links::local_targets(&file.path, &file.text)).map(|(_, target)| target).collect();
    let mut found = Vec::new();
    let mut all = 0;
    for path in paths.iter().filter(|path| path.starts_with("docs/") && path.ends_with(".png")) {
        let bytes = size(path);
        all += bytes;
        if !shown.contains(path) {
            found.push(Breach::new(path, 1, "no document shows this picture: show it, or delete it"));
        }
        if bytes > MOST {
            found.push(Breach::new(path, 1, format!("{bytes} bytes, more than {MOST}: cut it to what matters")));
        }
    }
    if all > MOST_OF_ALL {
        found.push(Breach::new("docs", 1, format!("pictures of {all} bytes, more than {MOST_OF_ALL}: fewer, or smaller")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_shown_and_light() {
        let guide = File::new("docs/panduan.md", "![a](panduan/a.png)\n![b](panduan/b.png)");
        let paths = ["docs/panduan/a.png", "docs/panduan/b.png", "docs/panduan/c.png", "icons/icon.png"].map(str::to_owned);
        let files = [guide];
        let found = |size: &dyn Fn(&str) -> u64| -> Vec<String> { breaches(&files, &paths, size).iter().map(Breach::to_string).collect() };
        assert_eq!(found(&|_| 40_000), ["docs/panduan/c.png:1: no document shows this picture: show it, or delete it"]);
        let heavy = found(&|path| if path.ends_with("b.png") { 100_001 } else { 1 });
        assert_eq!(heavy[0], "docs/panduan/b.png:1: 100001 bytes, more than 100000: cut it to what matters");
        assert!(found(&|_| 900_000).last().unwrap().starts_with("docs:1: pictures of 2700000 bytes"));
    }
}
