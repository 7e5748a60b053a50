//! A computer of wine's own under `target/wine`, that knows nothing of the user's.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{TARGET, tool};
use crate::command::finished;
use crate::{Result, repo::Repo};

/// Debian's, which is not on everybody's path.
const PROGRAM: &str = "/usr/lib/wine/wine64";
/// wine 8 has no `bcryptprimitives.dll`, from which every program of Rust draws its random numbers: one of ours hands them on. Never shipped.
const RANDOM: &str = "\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, (ULONG)count); }
";

/// Names the screen of a test that needs one.
pub(super) const SCREEN: &str = "SANDIKA_WINE_SCREEN";

/// What it calls the folder of another computer.
pub(super) const SHARE: (&str, &str) = ("SANDIKA_TEST_SHARE", r"\\sandika\bagi");

/// The computer.
pub(super) struct Wine {
    folder: PathBuf,
}

impl Wine {
    /// Makes it, where it is not there yet.
    pub(super) fn ready(repo: &Repo) -> Result<Self> {
        let wine = Self { folder: repo.root.join("target/wine") };
        for folder in [wine.home(), wine.temporary(), wine.tools()] {
            fs::create_dir_all(folder)?;
        }
        fs::write(wine.runner(), wine.script())?;
        #[cfg(unix)]
        fs::set_permissions(wine.runner(), std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        if !wine.system().is_dir() {
            finished(wine.command().args(["wineboot", "-i"]).stderr(Stdio::null()), "wineboot")?;
        }
        wine.random()?;
        wine.network_drive()?;
        wine.stand_ins(repo)?;
        println!("wine: {}", wine.folder.display());
        Ok(wine)
    }

    /// What cargo starts programs for Windows with.
    pub(super) fn runner(&self) -> PathBuf {
        self.folder.join("run")
    }

    /// A program under wine.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(self.runner());
        command.stdin(Stdio::null());
        command
    }

    /// Ends all that runs on it.
    pub(super) fn ended(&self) -> Result {
        finished(self.command().args(["wineboot", "-k"]).stderr(Stdio::null()), "wineboot -k")
    }

    /// What it calls a path of ours.
    pub(super) fn there(path: &Path) -> String {
        format!("Z:{}", path.display().to_string().replace('/', "\\"))
    }

    /// Where a path of its own is here.
    pub(super) fn here(&self, path: &str) -> PathBuf {
        PathBuf::from(tool::here(path, &self.drives()))
    }

    /// Where its drives are here.
    pub(super) fn drives(&self) -> HashMap<char, PathBuf> {
        HashMap::from([('c', self.prefix().join("drive_c")), ('z', PathBuf::from("/"))])
    }

    /// wine links folders of the user into its computer, unless their home is elsewhere. Without a display it opens no window that waits for an answer; what
    /// needs one is given it by name.
    fn script(&self) -> String {
        let temporary = Self::there(&self.temporary());
        format!(
            "#!/bin/sh\nunset DISPLAY WAYLAND_DISPLAY\n[ -z \"${SCREEN}\" ] || export DISPLAY=\"${SCREEN}\"\nexport HOME='{}' WINEPREFIX='{}' WINEDEBUG=\"${{WINEDEBUG:--all}}\"\nexport TMP='{temporary}' TEMP='{temporary}' WINEPATH='{}'\nexec {PROGRAM} \"$@\"\n",
            self.home().display(),
            self.prefix().display(),
            Self::there(&self.tools()),
        )
    }

    /// A folder that it knows as one of another computer, which is how it takes them: a link by server and share.
    fn network_drive(&self) -> Result {
        let server = self.prefix().join("dosdevices/unc/sandika");
        fs::create_dir_all(&server)?;
        let folder = self.folder.join("bagi");
        fs::create_dir_all(&folder)?;
        #[cfg(unix)]
        if !server.join("bagi").exists() {
            std::os::unix::fs::symlink(&folder, server.join("bagi"))?;
        }
        Ok(())
    }

    fn random(&self) -> Result {
        let library = self.system().join("bcryptprimitives.dll");
        if library.exists() {
            return Ok(());
        }
        let source = self.folder.join("random.c");
        fs::write(&source, RANDOM)?;
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        compiler.args(["-shared", "-O2", "-o"]).arg(&library).arg(&source).arg("-ladvapi32");
        finished(&mut compiler, "the stand-in for bcryptprimitives.dll")
    }

    /// One program under the name of each that it stands in for.
    fn stand_ins(&self, repo: &Repo) -> Result {
        let mut cargo = super::cargo(repo, super::Profile::Dev);
        cargo.args(["build", "--quiet", "--locked", "--package", "xtask", "--bin", "xtask-stand-in", "--target", TARGET]);
        finished(&mut cargo, "the stand-in for programs of Linux")?;
        let built = super::target(repo).join(TARGET).join("debug/xtask-stand-in.exe");
        for program in tool::PROGRAMS {
            fs::copy(&built, self.tools().join(program).with_extension("exe"))?;
        }
        Ok(())
    }

    fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// What wine itself knows it by.
    pub(super) fn prefix(&self) -> PathBuf {
        self.folder.join("prefix")
    }

    fn system(&self) -> PathBuf {
        self.prefix().join("drive_c/windows/system32")
    }

    /// For what is in the way a moment later.
    pub(super) fn temporary(&self) -> PathBuf {
        self.folder.join("tmp")
    }

    fn tools(&self) -> PathBuf {
        self.folder.join("tools")
    }
}
