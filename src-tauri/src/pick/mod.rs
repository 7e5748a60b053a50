//! The system's own dialogs for files and folders, and for the one message that no page can show.
//!
//! On Linux they are the desktop portal's, or Zenity's where there is no portal: both are processes of their own, so the window goes on living.

mod complain;
#[cfg(target_os = "linux")]
mod means;

pub(crate) use complain::complain;

use rfd::{AsyncFileDialog, FileHandle};
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::WebviewWindow;

/// Whether a dialog is open. Zenity's does not keep officers from the window behind it.
static OPEN: AtomicBool = AtomicBool::new(false);
const STILL_OPEN: &str = "Dialog berkas sebelumnya masih terbuka, mungkin di balik jendela lain. Pilih atau batalkan di dialog itu dahulu.";

/// Lets the officer choose files to bring in.
#[tauri::command]
pub(crate) async fn pick_files(window: WebviewWindow, title: String, many: bool, endings: Vec<String>) -> Result<Vec<String>, String> {
    let (dialog, _turn) = begin(&window, title).await?;
    let dialog = if endings.is_empty() { dialog } else { dialog.add_filter(endings.join(", "), &patterns(&endings)) };
    let files = if many { dialog.pick_files().await } else { dialog.pick_file().await.map(|file| vec![file]) };
    Ok(whole(files.unwrap_or_default().iter().map(path).collect()))
}

/// Lets the officer choose a folder.
#[tauri::command]
pub(crate) async fn pick_folder(window: WebviewWindow, title: String) -> Result<Option<String>, String> {
    let (dialog, _turn) = begin(&window, title).await?;
    Ok(dialog.pick_folder().await.as_ref().map(path))
}

/// Asks where a file is to be saved. The dialog itself asks before a file that is there is overwritten.
#[tauri::command]
pub(crate) async fn pick_save(window: WebviewWindow, title: String, name: String) -> Result<Option<String>, String> {
    let (dialog, _turn) = begin(&window, title).await?;
    Ok(dialog.set_file_name(name).save_file().await.as_ref().map(path))
}

/// The right to open the one dialog.
struct Turn;

impl Turn {
    fn take() -> Result<Self, &'static str> {
        if OPEN.swap(true, Ordering::AcqRel) { Err(STILL_OPEN) } else { Ok(Self) }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        OPEN.store(false, Ordering::Release);
    }
}

/// A dialog over the window, to be held together with the right to open it; a sentence where none can be opened.
async fn begin(window: &WebviewWindow, title: String) -> Result<(AsyncFileDialog, Turn), String> {
    let turn = Turn::take()?;
    #[cfg(target_os = "linux")]
    means::there().await?;
    Ok((AsyncFileDialog::new().set_parent(window).set_title(title), turn))
}

/// Scanners write `SCAN.PDF`, and on Linux that is another ending.
fn patterns(endings: &[String]) -> Vec<String> {
    let mut patterns = endings.to_vec();
    if cfg!(target_os = "linux") {
        patterns.extend(endings.iter().map(|ending| ending.to_uppercase()));
    }
    patterns
}

fn path(file: &FileHandle) -> String {
    file.path().display().to_string()
}

/// Zenity parts the paths of several files with `|`, which may also stand in the name of one: what does not begin at the root goes on.
fn whole(parts: Vec<String>) -> Vec<String> {
    if cfg!(not(target_os = "linux")) {
        return parts;
    }
    let mut paths: Vec<String> = Vec::new();
    for part in parts {
        match paths.last_mut() {
            Some(before) if !part.starts_with('/') => *before = format!("{before}|{part}"),
            _ => paths.push(part),
        }
    }
    paths
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn what_scanners_write_is_shown_too() {
        assert_eq!(patterns(&owned(&["pdf", "png"])), ["pdf", "png", "PDF", "PNG"]);
    }

    #[test]
    fn a_bar_in_a_name_makes_no_second_file() {
        for (parts, paths) in [
            (&["/a/surat.pdf", "/a/b.pdf"][..], &["/a/surat.pdf", "/a/b.pdf"][..]),
            (&["/a/surat", "asli", "2.pdf", "/a/b.pdf"], &["/a/surat|asli|2.pdf", "/a/b.pdf"]),
            (&[], &[]),
        ] {
            assert_eq!(whole(owned(parts)), paths);
        }
    }
}
