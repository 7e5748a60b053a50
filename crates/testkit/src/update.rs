//! Updates as whoever makes them signs them: real signatures, with a key that lives as long as the test.

use chrono::NaiveDate;
use minisign::{KeyPair, sign};
use sandika_app::{NewUpdate, TrustedKeys, write_update};
use sandika_store::Store;
use std::io;
use std::path::Path;

/// A key pair of a test.
pub struct UpdateKey(KeyPair);

impl UpdateKey {
    /// A new one.
    pub fn new() -> Self {
        Self(KeyPair::generate_unencrypted_keypair().unwrap())
    }

    /// The public key as a build is given it.
    pub fn public(&self) -> String {
        self.0.pk.to_base64()
    }

    /// A program that trusts this key.
    pub fn trusted(&self) -> TrustedKeys {
        TrustedKeys::read(&self.public()).unwrap()
    }

    /// A signature over some bytes.
    pub fn sign(&self, bytes: &[u8]) -> io::Result<String> {
        sign(None, &self.0.sk, bytes, Some("Sandika"), Some("uji")).map(|signature| signature.into_string()).map_err(io::Error::other)
    }

    /// Writes an update of a version with some bytes for an installer.
    pub fn write(&self, to: &Path, version: &str, installer: &[u8]) {
        self.write_for(to, version, Store::newest_schema(), installer);
    }

    /// The same for another format of the store.
    pub fn write_for(&self, to: &Path, version: &str, schema: i64, installer: &[u8]) {
        let name = format!("Sandika-{version}-pasang.exe");
        let update = NewUpdate {
            version: version.parse().unwrap(),
            date: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
            schema,
            notes: "Tanggal pada buku agenda diperbaiki.\nPencarian lebih cepat.",
            name: &name,
            installer,
        };
        write_update(to, &update, &|bytes| self.sign(bytes)).unwrap();
    }
}

impl Default for UpdateKey {
    fn default() -> Self {
        Self::new()
    }
}
