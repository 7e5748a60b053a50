//! The tests under wine. Those that read scans find the programs built.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::build::{CRATES, Profile, packages};
#[cfg(unix)]
use super::printers::Printers;
use super::wine::{SCREEN, SHARE, Wine};
use super::{TARGET, cargo, tool};
use crate::{Result, repo::Repo};

/// Tests of what Windows does and wine does not, each with what was seen.
const NOT_UNDER_WINE: [(&str, &str); 2] = [
    ("too_little_memory_is_called_so", "wine takes the limit of a job's memory and holds nobody to it: the reader read on"),
    ("a_file_takes_the_place_of_another_even_while_somebody_reads_that_one", "wine 8 denies it (error 5)"),
];
/// Tests that need a screen, one after another: they press keys. The others have none, so that no window waits for an answer.
const ON_A_SCREEN: &str = "test(clock_icon::tests)";

/// Runs the tests; says how many of all tests that were. Where crates are named, only theirs are run.
pub(super) fn test(repo: &Repo, wine: &Wine, only: &[&str]) -> Result {
    let address = tool::serve(wine.drives())?;
    let mut nextest = cargo(repo, Profile::Dev);
    nextest.args(["nextest", "run", "--locked", "--target", TARGET]).args(packages());
    // wine itself now and then refuses to start a program on a busy computer (error 1359); nextest says which test it tried again.
    nextest.args(["--no-fail-fast", "--no-tests", "pass", "--retries", "1"]);
    nextest.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", wine.runner()).env(tool::ADDRESS, address).env(SHARE.0, SHARE.1);
    // Snapshots are found by their tree, which asks cargo, which is not there under wine; what differs is no new one.
    nextest.env("INSTA_WORKSPACE_ROOT", &repo.root).env("INSTA_UPDATE", "no");
    #[cfg(unix)]
    let printers = Printers::start()?;
    #[cfg(unix)]
    nextest.envs(printers.variables());
    let (of, mut seen) = (of(only), with_screen(repo, &nextest));
    seen.args(["--test-threads", "1", "-E", &format!("{of} and {ON_A_SCREEN}")]);
    nextest.args(["-E", &format!("{of} and not {ON_A_SCREEN} and {}", left_out())]);
    let unseen = summary(&mut nextest)?;
    // What runs already has no screen.
    wine.ended()?;
    let seen = summary(&mut seen)?;
    wine.ended()?;
    let count = [&unseen, &seen].map(|(summary, _)| ran(summary).unwrap_or_default()).iter().sum::<u32>();
    println!("under wine: {count} tests of the {} in the tree", written(repo)?);
    let failed = [unseen, seen].into_iter().find(|(_, passed)| !passed);
    failed.map_or(Ok(()), |(summary, _)| Err(format!("tests failed under wine: {summary}").into()))
}

/// The same on a screen that nobody sees.
fn with_screen(repo: &Repo, nextest: &Command) -> Command {
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "sh", "-c", &format!("{SCREEN}=$DISPLAY exec \"$0\" \"$@\"")]);
    command.arg(nextest.get_program()).args(nextest.get_args()).current_dir(&repo.root).stdin(Stdio::null());
    command.envs(nextest.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}

/// The tests of these crates, or of every crate without a window.
fn of(only: &[&str]) -> String {
    let crates = if only.is_empty() { &CRATES } else { only };
    let names: Vec<String> = crates.iter().map(|name| format!("package({name})")).collect();
    format!("({})", names.join(" or "))
}

/// Every test but those, told one by one.
fn left_out() -> String {
    let names = NOT_UNDER_WINE.map(|(name, why)| {
        println!("left out under wine: {name}: {why}");
        format!("test({name})")
    });
    format!("not ({})", names.join(" or "))
}

/// Shows what nextest says, and keeps the line that it closes with.
fn summary(nextest: &mut Command) -> Result<(String, bool)> {
    let mut running = nextest.stderr(Stdio::piped()).spawn()?;
    let said = running.stderr.take().ok_or("nextest says nothing")?;
    let mut summary = String::new();
    for line in BufReader::new(said).lines() {
        let line = line?;
        println!("{line}");
        if line.trim_start().starts_with("Summary") {
            summary = line.trim().to_owned();
        }
    }
    Ok((summary, running.wait()?.success()))
}

/// "Summary [  12.3s] 1200 tests run: 1199 passed, 1 failed, 0 skipped".
fn ran(summary: &str) -> Option<u32> {
    let (before, _) = summary.split_once(" test")?;
    before.rsplit(' ').next()?.split('/').next()?.parse().ok()
}

/// Tests that stand in the sources, whatever they are for.
fn written(repo: &Repo) -> Result<usize> {
    let mut count = 0;
    for file in repo.files()?.iter().filter(|file| file.ends_with(".rs")) {
        count += repo.text(file)?.unwrap_or_default().lines().filter(|line| line.trim() == "#[test]").count();
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_tells_how_many_ran() {
        for (summary, expected) in [
            ("Summary [  12.345s] 1200 tests run: 1199 passed, 1 failed, 0 skipped", Some(1200)),
            ("Summary [   0.011s] 1 test run: 1 passed, 4 skipped", Some(1)),
            ("Summary [  12.345s] 300/1200 tests run: 299 passed, 1 failed", Some(300)),
            ("Summary [   0.000s] 0 tests run: 0 passed, 9 skipped", Some(0)),
            ("", None),
        ] {
            assert_eq!(ran(summary), expected, "{summary}");
        }
    }
}
