//! Carries scans in while the officer works on: whoever holds the office is held only to record what was done, never while a folder is listed, a file read or a page
//! looked at.

use super::folders::ScanSettings;
use super::host::ScanHost;
use super::read::{ScanJob, ScanSeen};
use super::settle::Settling;
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
    /// A file of a watched folder has become this scan.
    Taken(Uuid),
    /// What became of this scan is recorded: it may be with its case now, and others may be made of its pages.
    Settled(Uuid),
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
    pub fn round<H: ScanHost>(&mut self, host: &Mutex<H>, tell: &dyn Fn(ScanNews)) -> Option<Duration> {
        let round = {
            let mut host = held(host);
            let reader = host.office()?.ports.reader.clone();
            if mem::take(&mut host.scanning_mut().hurry) {
                self.watch.hurry();
            }
            Round { folders: host.watched_folders(), settings: host.scan_settings().clone(), reader }
        };
        self.listen(&round.folders);
        self.take_in(host, &round, tell);
        let read = self.read_one(host, &round, tell);
        if let Ok(office) = held(host).opened() {
            // What cannot be removed today can be tomorrow.
            drop(office.sweep_scans(round.settings.keep_days));
        }
        let status = self.watch.status((self.now)());
        let coming = status.iter().flat_map(|folder| &folder.waiting).any(|file| file.why.is_usual());
        if held(host).scanning_mut().note_folders(status) {
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

    fn take_in<H: ScanHost>(&mut self, host: &Mutex<H>, round: &Round, tell: &dyn Fn(ScanNews)) {
        for (path, stamp) in self.watch.look((self.now)()) {
            match taken(host, round, &path, stamp) {
                Ok((scan, hash)) => {
                    let away = file_away(&path, stamp, &hash);
                    if matches!(away, Away::Stays(_)) {
                        self.watch.leave(&path);
                    }
                    if let Ok(office) = held(host).opened() {
                        // A record that fails is made up for: the file is known by path, size and time.
                        drop(office.scan_moved(scan, &away));
                    }
                    tell(ScanNews::Taken(scan));
                }
                Err(why) => self.watch.waits(&path, why, (self.now)()),
            }
        }
    }

    /// Reads the scan that has waited longest. False if none waits, or if what became of it could not be recorded just now.
    fn read_one<H: ScanHost>(&self, host: &Mutex<H>, round: &Round, tell: &dyn Fn(ScanNews)) -> bool {
        let job = match held(host).office().map(Office::begin_scan) {
            Some(Ok(Some(job))) => job,
            Some(Err(error)) => return failed(host, &error, tell),
            Some(Ok(None)) | None => return false,
        };
        let id = job.id();
        let note = |reading| held(host).scanning_mut().reading = reading;
        note(Some((id, 0)));
        tell(ScanNews::Tray);
        let seen = job.look(&round.reader, &self.stop, &|pages| note(Some((id, pages))));
        let settling = seen.map_or(Settling::Later, |seen| settled(host, round, &job, &seen));
        note(None);
        tell(if settling == Settling::Done { ScanNews::Settled(id) } else { ScanNews::Tray });
        matches!(settling, Settling::Done | Settling::Gone)
    }
}

/// The scan that a file has become, now or before a crash, or why it waits.
fn taken<H: ScanHost>(host: &Mutex<H>, round: &Round, path: &Path, stamp: Stamp) -> Result<(Uuid, String), Wait> {
    let not_stored = |error: AppError| Wait::NotStored(error.to_string());
    let closed = || Wait::NotStored(AppError::OfficeClosed.to_string());
    let before = held(host).office().ok_or_else(closed)?.taken_scan(path, stamp).map_err(not_stored)?;
    if let Some(before) = before {
        return Ok(before);
    }
    let arrived = read_whole(path, stamp, super::SCAN_LIMIT)?;
    let mut host = held(host);
    // Another office may have been opened meanwhile, which this folder is not for.
    if host.watched_folders() != round.folders {
        return Err(Wait::Growing);
    }
    let scan = host.opened().map_err(not_stored)?.take_scan(&arrived).map_err(not_stored)?;
    Ok((scan, arrived.hash))
}

/// Records what became of a scan; the office may change under a cut, which then is made anew.
fn settled<H: ScanHost>(host: &Mutex<H>, round: &Round, job: &ScanJob, seen: &ScanSeen) -> Settling {
    let loose: LoosePages = round.settings.loose;
    loop {
        // Without its office a scan waits on; so it does where nothing can be read or recorded just now, as on a full disk.
        let Some(Ok(cut)) = held(host).office().map(|office| office.cut_of_scan(job, seen, loose)) else { return Settling::Later };
        let made = cut.map(|cut| cut.make(job, &round.reader));
        match held(host).opened().and_then(|office| office.settle_scan(job, seen, loose, made)) {
            Ok(Settling::Anew) => {}
            Ok(settling) => return settling,
            Err(_) => return Settling::Later,
        }
    }
}

/// A scan whose bytes cannot be read is said to be so, and the others go on.
fn failed<H: ScanHost>(host: &Mutex<H>, error: &AppError, tell: &dyn Fn(ScanNews)) -> bool {
    let failed = held(host).opened().and_then(|office| office.fail_scan(error.to_string()));
    match failed {
        Ok(Some(scan)) => tell(ScanNews::Settled(scan)),
        Ok(None) | Err(_) => tell(ScanNews::Tray),
    }
    failed.is_ok()
}

/// A command that panicked left the office whole: the store answers for its transactions.
fn held<H>(host: &Mutex<H>) -> MutexGuard<'_, H> {
    host.lock().unwrap_or_else(PoisonError::into_inner)
}
