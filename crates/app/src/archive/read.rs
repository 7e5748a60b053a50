//! Reading: a file is refused as a whole before anything of it is looked at, if it is not laid out as ours are. Nothing is ever unpacked.

use super::{name, refused};
use crate::error::AppError;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Take};
use std::path::{Path, PathBuf};
use zip::read::{ArchiveOffset, Config};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// Bytes of the record that ends a ZIP file without a comment, and of what stands before it in a large one.
const END: u64 = 22;
const LARGE_LOCATOR: u64 = 20;
/// Most bytes of one entry of the directory: its fixed part, the longest name, and what large files need.
const DIRECTORY_ENTRY: u64 = 46 + 120 + 64;
/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// How much a file may claim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Most files in it.
    pub(crate) files: u64,
    /// Largest one, bytes.
    pub(crate) size: u64,
    /// All together.
    pub(crate) total: u64,
}

/// A file in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its name, safe on every system.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) size: u64,
    /// Where they begin in the ZIP file.
    begins: u64,
}

/// A ZIP file that is laid out as ours are.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    path: PathBuf,
    /// In the order of the file.
    listed: Vec<Listed>,
}

impl Archive {
    /// Opens a file and refuses it where it could do harm or mean two things.
    ///
    /// # Errors
    /// [`AppError::File`] when it cannot be read; [`AppError::Input`] with what is wrong with it.
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Self, AppError> {
        let unreadable = |source| AppError::File { path: path.to_owned(), source };
        let broken = |_: ZipError| refused(path, "susunannya bukan ZIP yang utuh; mungkin terpotong atau rusak");
        if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(refused(path, "ini bukan berkas biasa"));
        }
        let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
        bounded_directory(&mut file, path, limits)?;
        let config = Config { archive_offset: ArchiveOffset::Known(0) };
        let mut zip = ZipArchive::with_config(config, file).map_err(broken)?;
        if zip.has_duplicate_names() {
            return Err(refused(path, "sebuah nama terdapat dua kali di dalamnya"));
        }
        if zip.len() as u64 > limits.files {
            return Err(refused(path, "isinya terlalu banyak"));
        }
        zip.validate_header_consistency().map_err(|_| refused(path, "daftar isinya tidak sesuai dengan isinya"))?;
        let listed = listed(&mut zip, path, limits)?;
        Ok(Self { zip, path: path.to_owned(), listed })
    }

    /// What is in it, in the order of the file.
    pub(crate) fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// The place of a file in the list.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.listed.iter().position(|listed| listed.name == name)
    }

    /// All bytes of a file, at most `most` of them; nothing where they cannot be read whole.
    pub(crate) fn read(&mut self, place: usize, most: u64) -> Result<Option<Vec<u8>>, AppError> {
        if self.listed.get(place).is_none_or(|listed| listed.size > most) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let whole = self.pieces(place, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(whole.map(|_| bytes))
    }

    /// A file by itself, to be read as it lies in the ZIP file: whoever reads it proves it.
    ///
    /// # Errors
    /// [`AppError::File`].
    pub(crate) fn lying(&self, place: usize) -> Result<Take<File>, AppError> {
        let unreadable = |source| AppError::File { path: self.path.clone(), source };
        let listed = self.listed.get(place).ok_or_else(|| unreadable(io::ErrorKind::NotFound.into()))?;
        let mut file = File::open(&self.path).map_err(unreadable)?;
        file.seek(SeekFrom::Start(listed.begins)).map_err(unreadable)?;
        Ok(file.take(listed.size))
    }

    /// Hands a file to `each`, piece by piece; answers with its SHA-256, or with nothing where it cannot be read whole.
    ///
    /// # Errors
    /// What `each` answers; [`AppError::File`] when the ZIP file itself cannot be read.
    pub(crate) fn pieces(&mut self, place: usize, each: &mut dyn FnMut(&[u8]) -> Result<(), AppError>) -> Result<Option<String>, AppError> {
        let Ok(mut entry) = self.zip.by_index(place) else { return Ok(None) };
        let (mut piece, mut hash) = (vec![0; PIECE], Sha256::new());
        loop {
            match entry.read(&mut piece) {
                Ok(0) => return Ok(Some(HEXLOWER.encode(&hash.finalize()))),
                Ok(count) => {
                    let read = piece.get(..count).unwrap_or_default();
                    hash.update(read);
                    each(read)?;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // The check sum that the file carries does not fit, or it ends early.
                Err(error) if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Other) => {
                    return Ok(None);
                }
                Err(source) => return Err(AppError::File { path: self.path.clone(), source }),
            }
        }
    }
}

