//! A real CUPS, started for one test, with printers whose paper is a file.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A backend, as CUPS wants it; a file beside the paper stops the printer in the middle, or has it give up.
const BACKEND: &str = r#"#!/bin/sh
[ $# -eq 0 ] && { echo 'file berkas "Unknown" "Berkas"'; exit 0; }
paper="${DEVICE_URI#berkas:}"
echo "$5" > "$paper.pilihan"
[ -e "$paper.macet" ] && { echo "ERROR: kertas macet" >&2; exit 4; }
[ -e "$paper.gagal" ] && { echo "ERROR: tinta habis" >&2; exit 1; }
cat "${6:--}" > "$paper"
"#;

/// How the server is set up; `{at}` stands for its folder. The server that prints for wine is set up with the same (`xtask/src/windows/printers.rs`).
const SETTINGS: [(&str, &str); 2] = [("cups-files.conf", include_str!("cups-files.conf")), ("cupsd.conf", include_str!("cupsd.conf"))];

/// What a printer description says besides, where the printer takes paper of any size.
const ANY_SIZE: &str = r#"
*HWMargins: 0 0 0 0
*VariablePaperSize: True
*MaxMediaWidth: "1000"
*MaxMediaHeight: "1500"
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 100 1000
*ParamCustomPageSize Height: 2 points 100 1500
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
"#;

/// A print server of a test's own; it goes with the test.
pub struct PrintServer {
    folder: TempDir,
    process: Child,
}

impl PrintServer {
    /// Starts it, and waits until it answers.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("cups").tempdir_in("/tmp").unwrap();
        let process = Self::configured(folder.path());
        let server = Self { folder, process };
        server.until_it_runs();
        server
    }

    /// Everything that CUPS reads and writes lies in the folder, so that it needs no rights and meets no other.
    fn configured(folder: &Path) -> Child {
        for name in ["root", "state", "cache", "spool", "tmp", "paper", "bin/backend"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        for part in ["filter", "daemon", "driver", "monitor", "notifier", "cgi-bin"] {
            symlink(Path::new("/usr/lib/cups").join(part), folder.join("bin").join(part)).unwrap();
        }
        write(&folder.join("bin/backend/berkas"), BACKEND, 0o755);
        // Where root starts CUPS, it prints as another user.
        open_to_all(folder);
        open_to_all(&folder.join("paper"));
        for (name, text) in SETTINGS {
            write(&folder.join(name), &text.replace("{at}", &folder.display().to_string()), 0o644);
        }
        let ppd = include_str!("berkas.ppd");
        write(&folder.join("berkas.ppd"), ppd, 0o644);
        write(&folder.join("bebas.ppd"), &format!("{ppd}{ANY_SIZE}"), 0o644);
        let mut cupsd = Command::new("/usr/sbin/cupsd");
        cupsd.arg("-f").arg("-c").arg(folder.join("cupsd.conf")).arg("-s").arg(folder.join("cups-files.conf"));
        cupsd.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    fn until_it_runs(&self) {
        let started = Instant::now();
        while !self.said("lpstat", &["-r"]).contains("is running") {
            assert!(started.elapsed() < Duration::from_secs(20), "cupsd does not run: {}", self.log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// A printer that has A4 and nothing else.
    pub fn add(&self, name: &str) {
        self.add_as(name, "berkas.ppd");
    }

    /// A printer of a description: `berkas.ppd`, or `bebas.ppd`, which takes paper of any size.
    pub fn add_as(&self, name: &str, ppd: &str) {
        let device = format!("berkas:{}", self.paper(name).display());
        let ppd = self.folder.path().join(ppd);
        self.said("/usr/sbin/lpadmin", &["-p", name, "-E", "-v", &device, "-P", ppd.to_str().unwrap()]);
    }

    /// The file that a printer's paper is.
    pub fn paper(&self, name: &str) -> PathBuf {
        self.folder.path().join("paper").join(name)
    }

    /// Its socket, which `CUPS_SERVER` names.
    pub fn socket(&self) -> String {
        self.folder.path().join("cups.sock").display().to_string()
    }

    /// Where it keeps what it knows of its printers, which `CUPS_SERVERROOT` names.
    pub fn kept_in(&self) -> String {
        self.folder.path().join("root").display().to_string()
    }

    /// What a command of CUPS says to it.
    pub fn said(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        command.args(arguments).env("LC_ALL", "C.UTF-8").env("CUPS_SERVER", self.socket()).env("CUPS_SERVERROOT", self.kept_in());
        let output = command.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What it says of itself, for a test that fails.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("error.log")).unwrap_or_default()
    }
}

impl Drop for PrintServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn write(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn open_to_all(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
}
