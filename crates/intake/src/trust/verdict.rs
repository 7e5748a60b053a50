//! What is known of a signer's chain, and how it is said.

/// Whether a certificate's chain leads to a root that the office trusts. Never an answer about revocation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trust {
    /// The chain leads to a trusted root, and all of it was valid at the time of signing.
    Trusted {
        /// Common name of the root.
        root: String,
    },
    /// The chain leads to a certificate of a known fingerprint, and all of it was valid at the time of signing; but nobody has compared that
    /// fingerprint with its publisher yet.
    Likely {
        /// Common name of that certificate.
        root: String,
    },
    /// The chain leads to a trusted root, but one of its certificates was not valid at the time of signing.
    Expired {
        /// Common name of that certificate.
        name: String,
    },
    /// The chain leads to a trusted root, but the signature names no time to measure validity by.
    Undated {
        /// Common name of the root.
        root: String,
    },
    /// The chain leads to a trusted root, but the certificate is not made for this.
    NotForThis,
    /// The issuer bears the name of a known chain whose root is not installed; the name alone proves nothing.
    RootMissing {
        /// Common name of the root that is to be installed.
        name: String,
    },
    /// The signer vouches for itself.
    SelfSigned,
    /// The chain ends at an issuer that the office does not trust.
    Unknown {
        /// Common name of that issuer.
        issuer: String,
    },
    /// There is no certificate of the signer to judge.
    NoCertificate,
}

impl Trust {
    /// Trusted without reserve.
    pub fn is_trusted(&self) -> bool {
        matches!(self, Self::Trusted { .. })
    }

    /// For the officer.
    pub fn words(&self) -> String {
        match self {
            Self::Trusted { root } => format!("Penerbit dipercaya; rantai sertifikat berujung pada \"{root}\"."),
            Self::Likely { root } => format!(
                "Rantai sertifikat berujung pada \"{root}\" menurut sidik jari yang dikenal, tetapi sidik jari itu belum dibandingkan dengan \
                 penerbitnya. Untuk memastikan, pasang sertifikat akarnya dari sumber resmi."
            ),
            Self::Expired { name } => format!("Sertifikat \"{name}\" tidak berlaku pada waktu penandatanganan."),
            Self::Undated { root } => {
                format!(
                    "Rantai sertifikat berujung pada \"{root}\", tetapi waktu penandatanganan tidak tercantum \
                     sehingga masa berlaku tidak dapat diperiksa."
                )
            }
            Self::NotForThis => "Sertifikat ini tidak diterbitkan untuk penandatanganan.".into(),
            Self::RootMissing { name } => format!(
                "Nama penerbit sesuai dengan rantai yang dikenal, tetapi sertifikat akar \"{name}\" belum dipasang di kantor ini \
                 sehingga keasliannya belum dapat dipastikan. Pasang sertifikat akar itu dari sumber resmi penerbitnya."
            ),
            Self::SelfSigned => "Penerbit tidak dikenal: sertifikat ini ditandatangani oleh pemiliknya sendiri.".into(),
            Self::Unknown { issuer } => {
                format!("Penerbit tidak dikenal: \"{issuer}\" tidak berujung pada sertifikat akar yang dipercaya kantor ini.")
            }
            Self::NoCertificate => "Sertifikat penandatangan tidak ada di dalam tanda tangan.".into(),
        }
    }
}
