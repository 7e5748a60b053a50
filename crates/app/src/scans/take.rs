//! Taking a file in: its bytes first, then the record of it, and only then is the file moved.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::FileRef;
use sandika_domain::scan::Doubts;
use sandika_intake::folder::{Arrived, Away, Stamp};
use sandika_intake::kind::Kind;
use sandika_store::{Scan, ScanSource, ScanState};
use std::path::Path;
use uuid::Uuid;

/// Largest file that is taken in from a scanner, bytes: two thousand pages of a poor scanner fit.
pub const SCAN_LIMIT: u64 = 256 * 1024 * 1024;

impl Office {
    /// The scan that a file of a watched folder has become already, where it still lies there: a crash came between its record and its move, or the
    /// folder lets nothing be moved.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn taken_scan(&self, path: &Path, stamp: Stamp) -> Result<Option<(Uuid, String)>, AppError> {
        let source = self.read().scan_source(path.as_os_str().as_encoded_bytes(), stamp.size, stamp.modified)?;
        Ok(source.map(|source| (source.scan, source.hash)))
    }

    /// Takes in a file of a watched folder. It may be moved when this has returned, and not before.
    ///
    /// # Errors
    /// [`AppError::Store`] when it cannot be stored; then nothing is recorded of it.
    pub fn take_scan(&mut self, arrived: &Arrived) -> Result<Uuid, AppError> {
        let folder = arrived.path.parent().unwrap_or(Path::new("")).display().to_string();
        let scan = self.new_scan(&arrived.bytes, arrived.kind, name_of(&arrived.path), folder)?;
        let source = ScanSource {
            path: arrived.path.as_os_str().as_encoded_bytes().to_vec(),
            size: arrived.stamp.size,
            modified: arrived.stamp.modified,
            hash: scan.file.hash.clone(),
            scan: scan.id,
            taken_at: scan.received_at,
            moved: None,
        };
        self.change(|tx| {
            tx.keep_scan(&scan)?;
            Ok(tx.note_scan_source(&source)?)
        })?;
        Ok(scan.id)
    }

    /// Notes what became of the file of a scan.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn scan_moved(&mut self, scan: Uuid, away: &Away) -> Result<(), AppError> {
        self.change(|tx| match away {
            Away::Moved(to) => Ok(tx.scan_source_moved(scan, to.as_os_str().as_encoded_bytes())?),
            // What is not there any more is not looked for; what stays is known by its path, size and time.
            Away::Gone | Away::Changed => Ok(tx.forget_scan_source(scan)?),
            Away::Stays(_) => Ok(()),
        })
    }

    /// Takes in a file that an officer brings into the tray.
    ///
    /// # Errors
    /// [`AppError::File`]; [`AppError::Input`] for a file that is no scan, or is not what its name says.
    pub fn bring_scan(&mut self, path: &Path) -> Result<Uuid, AppError> {
        let bytes = self.ports.files.read(path, SCAN_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        let name = name_of(path);
        let refused = |text: &str| AppError::Input { field: "path", text: text.to_owned() };
        crate::media::accepted(&name, &bytes).map_err(refused)?;
        let not_a_scan = "Berkas ini bukan PDF, JPEG, PNG, atau TIFF. Lampirkan langsung pada langkah perkaranya.";
        let kind = Kind::of(&bytes).ok_or_else(|| refused(not_a_scan))?;
        let scan = self.new_scan(&bytes, kind, name, String::new())?;
        self.change(|tx| Ok(tx.keep_scan(&scan)?))?;
        Ok(scan.id)
    }

    /// A scan whose bytes are stored and proven, and of which nothing is recorded yet.
    pub(super) fn new_scan(&self, bytes: &[u8], kind: Kind, name: String, folder: String) -> Result<Scan, AppError> {
        let stored = self.read().put_blob(bytes, SCAN_LIMIT)?;
        let file = FileRef { hash: stored.hash, size: stored.size, media: kind.media_type().to_owned() };
        Ok(self.unread_scan(self.fresh_id()?, file, name, folder))
    }

    /// A scan that is to be read.
    pub(super) fn unread_scan(&self, id: Uuid, file: FileRef, name: String, folder: String) -> Scan {
        Scan {
            id,
            file,
            name,
            folder,
            received_at: self.now(),
            state: ScanState::Waiting,
            doubts: Doubts::default(),
            pages: 0,
            signed: false,
            place: None,
            discarded: None,
        }
    }
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
