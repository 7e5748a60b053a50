//! One life of the program that takes scans in.

use sandika_testkit::PASSPHRASE;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use xtask::Result;

/// A program that says less than was waited for is killed all the same.
const LONGEST: Duration = Duration::from_secs(6);

/// The disk that the program works on.
#[derive(Clone, Copy)]
pub(super) enum Disk {
    /// It takes what comes.
    Roomy,
    /// No file may grow beyond this; writing more fails.
    Full { kib: u64 },
}

/// A running program, and the lines that it says.
pub(super) struct Life {
    program: Child,
    lines: Receiver<()>,
}

/// Starts the program over the lane's office and folder.
pub(super) fn begin(place: &Path, disk: Disk) -> Result<Life> {
    let mut command = match disk {
        Disk::Roomy => Command::new(sandika()?),
        Disk::Full { kib } => {
            // A signal that is ignored stays ignored in the program: writing fails instead of ending it.
            let mut shell = Command::new("sh");
            let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kib * 2);
            shell.args(["-c", &script, "sh"]).arg(sandika()?);
            shell
        }
    };
    let mut program = asked(&mut command, place).stdout(Stdio::piped()).spawn()?;
    let output = program.stdout.take().ok_or("the program says nothing")?;
    let (told, lines) = channel();
    thread::spawn(move || BufReader::new(output).lines().map_while(std::result::Result::ok).try_for_each(|_| told.send(())));
    Ok(Life { program, lines })
}

impl Life {
    /// Waits for so many lines, and a moment more, and kills it.
    pub(super) fn kill_after(mut self, lines: u64, moment: Duration) -> Result {
        let until = Instant::now() + LONGEST;
        for _ in 0..lines {
            if self.lines.recv_timeout(until.saturating_duration_since(Instant::now())).is_err() {
                break;
            }
        }
        thread::sleep(moment);
        Ok(self.program.kill()?)
    }
}

/// Whatever becomes of the lane, no program outlives it.
impl Drop for Life {
    fn drop(&mut self) {
        drop(self.program.kill().and_then(|()| self.program.wait()));
    }
}

/// Lets the program take in what is there. False if it had to leave something.
pub(super) fn to_its_end(place: &Path) -> Result<bool> {
    let mut command = Command::new(sandika()?);
    Ok(asked(&mut command, place).arg("--sekali").stdout(Stdio::null()).status()?.success())
}

fn asked<'c>(command: &'c mut Command, place: &Path) -> &'c mut Command {
    command.arg("pantau").arg(place.join("pindai")).arg("--kantor").arg(place.join("kantor"));
    command.args(["--pengguna", "petugas"]).env("SANDIKA_SANDI", PASSPHRASE).stdin(Stdio::null()).stderr(Stdio::null())
}

fn sandika() -> Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("sandika").with_extension(std::env::consts::EXE_EXTENSION);
    if program.exists() { Ok(program) } else { Err(format!("{} was not built", program.display()).into()) }
}
