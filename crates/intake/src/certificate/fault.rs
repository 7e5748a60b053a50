//! Why a certificate file is not taken, said to the officer: what, why, and what to do.

use thiserror::Error;

/// A file from which no certificate was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CertificateFault {
    /// The file holds a private key, or its name says so.
    #[error(
        "Berkas ini memuat atau lazim memuat kunci privat, sehingga ditolak dan tidak disimpan. Kunci privat hanya boleh dipegang oleh \
         pemiliknya sendiri. Minta kepada pemilik berkas sertifikatnya saja (.cer), tanpa kunci."
    )]
    PrivateKey,
    /// No byte.
    #[error("Berkas kosong (0 bita). Simpan atau unduh ulang sertifikatnya, lalu pilih lagi.")]
    Empty,
    /// Larger than any certificate file.
    #[error("Berkas ini terlalu besar untuk berkas sertifikat (lebih dari 1 MB). Periksa berkasnya, lalu pilih berkas .cer.")]
    TooLarge,
    /// It begins like a certificate and does not end like one.
    #[error("Sertifikat dalam berkas ini rusak atau terpotong. Simpan atau unduh ulang sertifikatnya, lalu pilih lagi.")]
    Damaged,
    /// Something else.
    #[error("Berkas ini bukan berkas sertifikat. Pilih berkas sertifikat berakhiran .cer, .crt, .pem, .der, .p7b, atau .p7c.")]
    NotACertificate,
}
