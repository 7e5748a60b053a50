//! `cargo xtask windows`: the product built for Windows on Linux, and its tests under wine. What was seen that way, and what was not, stands in
//! `docs/windows.md`.

#![allow(clippy::print_stdout, reason = "a command speaks to the terminal")]

mod browser;
mod build;
mod installed;
mod pack;
mod parts;
#[cfg(unix)]
mod printers;
mod sign;
mod sockets;
mod test;
pub mod tool;
mod trial;
mod wine;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tools::{self, Work};
use crate::{Result, repo::Repo};
use build::Profile;
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

/// How tests are built: each of them is a start, for which wine reads a program wholly unless its parts lie on pages of memory, where it maps them.
const LEAN: [(&str, &str); 3] = [
    ("CARGO_PROFILE_DEV_DEBUG", "false"),
    ("CARGO_PROFILE_DEV_STRIP", "symbols"),
    ("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS", "-Clink-arg=-Wl,--file-alignment=4096"),
];

/// Where cargo builds for Windows: another folder than the tree's, where one is named. It outlives a checkout.
const ELSEWHERE: &str = "SANDIKA_WINDOWS_TARGET";

/// Does one part, or all of them in turn.
pub fn windows(repo: &Repo, arguments: &[OsString]) -> Result {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    match words[..] {
        ["setup"] => setup(repo).map(drop),
        ["build"] => tools::provide(Work::Windows).and_then(|()| build::programs(repo, Profile::Release)),
        ["installer"] => packed(repo, &setup(repo)?, Profile::Release),
        ["papers", folder] => pack::papers(repo, Path::new(folder)).map(drop),
        ["test"] => test(repo),
        ["test", ref only @ ..] => test::test(repo, &setup(repo)?, only),
        [] if arguments.is_empty() => test(repo).and_then(|()| packed(repo, &setup(repo)?, Profile::Release)),
        _ => Err("cargo xtask windows [setup|build|installer|papers FOLDER|test [CRATE…]]".into()),
    }
}

/// The same, where a folder is named that outlives this checkout: from nothing it takes as long as everything else of a run.
///
/// # Errors
/// As the tests.
pub fn test_where_kept(repo: &Repo) -> Result {
    if env::var_os(ELSEWHERE).is_some() {
        return test(repo);
    }
    println!("not run: {ELSEWHERE} names no folder that is kept. `cargo xtask windows test` does the same by hand");
    Ok(())
}

/// The tests, the programs and the installer under wine, all of them unoptimised.
fn test(repo: &Repo) -> Result {
    let wine = setup(repo)?;
    packed(repo, &wine, Profile::Dev)?;
    test::test(repo, &wine, &[])
}

/// Builds the programs, packs them, and tries under wine what was made.
fn packed(repo: &Repo, wine: &Wine, profile: Profile) -> Result {
    build::programs(repo, profile)?;
    trial::programs(&build::folder(repo, profile), wine)?;
    pack::pack(repo, profile)?;
    installed::check(repo, wine, profile)
}

/// Everything that building and running takes: what is missing is installed or named; wine is given a computer of its own.
fn setup(repo: &Repo) -> Result<Wine> {
    tools::provide(Work::Windows)?;
    Wine::ready(repo)
}

/// Cargo for the target, from the root.
fn cargo(repo: &Repo, profile: Profile) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&repo.root).stdin(Stdio::null()).envs(COMPILERS).env("CARGO_TARGET_DIR", target(repo));
    if profile == Profile::Dev {
        cargo.envs(LEAN);
    }
    cargo
}

/// The folder that cargo builds in.
fn target(repo: &Repo) -> PathBuf {
    env::var_os(ELSEWHERE).map_or_else(|| repo.root.join("target"), PathBuf::from)
}
