//! Everything that can go wrong in the store, said in Indonesian: what, why, and what to do.

use crate::backup::BackupError;
use crate::bad_entry::BadEntry;
use sandika_domain::ids::{CaseId, EntryId};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// An error of the store. Its text is meant for the officer; its [`code`](Self::code) for programs.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder holds no office.
    #[error("Folder {} tidak berisi data kantor. Periksa letak folder, atau buat kantor baru.", .0.display())]
    NotAnOffice(PathBuf),
    /// The folder already holds an office.
    #[error("Folder {} sudah berisi data kantor. Buka kantor itu, atau pilih folder lain.", .0.display())]
    Exists(PathBuf),
    /// Another process has the office open.
    #[error("Data kantor sedang dibuka oleh program lain. Tutup program itu, lalu coba lagi.")]
    InUse,
    /// The database is there, the key slots are not.
    #[error("Berkas kunci {} tidak ada, sehingga data tidak dapat dibuka. Pulihkan berkas itu dari cadangan.", .0.display())]
    KeysMissing(PathBuf),
    /// The key slots cannot be read.
    #[error("Berkas kunci {} tidak dapat dibaca ({why}). Pulihkan berkas itu dari cadangan.", path.display())]
    KeysUnreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The key slots were written by a newer program.
    #[error(
        "Berkas kunci {} dibuat oleh versi program yang lebih baru (format {format}, program mengenal sampai format {program}). \
         Tidak ada yang diubah. Perbarui program ini.", path.display()
    )]
    KeysNewer {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: u32,
        /// Newest format that this program knows.
        program: u32,
    },
    /// The key slots open, but not this database. Nothing was moved.
    #[error(
        "Berkas kunci bukan milik data kantor ini: {} tidak membuka {} di folder yang sama. Tidak ada yang diubah. \
         Pulihkan kedua berkas itu dari satu cadangan yang sama.", keys.display(), database.display()
    )]
    KeysForeign {
        /// The key slots.
        keys: PathBuf,
        /// The database.
        database: PathBuf,
    },
    /// The key slots are there, the database is not.
    #[error("Berkas data {} tidak ada. {}Pulihkan berkas itu dari cadangan.", path.display(), set_aside_before(set_aside.as_deref()))]
    DatabaseMissing {
        /// The file.
        path: PathBuf,
        /// Folder with databases that were set aside as damaged before, if there is one.
        set_aside: Option<PathBuf>,
    },
    /// No key slot opens with this passphrase.
    #[error("Kata sandi tidak cocok. Periksa kata sandi, termasuk huruf besar dan kecilnya, lalu coba lagi.")]
    WrongPassphrase,
    /// A key slot takes an account of the computer beside the passphrase, and this is another one.
    #[error(
        "Kunci “{name}” terikat pada akun Windows, dan tidak terbuka dari akun atau komputer ini. Masuk ke Windows dengan akun itu. Bila tidak ada \
         lagi, buka kantor dengan lembar pemulihan, atau minta admin lain memberi kata sandi baru."
    )]
    OtherAccount {
        /// Whose slot.
        name: String,
    },
    /// The system does not seal to the account that the program runs under.
    #[error("Kunci tidak dapat diikat pada akun komputer ini ({0}). Kata sandi tetap berlaku seperti sebelumnya.")]
    NoAccount(#[source] io::Error),
    /// Nobody of that name may sign in.
    #[error("Pengguna “{name}” tidak terdaftar pada kantor ini. Pilih namanya dari daftar, atau minta admin kantor mendaftarkannya.")]
    NoSuchUser {
        /// As it was typed.
        name: String,
    },
    /// The passphrase for a new slot is too short.
    #[error("Kata sandi terlalu pendek. Gunakan sedikitnya {least} karakter.")]
    PassphraseTooShort {
        /// Fewest characters.
        least: usize,
    },
    /// The store was written by a newer program.
    #[error(
        "Data kantor dibuat oleh versi program yang lebih baru (data versi {store}, program mengenal sampai versi {program}). \
         Data tidak diubah. Pasang Sandika versi yang lebih baru di komputer ini; berkas pembaruannya ada pada pengelola."
    )]
    Newer {
        /// Schema version of the store.
        store: i64,
        /// Newest schema version that this program knows.
        program: i64,
    },
    /// The database is damaged; it was moved, whole, to `set_aside`.
    #[error("Berkas data rusak dan telah disisihkan ke {}. Tidak ada yang dihapus. Pulihkan data dari cadangan.", set_aside.display())]
    Damaged {
        /// Folder that now holds the damaged files.
        set_aside: PathBuf,
    },
    /// A stored file is gone.
    #[error("Berkas tersimpan {hash} tidak ditemukan. Pulihkan folder berkas dari cadangan.")]
    BlobMissing {
        /// SHA-256 of its bytes, lower-case hex.
        hash: String,
    },
    /// A stored file is not what was stored.
    #[error("Berkas tersimpan {hash} telah berubah atau rusak. Pulihkan folder berkas dari cadangan.")]
    BlobChanged {
        /// SHA-256 that its bytes should have, lower-case hex.
        hash: String,
    },
    /// A file is larger than the caller allows.
    #[error("Berkas terlalu besar: paling besar {limit} bita. Perkecil berkas, lalu coba lagi.")]
    BlobTooLarge {
        /// Most bytes.
        limit: u64,
    },
    /// A register's number is in use already.
    #[error("Nomor {number} tahun {year} pada register {register} sudah terpakai. Lihat register, lalu pakai nomor lain.")]
    NumberTaken {
        /// The register.
        register: String,
        /// Its year.
        year: i32,
        /// The number.
        number: u32,
    },
    /// A fact speaks of a case that is not there.
    #[error("Perkara {0} tidak ditemukan.")]
    UnknownCase(CaseId),
    /// An entry does not hold together: see the text.
    #[error("Catatan {entry} tidak dapat disimpan: {why}.")]
    BadEntry {
        /// The entry.
        entry: EntryId,
        /// Which rule it breaks.
        why: BadEntry,
    },
    /// The caller went on after an entry was refused; the whole transaction was given up.
    #[error("Satu catatan ditolak, sehingga seluruh pekerjaan ini dibatalkan; tidak ada yang diubah. Ulangi pekerjaan.")]
    Abandoned,
    /// The person's key was destroyed: nothing more can be recorded of the person.
    #[error("Data pribadi orang ini telah dihapus menurut masa simpan, sehingga tidak dapat dicatat lagi. Catat sebagai orang baru.")]
    PersonErased,
    /// An entry of the journal cannot be read.
    #[error("Catatan nomor {seq} pada jurnal tidak dapat dibaca ({why}). Jalankan pemeriksaan data.")]
    EntryUnreadable {
        /// Its place in the journal.
        seq: i64,
        /// What is wrong.
        why: String,
    },
    /// A page of the database does not read: SQLCipher tells a page that fails its authentication code as a lack of memory.
    #[error(
        "Sebagian berkas data tidak dapat dibaca: berkasnya rusak, atau memori komputer tidak cukup. Tutup program lain, lalu coba lagi; \
         bila tetap gagal, jalankan pemeriksaan data dan pulihkan dari cadangan."
    )]
    PageUnreadable,
    /// The disk is full.
    #[error("Ruang penyimpanan penuh; tidak ada yang diubah. Kosongkan ruang, lalu coba lagi.")]
    Full,
    /// Another program, such as a virus scanner, holds the files of the office.
    #[error(
        "Berkas data sedang ditahan program lain, misalnya antivirus; tidak ada yang diubah. Tunggu sebentar, lalu coba lagi. Bila sering \
         terjadi, kecualikan folder data dari pemindaian antivirus."
    )]
    Held,
    /// The place of the office takes no writing.
    #[error("Folder data tidak dapat ditulisi; tidak ada yang diubah. Periksa izin folder, dan apakah media atau disknya terkunci.")]
    ReadOnly,
    /// The disk did not read or write.
    #[error(
        "Penyimpanan gagal membaca atau menulis berkas data; tidak ada yang diubah. Coba lagi; bila tetap gagal, periksa disk dan kabelnya, \
         lalu buat cadangan ke tempat lain."
    )]
    Disk,
    /// Whoever watches a long work ended it.
    #[error("Pekerjaan dihentikan; tidak ada yang diubah. Jalankan lagi kapan saja.")]
    Stopped,
    /// A value is too long to be sealed.
    #[error("Data terlalu panjang untuk disimpan. Persingkat isian, lalu coba lagi.")]
    TooLong,
    /// The system gave no randomness; no key can be made.
    #[error("Sistem tidak memberikan bilangan acak, sehingga kunci tidak dapat dibuat. Mulai ulang komputer, lalu coba lagi.")]
    NoRandomness,
    /// A file or folder cannot be used.
    #[error("Berkas atau folder {} tidak dapat dipakai ({source}). Periksa izin dan ruang penyimpanan.", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's own words.
        source: io::Error,
    },
    /// A backup, or the place that it is kept in.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The database refused.
    #[error("Basis data menolak pekerjaan ini ({0}); tidak ada yang diubah. Jalankan pemeriksaan data.")]
    Database(#[source] rusqlite::Error),
}

