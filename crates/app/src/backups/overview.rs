//! What is to be said of the backups: each place in its state, and what somebody should look at.

use super::keep::own_place;
use super::settings::BackupSettings;
use chrono::TimeDelta;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use sandika_store::Stage;
use sandika_store::backup::{Aside, Backup, Listing};
use std::path::{Path, PathBuf};

/// After so long without a backup the second place is spoken of.
const STALE: TimeDelta = TimeDelta::days(3);

/// Which of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// Beside the office.
    Own,
    /// The one that the officer chose.
    Second,
}

/// A place, as it was found last.
#[derive(Clone, Debug, PartialEq)]
pub struct BackupPlace {
    /// Which.
    pub kind: PlaceKind,
    /// Its folder.
    pub folder: PathBuf,
    /// It has been looked into since the office was opened.
    pub looked: bool,
    /// Why the last work in it did not succeed, and what to do.
    pub trouble: Option<String>,
    /// What lies in it.
    pub listing: Listing,
    /// When it last took a backup, as far as is known.
    pub last_at: Option<Moment>,
    /// Days without a backup, where they are too many.
    pub stale_days: Option<i64>,
}

/// Work on backups that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupWork {
    /// The place.
    pub folder: PathBuf,
    /// It is a test; else a backup is being made.
    pub testing: bool,
    /// How far it is.
    pub stage: Stage,
    /// Pieces done.
    pub done: u64,
    /// Pieces in all.
    pub total: u64,
}

/// Everything about backups at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct BackupOverview {
    /// Backups are made by themselves.
    pub on: bool,
    /// The open office is one that backups are made of.
    pub kept: bool,
    /// The places, the office's own first.
    pub places: Vec<BackupPlace>,
    /// What is under way.
    pub work: Option<BackupWork>,
    /// The office that the last restore put aside.
    pub aside: Option<Aside>,
    /// What somebody should look at: what, why, what to do.
    pub warnings: Vec<String>,
}

/// The places of an office in their order.
pub(super) fn places_of(settings: &BackupSettings, office: &Path) -> Vec<(PlaceKind, PathBuf)> {
    let own = (PlaceKind::Own, own_place(office));
    [Some(own), settings.second.clone().map(|folder| (PlaceKind::Second, folder))].into_iter().flatten().collect()
}

impl BackupPlace {
    /// Where the days without a backup are too many: of the second place, whether it can be reached or not, unless nothing has changed since.
    pub(super) fn aged(mut self, settings: &BackupSettings, mark: &str, now: Moment) -> Self {
        let newest = self.listing.backups.first();
        let seen = newest.map(|backup| backup.made_at);
        self.last_at = seen.max(if self.kind == PlaceKind::Second { settings.second_at } else { None });
        let current = newest.is_some_and(|backup| backup.mark == mark);
        let since = self.last_at.or(settings.second_since);
        if let (PlaceKind::Second, Some(since), false) = (self.kind, since, current) {
            let age = now.signed_duration_since(since);
            self.stale_days = (age >= STALE).then(|| age.num_days());
        }
        self
    }

    /// What somebody should look at.
    pub(super) fn warnings(&self, zone: Zone) -> Vec<String> {
        let when = |moment: Moment| zone.local(moment).format("%d-%m-%Y %H.%M").to_string();
        let mut warnings = Vec::new();
        if let Some(days) = self.stale_days {
            let last = self.last_at.map_or_else(|| "belum pernah ada cadangan".to_owned(), |at| format!("cadangan terakhir {}", when(at)));
            warnings.push(format!(
                "Tempat cadangan kedua sudah {days} hari tidak menerima cadangan ({last}). Pasang medianya atau periksa jaringannya."
            ));
        } else if let (PlaceKind::Own, Some(trouble)) = (self.kind, &self.trouble) {
            warnings.push(format!("Cadangan tidak dapat dibuat. {trouble}"));
        }
        if let Some((backup, problem)) = self.failed() {
            warnings.push(format!(
                "Cadangan {} di {} diuji dan tidak dapat dipulihkan: {problem} Cadangan baru dibuat dengan sendirinya; periksa medianya bila terulang.",
                when(backup.made_at),
                self.folder.display()
            ));
        }
        if let Some(backup) = self.listing.standing_shrink() {
            let fallen: Vec<String> = backup.shrink.iter().map(ToString::to_string).collect();
            warnings.push(format!(
                "Isi kantor tiba-tiba berkurang pada cadangan {}: {}. Cadangan lama tidak dihapus. Periksa, lalu nyatakan sudah diperiksa di Pengaturan.",
                when(backup.made_at),
                fallen.join(", ")
            ));
        }
        warnings
    }

