//! A destruction takes two: one proposes it, a head agrees, then it is carried out and recorded. Nothing destroys itself.

use super::standing::{Phase, Standing};
use super::table::{Fate, RetentionTable};
use crate::document::word_enum;
use thiserror::Error;

/// Most files of one proposal: what a head can look through, and what one official record lists.
pub const MOST_FILES: usize = 500;

word_enum! {
    /// Where a proposal stands.
    ProposalState {
        /// A head has to agree.
        Proposed = "diusulkan",
        /// It can be carried out.
        Approved = "disetujui",
        /// Somebody gave it up.
        Dropped = "dibatalkan",
        /// Its files are destroyed.
        Done = "dilaksanakan",
    }
}

/// Why something about retention does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RetentionRejection {
    /// The table is the shipped one, or nobody compared it.
    #[error(
        "Tabel retensi belum ditandai sesuai JRA daerah, sehingga belum ada yang dapat diusulkan musnah. Sesuaikan tabelnya, lalu tandai sesuai."
    )]
    TableUnconfirmed,
    /// Nothing is chosen.
    #[error("Belum ada berkas yang dipilih. Pilih paling sedikit satu berkas pada daftar lewat masa simpan.")]
    Nothing,
    /// Too many at once.
    #[error("Satu usulan memuat paling banyak {MOST_FILES} berkas. Bagi menjadi beberapa usulan.")]
    TooMany,
    /// A file that is still needed.
    #[error(
        "Ada berkas terpilih yang belum lewat masa simpannya, atau masih mempunyai perkara berjalan atau sertifikat berlaku. Muat ulang daftarnya."
    )]
    NotOver,
    /// A file that is not to be destroyed.
    #[error("Ada berkas terpilih yang menurut tabel retensi tidak dimusnahkan, melainkan disimpan permanen atau dinilai kembali.")]
    OtherFate,
    /// Somebody asked that it be kept.
    #[error("Ada berkas terpilih yang sedang ditahan. Lepaskan penahanannya dahulu, atau keluarkan dari usulan.")]
    Held,
    /// Another proposal has it.
    #[error("Ada berkas terpilih yang sudah masuk usulan lain. Selesaikan atau batalkan usulan itu dahulu.")]
    ProposedAlready,
    /// Every file of a proposal was kept after all, or is gone.
    #[error(
        "Tidak ada lagi berkas pada usulan ini yang dapat dimusnahkan: semuanya ditahan, dipakai lagi, atau sudah musnah. Batalkan usulannya."
    )]
    NothingLeft,
    /// The proposal stands elsewhere than the officer thinks.
    #[error("Usulan ini {0}, sehingga tindakan itu tidak berlaku lagi. Muat ulang daftarnya.")]
    State(ProposalState),
    /// Whoever proposed it cannot agree to it.
    #[error("Usulan pemusnahan disetujui oleh pengguna lain, bukan oleh pengusulnya sendiri.")]
    OwnProposal,
}

/// Whether a file may stand in a proposal.
///
/// # Errors
/// [`RetentionRejection`].
pub fn may_be_destroyed(standing: &Standing, table: &RetentionTable, held: bool) -> Result<(), RetentionRejection> {
    if !table.confirmed {
        return Err(RetentionRejection::TableUnconfirmed);
    }
    if standing.phase != Phase::Over {
        return Err(RetentionRejection::NotOver);
    }
    if held {
        return Err(RetentionRejection::Held);
    }
    if standing.term.fate == Fate::Destroy { Ok(()) } else { Err(RetentionRejection::OtherFate) }
}

/// Whether `actor` may agree to what `proposer` proposed.
///
/// # Errors
/// [`RetentionRejection`].
pub fn may_approve(state: ProposalState, proposer: &str, actor: &str) -> Result<(), RetentionRejection> {
    match state {
        ProposalState::Proposed if proposer == actor => Err(RetentionRejection::OwnProposal),
        ProposalState::Proposed => Ok(()),
        other => Err(RetentionRejection::State(other)),
    }
}

/// Whether a proposal may be given up.
///
/// # Errors
/// [`RetentionRejection`].
pub fn may_drop(state: ProposalState) -> Result<(), RetentionRejection> {
    match state {
        ProposalState::Proposed | ProposalState::Approved => Ok(()),
        other => Err(RetentionRejection::State(other)),
    }
}

/// Whether a proposal may be carried out.
///
/// # Errors
/// [`RetentionRejection`].
pub fn may_carry_out(state: ProposalState) -> Result<(), RetentionRejection> {
    match state {
        ProposalState::Approved => Ok(()),
        other => Err(RetentionRejection::State(other)),
    }
}