impl StoreError {
    /// A stable word for programs; never shown to an officer alone.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnOffice(_) => "not-an-office",
            Self::Exists(_) => "office-exists",
            Self::InUse => "in-use",
            Self::KeysMissing(_) => "keys-missing",
            Self::KeysUnreadable { .. } => "keys-unreadable",
            Self::KeysNewer { .. } => "keys-newer",
            Self::KeysForeign { .. } => "keys-foreign",
            Self::DatabaseMissing { .. } => "database-missing",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::OtherAccount { .. } => "other-account",
            Self::NoAccount(_) => "no-account",
            Self::NoSuchUser { .. } => "no-such-user",
            Self::PassphraseTooShort { .. } => "passphrase-too-short",
            Self::Newer { .. } => "store-newer",
            Self::Damaged { .. } => "store-damaged",
            Self::BlobMissing { .. } => "file-missing",
            Self::BlobChanged { .. } => "file-changed",
            Self::BlobTooLarge { .. } => "file-too-large",
            Self::NumberTaken { .. } => "number-taken",
            Self::UnknownCase(_) => "unknown-case",
            Self::BadEntry { .. } => "bad-entry",
            Self::Abandoned => "abandoned",
            Self::PersonErased => "person-erased",
            Self::EntryUnreadable { .. } => "entry-unreadable",
            Self::PageUnreadable => "page-unreadable",
            Self::Full => "disk-full",
            Self::Held => "held",
            Self::ReadOnly => "read-only",
            Self::Disk => "disk-fault",
            Self::Stopped => "stopped",
            Self::TooLong => "too-long",
            Self::NoRandomness => "no-randomness",
            Self::Io { .. } => "io",
            Self::Backup(error) => error.code(),
            Self::Database(_) => "database",
        }
    }

    /// For `map_err`: names the path that an I/O error is about.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::ResourceBusy => Self::Held,
            _ if is_shared_out(&source) => Self::Held,
            _ => Self::Io { path: path.to_owned(), source },
        }
    }

    /// What is wrong, without what to do: for a finding that says itself what to do.
    pub(crate) fn what(&self) -> String {
        match self {
            Self::EntryUnreadable { seq, why } => format!("catatan nomor {seq} tidak dapat dibaca: {why}"),
            Self::PageUnreadable => "ada halaman yang tidak lolos pemeriksaan keutuhan".to_owned(),
            Self::Database(error) => error.to_string(),
            other => other.to_string(),
        }
    }

    /// Whether the database file itself is at fault, not the work asked of it.
    pub(crate) fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        matches!(self, Self::Database(error) if matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase)))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{
            DatabaseBusy, DatabaseLocked, DiskFull, FileLockingProtocolFailed, OutOfMemory, ReadOnly, SystemIoFailure,
        };
        match error.sqlite_error_code() {
            Some(DiskFull) => Self::Full,
            Some(DatabaseBusy | DatabaseLocked | FileLockingProtocolFailed) => Self::Held,
            Some(ReadOnly) => Self::ReadOnly,
            Some(SystemIoFailure) => Self::Disk,
            Some(OutOfMemory) => Self::PageUnreadable,
            _ => Self::Database(error),
        }
    }
}

