//! The one window.

use sandika_app::{LongWork, Theme};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tauri::window::Color;
use tauri::{App, AppHandle, Manager, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};

const LABEL: &str = "main";
/// How long the page may take to store what was typed before a second request closes the window without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Builds the window as `tauri.conf.json` describes it, and shows it where and as large as it was before. It is empty paper until the page is there:
/// a page that nobody sees is not painted, and would come later.
pub(crate) fn open(app: &App, data: &Path, theme: Theme) -> Result<(), Box<dyn std::error::Error>> {
    let config = app.config().app.windows.iter().find(|window| window.label == LABEL).ok_or("the window is not described")?;
    let window = WebviewWindowBuilder::from_config(app, config)?.data_directory(data.join("webview")).on_navigation(is_ours).build()?;
    window.set_background_color(Some(paper(theme, window.theme().ok())))?;
    window.show()?;
    let asked: Mutex<Option<Instant>> = Mutex::default();
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            // A check of the whole office must not keep what was typed from being stored.
            closing.state::<Arc<LongWork>>().stop();
            close_if_stuck(&closing, &asked);
        }
    });
    Ok(())
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

/// The page itself, as the systems name it; nothing from elsewhere is ever shown.
fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// The page closes the window once it has stored what was typed. A page that does not answer must not hold it for ever.
fn close_if_stuck(window: &WebviewWindow, asked: &Mutex<Option<Instant>>) {
    let Ok(mut asked) = asked.lock() else { return };
    if asked.get_or_insert_with(Instant::now).elapsed() > PATIENCE {
        drop(window.destroy());
    }
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
