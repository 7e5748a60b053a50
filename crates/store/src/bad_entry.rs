//! Why an entry does not hold together.

use thiserror::Error;

/// Why an entry was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadEntry {
    /// It has no facts, or too many.
    #[error("jumlah faktanya di luar batas")]
    FactCount,
    /// It has personal parts and names no person.
    #[error("berisi data pribadi tanpa menyebut orangnya")]
    PersonRequired,
    /// A fact speaks of another person than the entry.
    #[error("faktanya berbicara tentang orang lain")]
    WrongPerson,
    /// A fact of a case stands in an entry without a case, or of another case.
    #[error("faktanya milik perkara lain")]
    WrongCase,
    /// The entry's id is in the journal already.
    #[error("tanda pengenalnya sudah terpakai")]
    Duplicate,
    /// A fact cannot be written as text.
    #[error("faktanya tidak dapat dituliskan")]
    Unwritable,
    /// The case was opened already.
    #[error("perkara itu sudah dibuka")]
    CaseExists,
    /// A person's erasure is recorded only together with the erasure itself.
    #[error("penghapusan data pribadi hanya dicatat bersama penghapusannya")]
    ErasureAlone,
    /// Numbers run backwards, or are released though nothing was told of exactly them.
    #[error("nomor register yang disebut tidak tercatat demikian")]
    NoSuchNumbers,
    /// This version of the letter was issued already.
    #[error("versi surat itu sudah diterbitkan")]
    LetterExists,
    /// An entry that is taken in stands elsewhere than it says, or at another desk.
    #[error("tidak berada pada tempat atau meja yang disebutnya")]
    OutOfPlace,
    /// What is taken in says something of a person who is erased, or lacks what nobody erased.
    #[error("data pribadinya tidak sesuai dengan penghapusan yang dicatat jurnal")]
    ErasureDiffers,
}
