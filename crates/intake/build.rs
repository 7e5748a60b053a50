//! Name, version and icon of the program, as Windows shows them.

use std::{env, io};
use tauri_winres::WindowsResource;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../icons/icon.ico");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let mut shown = WindowsResource::new();
    shown.set("ProductName", "Sandika").set("FileDescription", "Pembaca pindaian Sandika").set_icon("../../icons/icon.ico");
    shown.compile_for(&["sandika-reader"])
}
