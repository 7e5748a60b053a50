//! Commands that the workshop starts: seen by the person at the terminal, never asking anything back.

use std::process::{Command, Stdio};

use crate::{Result, repo::Repo};

/// Runs a command at the root, with its output shown; its failure names the whole command.
pub(crate) fn run(repo: &Repo, program: &str, arguments: &[&str]) -> Result {
    finished(Command::new(program).args(arguments).current_dir(&repo.root), &shown(program, arguments))
}

/// The same, wherever we stand: for installing tools.
pub(crate) fn run_anywhere(program: &str, arguments: &[&str]) -> Result {
    finished(Command::new(program).args(arguments), &shown(program, arguments))
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or fails; the error says `what` it was.
pub fn finished(command: &mut Command, what: &str) -> Result {
    let status = command.stdin(Stdio::null()).status().map_err(|error| format!("{what}: cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{what}: {status}").into()) }
}

fn shown(program: &str, arguments: &[&str]) -> String {
    format!("{program} {}", arguments.join(" "))
}

/// Whether a command is there and succeeds; quiet.
pub(crate) fn succeeds(command: &[&str]) -> bool {
    let Some((program, arguments)) = command.split_first() else {
        return false;
    };
    let quiet = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let said = run_anywhere("cargo", &["no-such-verb"]).unwrap_err().to_string();
        assert!(said.starts_with("cargo no-such-verb: exit status"), "{said}");
        let said = run_anywhere("no-such-program-at-all", &[]).unwrap_err().to_string();
        assert!(said.contains("cannot be started"), "{said}");
    }

    #[test]
    fn a_probe_is_quiet_and_true() {
        assert!(succeeds(&["cargo", "--version"]));
        assert!(!succeeds(&["no-such-program-at-all"]));
        assert!(!succeeds(&[]));
    }
}
