//! The dialogs of Windows and macOS.

use super::Choice;
use rfd::{AsyncFileDialog, MessageDialog, MessageLevel};
use std::path::PathBuf;
use tauri::WebviewWindow;
use tauri::async_runtime::{Sender, spawn};

/// Opens a dialog and leaves the answer to whoever waits.
pub(super) fn open(window: &WebviewWindow, title: &str, choice: Choice, answer: Sender<Vec<PathBuf>>) {
    let dialog = AsyncFileDialog::new().set_parent(window).set_title(title);
    spawn(async move {
        let files = match choice {
            Choice::Files { many, endings } => {
                let dialog = if endings.is_empty() { dialog } else { dialog.add_filter(endings.join(", "), &endings) };
                if many { dialog.pick_files().await } else { dialog.pick_file().await.map(|file| vec![file]) }
            }
            Choice::Folder => dialog.pick_folder().await.map(|folder| vec![folder]),
            Choice::Save { name } => dialog.set_file_name(name).save_file().await.map(|file| vec![file]),
        };
        let paths = files.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect();
        drop(answer.send(paths).await);
    });
}

/// Says a sentence and waits until it was read.
pub(crate) fn complain(text: &str) {
    MessageDialog::new().set_level(MessageLevel::Error).set_title("Sandika").set_description(text).show();
}
