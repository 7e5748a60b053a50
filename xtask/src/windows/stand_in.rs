//! The program that stands in for those of Linux where tests run under wine; never shipped.

#![allow(clippy::print_stderr, reason = "a test reads it")]

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::windows::tool::stand_in().unwrap_or_else(|error| {
        eprintln!("the program outside cannot be asked: {error}");
        ExitCode::FAILURE
    })
}
