//! Whether this desktop can open a file dialog at all. Where it cannot, `rfd` would answer as if the officer had cancelled.

use std::env;
use std::ffi::OsStr;
use tauri::async_runtime::spawn_blocking;
use zbus::blocking::{Connection, Proxy};

const MISSING: &str = "Dialog berkas tidak dapat dibuka karena komputer ini belum memiliki program untuk menampilkannya. \
    Minta pengelola komputer memasang paket “zenity” (atau “xdg-desktop-portal-gtk”), lalu coba lagi.";

/// Answers with what is missing, as a sentence for the officer.
pub(super) async fn there() -> Result<(), &'static str> {
    let there = zenity(env::var_os("PATH").as_deref()) || spawn_blocking(|| portal().is_ok()).await.unwrap_or(false);
    if there { Ok(()) } else { Err(MISSING) }
}

fn zenity(path: Option<&OsStr>) -> bool {
    path.is_some_and(|path| env::split_paths(path).any(|folder| folder.join("zenity").is_file()))
}

/// A portal stands without a file dialog where no desktop lends it one.
fn portal() -> zbus::Result<u32> {
    let bus = Connection::session()?;
    let files = "org.freedesktop.portal.FileChooser";
    Proxy::new(&bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", files)?.get_property("version")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn zenity_is_looked_for_where_programs_lie() {
        let folder = tempfile::tempdir().unwrap();
        let path = env::join_paths(["/nowhere".as_ref(), folder.path()]).unwrap();
        assert!(!zenity(Some(&path)));
        fs::write(folder.path().join("zenity"), "").unwrap();
        assert!(zenity(Some(&path)));
        assert!(!zenity(None));
    }
}
