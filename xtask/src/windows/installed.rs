//! The installer under wine: from nothing, over an older one, while a program runs, on a disk that is full; and away again without the office's data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::browser::StandIn;
use super::build::{self, Profile};
use super::wine::Wine;
use super::{pack, sign, trial};
use crate::command::finished;
use crate::{Result, repo::Repo};

/// Where Windows keeps what is installed.
const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Sandika";
/// The programs that Windows starts when its user signs in.
const RUN: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
const NOW: &str = env!("CARGO_PKG_VERSION");
/// A version to be installed over.
const BEFORE: &str = "0.0.1";
/// A user's folder as they are: spaces, and letters beyond ASCII.
const PLACE: &str = "Pak Éka – Diskominfo 例/Sandika";
const WINDOW: &str = "sandika-desktop.exe";
const COMMAND: &str = "sandika.exe";
/// Makes it wait for a file that is to be read (`sandika_intake::reader::READER_WORD`).
const WAITS: &str = "baca-untuk-sandika";
/// What only an older version has.
const FORMER: &str = "sandika-reader.exe";
/// Room beside an installation, KiB: too little for another one.
const ROOM: u64 = 8_000;
/// Longest for a program to end that was told to.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the installer answers with (`src-tauri/windows/pasang.nsi`).
const INSTALLED: i32 = 0;
const RUNNING: i32 = 5;
const NEWER: i32 = 7;

/// The installers, and the computer that they are tried on.
struct Trial<'t> {
    wine: &'t Wine,
    now: PathBuf,
    before: PathBuf,
}

/// Tries the installer that was made.
pub(super) fn check(repo: &Repo, wine: &Wine, profile: Profile) -> Result {
    let trial = Trial { wine, now: pack::installer(repo, profile, NOW), before: pack::earlier(repo, profile, BEFORE)? };
    let used = trial.elsewhere()?;
    trial.full_disk(used / 1024 + ROOM)?;
    trial.over_an_older_one()?;
    trial.brings_the_browser(repo, profile)?;
    sign::tried(&build::folder(repo, profile).join(COMMAND), &wine.temporary())
}

