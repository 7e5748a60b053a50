//! The slot file `kunci.json`: the master key, wrapped once for each passphrase that may open the office.
//!
//! ```json
//! {"format":1,"office":"…","database":"…","slots":[
//!   {"name":"utama","kdf":{"algorithm":"argon2id","m_kib":65536,"t":3,"p":1},"salt":"…","nonce":"…","wrapped":"…"}]}
//! ```
//! Bytes are base64. The wrapping (XChaCha20-Poly1305) is bound to the office's random id and to the slot's own header, so that no slot moves to
//! another office and no cost is lowered unnoticed. `database` is a keyed hash of the database's salt: it tells keys of another office from a
//! damaged database.

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

/// Version of the file's format.
const FORMAT: u32 = 1;
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
    nonce: String,
    wrapped: String,
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
    pub(crate) fn add(&mut self, name: &str, passphrase: &str, cost: KdfCost, master: &Key) -> Result<(), StoreError> {
        if normal(passphrase).chars().count() < MIN_PASSPHRASE_CHARS {
            return Err(StoreError::PassphraseTooShort { least: MIN_PASSPHRASE_CHARS });
        }
        let passphrase = normal(passphrase);
        let mut salt = [0; SALT];
        cipher::random(&mut salt)?;
        let mut slot = Slot {
            name: name.to_owned(),
            kdf: Kdf { algorithm: ALGORITHM.to_owned(), cost },
            salt: BASE64.encode(salt),
            nonce: String::new(),
            wrapped: String::new(),
        };
        let key = cost.stretch(&passphrase, &salt)?;
        let sealed = cipher::seal(&key, slot.header(&self.office).as_bytes(), master.as_slice())?;
        let (nonce, wrapped) = sealed.split_at(NONCE);
        (slot.nonce, slot.wrapped) = (BASE64.encode(nonce), BASE64.encode(wrapped));
        self.slots.push(slot);
        Ok(())
    }

    /// The master key.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] when no slot opens.
    pub(crate) fn unwrap_master(&self, passphrase: &str) -> Result<Key, StoreError> {
        self.opened(passphrase).map(|(_, master)| master)
    }

    /// Puts a slot of the same name, which `new` opens, in the place of the one that `old` opens. Answers with the name. The master key stays, and
    /// with it all that it has sealed.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`] when `old` opens no slot, [`StoreError::PassphraseTooShort`] for `new`.
    pub(crate) fn replace(&mut self, old: &str, new: &str, cost: KdfCost) -> Result<String, StoreError> {
        let (at, master) = self.opened(old)?;
        let name = self.slots.get(at).map(|slot| slot.name.clone()).unwrap_or_default();
        self.add(&name, new, cost, &master)?;
        self.slots.swap_remove(at);
        Ok(name)
    }

    /// The slot that a passphrase opens, by its place, and the master key. Every slot is tried in full whatever the earlier ones gave: the time
    /// tells nothing of which one opened, or whether one did.
    fn opened(&self, passphrase: &str) -> Result<(usize, Key), StoreError> {
        let passphrase = normal(passphrase);
        let mut found = None;
        for (at, slot) in self.slots.iter().enumerate() {
            found = slot.try_open(&self.office, &passphrase)?.map(|master| (at, master)).or(found);
        }
        found.ok_or(StoreError::WrongPassphrase)
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
        if format > FORMAT {
            return Err(StoreError::KeysNewer { path: path.to_owned(), format, program: FORMAT });
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
        let text = serde_json::to_string_pretty(self).map_err(|error| StoreError::Io { path: path.to_owned(), source: error.into() })?;
        files::write_whole(path, text.as_bytes())
    }
}

impl Slot {
    /// What the wrapping is bound to.
    fn header(&self, office: &str) -> String {
        let KdfCost { m_kib, t, p } = self.kdf.cost;
        format!("sandika/slot/{FORMAT}\n{office}\n{}\n{}\n{m_kib} {t} {p}\n{}", self.name, self.kdf.algorithm, self.salt)
    }

    fn is_sane(&self) -> bool {
        self.kdf.algorithm == ALGORITHM && self.kdf.cost.is_sane() && BASE64.decode(&self.salt).is_ok_and(|salt| salt.len() == SALT)
    }

    fn try_open(&self, office: &str, passphrase: &str) -> Result<Option<Key>, StoreError> {
        let decode = |text: &str| BASE64.decode(text).unwrap_or_default();
        let key = self.kdf.cost.stretch(passphrase, &decode(&self.salt))?;
        let sealed = [decode(&self.nonce), decode(&self.wrapped)].concat();
        let opened = cipher::open(&key, self.header(office).as_bytes(), &sealed);
        Ok(opened.and_then(|bytes| cipher::key_from(&bytes)))
    }
}

