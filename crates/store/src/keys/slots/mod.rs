//! The slot file `kunci.json`: the master key, wrapped once for each passphrase that may open the office.
//!
//! ```json
//! {"format":1,"office":"…","database":"…","slots":[
//!   {"name":"utama","kdf":{"algorithm":"argon2id","m_kib":65536,"t":3,"p":1},"salt":"…","nonce":"…","wrapped":"…"}]}
//! ```
//! Bytes are base64. The wrapping (XChaCha20-Poly1305) is bound to the office's random id and to the slot's own header, so that no slot moves to
//! another office and no cost is lowered unnoticed. `database` is a keyed hash of the database's salt: it tells keys of another office from a
//! damaged database. A slot that is bound to an account of the computer has `account` beside these, and the file is of format 2 with it.

mod account;
mod holders;
#[cfg(test)]
mod tests;

pub use account::BINDS_TO_ACCOUNT;

use super::{KdfCost, Keys};
use crate::StoreError;
use crate::cipher::{self, Key};
use crate::files;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters of a passphrase for a new slot.
pub const MIN_PASSPHRASE_CHARS: usize = 10;

/// Version of the file's format, and of a slot's header.
const FORMAT: u32 = 1;
/// The same of a slot that is bound to an account, and of a file with one: the newest of them.
const WITH_ACCOUNT: u32 = 2;
const ALGORITHM: &str = "argon2id";
const SALT: usize = 16;
/// Bytes of an office's random id.
const OFFICE: usize = 16;
const NONCE: usize = 24;

/// The slots of an office.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SlotFile {
    format: u32,
    office: String,
    database: String,
    slots: Vec<Slot>,
}

/// What a file of any format begins with.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    name: String,
    kdf: Kdf,
    salt: String,
    /// What only an account of the computer opens, where the slot takes that beside the passphrase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    nonce: String,
    wrapped: String,
}

/// What a slot takes beside its passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// Nothing: it opens on any computer.
    No,
    /// The account of the computer that the program runs under.
    ToAccount,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kdf {
    algorithm: String,
    #[serde(flatten)]
    cost: KdfCost,
}

impl SlotFile {
    /// A file without slots for a new office; nothing opens it yet.
    pub(crate) fn new() -> Result<Self, StoreError> {
        let mut office = [0; OFFICE];
        cipher::random(&mut office)?;
        Ok(Self { format: FORMAT, office: BASE64.encode(office), database: String::new(), slots: Vec::new() })
    }

    /// Notes which database these keys are for, by the salt that it begins with.
    pub(crate) fn bind(&mut self, keys: &Keys, salt: &[u8]) {
        self.database = self.belonging(keys, salt);
    }

    /// Whether these keys are for the database that begins with this salt.
    pub(crate) fn is_bound_to(&self, keys: &Keys, salt: &[u8]) -> bool {
        self.database == self.belonging(keys, salt)
    }

    fn belonging(&self, keys: &Keys, salt: &[u8]) -> String {
        BASE64.encode(cipher::mac(&keys.belonging, &[b"sandika/1/database/", self.office.as_bytes(), b"/", salt]))
    }

    /// Adds a slot in which `passphrase` opens `master`.
    ///
    /// # Errors
    /// [`StoreError::PassphraseTooShort`].
    pub(crate) fn add(&mut self, name: &str, passphrase: &str, cost: KdfCost, master: &Key) -> Result<(), StoreError> {
        self.slots.push(Slot::make(&self.office, name, passphrase, cost, master, Bound::No)?);
        Ok(())
    }

    /// The slot that a passphrase opens, by its name, and the master key. Every slot is tried in full whatever the earlier ones gave: the time
    /// tells nothing of which one opened, or whether one did.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] when no slot opens; [`StoreError::OtherAccount`] when none does, and one cannot be tried from here.
    pub(crate) fn open_any(&self, passphrase: &str) -> Result<(String, Key), StoreError> {
        let passphrase = normal(passphrase);
        let mut found = Err(StoreError::WrongPassphrase);
        for slot in &self.slots {
            match slot.try_open(&self.office, &passphrase) {
                Ok(Some(master)) => found = Ok((slot.name.clone(), master)),
                Err(error) if !matches!(error, StoreError::OtherAccount { .. }) => return Err(error),
                Err(error) if found.is_err() => found = Err(error),
                _ => {}
            }
        }
        found
    }

    /// Makes ready what the next trial of a passphrase needs.
    pub(crate) fn make_ready(&self) -> Result<(), StoreError> {
        self.slots.first().map_or(Ok(()), |slot| slot.kdf.cost.make_ready())
    }

