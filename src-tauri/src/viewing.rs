//! Files on their way to the program that the computer has for them. They lie in a private folder, in the clear, only until the next start.

use sandika_app::is_device_name;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tauri::State;

/// The private folder. Nothing outside of it is ever opened at the page's word.
pub(crate) struct Viewing {
    folder: PathBuf,
}

impl Viewing {
    /// Sweeps away what the last run left, and makes the folder for this user alone.
    pub(crate) fn swept(data: &Path) -> io::Result<Self> {
        let folder = data.join("lihat");
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        private(&folder)?;
        Ok(Self { folder: folder.canonicalize()? })
    }

    /// A place that is not taken, for a file of this name.
    fn place(&self, name: &str) -> io::Result<PathBuf> {
        let plain = |character: char| if character.is_alphanumeric() || "-_. ()".contains(character) { character } else { '-' };
        let name: String = name.chars().map(plain).take(100).collect();
        // Windows drops what a name ends with, and takes some names for devices.
        let name = Some(name.trim_start_matches('.').trim_end_matches(['.', ' '])).filter(|name| !name.is_empty()).unwrap_or("salinan");
        let own = tempfile::Builder::new().prefix("").tempdir_in(&self.folder)?.keep();
        Ok(own.join(if is_device_name(name) { format!("-{name}") } else { name.to_owned() }))
    }

    /// The path itself, if it is a file in our folder.
    fn ours(&self, path: &Path) -> io::Result<PathBuf> {
        let real = path.canonicalize()?;
        if real.starts_with(&self.folder) && real.is_file() { Ok(real) } else { Err(io::ErrorKind::PermissionDenied.into()) }
    }
}

/// A path at which a copy for viewing may be saved.
#[tauri::command]
pub(crate) fn view_place(viewing: State<'_, Viewing>, name: &str) -> Result<String, String> {
    let place = viewing.place(name).map_err(|error| format!("Tempat untuk salinan tidak dapat dibuat: {error}"))?;
    Ok(place.display().to_string())
}

/// Opens such a copy in the program that the computer has for it.
#[tauri::command]
pub(crate) async fn open_with_viewer(viewing: State<'_, Viewing>, path: String) -> Result<(), String> {
    let ours = viewing.ours(Path::new(&path)).map_err(|_| "Hanya salinan yang dibuat aplikasi ini yang dapat dibuka.".to_owned())?;
    opener::open(as_programs_take_it(&ours)).map_err(|error| format!("Berkas tidak dapat dibuka dengan aplikasi lain: {error}"))
}

/// Windows resolves a path to `\\?\C:\…`, which few programs take.
fn as_programs_take_it(real: &Path) -> PathBuf {
    let plain = real.to_str().and_then(|text| text.strip_prefix(r"\\?\")).filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    plain.map_or_else(|| real.to_owned(), PathBuf::from)
}

#[cfg(unix)]
fn private(folder: &Path) -> io::Result<()> {
    std::os::unix::fs::DirBuilderExt::mode(fs::DirBuilder::new().recursive(true), 0o700).create(folder)
}

#[cfg(not(unix))]
fn private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_in_the_private_folder_is_opened() {
        let data = tempfile::tempdir().unwrap();
        let viewing = Viewing::swept(data.path()).unwrap();
        let place = viewing.place("../surat rahasia.pdf").unwrap();
        assert!(viewing.ours(&place).is_err(), "nothing is there yet");
        fs::write(&place, "x").unwrap();
        assert!(viewing.ours(&place).is_ok());
        assert_eq!(place.file_name().unwrap(), "-surat rahasia.pdf");
        let outside = data.path().join("setelan.json");
        fs::write(&outside, "x").unwrap();
        assert!(viewing.ours(&outside).is_err());
        assert!(viewing.ours(&place.join("../../../setelan.json")).is_err());
        assert!(viewing.ours(place.parent().unwrap()).is_err(), "a folder is no file");
    }

    #[test]
    fn programs_are_handed_paths_that_they_take() {
        for (real, handed) in [
            (r"\\?\C:\Users\petugas\lihat\a\surat.pdf", r"C:\Users\petugas\lihat\a\surat.pdf"),
            (r"\\?\UNC\server\bagi\surat.pdf", r"\\?\UNC\server\bagi\surat.pdf"),
            ("/srv/lihat/surat.pdf", "/srv/lihat/surat.pdf"),
        ] {
            assert_eq!(as_programs_take_it(Path::new(real)), Path::new(handed));
        }
    }

    #[test]
    fn a_copy_has_a_name_that_every_system_takes_for_a_file() {
        let data = tempfile::tempdir().unwrap();
        let viewing = Viewing::swept(data.path()).unwrap();
        for (name, expected) in [("CON.pdf", "-CON.pdf"), ("surat. ", "surat"), ("...", "salinan"), ("a:b.pdf", "a-b.pdf")] {
            let place = viewing.place(name).unwrap();
            assert_eq!(place.file_name().unwrap(), expected);
            fs::write(&place, "x").unwrap();
            assert!(viewing.ours(&place).is_ok());
        }
    }

    #[test]
    fn what_was_left_is_swept_at_the_next_start() {
        let data = tempfile::tempdir().unwrap();
        let place = Viewing::swept(data.path()).unwrap().place("surat.pdf").unwrap();
        fs::write(&place, "x").unwrap();
        Viewing::swept(data.path()).unwrap();
        assert!(!place.exists());
    }
}
