//! The checker on real SOPs, on one damaged SOP per code, and on noise.

mod defects;
mod noise;
mod real;

use super::{OfficeKnowledge, legal::LegalTable};
use crate::sop::{Messages, Reasons};

const MESSAGES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/messages.toml"));
const REASONS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/reasons.toml"));
const LEGAL: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/legal.toml"));

/// The letters of the product.
const LETTERS: [&str; 12] = [
    "surat-permohonan-pencabutan",
    "surat-keterangan-alasan-pencabutan",
    "surat-rekomendasi-pencabutan",
    "surat-rekomendasi-pembaruan",
    "surat-permohonan-perubahan-data",
    "surat-pernyataan",
    "lembar-disposisi",
    "kartu-kendali",
    "daftar-kelengkapan",
    "tanda-terima-berkas",
    "laporan-pembaruan",
    "surat-pemberitahuan",
];

/// An office with the content that the product ships.
fn shipped_office() -> OfficeKnowledge {
    OfficeKnowledge {
        letters: LETTERS.iter().map(|id| (*id).to_owned()).collect(),
        messages: Messages::parse("messages.toml", MESSAGES).unwrap().ids(),
        reasons: Reasons::parse("reasons.toml", REASONS).unwrap().ids(),
        legal: LegalTable::parse("legal.toml", LEGAL).unwrap(),
    }
}
