//! Font files on this computer: those that are installed, or those of a folder.

use crate::ports::FontShelf;
use fontdb::{Database, Source};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What the system and its user have installed.
pub struct InstalledFonts;

impl FontShelf for InstalledFonts {
    fn each(&self, look: &mut dyn FnMut(&Path, &[u8])) {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        show(&fonts, look);
    }
}

/// The fonts of one folder and those below it.
pub struct FolderFonts(pub PathBuf);

impl FontShelf for FolderFonts {
    fn each(&self, look: &mut dyn FnMut(&Path, &[u8])) {
        let mut fonts = Database::new();
        fonts.load_fonts_dir(&self.0);
        show(&fonts, look);
    }
}

/// Shows each file once, however many fonts it holds. Files are mapped, not read: of a large font a look touches a few pages.
fn show(fonts: &Database, look: &mut dyn FnMut(&Path, &[u8])) {
    let file = |face: &fontdb::FaceInfo| match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some((path.clone(), face.id)),
        Source::Binary(_) => None,
    };
    let mut shown = BTreeSet::new();
    let mut files: Vec<_> = fonts.faces().filter_map(file).collect();
    files.sort();
    for (path, face) in files {
        if shown.insert(path.clone()) {
            fonts.with_face_data(face, |bytes, _| look(&path, bytes));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(shelf: &dyn FontShelf) -> Vec<PathBuf> {
        let mut shown = Vec::new();
        shelf.each(&mut |path, bytes| {
            assert!(path.is_file() && !bytes.is_empty(), "{}", path.display());
            shown.push(path.to_owned());
        });
        shown
    }

    #[test]
    fn every_file_is_shown_once_and_in_order() {
        let shipped = shown(&FolderFonts(Path::new(env!("CARGO_MANIFEST_DIR")).join("../letters/fonts")));
        assert_eq!(shipped.len(), 9);
        for files in [shipped, shown(&InstalledFonts)] {
            assert!(files.is_sorted_by(|before, after| before < after), "{files:?}");
        }
    }
}
