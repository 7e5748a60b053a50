//! The real window on a screen of its own, with the practice office: a picture of each place.

use std::path::Path;
use xtask::Result;

/// Name of the picture and the place in the page's address.
#[cfg(target_os = "linux")]
const PLACES: [(&str, &str); 6] = [
    ("1-beranda", ""),
    ("2-permohonan", "permohonan"),
    ("3-surat", "surat"),
    ("4-pemilik", "pemilik"),
    ("5-sop", "sop"),
    ("6-pengaturan", "pengaturan"),
];

/// Leaves the pictures in a folder.
#[cfg(target_os = "linux")]
pub(crate) fn look(folder: &Path) -> Result {
    use sandika_shell_tests::{Program, Window};
    use std::fs;

    fs::create_dir_all(folder)?;
    let program = Program::new();
    let window = Window::open(&program);
    for (name, place) in PLACES {
        window.go(place);
        let picture = folder.join(format!("{name}.png"));
        fs::write(&picture, window.picture())?;
        println!("jendela: {}", picture.display());
    }
    Ok(())
}

/// Elsewhere the window always has a display.
#[cfg(not(target_os = "linux"))]
pub(crate) fn look(_: &Path) -> Result {
    Ok(())
}
