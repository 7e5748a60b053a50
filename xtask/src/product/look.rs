//! The real window on a screen of its own, with the practice office: a picture of each place, and one case walked by hand.

use std::path::Path;
use xtask::Result;

/// Leaves pictures of the places in `layar`, and of the walk with its letters in `jendela`, both under a folder.
#[cfg(target_os = "linux")]
pub(crate) fn look(target: &Path) -> Result {
    use sandika_shell_tests::{Program, Window};

    let program = Program::new();
    let window = Window::open(&program);
    linux::places(&window, &target.join("layar"))?;
    linux::walk(&program, &window, &target.join("jendela"))
}

/// Elsewhere the window always has a display.
#[cfg(not(target_os = "linux"))]
pub(crate) fn look(_: &Path) -> Result {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use sandika_shell_tests::{Officer, Portal, Program, Request, Window};
    use std::fs;
    use std::path::Path;
    use xtask::Result;

    /// Name of the picture and the place in the page's address.
    const PLACES: [(&str, &str); 6] = [
        ("1-beranda", ""),
        ("2-permohonan", "permohonan"),
        ("3-surat", "surat"),
        ("4-pemilik", "pemilik"),
        ("5-sop", "sop"),
        ("6-pengaturan", "pengaturan"),
    ];

    pub(super) fn places(window: &Window, folder: &Path) -> Result {
        fs::create_dir_all(folder)?;
        for (name, place) in PLACES {
            window.go(place);
            fs::write(folder.join(format!("{name}.png")), window.picture())?;
        }
        println!("jendela: gambar {} layar, {}", PLACES.len(), folder.display());
        Ok(())
    }

    /// A revocation from *Permohonan baru* to the archive: typed, clicked and chosen in the window.
    pub(super) fn walk(program: &Program, window: &Window, folder: &Path) -> Result {
        let papers = folder.join("berkas-masuk");
        fs::create_dir_all(&papers)?;
        let mut pictures = 0;
        let mut picture = |what: &str| {
            pictures += 1;
            fs::write(folder.join(format!("{pictures:02}-{what}.png")), window.picture())
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
            "jendela: satu perkara dijalani dengan tangan dari permohonan baru sampai arsip, {pictures} gambar, {} surat, {}",
            letters.len(),
            folder.display()
        );
        Ok(())
    }
}
