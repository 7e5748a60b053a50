//! The test of a backup: the office is made of it once more, opened, and proven, while nobody waits for it.
//!
//! The database is put together in a folder of its own and verified there. Stored files are decrypted where they lie, all of them or, so that a large
//! office on a slow medium is not read for hours, some at a time: new ones first, then those that were not read for the longest time.

use super::fault::Fault;
use super::index::{self, Files};
use super::list::{read as read_manifest, stamps};
use super::manifest::Manifest;
use super::objects::{self, ObjectRef};
use super::place::{OfficePlace, Place};
use super::raise::{self, Scratch};
use super::report::{self, MOST, TestReport};
use super::source::{Folder, Source};
use crate::keys::Keys;
use crate::open::KEYS;
use crate::progress::{self, Stage, Watcher};
use crate::{Store, StoreError, blobs, verify};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Shelves of stored files: one for each beginning of a name.
const SHELVES: u16 = 256;

/// How much of the stored files a test reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All.
    All,
    /// About this many bytes; the next test goes on.
    Bytes(u64),
}

/// The keys of an open office, for work on its backups that is done without it.
#[derive(Clone)]
pub struct BackupKeys {
    pub(super) keys: Keys,
    pub(super) office: String,
}

impl BackupKeys {
    /// The office's id.
    pub fn office(&self) -> &str {
        &self.office
    }
}

impl Store {
    /// What tests and prunes backups of this office while it works on.
    ///
    /// # Errors
    /// As [`Store::office_id`].
    pub fn backup_keys(&self) -> Result<BackupKeys, StoreError> {
        Ok(BackupKeys { keys: self.keys().clone(), office: self.office_id()? })
    }
}

/// Tests a backup and keeps the report beside it. `scratch` is a folder that is made and removed again; it takes as much room as the database.
/// Parts that are changed are set aside, so that the next backup writes them anew.
///
/// # Errors
/// [`StoreError::Stopped`], [`StoreError::Full`], and [`BackupError::PlaceGone`](super::BackupError::PlaceGone): these say nothing of the backup.
pub fn test(
    keys: &BackupKeys,
    place: &Place,
    stamp: &str,
    scratch: &Path,
    share: Share,
    now: Moment,
    watcher: &mut Watcher<'_>,
) -> Result<TestReport, StoreError> {
    let place = place.of(&keys.office)?;
    place.reached()?;
    let tested = Test { keys: &keys.keys, place: &place, stamp, problems: Vec::new() }.run(scratch, share, now, watcher);
    let report = tested.map_err(|error| place.explained(error))?;
    report::keep(&place, stamp, &report).map_err(|error| place.explained(error))?;
    Ok(report)
}

/// A test under way.
struct Test<'t> {
    keys: &'t Keys,
    place: &'t OfficePlace,
    stamp: &'t str,
    problems: Vec<String>,
}

