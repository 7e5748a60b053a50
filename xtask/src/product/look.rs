//! The real window on a screen of its own, with the practice office: a picture of each place, and one case walked by hand.

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

/// Leaves pictures of the places in `layar`, and of the walk with its letters in `jendela`, both under a folder.
#[cfg(target_os = "linux")]
pub(crate) fn look(target: &Path) -> Result {
    use sandika_shell_tests::{Program, Window};

    let program = Program::new();
    let window = Window::open(&program);
    places(&window, &target.join("layar"))?;
    walk(&program, &window, &target.join("jendela"))
}

#[cfg(target_os = "linux")]
fn places(window: &sandika_shell_tests::Window, folder: &Path) -> Result {
    std::fs::create_dir_all(folder)?;
    for (name, place) in PLACES {
        window.go(place);
        std::fs::write(folder.join(format!("{name}.png")), window.picture())?;
    }
    println!("jendela: {} gambar layar, {}", PLACES.len(), folder.display());
    Ok(())
}

/// A revocation from *Permohonan baru* to the archive: typed, clicked and chosen in the window.
#[cfg(target_os = "linux")]
fn walk(program: &sandika_shell_tests::Program, window: &sandika_shell_tests::Window, folder: &Path) -> Result {
    use sandika_shell_tests::{Officer, Portal, Request};

    let papers = folder.join("berkas-masuk");
    std::fs::create_dir_all(&papers)?;
    let mut pictures = 0;
    let mut picture = |what: &str| {
        pictures += 1;
        std::fs::write(folder.join(format!("{pictures:02}-{what}.png")), window.picture())
    };
    let portal = Portal::stand(&program.screen);
    let request = Request::begin(window);
    request.revocation();
    picture("permohonan-baru")?;
    let officer = Officer::at(request.open(), window, &portal, &papers);
    while officer.is_open() {
        let step = officer.step();
        officer.gather();
        picture(&format!("langkah-{step}"))?;
        officer.complete();
    }
    picture("selesai")?;
    let letters = officer.save_letters(folder);
    println!(
        "jendela: satu perkara dijalani dengan ketikan dan klik sampai arsip, {pictures} gambar, {letters} surat, {}",
        folder.display()
    );
    Ok(())
}

/// Elsewhere the window always has a display.
#[cfg(not(target_os = "linux"))]
pub(crate) fn look(_: &Path) -> Result {
    Ok(())
}
