//! Why a command was not carried out: a value that the officer can act on.

use super::answer::FieldFault;
use super::compare::Warning;
use super::missing::Missing;
use thiserror::Error;

/// A value of a command: its name on the wire, and what the officer calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Name of the argument, e.g. `why`.
    pub field: &'static str,
    /// In the officer's words, e.g. "Alasan pembatalan".
    pub label: &'static str,
}

/// Names a value.
pub(super) const fn named(field: &'static str, label: &'static str) -> Named {
    Named { field, label }
}

impl std::fmt::Display for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label)
    }
}

/// A command changed nothing, for this reason. The texts say what, why, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Rejection {
    /// The user saw an older state.
    #[error("Perkara ini sudah berubah sejak Anda membukanya. Muat ulang perkara, lalu ulangi tindakan Anda.")]
    Stale {
        /// Revision that the user saw.
        seen: u64,
        /// Present revision.
        present: u64,
    },
    /// The case is closed.
    #[error("Perkara ini sudah selesai, sehingga tidak dapat diubah. Buka kembali perkara bila memang perlu.")]
    Closed,
    /// The case was withdrawn.
    #[error("Permohonan ini sudah dibatalkan, sehingga tidak dapat diubah. Buka kembali perkara bila memang perlu.")]
    Withdrawn,
    /// Only an ended case can be reopened.
    #[error("Perkara ini masih berjalan, sehingga tidak perlu dibuka kembali.")]
    StillOpen,
    /// Another step is current.
    #[error("Langkah {asked} bukan langkah yang sedang dikerjakan. Perkara berada di langkah {current}.")]
    OtherStep {
        /// Step that the command names.
        asked: u32,
        /// Current step.
        current: u32,
    },
    /// The case has not come to the step yet, or the SOP has no such step.
    #[error("Langkah {0} belum dicapai oleh perkara ini.")]
    StepNotReached(u32),
    /// Not the last step.
    #[error("Perkara baru dapat ditutup pada langkah terakhir. Selesaikan dahulu langkah {0}.")]
    NotLastStep(u32),
    /// A decision needs one of its outcomes.
    #[error("Pilih hasil langkah ini: {}.", .0.join(" atau "))]
    OutcomeNeeded(Vec<String>),
    /// The step has no such outcome.
    #[error("Langkah ini tidak mengenal hasil “{outcome}”.{}", choices(.known))]
    OutcomeUnknown {
        /// What was named.
        outcome: String,
        /// What the SOP knows.
        known: Vec<String>,
    },
    /// A text is needed.
    #[error("{named} wajib diisi.{hint}", named = .0, hint = how(.0))]
    TextNeeded(Named),
    /// A text is longer than allowed.
    #[error("{what} terlalu panjang: {length} karakter, paling banyak {limit}.")]
    TextTooLong {
        /// Which text.
        what: Named,
        /// Its length in characters.
        length: usize,
        /// Limit.
        limit: usize,
    },
    /// A text holds characters that cannot be seen.
    #[error("{0} memuat karakter kendali yang tidak terlihat. Ketik ulang teksnya.")]
    ControlCharacter(Named),
    /// A text tells a passphrase or holds a private key.
    #[error("{0} tampak memuat passphrase atau kunci privat. Hapus: passphrase hanya boleh diketahui dan diketik oleh pemiliknya.")]
    Secret(Named),
    /// Fields cannot be accepted.
    #[error("Ada {} isian yang perlu diperbaiki.", .0.len())]
    Answers(Vec<FieldFault>),
    /// Something required is missing.
    #[error("Langkah belum dapat diselesaikan, {} hal belum lengkap: {}.", .0.len(), labels(.0))]
    Incomplete(Vec<Missing>),
    /// Warnings wait for a decision of the officer.
    #[error("Ada {} peringatan. Periksa, lalu tuliskan alasan bila tetap dilanjutkan.", .0.len())]
    Unconfirmed(Vec<Warning>),
    /// The step revokes nothing.
    #[error("Langkah {0} tidak mencabut sertifikat, sehingga tidak ada yang perlu disetujui.")]
    NothingToApprove(u32),
    /// Nothing was completed yet.
    #[error("Belum ada langkah yang dapat diurungkan.")]
    NothingToUndo,
    /// A letter number was used.
    #[error(
        "Langkah ini tidak dapat diurungkan karena surat bernomor {0} sudah terbit. Batalkan dahulu surat itu, atau buat surat perbaikan."
    )]
    NumberUsed(String),
    /// A certificate was revoked or renewed in the case.
    #[error(
        "Sertifikat sudah dicabut atau diperbarui dalam perkara ini, sehingga permohonan tidak dapat dibatalkan. Urungkan dahulu langkahnya."
    )]
    EffectStands,
    /// The case waits already.
    #[error("Perkara ini sudah berstatus menunggu.")]
    AlreadyWaiting,
    /// The case does not wait.
    #[error("Perkara ini tidak sedang menunggu.")]
    NotWaiting,
    /// The step knows no such document.
    #[error("Berkas “{}” tidak diminta pada langkah ini. Lampirkan sebagai “lainnya”, atau pilih langkah yang memintanya.", spoken(.0))]
    UnknownDocument(String),
    /// The same file is there already.
    #[error("Berkas yang sama sudah terlampir pada langkah ini.")]
    SameFile,
    /// The file is not at the step.
    #[error("Berkas itu tidak terlampir pada langkah ini.")]
    NoSuchFile,
    /// The document need not be there, so it needs no waiver.
    #[error("Berkas “{}” tidak wajib pada langkah ini, sehingga tidak perlu dikecualikan.", spoken(.0))]
    NotRequired(String),
    /// The step offers no such letter.
    #[error("{} tidak disediakan pada langkah ini. Terbitkan pada langkah yang menyediakannya.", spoken(.0))]
    UnknownLetter(String),
    /// The case has no such letter in that version.
    #[error("Surat itu tidak ada pada perkara ini, atau sudah diganti versi yang lebih baru.")]
    NoSuchLetter,
    /// The letter was voided.
    #[error("Surat ini sudah dibatalkan, sehingga tidak dapat dipakai lagi. Terbitkan surat baru bila diperlukan.")]
    LetterVoided,
    /// The very file that was issued came back.
    #[error("Berkas ini sama dengan surat yang diterbitkan, jadi belum ditandatangani. Pilih pindaian atau PDF yang sudah ditandatangani.")]
    NotSigned,
    /// What came back is no page.
    #[error("Surat yang kembali harus berupa PDF atau gambar pindaian. Pindai suratnya, lalu pilih lagi.")]
    NotAPage,
    /// A correction must follow the version before it.
    #[error("Surat ini sudah berubah sejak Anda membukanya (versi berikutnya {expected}). Muat ulang perkara, lalu buat lagi.")]
    LetterVersion {
        /// The version that would follow.
        expected: u32,
    },
    /// A letter about several cases is corrected for all of them at once.
    #[error("Surat ini memuat {0} permohonan sekaligus. Koreksi harus memuat permohonan yang sama; muat ulang perkara, lalu buat lagi.")]
    SharedLetter(usize),
    /// The step offers no such message.
    #[error("Pesan “{}” tidak disediakan pada langkah ini. Pilih salah satu pesan langkah ini.", spoken(.0))]
    UnknownMessage(String),
    /// A value is not one of the known ones.
    #[error("{what} “{value}” tidak dikenal. Pilih salah satu dari: {}.", .known.join(", "))]
    UnknownChoice {
        /// Which value.
        what: Named,
        /// What was given.
        value: String,
        /// What is known.
        known: Vec<String>,
    },
    /// A moment or day lies in the future.
    #[error("{0} tidak boleh di masa depan. Periksa tanggal dan jamnya.")]
    InFuture(Named),
    /// A moment lies before what went before it.
    #[error("{0} tidak boleh mendahului peristiwa sebelumnya dalam perkara ini. Periksa tanggal dan jamnya.")]
    TooEarly(Named),
    /// A year that nobody means.
    #[error("Tahun pada {0} tidak wajar. Periksa tanggalnya.")]
    OddYear(Named),
    /// A letter dated after it arrived.
    #[error("Tanggal surat masuk tidak boleh sesudah tanggal diterima. Periksa kedua tanggalnya.")]
    LetterAfterArrival,
    /// The opening form needs a value.
    #[error("{0} wajib diisi.")]
    OpeningNeeds(Named),
    /// The opening form has faults: all of them, each naming its field.
    #[error("{}", of_opening(.0))]
    Opening(Vec<Self>),
    /// Paper that lies somewhere already is not made again without a reason.
    #[error(
        "Surat ini sudah pernah dicetak, atau sedang dalam antrean cetak. Sebutkan mengapa dicetak lagi, misalnya untuk arsip atau karena cetakannya rusak."
    )]
    ReprintReason,
    /// A number must be at least 1 and sensible.
    #[error("Jumlah salinan harus antara 1 dan 99.")]
    Copies,
    /// The definition that the case keeps cannot carry the command.
    #[error("SOP perkara ini tidak memuat langkah {0}. Jalankan pemeriksaan kantor dan hubungi pengelola.")]
    BrokenSop(u32),
}

