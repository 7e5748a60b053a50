//! Checks the capabilities against the commands, and has the program built anew when the page changes.

use std::path::Path;
use tauri_build::{AppManifest, Attributes, try_build};

const PAGE: &str = "../ui/dist";
/// What the page may call; each needs its own line in `capabilities/main.json`.
const COMMANDS: [&str; 8] =
    ["rpc", "stop_work", "stays_beside", "pick_files", "pick_folder", "pick_save", "view_place", "open_with_viewer"];

fn main() {
    println!("cargo::rerun-if-changed={PAGE}");
    if !Path::new(PAGE).join("index.html").exists() {
        println!("cargo::error=the page is not built: run `npm ci && npm run build` in ui/, or any verb of `cargo xtask` that does");
        return;
    }
    if let Err(error) = try_build(Attributes::new().app_manifest(AppManifest::new().commands(&COMMANDS))) {
        println!("cargo::error={error:#}");
    }
}
