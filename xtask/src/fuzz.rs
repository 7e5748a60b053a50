//! libFuzzer with the parts that read foreign files: seconds of it in `cargo xtask test`, as long as is wished by `cargo xtask fuzz`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::test::WHOLE;
use crate::{Result, repo::Repo};

/// Each is a program of `fuzz/fuzz_targets`, with the folders of fixtures that it begins with.
const TARGETS: [(&str, &[&str]); 4] = [
    ("kinds", &["scans/kecil", "signed"]),
    ("pages", &["scans/kecil", "signed"]),
    ("signed", &["signed", "signed/sertifikat"]),
    ("code", &["codes"]),
];
/// Seconds for each by hand, unless it says otherwise.
const SECONDS: u64 = 60;
/// Seconds for each in `cargo xtask test`: past the seeds and well into what comes of them.
const BRIEF: u64 = 5;
/// What no input may take: MiB, and seconds.
const LIMITS: [&str; 2] = ["-rss_limit_mb=4096", "-timeout=25"];

/// Runs each target for so many seconds, whole as cargo-fuzz builds it; what makes one stumble stays under `fuzz/artifacts`.
pub fn fuzz(repo: &Repo, arguments: &[OsString]) -> Result {
    let seconds = match arguments {
        [] => SECONDS,
        [flag, seconds] if flag == "--detik" => {
            seconds.to_str().and_then(|text| text.parse().ok()).ok_or("--detik takes a number of seconds")?
        }
        _ => return Err("cargo xtask fuzz [--detik N]".into()),
    };
    let stumbled = each(repo, &repo.root.join("fuzz/corpus"), |target, _| {
        let mut cargo = Command::new("cargo");
        // cargo-fuzz asks the compiler for what only a nightly one is said to have; the one that builds the product has it too.
        cargo
            .args(["fuzz", "run", "--sanitizer", "none", target, "--"])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.args(LIMITS).args(["-len_control=0".to_owned(), format!("-max_total_time={seconds}")]).current_dir(repo.root.join("fuzz"));
        cargo
    })?;
    verdict(&stumbled, "fuzz/artifacts")
}

/// Runs each target for a few seconds. Only the crates of this workspace are built anew for it, so that it takes less than two minutes from nothing.
pub(crate) fn briefly(repo: &Repo) -> Result {
    let mut cargo = Command::new("cargo");
    cargo.arg("build").args(TARGETS.iter().flat_map(|(target, _)| ["--bin", target])).args(WHOLE);
    let built = cargo.env("RUSTC_WORKSPACE_WRAPPER", repo.root.join("fuzz/instrument.sh")).current_dir(&repo.root).status()?;
    if !built.success() {
        return Err("the targets of the fuzzer do not build".into());
    }
    let place = repo.root.join("target/fuzz");
    let stumbled = each(repo, &place, |target, corpus| {
        let mut program = Command::new(repo.root.join("target/debug").join(target));
        program.args(LIMITS).args([format!("-max_total_time={BRIEF}"), "-print_final_stats=1".to_owned(), "-verbosity=0".to_owned()]);
        program.arg(format!("-artifact_prefix={}/", place.display())).arg(corpus);
        program
    })?;
    verdict(&stumbled, "target/fuzz")
}

/// Sows and runs every target; answers with those that stumbled.
fn each(repo: &Repo, place: &Path, run: impl Fn(&str, &Path) -> Command) -> Result<Vec<&'static str>> {
    let fixtures = repo.root.join("crates/intake/tests/fixtures");
    let mut stumbled = Vec::new();
    for (target, seeds) in TARGETS {
        let corpus = place.join(target);
        sow(seeds.iter().map(|folder| fixtures.join(folder)), &corpus)?;
        let mut command = run(target, &corpus);
        let status = command.status().map_err(|error| format!("{:?}: {error}", command.get_program()))?;
        if !status.success() {
            stumbled.push(target);
        }
    }
    Ok(stumbled)
}

/// The fixtures are where the fuzzer begins.
fn sow(seeds: impl Iterator<Item = PathBuf>, corpus: &Path) -> Result {
    fs::create_dir_all(corpus)?;
    for folder in seeds {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                fs::copy(&path, corpus.join(name))?;
            }
        }
    }
    Ok(())
}

fn verdict(stumbled: &[&str], place: &str) -> Result {
    if stumbled.is_empty() { Ok(()) } else { Err(format!("stumbled: {}; see {place}", stumbled.join(", ")).into()) }
}
