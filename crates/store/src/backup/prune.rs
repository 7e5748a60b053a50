//! Taking old backups away. First manifests, then the parts that no manifest names; whatever is in doubt stays.

use super::index;
use super::ladder::kept;
use super::list::{Backup, read as read_manifest, stamps};
use super::make::piece_refs;
use super::manifest::Manifest;
use super::objects::{ObjectRef, Objects};
use super::place::{OfficePlace, Place};
use super::source::{Folder, Source};
use super::test::BackupKeys;
use crate::StoreError;
use crate::journal::chain::Hash;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;

/// Takes away what the ladder does not keep. Answers with how many backups went. Nothing goes while a backup that suddenly holds less has not been
/// accepted; the newest backup that a test found good always stays; and parts stay as long as one manifest cannot be read.
///
/// # Errors
/// [`BackupError::PlaceGone`](super::BackupError::PlaceGone), [`BackupError::PlaceBusy`](super::BackupError::PlaceBusy), [`StoreError::Io`].
pub fn prune(keys: &BackupKeys, place: &Place, zone: Zone, now: Moment) -> Result<usize, StoreError> {
    let listing = place.backups(&keys.office)?;
    if listing.standing_shrink().is_some() {
        return Ok(0);
    }
    let moments: Vec<_> = listing.backups.iter().map(|backup| zone.local(backup.made_at)).collect();
    let stay = kept(&moments, zone.local(now));
    let proven = listing.backups.iter().find(|backup| is_good(backup)).map(|backup| backup.stamp.as_str());
    let going: Vec<&Backup> = listing
        .backups
        .iter()
        .filter(|backup| !stay.contains(&zone.local(backup.made_at)) && Some(backup.stamp.as_str()) != proven)
        .collect();
    if going.is_empty() {
        return Ok(0);
    }
    let place = place.of(&keys.office)?;
    let taken = take(keys, &place, &going);
    taken.map_err(|error| place.explained(error)).map(|()| going.len())
}

fn is_good(backup: &Backup) -> bool {
    backup.test.as_ref().is_some_and(super::TestReport::is_good)
}

fn take(keys: &BackupKeys, place: &OfficePlace, going: &[&Backup]) -> Result<(), StoreError> {
    let _lock = place.begin()?;
    for backup in going {
        for path in [place.manifest(&backup.stamp), place.test(&backup.stamp), place.acceptance(&backup.stamp)] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(StoreError::at(&path)(error)),
                _ => {}
            }
        }
    }
    if let Some(named) = named(keys, place)? {
        Objects::open(place.objects())?.sweep(&named)?;
    }
    Ok(())
}

/// Every part that a manifest names; `None` as soon as one manifest or list cannot be read, or is not this office's.
fn named(keys: &BackupKeys, place: &OfficePlace) -> Result<Option<HashSet<Hash>>, StoreError> {
    let source = Folder(place.objects());
    let mut named = HashSet::new();
    let mut seen = HashSet::new();
    for stamp in stamps(place)? {
        let Ok(sealed) = read_manifest(place, &stamp) else { return Ok(None) };
        if !sealed.is_of(&keys.keys.backup) || gather(&source, &sealed.manifest, &mut named, &mut seen).is_none() {
            return Ok(None);
        }
    }
    Ok(Some(named))
}

/// The parts of one backup. Lists that other backups share are read once.
fn gather(source: &Folder, manifest: &Manifest, named: &mut HashSet<Hash>, seen: &mut HashSet<Hash>) -> Option<()> {
    let mut name = |object: &ObjectRef| object.digest().map(|hash| named.insert(hash));
    name(&manifest.keys)?;
    name(&manifest.database.list)?;
    for piece in piece_refs(&manifest.database, &source.object(&manifest.database.list).ok()?)? {
        name(&piece)?;
    }
    for file in &manifest.files {
        name(&file.object)?;
    }
    for shelf in &manifest.shelves {
        name(&shelf.list)?;
        if seen.insert(shelf.list.digest()?) {
            let files = index::read(source, std::slice::from_ref(shelf)).ok()?;
            files.values().try_for_each(|object| name(object).map(drop))?;
        }
    }
    Some(())
}
