//! A CUPS of the workshop's own for tests that print under wine: what reaches a printer of it lies in a folder, under the title of its job.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, process};

use crate::Result;
use crate::command::finished;

/// The variable that tells a test where the papers lie.
const PAPERS: &str = "SANDIKA_PAPERS";
/// Takes what wine's driver wrote as it is, and the copies that are asked of the printer: CUPS calls it with the title as the third word, the copies as the
/// fourth, the document as the sixth.
const BACKEND: &str = r#"#!/bin/sh
[ $# -eq 0 ] && { echo 'file berkas "Unknown" "Berkas"'; exit 0; }
paper="${DEVICE_URI#berkas:}"
echo "$4" > "$paper/$3.copies"
cat "${6:--}" > "$paper/.$1" && mv "$paper/.$1" "$paper/$3.ps"
"#;
/// How the server is set up, as that of the tests on Linux; `{at}` stands for its folder.
const SETTINGS: [(&str, &str); 2] = [
    ("cups-files.conf", include_str!("../../../crates/testkit/src/cups-files.conf")),
    ("cupsd.conf", include_str!("../../../crates/testkit/src/cupsd.conf")),
];

/// A printer of 600 dpi with margins of 4 mm that it cannot print on. Its papers follow.
const PRINTER: &str = r#"*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BERKAS.PPD"
*Manufacturer: "Sandika"
*Product: "(Berkas)"
*ModelName: "Berkas"
*NickName: "Berkas"
*ShortNickName: "Berkas"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultResolution: 600dpi
*DefaultColorSpace: RGB
*LandscapeOrientation: Plus90
*cupsFilter: "application/postscript 0 -"
"#;
/// Papers, in points; `F4` is known to nobody but the printer.
const A4: Sheet = ("A4", "595.276", "841.89");
const F4: Sheet = ("F4", "609.449", "935.433");
const LEGAL: Sheet = ("Legal", "612", "1008");
/// Printers and their papers, the one that they are set to first. Names are of every kind that CUPS allows.
const PRINTERS: [(&str, &[Sheet]); 3] = [("Loket", &[A4, F4]), ("Bebas", &[A4, LEGAL]), ("Ruang–Pelayanan-Nº1-ćž", &[A4, F4])];

type Sheet = (&'static str, &'static str, &'static str);

/// The running CUPS; it goes with its papers when it is dropped.
pub(super) struct Printers {
    folder: PathBuf,
    process: Child,
}

impl Printers {
    /// Starts it with its printers.
    pub(super) fn start() -> Result<Self> {
        // The path of a socket has to be short.
        let folder = env::temp_dir().join(format!("sandika-cups-{}", process::id()));
        for name in ["root", "state", "cache", "spool", "tmp", "papers", "bin/backend"] {
            fs::create_dir_all(folder.join(name))?;
        }
        let printers = Self { process: configured(&folder)?, folder };
        printers.until_it_answers()?;
        for (name, sheets) in PRINTERS {
            let description = printers.folder.join("printer.ppd");
            fs::write(&description, described(sheets))?;
            let device = format!("berkas:{}", printers.papers().display());
            printers.run("/usr/sbin/lpadmin", &["-p", name, "-E", "-v", &device, "-P", &description.display().to_string()])?;
        }
        printers.run("/usr/sbin/lpadmin", &["-d", PRINTERS[0].0])?;
        Ok(printers)
    }

    /// What tells a test of them.
    pub(super) fn variables(&self) -> [(&'static str, PathBuf); 2] {
        [("CUPS_SERVER", self.folder.join("cups.sock")), (PAPERS, self.papers())]
    }

    fn papers(&self) -> PathBuf {
        self.folder.join("papers")
    }

    fn until_it_answers(&self) -> Result {
        let started = Instant::now();
        while self.run("lpstat", &["-r"]).is_err() || !self.folder.join("cups.sock").exists() {
            if started.elapsed() > Duration::from_secs(20) {
                return Err("cupsd does not answer".into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result {
        let mut command = Command::new(program);
        command.args(arguments).env("CUPS_SERVER", self.folder.join("cups.sock")).stdout(Stdio::null()).stderr(Stdio::null());
        finished(&mut command, program)
    }
}

impl Drop for Printers {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Everything that CUPS reads and writes lies in the folder, so that it needs no rights and meets no other.
fn configured(folder: &Path) -> Result<Child> {
    for part in ["filter", "daemon", "driver", "monitor", "notifier", "cgi-bin"] {
        symlink(Path::new("/usr/lib/cups").join(part), folder.join("bin").join(part))?;
    }
    let backend = folder.join("bin/backend/berkas");
    fs::write(&backend, BACKEND)?;
    fs::set_permissions(&backend, Permissions::from_mode(0o755))?;
    // Where root starts CUPS, it prints as another user.
    for open in [folder.to_owned(), folder.join("papers")] {
        fs::set_permissions(open, Permissions::from_mode(0o777))?;
    }
    for (name, text) in SETTINGS {
        fs::write(folder.join(name), text.replace("{at}", &folder.display().to_string()))?;
    }
    let mut cupsd = Command::new("/usr/sbin/cupsd");
    cupsd.arg("-f").arg("-c").arg(folder.join("cupsd.conf")).arg("-s").arg(folder.join("cups-files.conf"));
    Ok(cupsd.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?)
}

/// A printer's description with its papers.
fn described(sheets: &[Sheet]) -> String {
    const MARGIN: f64 = 11.34;
    let mut text = PRINTER.to_owned();
    let mut group = |kind: &str, entry: &dyn Fn(&Sheet) -> String| {
        let chosen = kind.starts_with("Page");
        if chosen {
            text += &format!("*OpenUI *{kind}: PickOne\n");
        }
        text += &format!("*Default{kind}: {}\n", sheets[0].0);
        for sheet in sheets {
            text += &format!("*{kind} {}: \"{}\"\n", sheet.0, entry(sheet));
        }
        if chosen {
            text += &format!("*CloseUI: *{kind}\n");
        }
    };
    let size = |(_, width, height): &Sheet| format!("<</PageSize[{width} {height}]>>setpagedevice");
    group("PageSize", &size);
    group("PageRegion", &size);
    group("PaperDimension", &|(_, width, height)| format!("{width} {height}"));
    group("ImageableArea", &|(_, width, height)| {
        let inside = |length: &str| length.parse::<f64>().unwrap_or_default() - MARGIN;
        format!("{MARGIN} {MARGIN} {:.3} {:.3}", inside(width), inside(height))
    });
    text
}
