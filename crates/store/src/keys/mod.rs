//! Keys: a random master key, kept in slots that a passphrase opens, and the keys derived from it, one for each use.

mod cost;
mod slots;

pub use cost::KdfCost;
pub use slots::{BINDS_TO_ACCOUNT, MIN_PASSPHRASE_CHARS};
pub(crate) use slots::{Bound, SlotFile};

use crate::StoreError;
use crate::cipher::Key;
use hkdf::Hkdf;
use sha2::Sha256;

/// Every key that an open office works with. Each is of one use alone, so that none says anything of another.
#[derive(Clone)]
pub(crate) struct Keys {
    /// Encrypts the database.
    pub(crate) database: Key,
    /// Encrypts stored files.
    pub(crate) blobs: Key,
    /// Names stored files.
    pub(crate) blob_names: Key,
    /// Wraps the keys of persons.
    pub(crate) persons: Key,
    /// Vouches for the anchor.
    pub(crate) anchor: Key,
    /// Vouches for how far the chain has been verified.
    pub(crate) verified: Key,
    /// Vouches that the key slots and the database belong together.
    pub(crate) belonging: Key,
    /// Vouches for backups.
    pub(crate) backup: Key,
}

impl Keys {
    /// Derives all keys from the master key (HKDF-SHA256).
    pub(crate) fn derive(master: &Key) -> Result<Self, StoreError> {
        let source = Hkdf::<Sha256>::new(None, master.as_slice());
        let derive = |purpose: &str| {
            let mut key = Key::default();
            source.expand(purpose.as_bytes(), key.as_mut()).map_err(|_| StoreError::TooLong)?;
            Ok::<_, StoreError>(key)
        };
        Ok(Self {
            database: derive("sandika/1/database")?,
            blobs: derive("sandika/1/blobs")?,
            blob_names: derive("sandika/1/blob-names")?,
            persons: derive("sandika/1/persons")?,
            anchor: derive("sandika/1/anchor")?,
            verified: derive("sandika/1/verified")?,
            belonging: derive("sandika/1/belonging")?,
            backup: derive("sandika/1/backup")?,
        })
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cipher::new_key;

    #[test]
    fn each_use_has_its_own_key_and_the_same_master_gives_the_same_keys() {
        let master = new_key().unwrap();
        let (one, two) = (Keys::derive(&master).unwrap(), Keys::derive(&master).unwrap());
        let all = |keys: &Keys| {
            [*keys.database, *keys.blobs, *keys.blob_names, *keys.persons, *keys.anchor, *keys.verified, *keys.belonging, *keys.backup]
        };
        assert_eq!(all(&one), all(&two));
        let mut distinct = all(&one).to_vec();
        distinct.push(*master);
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), 9);
    }

    #[test]
    fn debug_output_tells_no_key() {
        assert_eq!(format!("{:?}", Keys::derive(&new_key().unwrap()).unwrap()), "Keys(…)");
    }
}