/// Whether Windows refused because another program has the file open without sharing it: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
fn is_shared_out(source: &io::Error) -> bool {
    cfg!(windows) && matches!(source.raw_os_error(), Some(32 | 33))
}

fn set_aside_before(folder: Option<&Path>) -> String {
    folder.map(|folder| format!("Berkas data yang rusak sebelumnya disisihkan di {}. ", folder.display())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_disk_or_another_program_refuses_is_told_as_that() {
        use rusqlite::ffi;
        for (sqlite, code) in [
            (ffi::SQLITE_FULL, "disk-full"),
            (ffi::SQLITE_BUSY, "held"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "held"),
            (ffi::SQLITE_LOCKED, "held"),
            (ffi::SQLITE_READONLY, "read-only"),
            (ffi::SQLITE_READONLY_DBMOVED, "read-only"),
            (ffi::SQLITE_IOERR_WRITE, "disk-fault"),
            (ffi::SQLITE_IOERR_FSYNC, "disk-fault"),
            (ffi::SQLITE_CONSTRAINT, "database"),
        ] {
            assert_eq!(StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(sqlite), None)).code(), code, "{sqlite}");
        }
        let path = Path::new("kantor");
        for (kind, code) in [
            (io::ErrorKind::StorageFull, "disk-full"),
            (io::ErrorKind::ReadOnlyFilesystem, "read-only"),
            (io::ErrorKind::ResourceBusy, "held"),
            (io::ErrorKind::PermissionDenied, "io"),
        ] {
            assert_eq!(StoreError::at(path)(kind.into()).code(), code, "{kind:?}");
        }
    }

    #[test]
    fn a_page_that_does_not_authenticate_is_not_told_as_a_lack_of_memory() {
        let nomem = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_NOMEM), Some("out of memory".into()));
        let error = StoreError::from(nomem);
        assert_eq!(error.code(), "page-unreadable");
        for text in [error.to_string(), error.what()] {
            assert!(!text.contains("out of memory"), "{text}");
        }
    }
}
