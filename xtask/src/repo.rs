//! The repository as the workshop sees it: a root, and the files that git knows or would add.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The working tree.
pub struct Repo {
    /// Absolute path of the folder that holds the workspace's Cargo.toml.
    pub root: PathBuf,
}

impl Repo {
    /// The tree that this workshop was built from.
    pub fn here() -> Result<Self> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = own.parent().ok_or("xtask does not stand inside a repository")?;
        Ok(Self { root: root.to_owned() })
    }

    /// Every file that is committed or would be (ignored files are left out), from the root, with `/`, sorted.
    pub fn files(&self) -> Result<Vec<String>> {
        let listed = self.read_command("git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?;
        let mut files: Vec<String> = listed.split('\0').filter(|name| self.root.join(name).is_file()).map(str::to_owned).collect();
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// The text of one file, or `None` where it is not UTF-8 (fonts, pictures, scans).
    pub fn text(&self, file: &str) -> Result<Option<String>> {
        let bytes = std::fs::read(self.root.join(file)).map_err(|error| format!("{file} cannot be read: {error}"))?;
        Ok(String::from_utf8(bytes).ok())
    }

    /// Runs a command at the root and hands back what it printed; its failure is an error with its own words.
    pub fn read_command(&self, program: &str, arguments: &[&str]) -> Result<String> {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("{program} cannot be started: {error}"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{program} {} failed: {}", arguments.join(" "), said.trim()).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}
