//! The same letter by programs that others would take: typst, reportlab and weasyprint from PyPI, LibreOffice from Debian. Each is left out, and the
//! table says so, where it is not there or fails.

use crate::bench::samples::Samples;
use crate::bench::table::{Line, Table};
use sandika_domain::letter::LetterModel;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use xtask::Result;
use xtask::repo::Repo;

/// Name, letters in one process, and cold processes.
const PEERS: [(&str, usize, usize); 4] = [("typst", 50, 5), ("reportlab", 50, 5), ("weasyprint", 20, 5), ("libreoffice", 5, 3)];
/// What they need from PyPI; segno makes the code's picture.
const PACKAGES: [&str; 4] = ["typst", "reportlab", "weasyprint", "segno"];

/// Our own figures of the run.
pub(super) struct Ours {
    pub(super) bulk: Samples,
    pub(super) cold: Samples,
    pub(super) model: LetterModel,
}

/// What the script answers.
#[derive(Deserialize)]
struct Made {
    milliseconds: Vec<f64>,
    bytes: u64,
}

/// Where the peers' script works.
struct Workshop {
    python: PathBuf,
    script: PathBuf,
    fonts: PathBuf,
    folder: PathBuf,
}

/// Measures every peer that is there.
pub(super) fn measure(table: &mut Table, ours: &Ours, folder: &Path, tools: &Path) -> Result {
    let workshop = match Workshop::make(ours, folder, tools) {
        Ok(workshop) => workshop,
        Err(error) => {
            table.add(Line::figure("other programs", format!("left out: {error}")));
            return Ok(());
        }
    };
    for (peer, letters, processes) in PEERS {
        if let Err(error) = workshop.compare(table, ours, peer, letters, processes) {
            table.add(Line::figure(peer, format!("left out: {error}")));
        }
    }
    Ok(())
}

impl Workshop {
    fn make(ours: &Ours, folder: &Path, tools: &Path) -> Result<Self> {
        let root = Repo::here()?.root;
        let folder = folder.join("lain");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("surat.json"), serde_json::to_vec(&ours.model)?)?;
        let emblem = ours.model.letterhead.as_ref().and_then(|letterhead| letterhead.logo_png.as_deref());
        fs::write(folder.join("lambang.png"), emblem.ok_or("the letter has no emblem")?)?;
        let python = python(&tools.join("peers"), &PACKAGES)?;
        let workshop = Self { python, script: root.join("xtask/peers/surat.py"), fonts: root.join("crates/letters/fonts/arimo"), folder };
        workshop.said("kode", 0)?;
        Ok(workshop)
    }

    fn compare(&self, table: &mut Table, ours: &Ours, peer: &str, letters: usize, processes: usize) -> Result {
        // The first letter of a process reads what the others find read.
        let made: Made = serde_json::from_str(&self.said(peer, letters + 1)?)?;
        let mut bulk = Samples::default();
        made.milliseconds.iter().skip(1).for_each(|time| bulk.add(*time));
        let mut cold = Samples::default();
        for _ in 0..processes {
            let begun = Instant::now();
            self.said(peer, 1)?;
            cold.push(begun.elapsed());
        }
        table.add(Line::time(&format!("{peer}, in bulk"), &bulk).beside(&bulk, &ours.bulk));
        table.add(Line::time(&format!("{peer}, from a cold process"), &cold).beside(&cold, &ours.cold));
        table.add(Line::figure(&format!("{peer}, its file"), format!("{} bytes", made.bytes)));
        Ok(())
    }

    /// What the script says; its complaint is the error.
    fn said(&self, peer: &str, count: usize) -> Result<String> {
        let mut command = Command::new(&self.python);
        command.arg(&self.script).arg(peer).arg(&self.folder).arg(&self.fonts).arg(count.to_string());
        output(&mut command)
    }
}

/// A Python of its own with the packages, made at the first run and kept.
pub(crate) fn python(folder: &Path, packages: &[&str]) -> Result<PathBuf> {
    let program = folder.join("bin/python");
    let ready = folder.join("siap");
    if !ready.exists() {
        output(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        output(Command::new(&program).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
        fs::write(ready, "")?;
    }
    Ok(program)
}

/// What a program says; the last line of its complaint is the error.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(complaint.lines().last().unwrap_or("it failed without a word").to_owned().into())
}
