//! The backups of an office in a place, as their manifests tell.

use super::error::BackupError;
use super::manifest::{self, Counts, Sealed};
use super::place::{OfficePlace, Place, is_stamp};
use super::report::{self, TestReport};
use super::shrink::Fallen;
use crate::{StoreError, files};
use sandika_domain::fact::Moment;
use std::fs;
use std::io;

/// A backup.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// Its name within the place: when it was made, UTC.
    pub stamp: String,
    /// The office's id.
    pub office: String,
    /// When it was made.
    pub made_at: Moment,
    /// Version of the program that made it.
    pub program: String,
    /// Version of the database's schema.
    pub schema: i64,
    /// Place of the journal's last entry; 0 if it has none.
    pub head_seq: i64,
    /// Changes whenever anything that is kept changes; see [`Store::mark`](crate::Store::mark).
    pub mark: String,
    /// How much it holds.
    pub counts: Counts,
    /// What is less than in the backup before.
    pub shrink: Vec<Fallen>,
    /// The officer has seen that.
    pub accepted: bool,
    /// What became of its last test.
    pub test: Option<TestReport>,
}

/// The backups of one office.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Newest first.
    pub backups: Vec<Backup>,
    /// Those whose manifest cannot be read: name, and why.
    pub unreadable: Vec<(String, String)>,
}

impl Listing {
    /// The newest backup that holds less than the one before, and that nobody has accepted: while it stands, nothing is pruned.
    pub fn standing_shrink(&self) -> Option<&Backup> {
        self.backups.iter().find(|backup| !backup.shrink.is_empty() && !backup.accepted)
    }
}

impl Place {
    /// The backups of an office, by what they say of themselves: nothing is proven here.
    ///
    /// # Errors
    /// [`BackupError::PlaceGone`], [`StoreError::Io`]. A backup that cannot be read is listed as such.
    pub fn backups(&self, office: &str) -> Result<Listing, StoreError> {
        let place = self.of(office)?;
        place.reached()?;
        let mut listing = Listing::default();
        for stamp in stamps(&place)? {
            match read(&place, &stamp) {
                Ok(sealed) => listing.backups.push(backup(&place, stamp, sealed)),
                Err(error) => listing.unreadable.push((stamp, error.to_string())),
            }
        }
        Ok(listing)
    }

    /// Notes that the officer has seen why a backup holds less than the one before.
    ///
    /// # Errors
    /// [`BackupError::Unknown`], [`StoreError::Io`].
    pub fn accept(&self, office: &str, stamp: &str) -> Result<(), StoreError> {
        let place = self.of(office)?;
        read(&place, stamp)?;
        place.make(&place.acceptances())?;
        files::write_whole(&place.acceptance(stamp), b"")
    }
}

fn backup(place: &OfficePlace, stamp: String, sealed: Sealed) -> Backup {
    let accepted = place.acceptance(&stamp).exists();
    let test = report::read(place, &stamp);
    described(stamp, sealed, accepted, test)
}

/// A backup as its manifest describes it.
pub(super) fn described(stamp: String, sealed: Sealed, accepted: bool, test: Option<TestReport>) -> Backup {
    let manifest = sealed.manifest;
    Backup {
        stamp,
        office: manifest.office,
        made_at: manifest.made_at,
        program: manifest.program,
        schema: manifest.schema,
        head_seq: manifest.head_seq,
        mark: manifest.mark,
        counts: manifest.counts,
        shrink: manifest.shrink,
        accepted,
        test,
    }
}

/// The names of all backups, newest first. None where nothing was ever kept.
pub(super) fn stamps(place: &OfficePlace) -> Result<Vec<String>, StoreError> {
    let folder = place.manifests();
    let names = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        names => names.map_err(StoreError::at(&folder))?,
    };
    let mut stamps = Vec::new();
    for name in names {
        let name = name.map_err(StoreError::at(&folder))?.file_name().to_string_lossy().into_owned();
        stamps.extend(name.strip_suffix(".json").filter(|stamp| is_stamp(stamp)).map(str::to_owned));
    }
    stamps.sort_unstable_by(|one, other| other.cmp(one));
    Ok(stamps)
}

/// A manifest, not proven yet.
pub(super) fn read(place: &OfficePlace, stamp: &str) -> Result<Sealed, StoreError> {
    let unknown = || BackupError::Unknown {
        place: place.place().to_owned(),
        stamp: stamp.chars().filter(|letter| !letter.is_control()).take(40).collect(),
    };
    if !is_stamp(stamp) {
        return Err(unknown().into());
    }
    let path = place.manifest(stamp);
    let size = match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(unknown().into()),
        metadata => metadata.map_err(StoreError::at(&path))?.len(),
    };
    if size > manifest::LIMIT {
        return Err(BackupError::Broken { stamp: stamp.to_owned(), what: "keterangannya terlalu besar".to_owned() }.into());
    }
    Ok(Sealed::read(&fs::read(&path).map_err(StoreError::at(&path))?, stamp)?)
}