    /// Reads and checks the file.
    ///
    /// # Errors
    /// [`StoreError::KeysNewer`] when a newer program wrote it, whatever else it holds; [`StoreError::KeysUnreadable`]; [`StoreError::Io`].
    pub(crate) fn read(path: &Path) -> Result<Self, StoreError> {
        let unreadable = |why: String| StoreError::KeysUnreadable { path: path.to_owned(), why };
        let text = fs::read(path).map_err(StoreError::at(path))?;
        let Format { format } = serde_json::from_slice(&text).map_err(|error| unreadable(error.to_string()))?;
        if format > WITH_ACCOUNT {
            return Err(StoreError::KeysNewer { path: path.to_owned(), format, program: WITH_ACCOUNT });
        }
        if format < FORMAT {
            return Err(unreadable(format!("format {format} tidak dikenal")));
        }
        let file: Self = serde_json::from_slice(&text).map_err(|error| unreadable(error.to_string()))?;
        if file.slots.is_empty() {
            return Err(unreadable("tidak memuat kunci".to_owned()));
        }
        match file.slots.iter().find(|slot| !slot.is_sane()) {
            Some(slot) => Err(unreadable(format!("kunci \"{}\" di luar batas", slot.name.escape_debug()))),
            None => Ok(file),
        }
    }

    /// Writes the file, whole or not at all.
    pub(crate) fn write(&self, path: &Path) -> Result<(), StoreError> {
        let format = self.slots.iter().map(Slot::format).max().unwrap_or(FORMAT);
        let text = serde_json::to_string_pretty(&Self { format, ..self.clone() })
            .map_err(|error| StoreError::Io { path: path.to_owned(), source: error.into() })?;
        files::write_whole(path, text.as_bytes())
    }
}

impl Slot {
    fn make(office: &str, name: &str, passphrase: &str, cost: KdfCost, master: &Key, bound: Bound) -> Result<Self, StoreError> {
        let passphrase = normal(passphrase);
        if passphrase.chars().count() < MIN_PASSPHRASE_CHARS {
            return Err(StoreError::PassphraseTooShort { least: MIN_PASSPHRASE_CHARS });
        }
        let mut salt = [0; SALT];
        cipher::random(&mut salt)?;
        let mut slot = Self {
            name: name.to_owned(),
            kdf: Kdf { algorithm: ALGORITHM.to_owned(), cost },
            salt: BASE64.encode(salt),
            account: matches!(bound, Bound::ToAccount).then(account::sealed).transpose()?,
            nonce: String::new(),
            wrapped: String::new(),
        };
        let sealed = cipher::seal(&slot.key(&passphrase)?, slot.header(office).as_bytes(), master.as_slice())?;
        let (nonce, wrapped) = sealed.split_at(NONCE);
        (slot.nonce, slot.wrapped) = (BASE64.encode(nonce), BASE64.encode(wrapped));
        Ok(slot)
    }

    /// What the wrapping is bound to.
    fn header(&self, office: &str) -> String {
        let KdfCost { m_kib, t, p } = self.kdf.cost;
        let format = self.format();
        let header = format!("sandika/slot/{format}\n{office}\n{}\n{}\n{m_kib} {t} {p}\n{}", self.name, self.kdf.algorithm, self.salt);
        self.account.iter().fold(header, |header, account| format!("{header}\n{account}"))
    }

    fn format(&self) -> u32 {
        if self.account.is_some() { WITH_ACCOUNT } else { FORMAT }
    }

    fn is_sane(&self) -> bool {
        self.kdf.algorithm == ALGORITHM && self.kdf.cost.is_sane() && BASE64.decode(&self.salt).is_ok_and(|salt| salt.len() == SALT)
    }

    fn try_open(&self, office: &str, passphrase: &str) -> Result<Option<Key>, StoreError> {
        let sealed = [decoded(&self.nonce), decoded(&self.wrapped)].concat();
        let opened = cipher::open(&self.key(passphrase)?, self.header(office).as_bytes(), &sealed);
        Ok(opened.and_then(|bytes| cipher::key_from(&bytes)))
    }

    /// What wraps the master key.
    fn key(&self, passphrase: &str) -> Result<Key, StoreError> {
        let key = self.kdf.cost.stretch(passphrase, &decoded(&self.salt))?;
        self.account.as_ref().map_or(Ok(key.clone()), |account| account::joined(&key, account, &self.name))
    }
}

/// Text that is none gives nothing, which opens nothing.
fn decoded(text: &str) -> Vec<u8> {
    BASE64.decode(text).unwrap_or_default()
}

/// A passphrase in the one form (NFC) that every keyboard and system gives it, so that it opens on another computer too.
fn normal(passphrase: &str) -> Zeroizing<String> {
    // Room for the longest form: the text must not move, and leave itself behind, as it grows.
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len() * 3));
    normal.extend(passphrase.nfc());
    normal
}
