//! zxing-cpp from PyPI, which is asked for the code of each picture.

use crate::bench::letters::{output, python};
use sandika_intake::pages::Grey;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use xtask::Result;
use xtask::repo::Repo;

/// What the script needs from PyPI.
const PACKAGES: [&str; 2] = ["zxing-cpp", "numpy"];

/// The running script.
pub(super) struct Peer {
    script: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts it, with a Python of its own that is made at the first run and kept.
    pub(super) fn start(folder: &Path, tools: &Path) -> Result<Self> {
        let python = python(&tools.join("peers-pindai"), &PACKAGES)?;
        let path = Repo::here()?.root.join("xtask/peers/pindai.py");
        output(Command::new(&python).arg(&path).arg("--coba").current_dir(folder))?;
        let mut script = Command::new(python).arg(path).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let input = script.stdin.take().ok_or("no way in")?;
        let output = BufReader::new(script.stdout.take().ok_or("no way out")?);
        Ok(Self { script, input, output })
    }

    /// Whether it reads this letter's code on the page.
    pub(super) fn reads(&mut self, page: &Grey, letter: &str) -> Result<bool> {
        writeln!(self.input, "{} {}", page.width, page.height)?;
        self.input.write_all(&page.luma)?;
        self.input.flush()?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        if line.is_empty() { Err("zxing-cpp ended".into()) } else { Ok(line.contains(letter)) }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.script.kill();
        let _ = self.script.wait();
    }
}