    /// The newest tested backup, if its test failed, with the first thing that is wrong.
    pub(super) fn failed(&self) -> Option<(&Backup, &str)> {
        let tested = self.listing.backups.iter().find_map(|backup| Some((backup, backup.test.as_ref()?)))?;
        Some((tested.0, tested.1.problems.first()?.as_str()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use sandika_store::backup::{Counted, Counts, Fallen, TestReport};

    fn day(at: i64) -> Moment {
        Moment::from_timestamp_millis(1_763_700_000_000 + at * 86_400_000).unwrap()
    }

    fn backup(at: i64, mark: &str) -> Backup {
        Backup {
            stamp: at.to_string(),
            office: String::new(),
            made_at: day(at),
            program: String::new(),
            schema: 10,
            head_seq: 1,
            mark: mark.to_owned(),
            counts: Counts::default(),
            shrink: Vec::new(),
            accepted: false,
            test: None,
        }
    }

    fn place(kind: PlaceKind, backups: Vec<Backup>) -> BackupPlace {
        let listing = Listing { backups, unreadable: Vec::new() };
        BackupPlace { kind, folder: "/usb".into(), looked: true, trouble: None, listing, last_at: None, stale_days: None }
    }

    #[test]
    fn the_second_place_is_spoken_of_after_three_days_unless_nothing_has_changed() {
        let settings = |since: i64, at: Option<i64>| BackupSettings {
            second: Some("/usb".into()),
            second_since: Some(day(since)),
            second_at: at.map(day),
            ..BackupSettings::default()
        };
        for (kind, backups, settings, now, stale) in [
            (PlaceKind::Second, vec![], settings(0, None), 2, None),
            (PlaceKind::Second, vec![], settings(0, None), 3, Some(3)),
            // Not plugged in: what is remembered of it counts.
            (PlaceKind::Second, vec![], settings(0, Some(5)), 7, None),
            (PlaceKind::Second, vec![], settings(0, Some(5)), 9, Some(4)),
            (PlaceKind::Second, vec![backup(5, "lama")], settings(0, None), 9, Some(4)),
            (PlaceKind::Second, vec![backup(5, "kini")], settings(0, None), 90, None),
            (PlaceKind::Own, vec![backup(5, "lama")], settings(0, None), 90, None),
        ] {
            let aged = place(kind, backups).aged(&settings, "kini", day(now));
            assert_eq!(aged.stale_days, stale, "{aged:?}");
            assert_eq!(aged.warnings(Zone::Wib).len(), usize::from(stale.is_some()));
        }
    }

    #[test]
    fn a_failed_test_a_shrink_and_trouble_beside_the_office_are_told() {
        let report = |problems: &[&str]| TestReport {
            tested_at: day(1),
            problems: problems.iter().map(|problem| (*problem).to_owned()).collect(),
            files_read: 1,
            files: 1,
            next_shelf: 0,
        };
        let with = |at, test| Backup { test, ..backup(at, "") };
        let warnings = |backups| place(PlaceKind::Own, backups).warnings(Zone::Wib);
        assert_eq!(warnings(vec![backup(2, ""), with(1, Some(report(&[])))]), [""; 0]);
        assert!(warnings(vec![backup(2, ""), with(1, Some(report(&["Bagian data berubah."])))])[0].contains("Bagian data berubah."));
        assert_eq!(warnings(vec![with(2, Some(report(&[]))), with(1, Some(report(&["rusak"])))]), [""; 0], "a newer one is good");
        let shrunk = Backup { shrink: vec![Fallen { what: Counted::Cases, before: 9, now: 2 }], ..backup(1, "") };
        assert!(warnings(vec![backup(2, ""), shrunk.clone()])[0].contains("perkara berkurang dari 9 menjadi 2"));
        assert_eq!(warnings(vec![Backup { accepted: true, ..shrunk }]), [""; 0]);
        let trouble = BackupPlace { trouble: Some("Ruang penyimpanan penuh.".to_owned()), ..place(PlaceKind::Own, vec![]) };
        assert_eq!(trouble.warnings(Zone::Wib), ["Cadangan tidak dapat dibuat. Ruang penyimpanan penuh."]);
    }
}