impl Rejection {
    /// The argument of the command that is at fault, where it is one.
    pub fn field(&self) -> Option<&str> {
        Some(match self {
            Self::Stale { .. } => "revision",
            Self::Closed | Self::Withdrawn | Self::StillOpen | Self::NotLastStep(_) | Self::NothingToUndo | Self::NumberUsed(_) => "case",
            Self::AlreadyWaiting | Self::NotWaiting | Self::EffectStands => "case",
            Self::OtherStep { .. } | Self::StepNotReached(_) | Self::NothingToApprove(_) | Self::BrokenSop(_) => "step",
            Self::OutcomeNeeded(_) | Self::OutcomeUnknown { .. } => "outcome",
            Self::OddYear(named) | Self::Secret(named) | Self::OpeningNeeds(named) => named.field,
            Self::LetterAfterArrival => "letter_date",
            Self::NotSigned | Self::NotAPage => "path",
            Self::TextNeeded(named) | Self::ControlCharacter(named) | Self::InFuture(named) | Self::TooEarly(named) => named.field,
            Self::TextTooLong { what, .. } | Self::UnknownChoice { what, .. } => what.field,
            Self::Answers(_) => "answers",
            Self::Unconfirmed(_) => "confirmed",
            Self::UnknownDocument(_) | Self::SameFile | Self::NoSuchFile | Self::NotRequired(_) => "document",
            Self::UnknownLetter(_) | Self::NoSuchLetter | Self::LetterVoided | Self::SharedLetter(_) => "letter",
            Self::LetterVersion { .. } => "version",
            Self::UnknownMessage(_) => "message",
            Self::Opening(faults) => return faults.first().and_then(Self::field),
            Self::ReprintReason => "reason",
            Self::Copies => "copies",
            Self::Incomplete(open) => return open.first().map(|item| item.id.as_str()),
        })
    }
}

/// One fault speaks for itself; several are told beside their fields.
fn of_opening(faults: &[Rejection]) -> String {
    match faults {
        [only] => only.to_string(),
        _ => format!("Ada {} isian yang perlu diperbaiki.", faults.len()),
    }
}

/// Reasons are asked for in a few words; other texts speak for themselves.
fn how(what: &Named) -> &'static str {
    if matches!(what.field, "why" | "note" | "confirmed") { " Tuliskan alasannya secara singkat." } else { "" }
}

/// An id of a letter, document or message in the officer's words: `surat-pernyataan` is "surat pernyataan".
pub(super) fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

fn choices(known: &[String]) -> String {
    if known.is_empty() { String::new() } else { format!(" Pilihannya: {}.", known.join(", ")) }
}

fn labels(missing: &[Missing]) -> String {
    missing.iter().map(|item| item.label.as_str()).collect::<Vec<_>>().join("; ")
}
