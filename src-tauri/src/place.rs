//! Where the data lies: in the user's own folder of this computer, or beside a program that is carried about.

use std::path::{Path, PathBuf};
use std::{env, io};

/// Below the user's folder for what stays on this computer.
#[cfg(windows)]
const OWN: &str = "Sandika";
#[cfg(not(windows))]
const OWN: &str = "id.sandika.desktop";
/// Beside a program that is carried about: this file says so.
const CARRIED: &str = "portabel.txt";
/// Then the data lies here, beside it.
const BESIDE: &str = "Data";

/// The data of the one who works at this computer: on Windows `%LOCALAPPDATA%\Sandika`, which does not wander over the network at each sign-in.
pub(crate) fn of_the_user() -> io::Result<PathBuf> {
    let folder = dirs::data_local_dir().ok_or_else(|| io::Error::other("folder data pengguna tidak diketahui"))?;
    Ok(folder.join(OWN))
}

/// The data beside this program, where it is carried about.
pub(crate) fn beside_the_program() -> Option<PathBuf> {
    beside(env::current_exe().ok()?.parent()?)
}

fn beside(folder: &Path) -> Option<PathBuf> {
    folder.join(CARRIED).is_file().then(|| folder.join(BESIDE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_program_that_is_carried_about_has_its_data_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(beside(folder.path()), None);
        fs::write(folder.path().join(CARRIED), "").unwrap();
        assert_eq!(beside(folder.path()), Some(folder.path().join("Data")));
    }

    #[test]
    fn the_data_of_the_user_stays_on_this_computer() {
        let folder = of_the_user().unwrap();
        assert!(folder.is_absolute() && folder.ends_with(OWN), "{}", folder.display());
    }
}
