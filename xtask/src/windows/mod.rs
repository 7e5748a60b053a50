//! `cargo xtask windows`: the product built for Windows on Linux, and its tests under wine. What was seen that way, and what was not, stands in
//! `docs/windows.md`.

#![allow(clippy::print_stdout, reason = "a command speaks to the terminal")]

mod build;
#[cfg(unix)]
mod printers;
mod test;
pub mod tool;
mod wine;

use std::ffi::OsString;
use std::process::{Command, Stdio};

use crate::tools::{self, Work};
use crate::{Result, repo::Repo};
use wine::Wine;

/// The one kind of Windows that is built for.
const TARGET: &str = "x86_64-pc-windows-gnu";
/// What builds the parts in C and C++, and links everything.
const COMPILERS: [(&str, &str); 4] = [
    ("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc"),
    ("CC_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-gcc"),
    ("CXX_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-g++"),
    ("AR_x86_64_pc_windows_gnu", "x86_64-w64-mingw32-ar"),
];

/// Does one part, or all of them in turn.
pub fn windows(repo: &Repo, arguments: &[OsString]) -> Result {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    match words[..] {
        ["setup"] => setup(repo).map(drop),
        ["build"] => tools::provide(Work::Windows).and_then(|()| build::release(repo)),
        ["test", ref only @ ..] => test::test(repo, &setup(repo)?, only),
        [] if arguments.is_empty() => {
            let wine = setup(repo)?;
            build::release(repo)?;
            test::test(repo, &wine, &[])
        }
        _ => Err("cargo xtask windows [setup|build|test [CRATE…]]".into()),
    }
}

/// Everything that building and running takes: what is missing is installed or named; wine is given a computer of its own.
fn setup(repo: &Repo) -> Result<Wine> {
    tools::provide(Work::Windows)?;
    Wine::ready(repo)
}

/// Cargo for the target, from the root.
fn cargo(repo: &Repo) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&repo.root).stdin(Stdio::null()).envs(COMPILERS);
    cargo
}

/// Runs a command to its end.
fn finished(command: &mut Command, what: &str) -> Result {
    let status = command.status().map_err(|error| format!("{what}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{what} failed ({status})").into()) }
}
