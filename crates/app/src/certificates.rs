//! What files say of certificates and signatures: facts for the register, and whether a signed document is whole. All of it offline.

use crate::cases::DOCUMENT_LIMIT;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::ids::CaseId;
use sandika_intake::{CertificateFacts, SignatureReport, certificate_of, signatures, signers_of};
use std::path::Path;
use uuid::Uuid;

/// Largest PDF whose signatures are looked at, bytes: the office waits for it.
const SIGNED_LIMIT: u64 = 64 * 1024 * 1024;

impl Office {
    /// The certificates that a file of the officer names: a certificate file, or a PDF that somebody signed. Authorities are left out. Nothing of the
    /// file is kept.
    ///
    /// # Errors
    /// [`AppError::File`]; [`AppError::Input`] for a private key, or a file that holds no certificate of a person.
    pub fn read_certificates(&self, path: &Path) -> Result<Vec<CertificateFacts>, AppError> {
        let bytes = self.ports.files.read(path, DOCUMENT_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let refused = |text: String| AppError::Input { field: "path", text };
        let found = if sandika_intake::kind::Kind::of(&bytes) == Some(sandika_intake::kind::Kind::Pdf) {
            signers_of(&bytes)
        } else {
            certificate_of(&name, &bytes).map_err(|fault| refused(fault.to_string()))?.owners
        };
        if found.is_empty() {
            let text = "Berkas ini tidak memuat sertifikat pemilik. Pilih berkas sertifikat (.cer, .crt, .pem, .p7b) milik orangnya, atau PDF yang \
                        ditandatanganinya secara elektronik.";
            return Err(refused(text.to_owned()));
        }
        Ok(found)
    }

    /// The signatures in a scan that came in as a signed PDF.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Input`] when the file is too large to be looked at while somebody waits.
    pub fn scan_signatures(&self, id: Uuid) -> Result<Vec<SignatureReport>, AppError> {
        let (_, bytes) = self.scan_bytes(id)?;
        self.signatures_in(&bytes)
    }

    /// The signatures in a document of a case.
    ///
    /// # Errors
    /// As [`Office::scan_signatures`].
    pub fn document_signatures(&self, case: CaseId, hash: &str) -> Result<Vec<SignatureReport>, AppError> {
        let document = self.document(case, hash)?;
        self.signatures_in(&document.bytes)
    }

    fn signatures_in(&self, bytes: &[u8]) -> Result<Vec<SignatureReport>, AppError> {
        if bytes.len() as u64 > SIGNED_LIMIT {
            let text = "Berkas terlalu besar untuk diperiksa tanda tangannya di sini. Buka dengan aplikasi lain.";
            return Err(AppError::Input { field: "id", text: text.to_owned() });
        }
        Ok(signatures(bytes, &self.content.trust))
    }
}
