//! What is answered to whom.

use crate::clock::SetClock;
use crate::ports::{FileCorner, FolderOnly, Installers, factory, outgoing, printed};
use crate::telling::Telling;
use crate::{pages, upload};
use chrono::DateTime;
use percent_encoding::percent_decode_str;
use sandika_api::{ARGUMENTS_LIMIT, backup_round, carry_due, dispatch_at, scan_round, wait_until};
use sandika_app::{Backer, Desk, KdfCost, LongWork, Outlet, Scanner, Shell, TrustedKeys};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tiny_http::{Method, Request, StatusCode};

/// Next to nothing: a test opens many offices.
const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

/// As good as for ever.
const LONG: Duration = Duration::from_secs(3_600);

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";

/// One desk and the screens beside it.
pub(crate) struct Host {
    desk: Mutex<Desk>,
    clock: SetClock,
    data: PathBuf,
    ui: PathBuf,
    /// What the screens are told unasked.
    telling: Telling,
    work: Arc<LongWork>,
    /// Files that were shown in the computer's own program.
    viewed: Mutex<Vec<String>>,
}

/// Status, media type, bytes.
type Reply = (u16, &'static str, Vec<u8>);

impl Host {
    /// A desk with nothing open in an absolute data folder.
    pub(crate) fn new(data: PathBuf, ui: PathBuf, cheap: bool, keys: Option<TrustedKeys>) -> Self {
        let clock = SetClock::default();
        let telling = Telling::default();
        let work = Arc::new(telling.long_work());
        let shell = Shell::new(data.clone(), factory(data.clone(), clock.clone(), work.clone()));
        let cost = if cheap { CHEAP } else { shell.cost };
        let keys = keys.unwrap_or_else(|| shell.keys.clone());
        let installing = Arc::new(Installers::of(&data));
        let staying = Arc::new(FileCorner::of(&data));
        let desk = Desk::new(Shell { cost, printers: Box::new(FolderOnly::of(&data)), keys, installing, staying, ..shell });
        Self { desk: Mutex::new(desk), clock, data, ui, telling, work, viewed: Mutex::default() }
    }

    /// Carries letters of a outlet out, as the shell does, for as long as the process lives.
    pub(crate) fn carry(&self, outlet: Outlet) {
        loop {
            let seen = self.telling.commands();
            self.telling.carrying(true);
            let next = carry_due(&self.desk, outlet, &|event| self.telling.tell(&event));
            let pause = next.map(|moment| wait_until(&self.desk, moment));
            if next.is_none() {
                self.telling.carrying(false);
            }
            self.telling.wait_for_a_command(seen, pause.unwrap_or(LONG));
            if next.is_some() {
                self.telling.carrying(false);
            }
        }
    }

    /// Carries scans in, as the shell does, for as long as the process lives.
    pub(crate) fn scan(&self) {
        let telling = self.telling.clone();
        let mut scanner = Scanner::new(move || telling.command_done());
        loop {
            let seen = self.telling.commands();
            self.telling.carrying(true);
            let pause = scan_round(&self.desk, &mut scanner, &|event| self.telling.tell(&event));
            // While a folder is watched, something may be told at any time.
            let listens = pause.is_some() && !lock(&self.desk).watched_folders().is_empty();
            if !listens {
                self.telling.carrying(false);
            }
            if pause != Some(Duration::ZERO) {
                self.telling.wait_for_a_command(seen, pause.unwrap_or(LONG));
            }
            if listens {
                self.telling.carrying(false);
            }
        }
    }

    /// Backs the office up, as the shell does, for as long as the process lives.
    pub(crate) fn back_up(&self) {
        let mut backer = Backer::new();
        loop {
            let seen = self.telling.commands();
            self.telling.carrying(true);
            let pause = backup_round(&self.desk, &mut backer, &|event| self.telling.tell(&event));
            self.telling.carrying(false);
            self.telling.wait_for_a_command(seen, pause.unwrap_or(LONG));
        }
    }

    /// Answers one request, and has the browser close its connection: a connection that is kept holds a thread of `tiny_http`, behind which the
    /// first request of another may wait for ever. A browser that has gone away is no fault.
    pub(crate) fn answer(&self, mut request: Request) {
        let (status, media, bytes) = self.reply(&mut request);
        let head = format!(
            "HTTP/1.1 {status} {}\r\nContent-Type: {media}\r\nContent-Length: {}\r\nContent-Security-Policy: {}\r\nX-Content-Type-Options: nosniff\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            StatusCode(status).default_reason_phrase(),
            bytes.len(),
            pages::POLICY
        );
        let mut writer = request.into_writer();
        drop(writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(&bytes)).and_then(|()| writer.flush()));
    }

    fn reply(&self, request: &mut Request) -> Reply {
        let address = request.url().to_owned();
        let (place, query) = address.split_once('?').unwrap_or((&address, ""));
        let post = *request.method() == Method::Post;
        match place.trim_start_matches('/').split_once('/') {
            Some(("rpc", command)) if post => self.rpc(command, request),
            Some(("upload", name)) if post => self.upload(name, request),
            Some(("events", after)) if !post => (200, JSON, self.telling.after(after)),
            _ => match (place, post) {
                ("/clock", true) => self.set_clock(request),
                ("/stop", true) => {
                    self.work.stop();
                    (200, TEXT, Vec::new())
                }
                ("/viewed", true) => self.view(query),
                ("/viewed", false) => json(&lock(&self.viewed)),
                ("/printed", false) => self.printed(),
                (_, false) => self.page(place),
                (_, true) => (404, TEXT, Vec::new()),
            },
        }
    }

    fn rpc(&self, command: &str, request: &mut Request) -> Reply {
        let arguments = match body(request) {
            Ok(arguments) => arguments,
            Err(reply) => return reply,
        };
        let answer = dispatch_at(&mut lock(&self.desk), command, &arguments);
        self.telling.command_done();
        match answer {
            Ok(answer) => (200, JSON, answer.into_bytes()),
            Err(error) => (422, JSON, serde_json::to_vec(&error).unwrap_or_default()),
        }
    }

    fn upload(&self, name: &str, request: &mut Request) -> Reply {
        let Some(name) = upload::name_of(name) else {
            return (400, TEXT, b"not a file name".to_vec());
        };
        match upload::keep(&self.data.join("unggah"), &name, request.as_reader()) {
            Ok(path) => (200, TEXT, path.display().to_string().into_bytes()),
            Err(error) => failed(&error),
        }
    }

    fn set_clock(&self, request: &mut Request) -> Reply {
        let text = match body(request) {
            Ok(text) => text,
            Err(reply) => return reply,
        };
        let moment = match text.trim() {
            "" => None,
            text => match DateTime::parse_from_rfc3339(text) {
                Ok(moment) => Some(moment.to_utc()),
                Err(_) => return (400, TEXT, b"not a moment (RFC 3339)".to_vec()),
            },
        };
        self.clock.set(moment);
        (200, TEXT, Vec::new())
    }

    fn view(&self, query: &str) -> Reply {
        let path = query.strip_prefix("path=").and_then(|path| percent_decode_str(path).decode_utf8().ok());
        match path {
            Some(path) => {
                lock(&self.viewed).push(path.into_owned());
                (200, TEXT, Vec::new())
            }
            None => (400, TEXT, b"no path".to_vec()),
        }
    }

    fn printed(&self) -> Reply {
        printed(&outgoing(&self.data)).map_or_else(|error| failed(&error), |names| json(&names))
    }

    fn page(&self, place: &str) -> Reply {
        let Some(path) = pages::file_of(&self.ui, place) else {
            return (404, TEXT, Vec::new());
        };
        match fs::read(&path) {
            Ok(bytes) => (200, pages::media_of(&path), bytes),
            Err(_) => (404, TEXT, Vec::new()),
        }
    }
}

/// A test goes on after a panic: the wire itself leaves nothing half-done.
fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The body as text; one byte more than the wire takes is enough for it to refuse.
fn body(request: &mut Request) -> Result<String, Reply> {
    let mut text = String::new();
    let read = request.as_reader().take(ARGUMENTS_LIMIT as u64 + 1).read_to_string(&mut text);
    read.map(|_| text).map_err(|_| (400, TEXT, b"not text".to_vec()))
}

fn json(names: &[String]) -> Reply {
    (200, JSON, serde_json::to_vec(names).unwrap_or_default())
}

fn failed(error: &std::io::Error) -> Reply {
    (500, TEXT, error.to_string().into_bytes())
}
