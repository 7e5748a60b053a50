//! The message of a program that has no window yet.

/// Says a sentence and waits until it was read. `rfd` would need Zenity for it; GTK is there wherever the window can be.
#[cfg(target_os = "linux")]
pub(crate) fn complain(text: &str) {
    use gtk::prelude::{DialogExt, GtkWindowExt};
    use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, Window};

    let dialog = MessageDialog::new(None::<&Window>, DialogFlags::MODAL, MessageType::Error, ButtonsType::Close, text);
    dialog.set_title("Sandika");
    dialog.run();
}

/// Says a sentence and waits until it was read.
#[cfg(not(target_os = "linux"))]
pub(crate) fn complain(text: &str) {
    use rfd::{MessageDialog, MessageLevel};

    MessageDialog::new().set_level(MessageLevel::Error).set_title("Sandika").set_description(text).show();
}
