//! What is said to the officer of a signature.

use super::extent::Extent;
use super::later::Later;
use super::report::{SignatureKind, SignatureReport, SignedAt};
use crate::proof::Proof;

/// The one answer that an officer looks for: is this what was signed? Whose signature it is, is another question (`Trust`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The document is as it was signed.
    Intact,
    /// The signed document is intact within the file, and something was added to the file later.
    Extended,
    /// The signed bytes were changed.
    Changed,
    /// The signature is not the certificate's.
    Forged,
    /// The signature does not cover what a signature has to cover.
    Malformed,
    /// The signature cannot be read, or is of a kind that this program cannot check.
    Unchecked,
}

impl Verdict {
    /// For the officer.
    pub fn words(self) -> &'static str {
        match self {
            Self::Intact => "Isi dokumen utuh sejak ditandatangani.",
            Self::Extended => {
                "Dokumen ditambahi atau diubah sesudah ditandatangani; yang tampak sekarang belum tentu sama dengan yang ditandatangani."
            }
            Self::Changed => "Dokumen diubah sesudah ditandatangani. Jangan diterima sebagai bukti.",
            Self::Forged => "Tanda tangan tidak cocok dengan sertifikat penandatangan.",
            Self::Malformed => {
                "Susunan tanda tangan tidak wajar: cakupannya tidak meliputi seluruh dokumen. Jangan diterima sebagai bukti."
            }
            Self::Unchecked => "Tanda tangan tidak dapat diperiksa: rusak, atau jenisnya belum dikenal program ini.",
        }
    }
}

/// Nobody can know this offline, so every report says it.
const REVOCATION: &str = "Status pencabutan sertifikat tidak diperiksa, karena hanya dapat diketahui secara daring dari penerbit.";

impl SignatureReport {
    /// Whether the document is what was signed.
    pub fn verdict(&self) -> Verdict {
        match (self.extent, self.proof) {
            (Extent::Broken(_), _) => Verdict::Malformed,
            _ if self.signer.is_none() => Verdict::Unchecked,
            (_, Proof::Unsupported) => Verdict::Unchecked,
            _ if !self.digest_matches => Verdict::Changed,
            (_, Proof::Bad) => Verdict::Forged,
            (Extent::Whole | Extent::Appended(Later::Evidence), Proof::Good) => Verdict::Intact,
            (Extent::Appended(Later::Signatures | Later::Other), Proof::Good) => Verdict::Extended,
        }
    }

    /// Everything that an officer has to know of it, a sentence each, the most important first.
    pub fn words(&self) -> Vec<String> {
        let verdict = self.verdict();
        let mut words = vec![verdict.words().to_owned()];
        if verdict == Verdict::Extended && self.extent == Extent::Appended(Later::Signatures) {
            words = vec!["Isi yang ditandatangani utuh; sesudahnya dokumen ditandatangani lagi. Periksa tanda tangan berikutnya.".into()];
        }
        if verdict == Verdict::Intact && self.extent == Extent::Appended(Later::Evidence) {
            words.push("Sesudahnya hanya ditambahkan data bukti untuk pemeriksaan di kemudian hari; isi dokumen tidak berubah.".into());
        }
        if self.kind == SignatureKind::DocumentTimestamp {
            words.push("Ini stempel waktu dokumen, bukan tanda tangan seseorang.".into());
        }
        if self.signer.is_some() {
            words.push(self.trust.words());
            words.push(self.time_words());
        }
        if self.weak {
            words.push(
                "Tanda tangan memakai algoritma atau kunci yang sudah lemah (SHA-1 atau RSA di bawah 2048 bit), sehingga mudah dipalsukan."
                    .into(),
            );
        }
        words.push(REVOCATION.into());
        words
    }

    fn time_words(&self) -> String {
        let unproven = self.stamp.as_ref().is_some_and(|stamp| !stamp.is_reliable());
        match self.signed_at() {
            Some(SignedAt::Stamped(_)) => "Waktu penandatanganan dibuktikan oleh stempel waktu.".into(),
            Some(SignedAt::Claimed(_)) if unproven => {
                "Stempel waktu ada tetapi tidak dapat dibuktikan; waktu penandatanganan menurut komputer penandatangan.".into()
            }
            Some(SignedAt::Claimed(_)) => "Waktu penandatanganan menurut komputer penandatangan, tanpa stempel waktu.".into(),
            None => "Waktu penandatanganan tidak tercantum.".into(),
        }
    }
}