/// Looks at the end of a file before the directory is taken into memory: garbage may claim any number of entries.
fn bounded_directory(file: &mut (impl Read + Seek), path: &Path, limits: &Limits) -> Result<(), AppError> {
    let unreadable = |source| AppError::File { path: path.to_owned(), source };
    let broken = || refused(path, "susunannya bukan ZIP yang utuh; mungkin terpotong atau rusak");
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    if length > limits.total.saturating_add(limits.files.saturating_mul(2 * DIRECTORY_ENTRY)) {
        return Err(refused(path, "ukurannya melebihi batas"));
    }
    let end = at::<{ END as usize }>(file, length.checked_sub(END).ok_or_else(broken)?).map_err(unreadable)?;
    // Without a comment, so that there is but one end.
    if !end.starts_with(b"PK\x05\x06") || end[20..] != [0, 0] {
        return Err(broken());
    }
    let mut begins = u64::from(number(&end[16..20]));
    if let Some(place) = length.checked_sub(END + LARGE_LOCATOR) {
        let locator = at::<{ LARGE_LOCATOR as usize }>(file, place).map_err(unreadable)?;
        if locator.starts_with(b"PK\x06\x07") {
            let record = wide(&locator[8..16]);
            let large = at::<56>(file, record.min(length.saturating_sub(56))).map_err(unreadable)?;
            if !large.starts_with(b"PK\x06\x06") {
                return Err(broken());
            }
            begins = wide(&large[48..56]);
        }
    }
    let directory = length.checked_sub(begins).ok_or_else(broken)?;
    if directory > limits.files.saturating_mul(DIRECTORY_ENTRY).saturating_add(256) {
        return Err(refused(path, "daftar isinya terlalu panjang"));
    }
    file.seek(SeekFrom::Start(0)).map(drop).map_err(unreadable)
}

fn at<const N: usize>(file: &mut (impl Read + Seek), place: u64) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.seek(SeekFrom::Start(place))?;
    match file.read_exact(&mut bytes) {
        // What is not there begins like nothing.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok([0; N]),
        read => read.map(|()| bytes),
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.try_into().map(u32::from_le_bytes).unwrap_or(u32::MAX)
}

fn wide(bytes: &[u8]) -> u64 {
    bytes.try_into().map(u64::from_le_bytes).unwrap_or(u64::MAX)
}

/// Every file with its name and size; refuses what no file of ours has.
fn listed(zip: &mut ZipArchive<BufReader<File>>, path: &Path, limits: &Limits) -> Result<Vec<Listed>, AppError> {
    let broken = |_: ZipError| refused(path, "susunannya bukan ZIP yang utuh; mungkin terpotong atau rusak");
    let (mut listed, mut ends, mut taken, mut total) = (Vec::with_capacity(zip.len()), Vec::new(), BTreeSet::new(), 0_u64);
    for place in 0..zip.len() {
        let entry = zip.by_index_raw(place).map_err(broken)?;
        let text = std::str::from_utf8(entry.name_raw()).map_err(|_| refused(path, "sebuah nama di dalamnya tidak dapat dibaca"))?;
        name::check(path, text.strip_suffix('/').unwrap_or(text), &mut taken)?;
        if entry.is_symlink() {
            return Err(refused(path, "di dalamnya ada tautan ke tempat lain, bukan berkas"));
        }
        if entry.is_dir() || !entry.is_file() {
            return Err(refused(path, "di dalamnya ada folder kosong atau isi yang bukan berkas"));
        }
        if entry.encrypted() {
            return Err(refused(path, "isinya dikunci dengan kata sandi"));
        }
        if entry.compression() != CompressionMethod::Stored || entry.compressed_size() != entry.size() {
            return Err(refused(
                path,
                "isinya dimampatkan, padahal berkas dari Sandika tidak pernah dimampatkan. Pakai berkas ZIP aslinya, bukan yang dibuat ulang",
            ));
        }
        total = total.saturating_add(entry.size());
        if entry.size() > limits.size || total > limits.total {
            return Err(refused(path, "sebuah isinya, atau seluruh isinya, melebihi batas ukuran"));
        }
        let begins = entry.data_start().unwrap_or(u64::MAX);
        ends.push((entry.header_start(), begins.saturating_add(entry.size())));
        listed.push(Listed { name: text.to_owned(), size: entry.size(), begins });
    }
    // One after another without a gap: nothing lies in it twice, and nothing is hidden.
    ends.sort_unstable();
    let end = ends.iter().try_fold(0, |expected, (begins, end)| (*begins == expected).then_some(*end));
    if end != Some(zip.central_directory_start()) {
        return Err(refused(path, "isinya tumpang tindih atau menyembunyikan sesuatu"));
    }
    Ok(listed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::super::ArchiveWriter;
    use super::*;

    #[test]
    fn more_files_than_the_plainest_zip_can_count_are_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("banyak.zip");
        let many = 66_000;
        let mut zip = ArchiveWriter::create(&path).unwrap();
        zip.put_with("besar.jsonl", &mut |to| Ok(to.write_all(b"isi")?)).unwrap();
        for number in 1..many {
            zip.put(&format!("berkas/{number}"), b"").unwrap();
        }
        zip.finish(|_| Ok(())).unwrap();
        let limits = Limits { files: many, size: 10, total: 1_000 };
        let mut archive = Archive::open(&path, &limits).unwrap();
        assert_eq!(archive.listed().len() as u64, many);
        assert_eq!(archive.read(0, 10).unwrap().unwrap(), b"isi");
        let mut lying = Vec::new();
        archive.lying(0).unwrap().read_to_end(&mut lying).unwrap();
        assert_eq!(lying, b"isi");
        assert!(Archive::open(&path, &Limits { files: many - 1, ..limits }).is_err());
        assert!(Archive::open(&path, &Limits { size: 2, ..limits }).is_err());
    }
}
