//! Documents of a case as they were stored: shown, or copied to a place of the officer's choice.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::FileRef;
use sandika_domain::ids::CaseId;
use std::path::Path;

/// Largest document that is shown within the program, bytes.
const SHOWN_LIMIT: u64 = 32 * 1024 * 1024;

/// A document with its bytes.
#[derive(Clone, Debug)]
pub struct Document {
    /// File name as it came; that of its letter for a signed one.
    pub name: String,
    /// Media type found in the bytes.
    pub media: String,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
}

impl Office {
    /// A document of a case, to be shown.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the case holds no such file; [`AppError::Input`] when it is too large to be shown; [`AppError::Store`] when the
    /// stored file is missing or changed.
    pub fn document(&self, id: CaseId, hash: &str) -> Result<Document, AppError> {
        let (file, name) = self.held_file(id, hash)?;
        if file.size > SHOWN_LIMIT {
            let text = "Berkas terlalu besar untuk ditampilkan. Simpan salinannya, lalu buka dengan program lain.";
            return Err(AppError::Input { field: "hash", text: text.to_owned() });
        }
        Ok(Document { bytes: self.read().read_blob(&file.hash)?, media: file.media, name })
    }

    /// Copies a document of a case to a file of the officer's choice: the bytes as they came.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when the case holds no such file; [`AppError::File`] when it cannot be written.
    pub fn save_document(&self, id: CaseId, hash: &str, path: &Path) -> Result<(), AppError> {
        let (file, _) = self.held_file(id, hash)?;
        let bytes = self.read().read_blob(&file.hash)?;
        self.ports.files.write(path, &bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    fn held_file(&self, id: CaseId, hash: &str) -> Result<(FileRef, String), AppError> {
        let case = self.case_state(id)?;
        let attached = case.steps.values().flat_map(|record| &record.documents).map(|held| (&held.file, held.name.clone()));
        let signed = case.letters.iter().filter_map(|letter| Some((letter.returned.as_ref()?, letter.template.clone())));
        let found = attached.chain(signed).find(|(file, _)| file.hash == hash);
        found.map(|(file, name)| (file.clone(), name)).ok_or_else(|| AppError::not_found("hash", "Berkas", hash))
    }
}