/// A passphrase in the one form (NFC) that every keyboard and system gives it, so that it opens on another computer too.
fn normal(passphrase: &str) -> Zeroizing<String> {
    // Room for the longest form: the text must not move, and leave itself behind, as it grows.
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len() * 3));
    normal.extend(passphrase.nfc());
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

    fn two_slots() -> (SlotFile, Key) {
        let master = cipher::new_key().unwrap();
        let mut file = SlotFile::new().unwrap();
        file.add("utama", "kata sandi pertama", CHEAP, &master).unwrap();
        file.add("kepala", "kata sandi kedua", CHEAP, &master).unwrap();
        (file, master)
    }

    #[test]
    fn any_slot_opens_the_same_key_and_nothing_else_does() {
        let (file, master) = two_slots();
        for (passphrase, opens) in [
            ("kata sandi pertama", true),
            ("kata sandi kedua", true),
            ("kata sandi Pertama", false),
            ("kata sandi pertama ", false),
            ("", false),
        ] {
            assert_eq!(file.unwrap_master(passphrase).is_ok_and(|key| key == master), opens, "{passphrase:?}");
        }
    }

    #[test]
    fn a_passphrase_is_replaced_and_the_others_stay() {
        let (mut file, master) = two_slots();
        assert!(matches!(file.replace("kata sandi ketiga", "kata sandi baru", CHEAP), Err(StoreError::WrongPassphrase)));
        assert!(matches!(file.replace("kata sandi kedua", "pendek", CHEAP), Err(StoreError::PassphraseTooShort { .. })));
        assert!(file.unwrap_master("kata sandi kedua").is_ok(), "a refusal changes nothing");
        assert_eq!(file.replace("kata sandi pertama", "kata sandi baru", CHEAP).unwrap(), "utama");
        assert_eq!(file.slots.iter().map(|slot| slot.name.as_str()).collect::<Vec<_>>(), ["utama", "kepala"]);
        for (passphrase, opens) in [("kata sandi baru", true), ("kata sandi kedua", true), ("kata sandi pertama", false)] {
            assert_eq!(file.unwrap_master(passphrase).is_ok_and(|key| key == master), opens, "{passphrase:?}");
        }
    }

    #[test]
    fn short_passphrases_are_refused_by_characters_not_bytes() {
        let master = cipher::new_key().unwrap();
        for (passphrase, taken) in [
            ("", false),
            ("123456789", false),
            ("éééééééé", false),
            ("1234567890", true),
            ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", false),
        ] {
            assert_eq!(SlotFile::new().unwrap().add("x", passphrase, CHEAP, &master).is_ok(), taken, "{passphrase:?}");
        }
    }

    #[test]
    fn a_passphrase_opens_however_its_letters_are_composed() {
        let master = cipher::new_key().unwrap();
        for (made, typed) in
            [("kata sandi é", "kata sandi e\u{301}"), ("kata sandi e\u{301}", "kata sandi é"), ("sandi \u{212b}ngstrom", "sandi Ångstrom")]
        {
            let mut file = SlotFile::new().unwrap();
            file.add("utama", made, CHEAP, &master).unwrap();
            assert!(file.unwrap_master(typed).is_ok_and(|key| key == master), "{typed:?}");
        }
    }

    #[test]
    fn slots_of_another_office_open_no_more() {
        let (mut file, _) = two_slots();
        file.office = SlotFile::new().unwrap().office;
        assert!(matches!(file.unwrap_master("kata sandi pertama"), Err(StoreError::WrongPassphrase)));
    }

    #[test]
    fn keys_know_their_database() {
        let (mut file, master) = two_slots();
        let (keys, others) = (Keys::derive(&master).unwrap(), Keys::derive(&cipher::new_key().unwrap()).unwrap());
        assert!(!file.is_bound_to(&keys, &[7; 16]), "not yet");
        file.bind(&keys, &[7; 16]);
        assert!(file.is_bound_to(&keys, &[7; 16]));
        assert!(!file.is_bound_to(&keys, &[8; 16]));
        assert!(!file.is_bound_to(&others, &[7; 16]));
    }

    #[test]
    fn a_newer_file_says_that_it_is_newer_whatever_it_holds() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kunci.json");
        for text in [r#"{"format":2}"#, r#"{"format":2,"slots":"lain","cara":"baru"}"#] {
            fs::write(&path, text).unwrap();
            let error = SlotFile::read(&path).unwrap_err();
            assert!(matches!(error, StoreError::KeysNewer { format: 2, program: 1, .. }), "{text}");
            assert!(error.to_string().contains("Perbarui program"));
        }
    }

    #[test]
    fn a_fault_of_the_disk_is_not_a_fault_of_the_file() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(SlotFile::read(dir.path()).unwrap_err().code(), "io", "a folder cannot be read as a file");
    }

    #[test]
    fn a_changed_header_opens_no_more() {
        let (file, _) = two_slots();
        for change in [
            |slot: &mut Slot| slot.name = "lain".into(),
            |slot: &mut Slot| slot.kdf.cost.t = 2,
            |slot: &mut Slot| slot.nonce = BASE64.encode([0; NONCE]),
            |slot: &mut Slot| slot.wrapped = "bukan base64".into(),
        ] {
            let mut changed = file.clone();
            change(&mut changed.slots[0]);
            assert!(matches!(changed.unwrap_master("kata sandi pertama"), Err(StoreError::WrongPassphrase)));
            assert!(changed.unwrap_master("kata sandi kedua").is_ok(), "the other slot stays");
        }
    }

    #[test]
    fn files_of_garbage_are_unreadable_not_a_panic() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kunci.json");
        let (file, _) = two_slots();
        let good = serde_json::to_string(&file).unwrap();
        let cases: [(&str, String); 7] = [
            ("empty", String::new()),
            ("no JSON", "kunci".into()),
            ("no slots", r#"{"format":1,"slots":[]}"#.into()),
            ("older format", good.replace(r#""format":1"#, r#""format":0"#)),
            ("endless work", good.replace(r#""t":1"#, r#""t":4000000000"#)),
            ("more lanes than can be counted", good.replace(r#""p":1"#, r#""p":4294967295"#)),
            ("all the memory", good.replace(r#""m_kib":64"#, r#""m_kib":4294967295"#)),
        ];
        for (name, text) in cases {
            fs::write(&path, text).unwrap();
            assert!(matches!(SlotFile::read(&path), Err(StoreError::KeysUnreadable { .. })), "{name}");
        }
        file.write(&path).unwrap();
        assert!(SlotFile::read(&path).is_ok());
    }
}
