//! The window. It carries the page's commands to the core, and gives the page what only a computer has: dialogs, printers, a viewer, one window.
//!
//! What it deliberately does not know: cases, letters, the store. Everything that an officer does goes through `sandika_api`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod corner;
mod courier;
#[cfg(unix)]
mod cups;
mod desk;
mod events;
mod faults;
mod pick;
mod place;
mod rpc;
mod selftest;
#[cfg(any(target_os = "linux", windows))]
mod session;
mod shell;
#[cfg(windows)]
mod spool;
mod viewing;
mod window;

use std::process::ExitCode;

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "whoever starts the program by hand reads the terminal")]
fn main() -> ExitCode {
    let outcome = match arguments::read() {
        Ok(arguments::Asked::Run(arguments)) => shell::run(arguments),
        Ok(arguments::Asked::Say(text)) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(error) => Err(error),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("Sandika tidak dapat dijalankan: {error}");
            ExitCode::FAILURE
        }
    }
}
