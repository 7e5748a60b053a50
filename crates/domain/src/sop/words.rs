//! The closed lists of an SOP file.

use crate::document::word_enum;

word_enum! {
    /// What an SOP serves (`jenis`).
    ServiceKind {
        /// First issue of a certificate.
        Issuance = "penerbitan",
        /// A new certificate for an expiring one.
        Renewal = "pembaruan",
        /// The end of a certificate before its time.
        Revocation = "pencabutan",
        /// Change of the data that a certificate states.
        DataChange = "perubahan-data",
        /// A new passphrase.
        PassphraseReset = "lupa-passphrase",
        /// Anything else an office has an SOP for.
        Other = "lainnya",
    }
}

word_enum! {
    /// Who acts in a lane (`pihak`).
    Party {
        /// Our own office.
        Office = "dinas",
        /// An outside party, whose work we only record.
        Outside = "luar",
    }
}

word_enum! {
    /// The sign of a step in the flow chart (`simbol`; PermenPAN-RB 35/2012).
    Symbol {
        /// Capsule at the beginning.
        Start = "mulai",
        /// Box.
        Process = "proses",
        /// Diamond: the officer chooses an outcome.
        Decision = "keputusan",
        /// Capsule at the end: the case ends when the step is completed.
        End = "selesai",
    }
}

word_enum! {
    /// What the completion of a step does to the register (`akibat`).
    Effect {
        /// The certificate is revoked.
        CertificateRevoked = "sertifikat.dicabut",
        /// The certificate is replaced by a new one.
        CertificateRenewed = "sertifikat.diperbarui",
        /// A first certificate is recorded.
        CertificateIssued = "sertifikat.diterbitkan",
        /// The owner's data are changed.
        DataChanged = "data.diubah",
    }
}

word_enum! {
    /// How a request came in (`perkara.kanal`).
    Channel {
        /// By letter.
        Letter = "surat",
        /// By e-mail.
        Email = "e-mail",
        /// Through the ticket application SITANTE.
        Sitante = "sitante",
        /// In person.
        InPerson = "datang-langsung",
        /// Through another application.
        OtherApplication = "aplikasi-lain",
    }
}
