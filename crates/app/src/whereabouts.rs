//! Where an office may lie: on a disk of this computer, in no folder that another program copies elsewhere by itself.
//!
//! Over a network two computers can write at once in spite of the lock, and a program that synchronises copies a database in the middle of a
//! change. Both end with a damaged office; the second also carries personal data out of it.

use crate::error::AppError;
use sandika_intake::folder::is_far;
use std::fs;
use std::path::{Path, PathBuf};

/// How folders that are synchronised are called, in small letters and without what stands behind a dash (`OneDrive - Contoh`).
const SYNCED: [(&str, &str); 9] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("megasync", "MEGA"),
];

/// What programs that synchronise leave in the folder that they watch.
const MARKS: [(&str, &str); 5] = [
    (".dropbox", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.driveupload", "Google Drive"),
];

/// Refuses a folder where no office may lie, be it made there or opened.
///
/// # Errors
/// [`AppError::Input`].
pub(crate) fn check(folder: &Path) -> Result<(), AppError> {
    let refused = |why: String| {
        let text = format!(
            "Data kantor tidak dapat dipakai di {why}. Pilih folder pada cakram komputer ini; kantor yang sudah ada dipindahkan ke sana dengan seluruh isi foldernya."
        );
        Err(AppError::Input { field: "folder", text })
    };
    if is_far(folder) {
        return refused("folder jaringan, karena dua komputer dapat menulisnya bersamaan dan merusaknya".to_owned());
    }
    let there = folder.ancestors().find_map(|above| fs::canonicalize(above).ok()).unwrap_or_else(|| PathBuf::from(folder));
    match synced_by(folder).or_else(|| if there == folder { None } else { synced_by(&there) }) {
        Some(name) => refused(format!("folder yang disalin {name}, karena salinannya keluar dari kantor dan dapat merusak datanya")),
        None => Ok(()),
    }
}

/// The program that synchronises a folder, by the names above it and by what it has left there.
fn synced_by(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|above| {
        let name = above.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let name = name.split(" - ").next().unwrap_or_default();
        let named = SYNCED.iter().find(|(known, _)| *known == name);
        named.or_else(|| MARKS.iter().find(|(mark, _)| above.join(mark).exists())).map(|(_, program)| *program)
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use std::fs;

    #[test]
    fn an_office_lies_in_no_folder_that_is_copied_elsewhere() {
        for (place, program) in [
            ("kantor", None),
            ("OneDrive/kantor", Some("OneDrive")),
            ("OneDrive - Pemkab Contoh/Dokumen/kantor", Some("OneDrive")),
            ("DROPBOX/kantor", Some("Dropbox")),
            ("Google Drive/kantor", Some("Google Drive")),
            ("onedrivex/kantor", None),
            ("tentang onedrive/kantor", None),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let told = check(&folder.path().join(place)).err().map(|error| error.to_string());
            assert_eq!(told.is_some(), program.is_some(), "{place}");
            assert!(told.unwrap_or_default().contains(program.unwrap_or_default()), "{place}");
        }
        for (mark, program) in [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")] {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir_all(folder.path().join("dalam/kantor")).unwrap();
            assert!(check(&folder.path().join("dalam/kantor")).is_ok());
            fs::write(folder.path().join(mark), "").unwrap();
            assert!(check(&folder.path().join("dalam/kantor")).unwrap_err().to_string().contains(program));
        }
    }
}
