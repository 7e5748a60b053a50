//! The built screens: files of one folder, and of nowhere else.

use percent_encoding::percent_decode_str;
use std::path::{Component, Path, PathBuf};

/// The same that the shell asks of its page, so that a screen that breaks it is seen here first.
pub(crate) const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self'; script-src 'self'; \
     worker-src 'self' blob:; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'";

/// The file that a path of an address means; `None` for one that leads out of the folder or cannot be a file.
pub(crate) fn file_of(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let path = if path.is_empty() { "index.html" } else { &*path };
    let plain = !path.contains(['\\', '\0', ':']) && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    plain.then(|| folder.join(path))
}

/// The media type of a file by its ending.
pub(crate) fn media_of(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "wasm" => "application/wasm",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_within_the_folder() {
        for (address, file) in [
            ("/", Some("ui/index.html")),
            ("/assets/a%20b.js?v=1", Some("ui/assets/a b.js")),
            ("/../rahasia", None),
            ("/a/../../rahasia", None),
            ("/%2e%2e/rahasia", None),
            ("/%2e%2e%5crahasia", None),
            ("/c:/rahasia", None),
            ("/%ff", None),
            ("//etc/passwd", Some("ui/etc/passwd")),
        ] {
            assert_eq!(file_of(Path::new("ui"), address).as_deref(), file.map(Path::new), "{address}");
        }
    }
}
