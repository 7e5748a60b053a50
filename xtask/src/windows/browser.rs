//! How the installer brings WebView2 to a computer without a network, under wine. Microsoft's installer is not ours to hand on, so a stand-in is carried that
//! expects the same words and leaves the same mark.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::wine::Wine;
use crate::Result;
use crate::command::finished;

/// What Microsoft's is called.
const NAME: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";
/// Where it says that it is installed.
const MARK: &str = r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
const SOURCE: &str = r#"
#include <windows.h>
#include <string.h>
#define MARK "Software\\Microsoft\\EdgeUpdate\\Clients\\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
int main(int count, char **words) {
    if (count != 3 || strcmp(words[1], "/silent") || strcmp(words[2], "/install")) return 1;
    return RegSetKeyValueA(HKEY_CURRENT_USER, MARK, "pv", REG_SZ, "1.2.3.4", 8) != ERROR_SUCCESS;
}
"#;

/// The stand-in, in a folder of its own.
pub(super) struct StandIn<'w> {
    wine: &'w Wine,
    folder: PathBuf,
}

impl<'w> StandIn<'w> {
    pub(super) fn made(wine: &'w Wine) -> Result<Self> {
        let folder = wine.temporary().join("luring");
        fs::create_dir_all(&folder)?;
        let source = folder.join("pengganti.c");
        fs::write(&source, SOURCE)?;
        let made = Self { wine, folder };
        finished(
            Command::new("x86_64-w64-mingw32-gcc").arg("-o").arg(made.program()).arg(&source).arg("-ladvapi32"),
            "the stand-in for WebView2's",
        )?;
        Ok(made)
    }

    /// The program.
    pub(super) fn program(&self) -> PathBuf {
        self.folder.join(NAME)
    }

    /// A copy of an installer that lies beside it.
    pub(super) fn beside(&self, installer: &Path) -> Result<PathBuf> {
        let copy = self.folder.join("pasang.exe");
        fs::copy(installer, &copy)?;
        Ok(copy)
    }

    /// Whether it was run since it was asked last.
    pub(super) fn was_run(&self) -> Result<bool> {
        let mut forget = self.wine.command();
        forget.args(["reg", "delete", MARK, "/f"]).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(forget.status()?.success())
    }
}
