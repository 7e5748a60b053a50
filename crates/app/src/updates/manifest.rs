//! What an update file tells of itself. It is signed as a whole; keys are the Indonesian words of `docs/pembaruan-format.md`.

use super::{SIGNATURE, UpdateFault};
use semver::Version;
use serde::{Deserialize, Serialize};

/// The format that this program reads and writes.
const FORMAT: u32 = 1;
/// Longest text about what is new, characters.
const NOTES: usize = 8_000;

/// The manifest. Keys that a later program adds are passed over: what this one must understand stands under another `format`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    #[serde(rename = "versi")]
    pub(super) version: Version,
    #[serde(rename = "tanggal")]
    pub(super) date: chrono::NaiveDate,
    /// Schema version of the store that the program in it writes.
    #[serde(rename = "skema")]
    pub(super) schema: i64,
    #[serde(rename = "catatan")]
    pub(super) notes: String,
    #[serde(rename = "pemasang")]
    pub(super) installer: InstallerLine,
}

/// The installer as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct InstallerLine {
    #[serde(rename = "nama")]
    pub(super) name: String,
    #[serde(rename = "ukuran")]
    pub(super) size: u64,
    pub(super) sha256: String,
}

impl Manifest {
    /// A manifest of the present format.
    pub(super) fn new(version: Version, date: chrono::NaiveDate, schema: i64, notes: String, installer: InstallerLine) -> Self {
        Self { format: FORMAT, version, date, schema, notes, installer }
    }

    /// Reads one whose signature was proven.
    ///
    /// # Errors
    /// [`UpdateFault::Manifest`].
    pub(super) fn read(bytes: &[u8]) -> Result<Self, UpdateFault> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let unread = |_| UpdateFault::Manifest("susunannya tidak dapat dibaca");
        let text = std::str::from_utf8(bytes).map_err(|_| UpdateFault::Manifest("bukan teks"))?;
        let found: Format = toml::from_str(text).map_err(unread)?;
        if found.format != FORMAT {
            return Err(UpdateFault::Manifest("bentuknya lebih baru daripada yang dikenal program ini"));
        }
        toml::from_str::<Self>(text).map_err(unread)?.checked()
    }

    /// The same, if it says what an update may say.
    ///
    /// # Errors
    /// [`UpdateFault::Manifest`].
    pub(super) fn checked(self) -> Result<Self, UpdateFault> {
        let InstallerLine { name, size, sha256 } = &self.installer;
        let strange = |letter: char| letter.is_control() && letter != '\n';
        if self.notes.trim().is_empty() || self.notes.chars().count() > NOTES || self.notes.chars().any(strange) {
            return Err(UpdateFault::Manifest("catatannya kosong, terlalu panjang, atau memuat karakter tersembunyi"));
        }
        if !name.to_ascii_lowercase().ends_with(".exe") || name.contains('/') || name == SIGNATURE {
            return Err(UpdateFault::Manifest("nama pemasangnya tidak dapat dipakai"));
        }
        let hex = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        if *size == 0 || sha256.len() != 64 || !sha256.bytes().all(hex) {
            return Err(UpdateFault::Manifest("ukuran atau sidik pemasangnya keliru"));
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    const GOOD: &str = "format = 1\nversi = \"0.2.0\"\ntanggal = \"2026-12-01\"\nskema = 13\ncatatan = \"Perbaikan.\"\n\n[pemasang]\n\
        nama = \"Sandika-0.2.0-pasang.exe\"\nukuran = 9\nsha256 = \"2f0ab7d9a8a4a3b1b6e0d0d5f1a6a9b27e3d5f7c9b1d3e5f7a9c1e3f5a7b9c1d\"\n";

    #[test]
    fn a_manifest_says_what_it_must_and_may_say_more() {
        let read = Manifest::read(GOOD.as_bytes()).unwrap();
        assert_eq!((read.version.to_string().as_str(), read.date.to_string().as_str(), read.schema), ("0.2.0", "2026-12-01", 13));
        assert_eq!(toml::from_str::<Manifest>(&toml::to_string(&read).unwrap()).unwrap(), read);
        assert_eq!(Manifest::read(format!("kelak = true\n{GOOD}kelak = 7\n").as_bytes()).unwrap(), read);
        for (from, to) in [
            ("format = 1", "format = 2"),
            ("format = 1\n", ""),
            ("\"0.2.0\"", "\"0.2\""),
            ("2026-12-01", "2026-13-01"),
            ("skema = 13", "skema = \"x\""),
            ("Perbaikan.", " "),
            ("Perbaikan.", "\\u001b[2J"),
            ("pasang.exe", "pasang.bat"),
            ("nama = \"Sandika", "nama = \"../Sandika"),
            ("ukuran = 9", "ukuran = 0"),
            ("ukuran = 9", "ukuran = -9"),
            ("sha256 = \"2f", "sha256 = \"2F"),
            ("[pemasang]", "[lain]"),
        ] {
            let text = GOOD.replacen(from, to, 1);
            assert!(text != GOOD && matches!(Manifest::read(text.as_bytes()), Err(UpdateFault::Manifest(_))), "{from} → {to}");
        }
        assert!(Manifest::read(b"\xff").is_err());
    }
}
