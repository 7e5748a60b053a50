//! `cargo xtask fuzz`: libFuzzer with the parts that read foreign files, by hand. Its few seconds in `cargo xtask test` are the tests of
//! `crates/intake/tests/any_bytes.rs`, which ask the same of fewer bytes; the instrumented build takes minutes.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Result, repo::Repo};

/// Each is a program of `fuzz/fuzz_targets`, with the folders of fixtures that it begins with.
const TARGETS: [(&str, &[&str]); 4] = [
    ("kinds", &["scans/kecil", "signed"]),
    ("pages", &["scans/kecil", "signed"]),
    ("signed", &["signed", "signed/sertifikat"]),
    ("code", &["codes"]),
];
/// Seconds for each, unless it says otherwise.
const SECONDS: u64 = 60;

/// Runs each target for so many seconds; what makes one stumble stays under `fuzz/artifacts`.
pub fn fuzz(repo: &Repo, arguments: &[OsString]) -> Result {
    let seconds = match arguments {
        [] => SECONDS,
        [flag, seconds] if flag == "--detik" => {
            seconds.to_str().and_then(|text| text.parse().ok()).ok_or("--detik takes a number of seconds")?
        }
        _ => return Err("cargo xtask fuzz [--detik N]".into()),
    };
    let fixtures = repo.root.join("crates/intake/tests/fixtures");
    let mut stumbled = Vec::new();
    for (target, seeds) in TARGETS {
        let corpus = repo.root.join("fuzz/corpus").join(target);
        fs::create_dir_all(&corpus)?;
        for folder in seeds {
            sow(&fixtures.join(folder), &corpus)?;
        }
        let mut cargo = Command::new("cargo");
        // cargo-fuzz asks the compiler for what only a nightly one is said to have; the one that builds the product has it too.
        cargo.args(["fuzz", "run", "--sanitizer", "none", target, "--", "-rss_limit_mb=4096", "-timeout=25", "-len_control=0"]);
        cargo.arg(format!("-max_total_time={seconds}")).env("RUSTC_BOOTSTRAP", "1").current_dir(repo.root.join("fuzz"));
        let status = cargo.status().map_err(|error| format!("cargo-fuzz: {error}; install it with: cargo install --locked cargo-fuzz"))?;
        if !status.success() {
            stumbled.push(target);
        }
    }
    if stumbled.is_empty() { Ok(()) } else { Err(format!("stumbled: {}; see fuzz/artifacts", stumbled.join(", ")).into()) }
}

/// The fixtures are where the fuzzer begins.
fn sow(seeds: &Path, corpus: &Path) -> Result {
    for entry in fs::read_dir(seeds)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, corpus.join(name))?;
        }
    }
    Ok(())
}
