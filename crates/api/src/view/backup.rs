//! Backups: their places, and each one as it describes itself. Moments by the office's clock.

use super::{DeskView, ProgressView, local};
use sandika_app::{Backup, BackupOverview, BackupPlace, BackupWork, FoundBackup, Moved, PlaceKind, Restored, TestReport};
use sandika_domain::calendar::Zone;
use sandika_store::Progress;
use serde::Serialize;
use ts_rs::TS;

/// The backups at a glance.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupView {
    /// They are made by themselves.
    pub(crate) on: bool,
    /// The open office is one that backups are made of.
    pub(crate) kept: bool,
    pub(crate) places: Vec<BackupPlaceView>,
    pub(crate) work: Option<BackupWorkView>,
    pub(crate) aside: Option<AsideView>,
    /// What somebody should look at: what, why, what to do.
    pub(crate) warnings: Vec<String>,
}

/// A place, as it was found last.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupPlaceView {
    /// `own` or `second`.
    pub(crate) kind: String,
    pub(crate) folder: String,
    /// It has been looked into since the office was opened.
    pub(crate) looked: bool,
    /// Why the last work in it did not succeed, and what to do.
    pub(crate) trouble: Option<String>,
    /// When it last took a backup, as far as is known.
    pub(crate) last_at: Option<String>,
    /// Days without a backup, where they are too many.
    pub(crate) stale_days: Option<i64>,
    /// The newest test there.
    pub(crate) test: Option<BackupTestView>,
    /// Newest first.
    pub(crate) backups: Vec<BackupRowView>,
    /// Why backups cannot be read, one text each.
    pub(crate) unreadable: Vec<String>,
}

/// A backup.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupRowView {
    /// Its name within the place.
    pub(crate) stamp: String,
    /// Id of its office.
    pub(crate) office: String,
    pub(crate) made_at: String,
    /// Version of the program that made it.
    pub(crate) program: String,
    pub(crate) entries: u64,
    pub(crate) cases: u64,
    pub(crate) owners: u64,
    pub(crate) letters: u64,
    pub(crate) files: u64,
    /// What is less than in the backup before, one text each.
    pub(crate) shrink: Vec<String>,
    /// Somebody has looked at that.
    pub(crate) accepted: bool,
    pub(crate) test: Option<BackupTestView>,
}

/// The outcome of a test.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupTestView {
    pub(crate) tested_at: String,
    pub(crate) good: bool,
    pub(crate) problems: Vec<String>,
    /// Stored files that were read this time.
    pub(crate) files_read: u64,
    /// Stored files in all.
    pub(crate) files: u64,
}

/// Work that is under way.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupWorkView {
    pub(crate) folder: String,
    /// A test; else a backup is being made.
    pub(crate) testing: bool,
    pub(crate) progress: ProgressView,
}

/// The office that the last restore put aside.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AsideView {
    pub(crate) folder: String,
}

/// A backup that was found in a folder or a file.
#[derive(Debug, Serialize, TS)]
pub(crate) struct BackupFoundView {
    /// The folder, or the moving file.
    pub(crate) path: String,
    pub(crate) moving: bool,
    pub(crate) backup: BackupRowView,
}

/// An office that was put back, and the desk with it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RestoredView {
    pub(crate) made_at: String,
    pub(crate) entries: u64,
    pub(crate) files: u64,
    /// Where the office is that was there before.
    pub(crate) aside: Option<String>,
    /// Persons whose data was erased after the backup was made, and who were erased in it as well.
    pub(crate) erased: u64,
    pub(crate) desk: DeskView,
}

/// A moving file that was written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct MovedView {
    pub(crate) path: String,
    pub(crate) bytes: u64,
}

impl BackupView {
    pub(crate) fn of(overview: BackupOverview, zone: Zone) -> Self {
        let BackupOverview { on, kept, places, work, aside, warnings } = overview;
        Self {
            on,
            kept,
            places: places.into_iter().map(|place| BackupPlaceView::of(place, zone)).collect(),
            work: work.map(BackupWorkView::from),
            aside: aside.map(|aside| AsideView { folder: aside.folder.display().to_string() }),
            warnings,
        }
    }
}

impl BackupPlaceView {
    fn of(place: BackupPlace, zone: Zone) -> Self {
        let BackupPlace { kind, folder, looked, trouble, listing, last_at, stale_days } = place;
        let backups: Vec<BackupRowView> = listing.backups.iter().map(|backup| BackupRowView::of(backup, zone)).collect();
        Self {
            kind: match kind {
                PlaceKind::Own => "own",
                PlaceKind::Second => "second",
            }
            .to_owned(),
            folder: folder.display().to_string(),
            looked,
            trouble,
            last_at: last_at.map(|at| local(at, zone)),
            stale_days,
            test: listing.backups.iter().find_map(|backup| backup.test.as_ref()).map(|test| BackupTestView::of(test, zone)),
            backups,
            unreadable: listing.unreadable.into_iter().map(|(stamp, why)| format!("{stamp}: {why}")).collect(),
        }
    }
}

impl BackupRowView {
    pub(crate) fn of(backup: &Backup, zone: Zone) -> Self {
        let counts = backup.counts;
        Self {
            stamp: backup.stamp.clone(),
            office: backup.office.clone(),
            made_at: local(backup.made_at, zone),
            program: backup.program.clone(),
            entries: counts.entries,
            cases: counts.cases,
            owners: counts.owners,
            letters: counts.letters,
            files: counts.blobs,
            shrink: backup.shrink.iter().map(ToString::to_string).collect(),
            accepted: backup.accepted,
            test: backup.test.as_ref().map(|test| BackupTestView::of(test, zone)),
        }
    }
}

impl BackupTestView {
    fn of(test: &TestReport, zone: Zone) -> Self {
        let TestReport { tested_at, problems, files_read, files, .. } = test;
        let (tested_at, problems) = (local(*tested_at, zone), problems.clone());
        Self { tested_at, good: test.is_good(), problems, files_read: *files_read, files: *files }
    }
}

impl From<BackupWork> for BackupWorkView {
    fn from(work: BackupWork) -> Self {
        let BackupWork { folder, testing, stage, done, total } = work;
        Self { folder: folder.display().to_string(), testing, progress: ProgressView::of(Progress { stage, done, total }) }
    }
}

impl BackupFoundView {
    pub(crate) fn of(found: &FoundBackup, zone: Zone) -> Self {
        let FoundBackup { path, moving, backup } = found;
        Self { path: path.display().to_string(), moving: *moving, backup: BackupRowView::of(backup, zone) }
    }
}

impl RestoredView {
    pub(crate) fn of(restored: &Restored, desk: DeskView, zone: Zone) -> Self {
        let Restored { made_at, entries, files, aside, erased, .. } = restored;
        let aside = aside.as_ref().map(|folder| folder.display().to_string());
        Self { made_at: local(*made_at, zone), entries: *entries, files: *files, aside, erased: *erased as u64, desk }
    }
}

impl From<Moved> for MovedView {
    fn from(moved: Moved) -> Self {
        Self { path: moved.path.display().to_string(), bytes: moved.bytes }
    }
}
