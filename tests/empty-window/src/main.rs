//! An empty Tauri window with one field: what any window of this kind costs before it does anything. The last argument is its data folder.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{App, Builder, WebviewWindowBuilder, generate_context};

#[allow(clippy::print_stderr, reason = "whoever starts the program by hand reads the terminal")]
fn main() -> ExitCode {
    match Builder::default().setup(open).run(generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Opens the window as the product opens its own: hidden, so that its place is known, and then shown at once.
fn open(app: &mut App) -> Result<(), Box<dyn Error>> {
    let data = std::env::args_os().next_back().map(PathBuf::from).ok_or("no data folder was named")?;
    let config = app.config().app.windows.first().ok_or("the window is not described")?;
    WebviewWindowBuilder::from_config(app, config)?.data_directory(data.join("webview")).build()?.show()?;
    Ok(())
}
