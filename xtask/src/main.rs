//! `cargo xtask VERB`: see [`HELP`]. Verbs that use the product are handed to the binary `xtask-product`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use xtask::command::finished;
use xtask::test::TO_RUN;
use xtask::tools::{self, Work};
use xtask::{Result, breach, fuzz, guide, layers, page, repo::Repo, test, tidy, windows};

const HELP: &str = "\
cargo xtask VERB

  run      opens the window; --latihan with the practice office. Where there is no display: walks a sample case of each SOP,
           then one by hand in the window, on a screen of its own; letters, timelines and pictures of all that under target/run/
  test     everything that CI asks: tools, format, tidy, layers, licences, lints, examples, generated files, tests
  bench    measures speed as ratios, in a release build
  faults   scans under fire: a scanner with every bad habit, and a program that is killed while it takes them in
  fuzz     any bytes whatever for the parts that read foreign files, by libFuzzer; --detik N seconds for each of the four (60)
  layers   which crate may know what (docs/architecture.md)
  tidy     the hygiene of the tree (CONTRIBUTING.md)
  panduan  takes the pictures of the officer's guide (docs/panduan.md) anew; fails where the guide and the pictures do not fit each other
  windows  the product for Windows: `setup` provides what that takes, `build` builds its programs for release, `installer` packs them,
           `test` runs the tests, the programs and the installer under wine (docs/windows.md); alone: all of it
  pembaruan  updates from a file (docs/pembaruan-format.md): `kunci FOLDER` makes the key that they are signed with, `buat INSTALLER --kunci FILE
           --catatan FILE --ke FILE` signs one; the passphrase of the key is taken from SANDIKA_SANDI_KUNCI
  gen      writes the files made from the wire's commands; --check only compares
";

fn main() -> ExitCode {
    match dispatch(std::env::args_os().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut arguments: Vec<OsString>) -> Result {
    if arguments.is_empty() {
        return Err(HELP.into());
    }
    let verb = arguments.remove(0).to_string_lossy().into_owned();
    let repo = Repo::here()?;
    match verb.as_str() {
        "help" | "--help" | "-h" => print!("{HELP}"),
        "run" => return run(&repo, &arguments),
        "bench" => return bench(&repo, &arguments),
        "faults" => return faults(&repo, &arguments),
        "fuzz" => return fuzz::fuzz(&repo, &arguments),
        "windows" => return windows::windows(&repo, &arguments),
        "gen" | "pembaruan" => return product(&repo, &verb, &arguments),
        _ if !arguments.is_empty() => return Err(format!("`{verb}` takes no arguments\n\n{HELP}").into()),
        "test" => return test::test(&repo),
        "panduan" => guide::illustrate(&repo)?,
        "layers" => breach::verdict("layers", layers::breaches(&repo)?)?,
        "tidy" => breach::verdict("tidy", tidy::breaches(&repo)?)?,
        other => return Err(format!("there is no verb `{other}`\n\n{HELP}").into()),
    }
    Ok(())
}

/// Opens the window for a person, or looks at it where there is nobody.
fn run(repo: &Repo, arguments: &[OsString]) -> Result {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let shown = display || cfg!(not(target_os = "linux"));
    tools::provide(if shown { Work::Build } else { Work::Look })?;
    page::build(repo)?;
    // The window reads scans through a program beside it.
    let programs = ["build", "--quiet", "--bin", "sandika-desktop", "--bin", "sandika"];
    finished(Command::new("cargo").args(programs).args(TO_RUN).current_dir(&repo.root), "xtask run")?;
    if !shown {
        return product(repo, "run", &[]);
    }
    let window = ["run", "--quiet", "--bin", "sandika-desktop"];
    finished(Command::new("cargo").args(window).args(TO_RUN).arg("--").args(arguments).current_dir(&repo.root), "xtask run")
}

/// Builds and starts `xtask-product`, with what building it needs.
fn product(repo: &Repo, verb: &str, arguments: &[OsString]) -> Result {
    tools::provide(Work::Build)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--bin", "xtask-product"]).args(TO_RUN);
    finished(cargo.arg("--").arg(verb).args(arguments).current_dir(&repo.root), &format!("xtask {verb}"))
}

/// The programs that are killed are those that offices run.
fn faults(repo: &Repo, arguments: &[OsString]) -> Result {
    tools::provide(Work::Build)?;
    let programs = ["build", "--quiet", "--bin", "sandika"];
    finished(Command::new("cargo").args(programs).args(TO_RUN).current_dir(&repo.root), "xtask faults")?;
    product(repo, "faults", arguments)
}

/// Measures what users get, so everything is a release build: the command line, the window, its yardstick, and what measures them.
fn bench(repo: &Repo, arguments: &[OsString]) -> Result {
    tools::provide(Work::Test)?;
    let mut programs = vec!["--bin", "sandika"];
    if !arguments
        .iter()
        .any(|argument| ["--surat", "--nomor", "--pindai", "--cadangan", "--sandi", "--perawatan"].iter().any(|part| argument == part))
    {
        page::build(repo)?;
        programs.extend(["--bin", "sandika-desktop", "--bin", "sandika-empty-window", "--bin", "sandika-devhost"]);
    }
    finished(
        Command::new("cargo").args(["build", "--quiet", "--release"]).args(programs).args(TO_RUN).current_dir(&repo.root),
        "xtask bench",
    )?;
    let measures = ["run", "--quiet", "--release", "--bin", "xtask-product"];
    finished(Command::new("cargo").args(measures).args(TO_RUN).args(["--", "bench"]).args(arguments).current_dir(&repo.root), "xtask bench")
}