impl Test<'_> {
    fn run(mut self, scratch: &Path, share: Share, now: Moment, watcher: &mut Watcher<'_>) -> Result<TestReport, StoreError> {
        let proven = read_manifest(self.place, self.stamp).and_then(|sealed| Ok(sealed.proven(&self.keys.backup, self.stamp)?));
        let manifest = match proven {
            Err(StoreError::Backup(error)) => {
                self.add(error.to_string());
                return Ok(self.report(now, (0, 0), 0));
            }
            manifest => manifest?,
        };
        let source = Folder(self.place.objects());
        self.own_files(&source, &manifest)?;
        let files = match index::read(&source, &manifest.shelves) {
            Ok(files) => files,
            Err((part, fault, list)) => {
                self.fault(part, fault, &list)?;
                Files::new()
            }
        };
        let used = self.raised(&source, &manifest, scratch, now, watcher)?;
        let chosen = self.chosen(&files, share);
        let next_shelf = next_shelf(&chosen, &files);
        let read = self.stored(&chosen, &files, &used, watcher)?;
        Ok(self.report(now, (read, files.len() as u64), next_shelf))
    }

    /// The office's own content files.
    fn own_files(&mut self, source: &Folder, manifest: &Manifest) -> Result<(), StoreError> {
        for file in &manifest.files {
            let plain = source.object(&file.object).and_then(|bytes| {
                let plain = blobs::unsealed(&self.keys.blobs, &bytes).ok_or(Fault::Changed)?;
                if HEXLOWER.encode(&objects::digest(&plain)) == file.hash { Ok(()) } else { Err(Fault::Changed) }
            });
            if let Err(fault) = plain {
                self.fault(format!("berkas isi {}", file.path), fault, &file.object)?;
            }
        }
        Ok(())
    }

    /// Makes the office, opens and verifies it. Answers with the stored files that it needs: name, and hash of what is inside.
    fn raised(
        &mut self,
        source: &Folder,
        manifest: &Manifest,
        scratch: &Path,
        now: Moment,
        watcher: &mut Watcher<'_>,
    ) -> Result<BTreeMap<String, String>, StoreError> {
        let before = self.problems.len();
        let _scratch = Scratch::make(scratch)?;
        match source.object(&manifest.keys) {
            Ok(bytes) => raise::written(&scratch.join(KEYS), &bytes)?,
            Err(fault) => self.fault("berkas kunci".to_owned(), fault, &manifest.keys)?,
        }
        raise::database(source, manifest, scratch, &mut |part, fault, object| self.fault(part, fault, object), watcher)?;
        if self.problems.len() > before {
            return Ok(BTreeMap::new());
        }
        let store = match raise::open(scratch, "", self.keys, manifest, now) {
            Ok(Ok(store)) => store,
            Ok(Err(why)) => {
                self.add(format!("Cadangan terbuka, tetapi {why}."));
                return Ok(BTreeMap::new());
            }
            Err(error @ (StoreError::Full | StoreError::Io { .. } | StoreError::NoRandomness)) => return Err(error),
            Err(error) => {
                self.add(format!("Cadangan tidak dapat dibuka: {}", error.what()));
                return Ok(BTreeMap::new());
            }
        };
        let report = store.verify_without_files(&mut |progress| watcher(progress))?;
        report.problems.iter().for_each(|problem| self.add(problem.to_string()));
        let used = verify::used(store.read())?.into_iter().filter(|(_, wanted)| *wanted);
        Ok(used.map(|(hash, _)| (store.read().blobs().name(&hash), hash)).collect())
    }

    /// Which stored files are read this time, in the order of reading.
    fn chosen<'f>(&self, files: &'f Files, share: Share) -> Vec<&'f str> {
        let Share::Bytes(most) = share else { return files.keys().map(String::as_str).collect() };
        let (known, first) = self.tested_before();
        let turn = |name: &str| (known.as_ref().is_some_and(|known| known.contains_key(name)), (shelf(name) + SHELVES - first) % SHELVES);
        let mut order: Vec<(&str, u64)> = files.iter().map(|(name, object)| (name.as_str(), object.size)).collect();
        order.sort_by_key(|(name, _)| turn(name));
        let mut bytes = 0;
        let within = order.into_iter().take_while(|(_, size)| {
            let fits = bytes < most;
            bytes += size;
            fits
        });
        within.map(|(name, _)| name).collect()
    }

    /// The stored files of the newest other backup whose test was good, and the shelf at which that test stopped.
    fn tested_before(&self) -> (Option<Files>, u16) {
        for stamp in stamps(self.place).unwrap_or_default().iter().filter(|stamp| *stamp != self.stamp) {
            let Some(report) = report::read(self.place, stamp).filter(TestReport::is_good) else { continue };
            let files = read_manifest(self.place, stamp)
                .ok()
                .and_then(|sealed| index::read(&Folder(self.place.objects()), &sealed.manifest.shelves).ok());
            return (files, report.next_shelf % SHELVES);
        }
        (None, 0)
    }

    /// Reads stored files, and looks whether all that the office needs are there. Answers with how many were read.
    fn stored(
        &mut self,
        chosen: &[&str],
        files: &Files,
        used: &BTreeMap<String, String>,
        watcher: &mut Watcher<'_>,
    ) -> Result<u64, StoreError> {
        for (_, hash) in used.iter().filter(|(name, _)| !files.contains_key(*name)) {
            self.add(format!("Berkas tersimpan {hash} tidak ada dalam cadangan."));
        }
        let total = chosen.len() as u64;
        for (done, name) in chosen.iter().enumerate() {
            progress::tell(watcher, Stage::Blobs, done as u64, total)?;
            let Some(object) = files.get(*name) else { continue };
            if let Err(fault) = self.read_one(object, used.get(*name)) {
                let what = used.get(*name).map_or(*name, String::as_str);
                self.fault(format!("berkas tersimpan {what}"), fault, object)?;
            }
        }
        progress::tell(watcher, Stage::Blobs, total, total)?;
        Ok(total)
    }

    /// One stored file: its bytes by their own hash, and what is inside by its hash where something stands on it.
    fn read_one(&self, object: &ObjectRef, inside: Option<&String>) -> Result<(), Fault> {
        let bytes = Folder(self.place.objects()).object(object)?;
        let Some(inside) = inside else { return Ok(()) };
        let plain = blobs::unsealed(&self.keys.blobs, &bytes).ok_or(Fault::Changed)?;
        if HEXLOWER.encode(&objects::digest(&plain)) == *inside { Ok(()) } else { Err(Fault::Changed) }
    }

    /// Notes a part that cannot be had. A changed one is set aside.
    fn fault(&mut self, part: String, fault: Fault, object: &ObjectRef) -> Result<(), StoreError> {
        if let (Fault::Changed, Some(hash)) = (&fault, object.digest()) {
            objects::set_aside(&self.place.objects(), &hash)?;
        }
        match fault {
            // A part that the system does not give says something of the place, not of the backup, unless only this one is refused.
            Fault::System(error) => Err(*error),
            Fault::Missing => {
                self.add(format!("Dalam cadangan ini {part} tidak ada."));
                Ok(())
            }
            Fault::Changed => {
                self.add(format!("Dalam cadangan ini {part} berubah atau terpotong."));
                Ok(())
            }
        }
    }

    fn add(&mut self, problem: String) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        }
    }

    fn report(self, now: Moment, (files_read, files): (u64, u64), next_shelf: u16) -> TestReport {
        TestReport { tested_at: now, problems: self.problems, files_read, files, next_shelf }
    }
}

