//! What offices get: an installer for one user, the same with Microsoft's own for computers without a network, and a ZIP for a USB stick.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::build::{self, Profile};
use super::{parts, sign};
use crate::command::finished;
use crate::{Result, repo::Repo};

/// The script that makensis reads, and what may lie beside it.
const SCRIPT: &str = "src-tauri/windows/pasang.nsi";
const BROWSER: &str = "src-tauri/windows/MicrosoftEdgeWebView2RuntimeInstallerX64.exe";
const ICON: &str = "icons/icon.ico";
const SIDE: &str = "src-tauri/windows/samping.bmp";
/// Our own terms, in one file.
const TERMS: &str = "LISENSI.txt";
/// Tells the program that it is carried about (`src-tauri/src/place.rs`).
const CARRIED: &str = "portabel.txt";
const CARRIED_SAYS: &str = "\
Selama berkas ini ada di samping sandika-desktop.exe, data kantor disimpan di folder Data di sampingnya.\r
Cabut media hanya setelah Sandika ditutup. Buat cadangan: media USB mudah hilang dan mudah rusak.\r
";

/// Where packages are made.
fn folder(repo: &Repo, profile: Profile) -> PathBuf {
    repo.root.join("target/paket").join(profile.folder())
}

/// The installer of a version.
pub(super) fn installer(repo: &Repo, profile: Profile, version: &str) -> PathBuf {
    folder(repo, profile).join(format!("Sandika-{version}-pasang.exe"))
}

/// Makes all packages of the programs that were built; says how large they are.
pub(super) fn pack(repo: &Repo, profile: Profile) -> Result {
    let content = content(repo, profile)?;
    let version = env!("CARGO_PKG_VERSION");
    let mut made = vec![install_with(repo, profile, &content, version, None)?];
    let browser = repo.root.join(BROWSER);
    if browser.is_file() {
        made.push(install_with(repo, profile, &content, version, Some(&browser))?);
    } else {
        println!("no installer for computers without a network: {BROWSER} is not there");
    }
    made.push(portable(&content, &folder(repo, profile).join(format!("Sandika-{version}-portabel.zip")))?);
    for file in made {
        println!("{:>12} bytes  {}", fs::metadata(&file)?.len(), file.display());
    }
    Ok(())
}

/// An installer of an earlier version with the same programs in it, to be installed over.
pub(super) fn earlier(repo: &Repo, profile: Profile, version: &str) -> Result<PathBuf> {
    install_with(repo, profile, &folder(repo, profile).join("Sandika"), version, None)
}

/// The same with an installer of WebView2 inside.
pub(super) fn carrying(repo: &Repo, profile: Profile, version: &str, browser: &Path) -> Result<PathBuf> {
    install_with(repo, profile, &folder(repo, profile).join("Sandika"), version, Some(browser))
}

/// Puts together what is installed: programs, signed where a certificate is given, and papers.
fn content(repo: &Repo, profile: Profile) -> Result<PathBuf> {
    let folder = folder(repo, profile).join("Sandika");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut size = 0;
    for file in build::files() {
        let to = folder.join(&file);
        fs::copy(build::folder(repo, profile).join(&file), &to).map_err(|error| format!("{file}: {error}"))?;
        if build::is_ours(&file) {
            // Names of functions are for whoever looks for a fault, who has the build itself.
            finished(Command::new("x86_64-w64-mingw32-strip").arg(&to), "strip")?;
            sign::sign(&to)?;
        }
        size += fs::metadata(&to)?.len();
    }
    let parts = papers(repo, &folder)?;
    println!("{size:>12} bytes of programs, made with {parts} parts of others");
    Ok(folder)
}

/// Writes the papers that travel with the programs into a folder that is there; says how many parts of others they name.
pub(super) fn papers(repo: &Repo, folder: &Path) -> Result<usize> {
    let terms = [fs::read_to_string(repo.root.join("LICENSE-MIT"))?, fs::read_to_string(repo.root.join("LICENSE-APACHE"))?];
    fs::write(folder.join(TERMS), terms.join("\n\n").replace('\n', "\r\n"))?;
    parts::write(repo, folder)
}

/// An installer, with Microsoft's own inside where that is given. One for trials alone is packed in seconds.
fn install_with(repo: &Repo, profile: Profile, content: &Path, version: &str, browser: Option<&Path>) -> Result<PathBuf> {
    let plain = installer(repo, profile, version);
    let to = if browser.is_some() { plain.with_file_name(format!("Sandika-{version}-pasang-luring.exe")) } else { plain };
    let mut makensis = Command::new("makensis");
    makensis.args(["-V2", "-WX"]).args((profile == Profile::Dev).then_some("-DQUICK"));
    makensis.arg(format!("-DVERSION={version}")).arg(format!("-DFROM={}", content.display())).arg(format!("-DTO={}", to.display()));
    makensis.arg(format!("-DICON={}", repo.root.join(ICON).display())).arg(format!("-DSIDE={}", repo.root.join(SIDE).display()));
    let sizes = fs::read_dir(content)?.flatten().map(|entry| entry.metadata().map(|held| held.len()));
    makensis.arg(format!("-DKIB={}", sizes.sum::<io::Result<u64>>()? / 1024));
    makensis.args(browser.map(|browser| format!("-DBROWSER={}", browser.display())));
    finished(makensis.arg(repo.root.join(SCRIPT)), "makensis")?;
    sign::sign(&to)?;
    Ok(to)
}

/// A folder to be unpacked onto a stick and started there.
fn portable(content: &Path, to: &Path) -> Result<PathBuf> {
    let mut zip = ZipWriter::new(File::create(to)?);
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut files: Vec<PathBuf> = fs::read_dir(content)?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        zip.start_file(format!("Sandika/{name}"), packed)?;
        io::copy(&mut File::open(&file)?, &mut zip)?;
    }
    zip.start_file(format!("Sandika/{CARRIED}"), packed)?;
    zip.write_all(CARRIED_SAYS.as_bytes())?;
    zip.finish()?.sync_all()?;
    Ok(to.to_owned())
}
