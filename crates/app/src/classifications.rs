//! The office's list of archive classification codes: looked up, taken from a file, written to one, and given back as it was.
//!
//! A list is one fact as a whole, in the journal with everything else: it is in the backup, says who took it and when, and the one before it can be
//! had back. It is no file of the content folder, because officers bring it themselves, and a list that is faulty half-way must not hold.

use crate::error::AppError;
use crate::hash::sha256;
use crate::office::Office;
use sandika_domain::classification::{Classification, Difference, LARGEST_FILE, ListFault, RecordedList, find, merge, read, sample, write};
use sandika_domain::fact::Fact;
use sandika_store::ClassificationListRow;
use std::path::Path;
use std::sync::Arc;

/// A list of codes, with what names it in the store.
pub(crate) type ReadCodes = (i64, Arc<[Classification]>);

/// What a file of codes would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCheck {
    /// SHA-256 of the file: an import can be held to the very file that was looked at.
    pub seen: String,
    /// What would change; nothing where there are faults.
    pub difference: Difference,
    /// Every fault, in the order of lines. Nothing is taken while there is one.
    pub faults: Vec<ListFault>,
}

/// Codes that fit what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCodes {
    /// How many codes the list has.
    pub codes: usize,
    /// How many fit.
    pub matched: usize,
    /// The code that was typed, if the list has it.
    pub exact: Option<Classification>,
    /// The best of those that fit.
    pub best: Vec<Classification>,
}

impl Office {
    /// The list that holds, then the one before it. An office that never took one has none.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn classification_lists(&self) -> Result<Vec<ClassificationListRow>, AppError> {
        Ok(self.read().classification_lists()?)
    }

    /// Codes by themselves or by words of what they stand for.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn find_classifications(&self, typed: &str, limit: usize) -> Result<FoundCodes, AppError> {
        let list = self.codes()?;
        let found = find(&list, typed, limit);
        let best = found.best.into_iter().cloned().collect();
        Ok(FoundCodes { codes: list.len(), matched: found.matched, exact: found.exact.cloned(), best })
    }

    /// What taking a file would change, or everything that is wrong with it. Nothing is taken. `replace`: codes that the file does not have go.
    ///
    /// # Errors
    /// [`AppError::File`] when the file cannot be read or is too large.
    pub fn check_classifications(&self, path: &Path, replace: bool) -> Result<ListCheck, AppError> {
        let bytes = self.file_of_codes(path)?;
        let seen = sha256(&bytes);
        match read(&bytes) {
            Ok(incoming) => {
                let (_, difference) = merge(&self.read().classifications()?, incoming, replace);
                Ok(ListCheck { seen, difference, faults: Vec::new() })
            }
            Err(faults) => Ok(ListCheck { seen, difference: Difference::default(), faults }),
        }
    }

    /// Takes a file as the office's list, whole or not at all. `seen` is the hash of the file that the officer has looked at. A file that changes
    /// nothing records nothing.
    ///
    /// # Errors
    /// [`AppError::File`]; [`AppError::Conflict`] when the file is not the one that was looked at; [`AppError::Classifications`] with every fault.
    pub fn import_classifications(&mut self, path: &Path, replace: bool, seen: Option<&str>) -> Result<Difference, AppError> {
        let bytes = self.file_of_codes(path)?;
        if seen.is_some_and(|seen| seen != sha256(&bytes)) {
            let text = "Berkas ini sudah berubah sejak diperiksa. Periksa lagi isinya, lalu ambil daftarnya.".to_owned();
            return Err(AppError::Conflict { field: "seen", text });
        }
        let incoming = read(&bytes).map_err(AppError::Classifications)?;
        let (codes, difference) = merge(&self.read().classifications()?, incoming, replace);
        if !difference.is_empty() {
            self.record_list("import_classifications", codes)?;
        }
        Ok(difference)
    }

    /// Gives back the list that held before the present one; before the first one that is an empty list. What held until now is then the one before,
    /// so that this too can be taken back.
    ///
    /// # Errors
    /// [`AppError::Input`] when the office never had a list.
    pub fn restore_classifications(&mut self) -> Result<(), AppError> {
        let lists = self.read().classification_lists()?;
        if lists.is_empty() {
            let text = "Daftar klasifikasi belum pernah diisi, sehingga tidak ada yang dikembalikan. Impor dahulu daftarnya.".to_owned();
            return Err(AppError::Input { field: "list", text });
        }
        let codes = match lists.get(1) {
            Some(before) => self.read().classifications_of(before.born)?,
            None => Vec::new(),
        };
        self.record_list("restore_classifications", codes)
    }

    /// Writes the list that holds as a file that can be imported again.
    ///
    /// # Errors
    /// [`AppError::Input`] when the list is empty; [`AppError::File`] when it cannot be written.
    pub fn save_classifications(&self, path: &Path) -> Result<(), AppError> {
        let list = self.read().classifications()?;
        if list.is_empty() {
            let text = "Daftar klasifikasi masih kosong, sehingga tidak ada yang disimpan. Simpan contohnya, isi, lalu impor.".to_owned();
            return Err(AppError::Input { field: "list", text });
        }
        self.write_codes(path, &list)
    }

    /// Writes a file that shows how a list is filled in.
    ///
    /// # Errors
    /// [`AppError::File`] when it cannot be written.
    pub fn save_classification_sample(&self, path: &Path) -> Result<(), AppError> {
        self.write_codes(path, &sample())
    }

    /// The codes of the list that holds; read only when it is another one than before.
    fn codes(&self) -> Result<Arc<[Classification]>, AppError> {
        let Some(newest) = self.classification_lists()?.into_iter().next() else { return Ok(Arc::default()) };
        if let Some((_, read)) = self.codes.borrow().as_ref().filter(|(list, _)| *list == newest.born) {
            return Ok(read.clone());
        }
        let read: Arc<[Classification]> = self.read().classifications_of(newest.born)?.into();
        self.codes.replace(Some((newest.born, read.clone())));
        Ok(read)
    }

    fn write_codes(&self, path: &Path, list: &[Classification]) -> Result<(), AppError> {
        self.ports.files.write(path, &write(list)).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    fn file_of_codes(&self, path: &Path) -> Result<Vec<u8>, AppError> {
        self.ports.files.read(path, LARGEST_FILE).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    fn record_list(&mut self, action: &str, codes: Vec<Classification>) -> Result<(), AppError> {
        self.record(action, None, None, vec![Fact::ClassificationsRecorded(RecordedList { codes })])
    }
}