/// Where the next test goes on: at the last shelf, where some of it is left and more than it was read; else at the one behind it.
fn next_shelf(chosen: &[&str], files: &Files) -> u16 {
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { return 0 };
    if chosen.len() == files.len() {
        return 0;
    }
    let on_last = |name: &str| shelf(name) == shelf(last);
    let left = files.keys().filter(|name| on_last(name)).count() > chosen.iter().filter(|name| on_last(name)).count();
    if left && !on_last(first) { shelf(last) } else { (shelf(last) + 1) % SHELVES }
}

fn shelf(name: &str) -> u16 {
    name.get(..2).and_then(|digits| u16::from_str_radix(digits, 16).ok()).unwrap_or_default()
}

/// Folders that a test leaves when its program is killed lie beside the office and bear this name; see [`Store::dir`].
pub fn scratch_of(office: &Path) -> PathBuf {
    let name = office.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    office.with_file_name(format!("{name}.uji"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_reads_a_share_leaves_no_file_of_a_shelf_for_ever() {
        let object = ObjectRef { hash: String::new(), size: 1 };
        let files: Files = ["00a", "00b", "01a", "01b", "ffa"].into_iter().map(|name| (name.to_owned(), object.clone())).collect();
        for (chosen, next) in [
            (vec![], 0),
            (vec!["00a"], 1),
            (vec!["00a", "00b"], 1),
            (vec!["00a", "00b", "01a"], 1),
            (vec!["01a", "01b"], 2),
            (vec!["01a", "01b", "ffa"], 0),
            (vec!["ffa", "00a"], 0),
            (vec!["00a", "00b", "01a", "01b", "ffa"], 0),
        ] {
            assert_eq!(next_shelf(&chosen, &files), next, "{chosen:?}");
        }
    }
}
