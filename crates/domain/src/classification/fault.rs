//! What is wrong with a file of codes, each with its line and a sentence that says what to do.

use super::{LONGEST_CODE, LONGEST_TEXT, MOST_CODES};
use std::fmt;

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFault {
    /// Line of the file, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a line, or with the whole file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// A workbook of a spreadsheet program.
    #[error("Berkas ini buku kerja Excel, bukan CSV. Buka di Excel, pilih Simpan Sebagai, jenis CSV UTF-8, lalu impor berkas CSV itu.")]
    Workbook,
    /// No text at all.
    #[error("Isi berkas ini bukan teks CSV. Pilih berkas lain, atau simpan ulang daftarnya sebagai CSV UTF-8.")]
    NotText,
    /// No line with a code.
    #[error("Berkas ini tidak berisi satu kode pun. Isi paling sedikit satu baris: kode, lalu uraiannya.")]
    Empty,
    /// More codes than a list may have.
    #[error("Berkas ini berisi lebih dari {MOST_CODES} kode. Hapus baris yang tidak dipakai kantor, lalu impor lagi.")]
    TooMany,
    /// A heading that names no column of names.
    #[error("Baris judul tidak menyebut kolom uraian. Beri judul kolom: kode, uraian, dan bila perlu keterangan.")]
    NoNameColumn,
    /// A quoted text that is never closed.
    #[error("Tanda kutip pada baris ini tidak ditutup, sehingga baris berikutnya ikut terbaca. Tutup atau hapus tanda kutipnya.")]
    OpenQuote,
    /// More cells than columns.
    #[error("Baris ini mempunyai lebih banyak kolom daripada seharusnya. Apit uraian yang memuat tanda pemisah dengan tanda kutip.")]
    ExtraCells,
    /// No code.
    #[error("Kode kosong. Isi kodenya, atau hapus baris ini.")]
    NoCode,
    /// Not a code.
    #[error("Kode “{0}” tidak dapat dipakai. Kode terdiri atas angka dan huruf dengan titik di antaranya, misalnya 000.1.2.")]
    BadCode(String),
    /// A very long code.
    #[error("Kode terlalu panjang, paling banyak {LONGEST_CODE} karakter. Periksa apakah kolomnya tertukar.")]
    CodeTooLong,
    /// No name.
    #[error("Uraian kosong. Isi uraian kode ini pada kolom di sebelahnya.")]
    NoName,
    /// A very long name.
    #[error("Uraian terlalu panjang, paling banyak {LONGEST_TEXT} karakter. Persingkat uraiannya.")]
    NameTooLong,
    /// A very long note.
    #[error("Keterangan terlalu panjang, paling banyak {LONGEST_TEXT} karakter. Persingkat keterangannya.")]
    NoteTooLong,
    /// Invisible characters.
    #[error("Baris ini memuat karakter yang tidak terlihat. Ketik ulang isinya.")]
    Control,
    /// A code that an earlier line explains otherwise.
    #[error(
        "Kode “{code}” sudah ada pada baris {first} dengan uraian atau keterangan lain. Sisakan satu saja; bila berkasnya dibuat di Excel, \
             periksa apakah angka nol di belakang kode hilang."
    )]
    Doubled {
        /// The code.
        code: String,
        /// The line that had it first.
        first: usize,
    },
}

impl fmt::Display for ListFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.kind),
            line => write!(f, "Baris {line}: {}", self.kind),
        }
    }
}
