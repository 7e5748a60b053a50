//! The same page in Chromium, of which WebView2 on Windows is made: the office computer shows it as this browser does, and WebKitGTK only as Linux does.

use super::area::Area;
use super::case::{CASES, MOST, Opened, SHORT};
use super::eye::Eye;
use super::running::Running;
use super::server::{ALT, ENTER, LEFT, Server};
use sandika_shell_tests::{Screen, built};
use sandika_testkit::PASSPHRASE;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use xtask::Result;

/// As many rows of the list are in sight for certain.
const ROWS: usize = 10;
/// The page fills the screen, as in the window, and nothing offers to keep its passphrase; root may not have Chromium's own sandbox, and no GPU is imitated.
const ARGUMENTS: [&str; 8] = [
    "--kiosk",
    "--incognito",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--password-store=basic",
    "--window-position=0,0",
];

/// The wire over loopback; ends with this value.
struct Host {
    process: Child,
    url: String,
}

impl Host {
    fn of(data: &Path) -> Result<Self> {
        let mut process = Command::new(built("sandika-devhost")).arg("--data").arg(data).stdout(Stdio::piped()).spawn()?;
        let mut url = String::new();
        BufReader::new(process.stdout.take().ok_or("the host says nothing")?).read_line(&mut url)?;
        Ok(Self { process, url: url.trim().to_owned() })
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Opens one case after the other by a click on its row, and goes back. `row` is the first one and `main` what a case fills: the page stands there as in
/// the window.
pub(super) fn open_cases(data: &Path, row: Area, main: Area, seen: &Path) -> Result<Opened> {
    let (screen, profile) = (Screen::new(), tempfile::tempdir()?);
    let (server, host) = (Server::of(&screen)?, Host::of(data)?);
    let mut eye = Eye::on(&server, server.whole)?;
    let size = format!("--window-size={},{}", server.whole.width(), server.whole.height());
    let kept = format!("--user-data-dir={}", profile.path().display());
    let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([size.as_str(), kept.as_str()]).collect();
    let _browser = Running::start(&screen, Path::new("chromium"), &arguments, Path::new(&format!("{}/#/permohonan", host.url)))?;
    eye.settled(MOST)?;
    server.focus()?;
    server.write(PASSPHRASE)?;
    eye.rest(SHORT)?;
    server.press(ENTER)?;
    eye.settled(MOST)?;

    let mut opened = Opened::default();
    for number in 0..CASES {
        let down = row.height() * (number % ROWS);
        server.point(Area { top: row.top + down, bottom: row.bottom + down, ..row })?;
        eye.rest(SHORT)?;
        let mut eye = Eye::on(&server, main)?;
        let clicked = server.click(Area { top: row.top + down, bottom: row.bottom + down, ..row })?;
        let settled = eye.settled(MOST)?;
        opened.first.push(settled.first - clicked);
        opened.last.push(settled.last - clicked);
        fs::write(seen, screen.sight().picture())?;
        server.press_with(ALT, LEFT)?;
        eye.settled(MOST)?;
    }
    Ok(opened)
}