impl Trial<'_> {
    /// A folder of the user's choice. Answers with what an installation takes.
    fn elsewhere(&self) -> Result<u64> {
        let folder = self.wine.temporary().join(PLACE);
        self.install(&self.now, Some(&folder), INSTALLED)?;
        self.whole(&folder)?;
        let used = size(&folder)?;
        self.away(&folder)?;
        println!("installed and taken away in a folder with spaces and letters beyond ASCII");
        Ok(used)
    }

    /// Too little for one, then enough for one but for no second beside it: what was there works on, and nothing else lies there.
    fn full_disk(&self, enough: u64) -> Result {
        let disk = self.wine.temporary().join("penuh");
        fs::create_dir_all(&disk)?;
        let Some(small) = SmallDisk::made(&disk, enough / 4)? else {
            println!("NOT SEEN: a disk that is full while installing; only root may make a small one");
            return Ok(());
        };
        let folder = disk.join("Sandika");
        self.refused(&self.now, &folder)?;
        if folder.exists() {
            return Err("something was left on a disk that was too small".into());
        }
        small.sized(enough)?;
        self.install(&self.before, Some(&folder), INSTALLED)?;
        let used = size(&folder)?;
        self.refused(&self.now, &folder)?;
        self.whole(&folder)?;
        if size(&folder)? != used || self.registered("DisplayVersion")?.as_deref() != Some(BEFORE) {
            return Err("a disk that was full while installing has changed what was installed".into());
        }
        self.away(&folder)?;
        println!("a full disk: nothing was left of a first installation, and an older one stayed whole");
        Ok(())
    }

    /// The usual place: refused while a program runs, done when it is closed, never back to an older one.
    fn over_an_older_one(&self) -> Result {
        self.install(&self.before, None, INSTALLED)?;
        let folder = self.wine.here(&self.registered("InstallLocation")?.ok_or("nothing is registered")?);
        fs::copy(folder.join(COMMAND), folder.join(FORMER))?;
        self.updated(&folder)?;
        if folder.join(FORMER).exists() {
            return Err(format!("{FORMER} of an older version is still there").into());
        }
        let begun = Instant::now();
        self.install(&self.now, None, INSTALLED)?;
        println!("{:>12.1} s to install over another one, {} bytes installed", begun.elapsed().as_secs_f32(), size(&folder)?);
        self.install(&self.before, None, NEWER)?;
        self.version_is(NOW)?;
        self.whole(&folder)?;
        let data = folder.ancestors().nth(2).ok_or("no folder of the user")?.join("Sandika");
        fs::create_dir_all(&data)?;
        fs::write(data.join("kantor.txt"), "data kantor")?;
        let run = ["reg", "add", RUN, "/v", "Sandika", "/d", "\"sandika-desktop.exe\" --di-baki", "/f"];
        finished(self.wine.command().args(run).stdout(Stdio::null()), "reg add")?;
        self.away(&folder)?;
        if self.wine.command().args(["reg", "query", RUN, "/v", "Sandika"]).output()?.status.success() {
            return Err("Windows would still start a program that was taken away".into());
        }
        let kept = fs::read_to_string(data.join("kantor.txt"))? == "data kantor";
        fs::remove_dir_all(&data)?;
        if kept { Ok(()) } else { Err("the office's data went with the program".into()) }
    }

    /// From within, and from beside it; without one it installs all the same.
    fn brings_the_browser(&self, repo: &Repo, profile: Profile) -> Result {
        let browser = StandIn::made(self.wine)?;
        browser.was_run()?;
        for (installer, brings) in [
            (self.now.clone(), false),
            (browser.beside(&self.now)?, true),
            (pack::carrying(repo, profile, BEFORE, &browser.program())?, true),
        ] {
            self.install(&installer, None, INSTALLED)?;
            if browser.was_run()? != brings {
                return Err(format!("{}: WebView2 was brought: {}", installer.display(), !brings).into());
            }
            let folder = self.wine.here(&self.registered("InstallLocation")?.ok_or("nothing is registered")?);
            self.away(&folder)?;
        }
        println!("a stand-in for Microsoft's installer of WebView2 was run from beside the installer and from within it");
        Ok(())
    }

    /// As an officer does it, refused at once; as the program does it, after its own end, and then it is there again.
    fn updated(&self, folder: &Path) -> Result {
        let mut running = self.running(folder)?;
        self.install(&self.now, None, RUNNING)?;
        self.version_is(BEFORE)?;
        let mut update = self.wine.command().arg(&self.now).args(["/S", "/UPDATE"]).stderr(Stdio::null()).spawn()?;
        drop(running.stdin.take());
        running.wait()?;
        let code = update.wait()?.code();
        if code != Some(INSTALLED) {
            return Err(format!("an update ended with {code:?}").into());
        }
        self.version_is(NOW)?;
        // Without its browser it comes no further than to a complaint.
        until("the program is started after an update", || !processes(WINDOW).is_empty())?;
        for process in processes(WINDOW) {
            finished(Command::new("kill").args(["-9", &process]), "kill")?;
        }
        until("the program is gone", || processes(WINDOW).is_empty())?;
        println!("an update waited for the program's end, and started it again");
        Ok(())
    }

    /// Runs an installer without a word, and expects its answer.
    fn install(&self, installer: &Path, folder: Option<&Path>, expected: i32) -> Result {
        let code = self.code(installer, folder)?;
        if code == Some(expected) {
            Ok(())
        } else {
            Err(format!("{}: ended with {code:?} instead of {expected}", installer.display()).into())
        }
    }

    fn refused(&self, installer: &Path, folder: &Path) -> Result {
        match self.code(installer, Some(folder))? {
            Some(INSTALLED) => Err(format!("{} says that it is installed", installer.display()).into()),
            _ => Ok(()),
        }
    }

    /// The folder is its last word and has no quotes, whatever is in it.
    fn code(&self, installer: &Path, folder: Option<&Path>) -> Result<Option<i32>> {
        let mut command = self.wine.command();
        command.arg(installer).arg("/S");
        if let Some(folder) = folder {
            command.args(format!("/D={}", Wine::there(folder)).split(' '));
        }
        Ok(command.stdout(Stdio::null()).stderr(Stdio::null()).status()?.code())
    }

    /// A program of an installation, that waits for what is not said to it.
    fn running(&self, folder: &Path) -> Result<Child> {
        let mut reader = self.wine.command();
        reader.arg(folder.join(COMMAND)).arg(WAITS).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let running = reader.spawn()?;
        until("a program is seen running", || !processes(COMMAND).is_empty())?;
        Ok(running)
    }

    /// Every file is there, the programs start, and the window's checks itself.
    fn whole(&self, folder: &Path) -> Result {
        for file in build::files() {
            if !folder.join(&file).is_file() {
                return Err(format!("{file} was not installed").into());
            }
        }
        trial::programs(folder, self.wine)
    }

    fn version_is(&self, version: &str) -> Result {
        let found = self.registered("DisplayVersion")?;
        if found.as_deref() == Some(version) { Ok(()) } else { Err(format!("registered: {found:?}, not {version}").into()) }
    }

    /// One of the values that Windows keeps of what is installed.
    fn registered(&self, name: &str) -> Result<Option<String>> {
        let said = self.wine.command().args(["reg", "query", KEY, "/v", name]).output()?.stdout;
        let said = String::from_utf8_lossy(&said).into_owned();
        Ok(said.lines().find_map(|line| line.split_once("REG_SZ")).map(|(_, value)| value.trim().to_owned()))
    }

    /// Takes it away: the uninstaller goes on by a copy of itself, so its end is not the end.
    fn away(&self, folder: &Path) -> Result {
        finished(self.wine.command().arg(folder.join("hapus.exe")).arg("/S"), "hapus.exe")?;
        until("the program is taken away", || !folder.exists())?;
        match self.registered("DisplayVersion")? {
            None => Ok(()),
            Some(version) => Err(format!("{version} is still registered").into()),
        }
    }
}

/// The processes that have a file of this name mapped, as programs have themselves.
fn processes(name: &str) -> Vec<String> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let running = all.filter(|process| fs::read_to_string(process.path().join("maps")).is_ok_and(|maps| maps.contains(name)));
    running.map(|process| process.file_name().to_string_lossy().into_owned()).collect()
}

fn until(what: &str, condition: impl Fn() -> bool) -> Result {
    let begun = Instant::now();
    while !condition() {
        if begun.elapsed() > PATIENCE {
            return Err(format!("not in {} s: {what}", PATIENCE.as_secs()).into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn size(folder: &Path) -> Result<u64> {
    let sizes = fs::read_dir(folder)?.flatten().map(|entry| entry.metadata().map(|held| held.len()));
    Ok(sizes.sum::<std::io::Result<u64>>()?)
}

/// A disk in memory, that goes away with what is on it.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where it may not be made.
    fn made(place: &Path, kib: u64) -> Result<Option<Self>> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={kib}k"), "sandika"]).arg(place);
        Ok(mount.stderr(Stdio::null()).status()?.success().then(|| Self(place.to_owned())))
    }

    fn sized(&self, kib: u64) -> Result {
        finished(Command::new("mount").args(["-o", &format!("remount,size={kib}k")]).arg(&self.0), "mount")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0).status());
    }
}
