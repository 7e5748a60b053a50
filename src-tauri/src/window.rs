//! The one window.

use crate::corner::{Closing, Corner};
use sandika_app::{LongWork, Theme};
use std::path::Path;
use std::sync::Arc;
use tauri::window::Color;
use tauri::{App, AppHandle, Manager, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};

const LABEL: &str = "main";

/// Builds the window as `tauri.conf.json` describes it, and shows it where and as large as it was before. It is empty paper until the page is there:
/// a page that nobody sees is not painted, and would come later. Where the program begins beside the clock it is shown when it is asked for.
pub(crate) fn open(app: &App, data: &Path, theme: Theme, hidden: bool) -> Result<(), Box<dyn std::error::Error>> {
    let config = app.config().app.windows.iter().find(|window| window.label == LABEL).ok_or("the window is not described")?;
    let window = WebviewWindowBuilder::from_config(app, config)?.data_directory(data.join("webview")).on_navigation(is_ours).build()?;
    window.set_background_color(Some(paper(theme, window.theme().ok())))?;
    if !hidden {
        window.show()?;
    }
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            close_or_hide(&closing, || api.prevent_close());
        }
    });
    Ok(())
}

/// A window that is only hidden keeps its page, which stores what was typed all the same.
fn close_or_hide(window: &WebviewWindow, keep: impl FnOnce()) {
    let closing = window.state::<Arc<Corner>>().closes();
    if closing == Closing::Hide {
        keep();
        return drop(window.hide());
    }
    // A check of the whole office must not keep what was typed from being stored.
    window.state::<Arc<LongWork>>().stop();
    if closing == Closing::Force {
        drop(window.destroy());
    }
}

/// `--paper` of `ui/src/styles/tokens.css`.
fn paper(theme: Theme, system: Option<tauri::Theme>) -> Color {
    match (theme, system) {
        (Theme::Gelap, _) | (Theme::Sistem, Some(tauri::Theme::Dark)) => Color(0x14, 0x18, 0x1d, 0xff),
        _ => Color(0xf6, 0xf5, 0xf1, 0xff),
    }
}

/// Brings the window before the officer.
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        drop(window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus()));
    }
}

/// Closes the window as its own button does.
#[cfg(windows)]
pub(crate) fn close(app: &AppHandle) {
    match app.get_webview_window(LABEL) {
        Some(window) => drop(window.close()),
        None => app.exit(0),
    }
}

/// Whether the officer works in the window just now.
pub(crate) fn is_in_front(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL).is_some_and(|window| window.is_focused().unwrap_or_default())
}

/// The page itself, as the systems name it; nothing from elsewhere is ever shown.
fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_itself_is_shown() {
        for (url, ours) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(is_ours(&url.parse().unwrap()), ours, "{url}");
        }
    }
}
