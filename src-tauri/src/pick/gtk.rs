//! GTK's dialogs, in GTK's own loop. `rfd` starts a second loop beside it, on which the window was seen to freeze.

use super::Choice;
use gtk::prelude::*;
use gtk::{ButtonsType, DialogFlags, FileChooserAction, FileChooserNative, FileFilter, MessageDialog, MessageType, ResponseType, Window};
use std::cell::RefCell;
use std::path::PathBuf;
use tauri::WebviewWindow;
use tauri::async_runtime::Sender;

/// Opens a dialog and leaves the answer to whoever waits.
pub(super) fn open(window: &WebviewWindow, title: &str, choice: Choice, answer: Sender<Vec<PathBuf>>) {
    let (action, accept) = match choice {
        Choice::Files { .. } => (FileChooserAction::Open, "Pilih"),
        Choice::Folder => (FileChooserAction::SelectFolder, "Pilih"),
        Choice::Save { .. } => (FileChooserAction::Save, "Simpan"),
    };
    let parent = window.gtk_window().ok();
    let dialog = FileChooserNative::new(Some(title), parent.as_ref(), action, Some(accept), Some("Batal"));
    dialog.set_modal(true);
    match choice {
        Choice::Files { many, endings } => {
            dialog.set_select_multiple(many);
            if !endings.is_empty() {
                dialog.add_filter(filter(&endings));
            }
        }
        Choice::Folder => {}
        Choice::Save { name } => {
            dialog.set_do_overwrite_confirmation(true);
            dialog.set_current_name(&name);
        }
    }
    // Nobody but us holds the dialog while it is open.
    let held = RefCell::new(Some(dialog.clone()));
    dialog.connect_response(move |dialog, response| {
        let paths = if response == ResponseType::Accept { dialog.filenames() } else { Vec::new() };
        drop(answer.try_send(paths));
        dialog.destroy();
        held.take();
    });
    dialog.show();
}

fn filter(endings: &[String]) -> FileFilter {
    let filter = FileFilter::new();
    filter.set_name(Some(&endings.join(", ")));
    for ending in endings {
        // Scanners write `SCAN.PDF`.
        filter.add_pattern(&format!("*.{}", ending.to_lowercase()));
        filter.add_pattern(&format!("*.{}", ending.to_uppercase()));
    }
    filter
}

/// Says a sentence and waits until it was read.
pub(crate) fn complain(text: &str) {
    let dialog = MessageDialog::new(None::<&Window>, DialogFlags::MODAL, MessageType::Error, ButtonsType::Close, text);
    dialog.set_title("Sandika");
    dialog.run();
}
