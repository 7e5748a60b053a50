//! The system's own dialogs for files and folders, and for the one message that no page can show.

#[cfg(target_os = "linux")]
mod gtk;
#[cfg(not(target_os = "linux"))]
mod other;
#[cfg(target_os = "linux")]
use gtk as system;
#[cfg(not(target_os = "linux"))]
use other as system;

pub(crate) use system::complain;

use std::path::PathBuf;
use tauri::WebviewWindow;
use tauri::async_runtime::channel;

/// What is chosen.
enum Choice {
    /// Files to bring in, with these endings; any if none.
    Files { many: bool, endings: Vec<String> },
    /// A folder.
    Folder,
    /// Where a file is to be saved, with a name to begin with.
    Save { name: String },
}

/// Lets the officer choose files to bring in.
#[tauri::command]
pub(crate) async fn pick_files(window: WebviewWindow, title: String, many: bool, endings: Vec<String>) -> Result<Vec<String>, String> {
    Ok(ask(&window, title, Choice::Files { many, endings }).await)
}

/// Lets the officer choose a folder.
#[tauri::command]
pub(crate) async fn pick_folder(window: WebviewWindow, title: String) -> Result<Option<String>, String> {
    Ok(ask(&window, title, Choice::Folder).await.pop())
}

/// Asks where a file is to be saved.
#[tauri::command]
pub(crate) async fn pick_save(window: WebviewWindow, title: String, name: String) -> Result<Option<String>, String> {
    Ok(ask(&window, title, Choice::Save { name }).await.pop())
}

/// Opens a dialog over the window, on the window's own thread, and waits for it elsewhere. Empty when the officer changes their mind.
async fn ask(window: &WebviewWindow, title: String, choice: Choice) -> Vec<String> {
    let (answer, mut answered) = channel::<Vec<PathBuf>>(1);
    let parent = window.clone();
    let opened = window.run_on_main_thread(move || system::open(&parent, &title, choice, answer));
    if opened.is_err() {
        return Vec::new();
    }
    let paths = answered.recv().await.unwrap_or_default();
    paths.into_iter().map(|path| path.display().to_string()).collect()
}
