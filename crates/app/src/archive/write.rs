//! Writing: beside the place, flushed, proven by whoever ordered it, and only then given its name.

use crate::error::AppError;
use crate::outside;
use data_encoding::HEXLOWER;
use sandika_store::rename_patiently;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file that was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Its name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) size: u64,
    /// SHA-256 of them, lower-case hex.
    pub(crate) sha256: String,
}

/// A ZIP file under way. Dropped before its end, it leaves nothing.
pub(crate) struct ArchiveWriter {
    zip: ZipWriter<BufWriter<File>>,
    unfinished: Unfinished,
    to: PathBuf,
    written: Vec<Written>,
}

/// The unfinished file, which goes away unless it is given its name.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the renaming there is none.
        let _ = fs::remove_file(&self.0);
    }
}

impl ArchiveWriter {
    /// Begins a file that will stand at `to`.
    ///
    /// # Errors
    /// [`AppError::File`].
    pub(crate) fn create(to: &Path) -> Result<Self, AppError> {
        let unusable = |source| AppError::File { path: to.to_owned(), source };
        let name = to.file_name().ok_or_else(|| unusable(io::ErrorKind::InvalidFilename.into()))?;
        let unfinished = to.with_file_name(outside::temporary(name));
        let file = File::options().write(true).create_new(true).open(&unfinished).map_err(unusable)?;
        let zip = ZipWriter::new(BufWriter::new(file));
        Ok(Self { zip, unfinished: Unfinished(unfinished), to: to.to_owned(), written: Vec::new() })
    }

    /// Puts a file in.
    ///
    /// # Errors
    /// [`AppError::File`].
    pub(crate) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        let large = bytes.len() as u64 >= u64::from(u32::MAX);
        self.fill(name, large, &mut |to| Ok(to.write_all(bytes)?))
    }

    /// Puts a file in that need not fit into memory.
    ///
    /// # Errors
    /// [`AppError::File`], and what `fill` answers.
    pub(crate) fn put_with(&mut self, name: &str, fill: &mut dyn FnMut(&mut dyn Write) -> Result<(), AppError>) -> Result<(), AppError> {
        self.fill(name, true, fill)
    }

    fn fill(&mut self, name: &str, large: bool, fill: &mut dyn FnMut(&mut dyn Write) -> Result<(), AppError>) -> Result<(), AppError> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(large);
        let to = self.to.clone();
        let unusable = |source: io::Error| AppError::File { path: to.clone(), source };
        self.zip.start_file(name, options).map_err(|error| unusable(error.into()))?;
        let mut counted = Counted { to: &mut self.zip, size: 0, hash: Sha256::new() };
        fill(&mut counted).map_err(|error| if let AppError::Io(source) = error { unusable(source) } else { error })?;
        let Counted { size, hash, .. } = counted;
        self.written.push(Written { name: name.to_owned(), size, sha256: HEXLOWER.encode(&hash.finalize()) });
        Ok(())
    }

    /// What was put in, in order.
    pub(crate) fn written(&self) -> &[Written] {
        &self.written
    }

    /// Ends the file, flushes it, lets `prove` look at it, and only then gives it its name. Answers with its bytes.
    ///
    /// # Errors
    /// [`AppError::File`], and what `prove` answers; then there is no such file.
    pub(crate) fn finish(self, prove: impl FnOnce(&Path) -> Result<(), AppError>) -> Result<u64, AppError> {
        let Self { zip, unfinished, to, .. } = self;
        let unusable = |source: io::Error| AppError::File { path: to.clone(), source };
        let file = zip.finish().map_err(|error| unusable(error.into()))?;
        let file = file.into_inner().map_err(|error| unusable(IntoInnerError::into_error(error)))?;
        file.sync_all().map_err(unusable)?;
        let size = file.metadata().map_err(unusable)?.len();
        // Windows renames no file that is open.
        drop(file);
        prove(&unfinished.0)?;
        rename_patiently(&unfinished.0, &to).map_err(unusable)?;
        Ok(size)
    }
}

/// Counts and hashes what goes through.
struct Counted<'w> {
    to: &'w mut ZipWriter<BufWriter<File>>,
    size: u64,
    hash: Sha256,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.size += count as u64;
        self.hash.update(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
