//! Carries scans in while the officer works on: the desk is held only to record what was done, never while a folder is listed, a file read or a page
//! looked at.

use super::folders::ScanSettings;
use super::read::ScanJob;
use crate::desk::Desk;
use crate::error::AppError;
use crate::long_work::Stop;
use crate::office::Office;
use sandika_domain::scan::LoosePages;
use sandika_intake::folder::{Away, FolderWatch, Stamp, Wait, Wake, file_away, read_whole};
use sandika_intake::reader::Reader;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Between two looks into the folders. A change wakes earlier, where the system tells of it.
const PAUSE: Duration = Duration::from_secs(10);

/// The same while a file may be coming.
const SHORT_PAUSE: Duration = Duration::from_secs(1);

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanNews {
    /// The tray, or the watched folders.
    Tray,
    /// Cases and letters as well.
    Filed,
}

/// Carries scans in, for as long as it is sent round.
pub struct Scanner {
    watch: FolderWatch,
    now: Box<dyn Fn() -> Duration + Send>,
    stop: Stop,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// Folders that the system was asked to tell of.
    told: Option<(Vec<PathBuf>, Wake)>,
}

/// What a round works with.
struct Round {
    folders: Vec<PathBuf>,
    settings: ScanSettings,
    reader: Arc<Reader>,
}

impl Scanner {
    /// A scanner that has seen nothing yet. `wake` is called, by another thread, when something may have come.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let begun = Instant::now();
        Self::timed(wake, move || begun.elapsed())
    }

    /// The same by another clock: the time since some fixed moment.
    pub fn timed(wake: impl Fn() + Send + Sync + 'static, now: impl Fn() -> Duration + Send + 'static) -> Self {
        Self { watch: FolderWatch::default(), now: Box::new(now), stop: Stop::default(), wake: Arc::new(wake), told: None }
    }

    /// Ends what is being read when it is wished; the scan waits on.
    pub fn stop(&self) -> Stop {
        self.stop.clone()
    }

    /// Takes in what has come, and reads one scan that waits. Answers with how long to rest; none while no office is open.
    pub fn round(&mut self, desk: &Mutex<Desk>, tell: &dyn Fn(ScanNews)) -> Option<Duration> {
        let round = {
            let mut desk = held(desk);
            let reader = desk.office()?.ports.reader.clone();
            if mem::take(&mut desk.scanning_mut().hurry) {
                self.watch.hurry();
            }
            Round { folders: desk.watched_folders(), settings: desk.settings().scan.clone(), reader }
        };
        self.listen(&round.folders);
        self.take_in(desk, &round, tell);
        let read = self.read_one(desk, &round, tell);
        if let Ok(office) = held(desk).opened() {
            // What cannot be removed today can be tomorrow.
            drop(office.sweep_scans(round.settings.keep_days));
        }
        let status = self.watch.status((self.now)());
        let coming = status.iter().flat_map(|folder| &folder.waiting).any(|file| file.why.is_usual());
        if held(desk).note_scan_folders(status) {
            tell(ScanNews::Tray);
        }
        Some(if read {
            Duration::ZERO
        } else if coming {
            SHORT_PAUSE
        } else {
            PAUSE
        })
    }

    fn listen(&mut self, folders: &[PathBuf]) {
        if self.told.as_ref().is_none_or(|(told, _)| told != folders) {
            self.watch.watch(folders);
            let wake = self.wake.clone();
            self.told = Some((folders.to_vec(), Wake::over(folders, move || wake())));
        }
    }

    fn take_in(&mut self, desk: &Mutex<Desk>, round: &Round, tell: &dyn Fn(ScanNews)) {
        for (path, stamp) in self.watch.look((self.now)()) {
            match taken(desk, round, &path, stamp) {
                Ok((scan, hash)) => {
                    let away = file_away(&path, stamp, &hash);
                    if matches!(away, Away::Stays(_)) {
                        self.watch.leave(&path);
                    }
                    if let Ok(office) = held(desk).opened() {
                        // A record that fails is made up for: the file is known by path, size and time.
                        drop(office.scan_moved(scan, &away));
                    }
                    tell(ScanNews::Tray);
                }
                Err(why) => self.watch.waits(&path, why, (self.now)()),
            }
        }
    }

    /// Reads the scan that has waited longest. False if none waits.
    fn read_one(&self, desk: &Mutex<Desk>, round: &Round, tell: &dyn Fn(ScanNews)) -> bool {
        let job = match held(desk).office().map(Office::begin_scan) {
            Some(Ok(Some(job))) => job,
            Some(Err(error)) => return failed(desk, &error, tell),
            Some(Ok(None)) | None => return false,
        };
        let id = job.id();
        let progress = |pages: u32| held(desk).note_scan_read(Some((id, pages)));
        progress(0);
        tell(ScanNews::Tray);
        let seen = job.look(&round.reader, &self.stop, &progress);
        if let Some(seen) = &seen {
            // The office may change under a cut; then it is made anew.
            while !settled(desk, round, &job, seen) {}
        }
        held(desk).note_scan_read(None);
        tell(ScanNews::Filed);
        seen.is_some()
    }
}

/// The scan that a file has become, now or before a crash, or why it waits.
fn taken(desk: &Mutex<Desk>, round: &Round, path: &Path, stamp: Stamp) -> Result<(Uuid, String), Wait> {
    let not_stored = |error: AppError| Wait::NotStored(error.to_string());
    let closed = || Wait::NotStored(AppError::OfficeClosed.to_string());
    let before = held(desk).office().ok_or_else(closed)?.taken_scan(path, stamp).map_err(not_stored)?;
    if let Some(before) = before {
        return Ok(before);
    }
    let arrived = read_whole(path, stamp, super::SCAN_LIMIT)?;
    let mut desk = held(desk);
    // Another office may have been opened meanwhile, which this folder is not for.
    if desk.watched_folders() != round.folders {
        return Err(Wait::Growing);
    }
    let scan = desk.opened().map_err(not_stored)?.take_scan(&arrived).map_err(not_stored)?;
    Ok((scan, arrived.hash))
}

/// Records what became of a scan. False where it has to be looked at anew.
fn settled(desk: &Mutex<Desk>, round: &Round, job: &ScanJob, seen: &super::ScanSeen) -> bool {
    let loose: LoosePages = round.settings.loose;
    let cut = match held(desk).office().map(|office| office.cut_of_scan(job, seen, loose)) {
        Some(Ok(cut)) => cut,
        // Without its office a scan waits on; so it does where the office cannot be read just now.
        Some(Err(_)) | None => return true,
    };
    let made = cut.map(|cut| cut.make(job, &round.reader));
    match held(desk).opened().map(|office| office.settle_scan(job, seen, loose, made)) {
        Ok(Ok(settled)) => settled,
        Ok(Err(_)) | Err(_) => true,
    }
}

/// A scan whose bytes cannot be read is said to be so, and the others go on.
fn failed(desk: &Mutex<Desk>, error: &AppError, tell: &dyn Fn(ScanNews)) -> bool {
    let noted = held(desk).opened().and_then(|office| office.fail_scan(error.to_string())).is_ok();
    tell(ScanNews::Tray);
    noted
}

/// A command that panicked left the desk whole: the store answers for its transactions.
fn held(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
