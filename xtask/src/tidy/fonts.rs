//! Fonts: the licence lies beside them, as the OFL asks.

use std::collections::BTreeMap;

use crate::breach::Breach;

/// The breaches among the paths of all files: one for each folder of fonts without a licence.
pub(super) fn breaches(paths: &[String]) -> Vec<Breach> {
    let mut folders: BTreeMap<&str, (Option<&String>, bool)> = BTreeMap::new();
    for path in paths {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let (font, licensed) = folders.entry(folder).or_default();
        if name.ends_with(".ttf") || name.ends_with(".otf") {
            font.get_or_insert(path);
        }
        *licensed |= name == "OFL.txt" || name.starts_with("LICENSE");
    }
    let unlicensed = folders.values().filter(|(_, licensed)| !licensed).filter_map(|(font, _)| *font);
    unlicensed.map(|font| Breach::new(font, 1, "a font without its licence beside it (OFL.txt)")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_fonts_without_a_licence_is_found() {
        let found = |paths: &[&str]| breaches(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>()).len();
        assert_eq!(found(&["f/arimo/A.ttf", "f/arimo/OFL.txt", "f/tinos/T.ttf", "f/tinos/U.otf"]), 1);
        assert_eq!(found(&["f/arimo/A.ttf", "f/arimo/OFL.txt", "src/lib.rs"]), 0);
    }
}
