//! The list of trusted roots.

use super::known::{self, ChainsFault, KnownChain};
use crate::certificate::{Cert, CertificateFacts, CertificateFault, certificates, dn, same_name};
use data_encoding::HEXLOWER;
use thiserror::Error;
use x509_cert::name::Name;

/// Roots beyond this number are not taken.
const MOST_ROOTS: usize = 256;

/// A file of the folder of roots that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TrustFault {
    /// The file holds no certificate.
    #[error("Berkas kepercayaan \"{file}\" tidak dipakai. {why}")]
    Unreadable {
        /// The file's name.
        file: String,
        /// What is wrong with it.
        why: CertificateFault,
    },
    /// The certificate is nobody's who issues certificates.
    #[error(
        "Berkas kepercayaan \"{file}\" tidak dipakai karena \"{name}\" bukan sertifikat penerbit. Pasang hanya sertifikat akar penerbit (CA)."
    )]
    NotAnAuthority {
        /// The file's name.
        file: String,
        /// The certificate's common name.
        name: String,
    },
    /// It bears the name of a root whose fingerprint is known, and is another.
    #[error(
        "Berkas kepercayaan \"{file}\" tidak dipakai karena sidik jari SHA-256-nya {found}, padahal \"{name}\" yang dikenal bersidik jari {known}. Ambil lagi dari sumber resmi; bila penerbitnya memang mengganti sertifikat akarnya, tulis sidik jari yang baru pada kepercayaan.toml kantor."
    )]
    OtherFingerprint {
        /// The file's name.
        file: String,
        /// The certificate's common name.
        name: String,
        /// Its SHA-256.
        found: String,
        /// The one that is known.
        known: String,
    },
    /// There are too many.
    #[error("Berkas kepercayaan \"{file}\" tidak dipakai karena daftarnya penuh ({MOST_ROOTS} sertifikat). Hapus yang tidak diperlukan.")]
    TooMany {
        /// The file's name.
        file: String,
    },
}

/// Roots that an office trusts, each by the SHA-256 of its bytes, and chains that are known by name.
#[derive(Clone, Debug)]
pub struct TrustList {
    roots: Vec<Cert>,
    chains: Vec<KnownChain>,
}

/// No roots: every signer is a stranger.
impl Default for TrustList {
    fn default() -> Self {
        Self { roots: Vec::new(), chains: known::shipped() }
    }
}

impl TrustList {
    /// The list of the certificates in these files, each with its name; what could not be taken is told file by file. Every authority in
    /// them becomes an end of chains, also one that is not self-signed: what the office installs is what it trusts.
    pub fn of<N: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (N, B)>) -> (Self, Vec<TrustFault>) {
        Self::default().with_roots(files)
    }

    /// The same chains, with the roots in these files, as [`TrustList::of`] takes them.
    pub fn with_roots<N: AsRef<str>, B: AsRef<[u8]>>(self, files: impl IntoIterator<Item = (N, B)>) -> (Self, Vec<TrustFault>) {
        let mut list = self;
        let mut faults = Vec::new();
        for (file, bytes) in files {
            match certificates(file.as_ref(), bytes.as_ref()) {
                Ok(found) => found.into_iter().for_each(|cert| faults.extend(list.take(file.as_ref(), cert))),
                Err(why) => faults.push(TrustFault::Unreadable { file: file.as_ref().to_owned(), why }),
            }
        }
        (list, faults)
    }

    /// The same roots, with the chains that the office's own `kepercayaan.toml` names in place of the shipped ones. Roots that are added later are
    /// compared with their fingerprints.
    ///
    /// # Errors
    /// The text is not such a list.
    pub fn with_chains(self, text: &str) -> Result<Self, ChainsFault> {
        Ok(Self { chains: known::read(text)?, ..self })
    }

    /// The trusted roots.
    pub fn roots(&self) -> Vec<CertificateFacts> {
        self.roots.iter().map(CertificateFacts::of).collect()
    }

    fn take(&mut self, file: &str, cert: Cert) -> Option<TrustFault> {
        let file = file.to_owned();
        if !cert.is_ca() {
            return Some(TrustFault::NotAnAuthority { file, name: cert.common_name() });
        }
        if self.holds(&cert) {
            return None;
        }
        let found = HEXLOWER.encode(&cert.fingerprint());
        let named = self.chains.iter().filter(|chain| chain.is_root(&dn(cert.subject())));
        let known: Vec<&str> = named.filter_map(KnownChain::fingerprint).collect();
        if let [first, ..] = &known[..]
            && !known.iter().any(|known| known.eq_ignore_ascii_case(&found))
        {
            return Some(TrustFault::OtherFingerprint { file, name: cert.common_name(), found, known: (*first).to_owned() });
        }
        if self.roots.len() == MOST_ROOTS {
            return Some(TrustFault::TooMany { file });
        }
        self.roots.push(cert);
        None
    }

    /// Whether this very certificate, byte by byte, is trusted.
    pub(super) fn holds(&self, cert: &Cert) -> bool {
        self.roots.iter().any(|root| root.fingerprint() == cert.fingerprint())
    }

    /// Whether a certificate that a document carries is known by its fingerprint; `false` where nobody has compared that with its publisher.
    pub(super) fn pins(&self, cert: &Cert) -> Option<bool> {
        let fingerprint = HEXLOWER.encode(&cert.fingerprint());
        self.chains.iter().find_map(|chain| chain.pins(&fingerprint))
    }

    /// Roots of this name.
    pub(super) fn named<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = &'a Cert> {
        self.roots.iter().filter(move |root| same_name(root.subject(), name))
    }

    /// The root that is missing, if this issuer belongs to a chain that is known by name.
    pub(super) fn missing_root(&self, issuer: &Name) -> Option<String> {
        let chain = self.chains.iter().find(|chain| chain.names(&dn(issuer)))?;
        let installed = self.roots.iter().any(|root| chain.is_root(&dn(root.subject())));
        (!installed).then(|| chain.root_name())
    }
}
