//! Reads `tauri.conf.json` for the window.

fn main() {
    println!("cargo::rerun-if-changed=page");
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new()) {
        println!("cargo::error={error:#}");
    }
}
