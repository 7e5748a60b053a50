//! `pantau`: scans of folders are carried into the office, without a window, until somebody ends it.

use super::pindai::loose;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::{self, Answer};
use sandika_api::ErrorCode;
use sandika_app::{Office, ScanFile, ScanNews, ScanPost, ScanSettings, Scanner, Stop};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Width of the word that a line begins with.
const WORD: usize = 10;

/// So often it is looked whether the end is wished.
const LISTENS: Duration = Duration::from_millis(200);

/// `sandika pantau DIR… [--sekali] [--simpan HARI] [--lepas CARA]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    if operands.is_empty() {
        return Err(Failure::Usage("Sebut folder yang dipantau: sandika pantau DIR…".to_owned()));
    }
    let settings = ScanSettings { folders: folders(operands)?, keep_days: keep_days(arguments)?, loose: loose(arguments)? };
    let post = Mutex::new(ScanPost::new(Access::by_a_person(arguments)?.open()?, settings)?);
    let (wake, woken) = mpsc::channel();
    let mut scanner = Scanner::new(move || wake.send(()).unwrap_or_default());
    let stop = scanner.stop();
    end_with(&stop)?;
    let teller = Teller::default();
    while !stop.is_wished() {
        let rest = scanner.round(&post, &|news| teller.tell(&held(&post), news));
        let Some(rest) = rest else { break };
        if rest.is_zero() {
            continue;
        }
        if arguments.once && !is_anything_coming(&held(&post)) {
            break;
        }
        wait(&woken, rest, &stop);
    }
    let post = held(&post);
    let sound = left(&post)? == 0 || !arguments.once;
    Ok(Answer { text: teller.summary(&post), sound })
}

/// Ctrl+C and the system's wish that the program ends are heard: what is under way is given up, and nothing of it is lost.
fn end_with(stop: &Stop) -> Result<(), Failure> {
    [SIGINT, SIGTERM].into_iter().try_for_each(|signal| {
        signal_hook::flag::register(signal, stop.flag()).map(drop).map_err(|error| {
            Failure::refused(ErrorCode::Internal, "pantau", format!("Tanda berhenti tidak dapat didengar ({error}). Mulai ulang komputer."))
        })
    })
}

/// Until something may have come, the rest is over, or the end is wished.
fn wait(woken: &Receiver<()>, rest: Duration, stop: &Stop) {
    let until = Instant::now() + rest;
    while !stop.is_wished() && Instant::now() < until {
        if woken.recv_timeout(until.saturating_duration_since(Instant::now()).min(LISTENS)).is_ok() {
            break;
        }
    }
    // What was heard in the meantime is one reason to look, not many.
    while woken.try_recv().is_ok() {}
}

fn folders(operands: &[OsString]) -> Result<Vec<PathBuf>, Failure> {
    let absolute = |operand: &OsString| {
        let unusable = |error| format!("Folder {} tidak dapat dipakai ({error}).", Path::new(operand).display());
        std::path::absolute(operand).map_err(|error| Failure::refused(ErrorCode::File, "folders", unusable(error)))
    };
    operands.iter().map(absolute).collect()
}

fn keep_days(arguments: &Arguments) -> Result<u16, Failure> {
    let Some(days) = &arguments.keep else { return Ok(ScanSettings::default().keep_days) };
    let read = days.to_str().and_then(|days| days.parse().ok());
    read.ok_or_else(|| {
        Failure::Usage("Nilai --simpan bukan jumlah hari. Tulis bilangan bulat, misalnya 30; 0 berarti tidak pernah.".to_owned())
    })
}

/// A file has just come, or was not tried yet.
fn is_anything_coming(post: &ScanPost) -> bool {
    post.folders().iter().flat_map(|folder| &folder.waiting).any(|file| file.usual)
}

/// Files that are not taken in, folders that cannot be looked into, and scans that are not read.
fn left(post: &ScanPost) -> Result<u64, Failure> {
    let folders = post.folders();
    let files = folders.iter().map(|folder| folder.waiting.len() as u64 + u64::from(folder.trouble.is_some())).sum::<u64>();
    Ok(files + post.office().scan_counts()?.waiting)
}

/// A round that panicked ends the program; there is no other hand on the post.
fn held(post: &Mutex<ScanPost>) -> MutexGuard<'_, ScanPost> {
    post.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says what happens, one line each.
#[derive(Default)]
struct Teller(RefCell<Told>);

#[derive(Default)]
struct Told {
    /// Files and folders that wait, as it was said last.
    waiting: BTreeSet<String>,
    taken: u64,
    filed: u64,
    tray: u64,
}

impl Teller {
    fn tell(&self, post: &ScanPost, news: ScanNews) {
        let office = post.office();
        match news {
            ScanNews::Tray => self.waiting(post),
            ScanNews::Taken(id) => {
                self.0.borrow_mut().taken += 1;
                if let Ok(file) = office.scan(id) {
                    say(office, "masuk", &file.summary.scan.name);
                }
            }
            ScanNews::Settled(id) => {
                let Ok(file) = office.scan(id) else { return };
                self.settled(office, &file);
                for made in file.made.iter().filter_map(|made| office.scan(made.id).ok()) {
                    self.settled(office, &made);
                }
            }
        }
    }

    fn settled(&self, office: &Office, file: &ScanFile) {
        let scan = &file.summary.scan;
        let mut told = self.0.borrow_mut();
        match (&scan.place, scan.doubts.0.first()) {
            (Some(place), _) => {
                told.filed += 1;
                // The agenda number, and nobody's name: what is written here is often kept.
                let agenda = place
                    .letter
                    .and_then(|(letter, version)| office.letter(letter, Some(version)).ok())
                    .map(|row| row.agenda)
                    .unwrap_or_default();
                say(office, "tersimpan", &format!("{} → perkara {agenda}", scan.name));
            }
            (None, None) if !file.made.is_empty() => say(office, "dipisah", &format!("{} → {} berkas", scan.name, file.made.len())),
            (None, doubt) => {
                told.tray += 1;
                let why = doubt.map(ToString::to_string).unwrap_or_default();
                say(office, "kotak", &format!("{}: {why}", scan.name));
            }
        }
    }

    /// Says what waits otherwise than it was said last.
    fn waiting(&self, post: &ScanPost) {
        let mut lines = BTreeSet::new();
        for folder in post.folders() {
            lines.extend(folder.trouble.map(|trouble| format!("{}: {trouble}", folder.folder.display())));
            lines.extend(folder.waiting.into_iter().filter(|file| !file.usual).map(|file| format!("{}: {}", file.name, file.why)));
        }
        let mut told = self.0.borrow_mut();
        lines.difference(&told.waiting).for_each(|line| say(post.office(), "menunggu", line));
        told.waiting = lines;
    }

    fn summary(&self, post: &ScanPost) -> String {
        let Told { taken, filed, tray, .. } = &*self.0.borrow();
        line(post.office(), "selesai", &format!("{taken} masuk, {filed} tersimpan, {tray} di Kotak Pindai")) + "\n"
    }
}

fn say(office: &Office, word: &str, what: &str) {
    output::line(&line(office, word, what));
}

fn line(office: &Office, word: &str, what: &str) -> String {
    let at = office.zone().unwrap_or_default().local(office.now()).format("%Y-%m-%d %H.%M.%S");
    let what: String = what.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("{at}  {word:<WORD$} {what}")
}
