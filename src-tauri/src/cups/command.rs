//! CUPS' own commands, in the language that their answers are read in.

use std::io::{self, Write};
use std::process::{Command, Stdio};

/// Starts the commands.
#[derive(Default)]
pub(super) struct Commands {
    /// Another server than the system's: path of a socket, or host and port.
    pub(super) elsewhere: Option<String>,
    /// Where that server keeps what it knows of its printers, which `lpoptions` reads there; the system's folder if none.
    pub(super) kept_in: Option<String>,
}

impl Commands {
    /// Runs a command and answers with what it said. A failure says what the command said.
    pub(super) fn run(&self, program: &str, arguments: &[&str]) -> io::Result<String> {
        self.feed(program, arguments, &[])
    }

    /// The same, with bytes for it to read.
    pub(super) fn feed(&self, program: &str, arguments: &[&str], bytes: &[u8]) -> io::Result<String> {
        let mut child = self.command(program).args(arguments).spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => io::Error::new(error.kind(), "sistem pencetakan CUPS tidak ada di komputer ini"),
            _ => error,
        })?;
        // A command that refuses does not read to the end; its own words say more than the broken pipe.
        if let Some(mut stdin) = child.stdin.take() {
            drop(stdin.write_all(bytes));
        }
        let output = child.wait_with_output()?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let words = String::from_utf8_lossy(&output.stderr);
        Err(io::Error::other(format!("CUPS menjawab “{}”", words.trim().trim_start_matches("lp: ").trim_start_matches("lpstat: "))))
    }

    /// Where the server listens, as CUPS itself finds it.
    pub(super) fn server(&self) -> io::Result<String> {
        self.run("lpstat", &["-H"]).map(|server| server.trim().to_owned())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        // The environment decides the language of the answers, and titles are UTF-8.
        command.env("LC_ALL", "C.UTF-8").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(server) = &self.elsewhere {
            command.env("CUPS_SERVER", server);
        }
        if let Some(folder) = &self.kept_in {
            command.env("CUPS_SERVERROOT", folder);
        }
        command
    }
}
