//! The passphrase of the office's store: the first line of a file, or the environment; never an argument.

use crate::arguments::Arguments;
use crate::failure::{Failure, reading_fault};
use sandika_api::ErrorCode;
use std::env::{self, VarError};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use zeroize::Zeroizing;

/// The variable that holds a passphrase where no file is named.
const VARIABLE: &str = "SANDIKA_SANDI";
/// Most bytes of a first line; what is longer is not a passphrase but the wrong file.
const LONGEST: usize = 4096;
/// Name of the argument in errors.
const FIELD: &str = "sandi-berkas";

/// A passphrase, and what is to be said about the file that it came from.
pub(crate) struct Passphrase {
    /// The passphrase; wiped from memory when dropped.
    pub(crate) text: Zeroizing<String>,
    /// A warning for the officer.
    pub(crate) warning: Option<String>,
}

/// The passphrase that `arguments` or the environment give.
///
/// # Errors
/// [`Failure::Refused`] when there is none, it is empty, or its file cannot be read.
pub(crate) fn passphrase(arguments: &Arguments) -> Result<Passphrase, Failure> {
    match &arguments.passphrase_file {
        Some(path) => from_file(path),
        None => from_environment(),
    }
}

fn from_environment() -> Result<Passphrase, Failure> {
    let given = env::var(VARIABLE).map(Zeroizing::new).map_err(|fault| match fault {
        VarError::NotPresent => refused(
            ErrorCode::BadArguments,
            format!("Kata sandi belum diberikan. Sebut berkasnya dengan --sandi-berkas FILE, atau isi {VARIABLE}."),
        ),
        VarError::NotUnicode(_) => refused(ErrorCode::BadArguments, format!("Isi {VARIABLE} bukan teks UTF-8. Isi ulang kata sandinya.")),
    })?;
    if given.trim().is_empty() {
        return Err(refused(
            ErrorCode::BadArguments,
            format!("{VARIABLE} kosong. Isi kata sandinya, atau sebut berkasnya dengan --sandi-berkas."),
        ));
    }
    Ok(Passphrase { text: given, warning: None })
}

fn from_file(path: &Path) -> Result<Passphrase, Failure> {
    let unreadable = |error: io::Error| {
        refused(ErrorCode::File, format!("Berkas kata sandi {} tidak dapat dibaca: {}.", path.display(), reading_fault(&error)))
    };
    let file = File::open(path).map_err(unreadable)?;
    let warning = open_to_others(&file).then(|| {
        let advice = "Batasi izinnya, misalnya dengan chmod 600.";
        format!("Peringatan: berkas kata sandi {} dapat dibaca semua pengguna komputer ini. {advice}", path.display())
    });
    // The room is taken at once, so that no copy of the passphrase is left behind while it grows.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    file.take(LONGEST as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let text = first_line(&bytes).map_err(|why| refused(ErrorCode::BadArguments, format!("Berkas kata sandi {} {why}", path.display())))?;
    Ok(Passphrase { text: Zeroizing::new(text.to_owned()), warning })
}

/// The first line without byte-order mark and line break, or the end of a sentence why there is none.
fn first_line(bytes: &[u8]) -> Result<&str, &'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if line.len() >= LONGEST {
        return Err("terlalu panjang untuk sebuah kata sandi. Periksa apakah ini berkas yang benar.");
    }
    let line = str::from_utf8(line).map_err(|_| "bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.")?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.trim().is_empty() { Err("kosong pada baris pertamanya. Tulis kata sandi pada baris pertama.") } else { Ok(line) }
}

fn refused(code: ErrorCode, message: String) -> Failure {
    Failure::refused(code, FIELD, message)
}

/// Whether every user of the computer may read the file.
#[cfg(unix)]
fn open_to_others(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|held| held.is_file() && held.permissions().mode() & 0o004 != 0)
}

/// Access lists are the system's own matter here.
#[cfg(not(unix))]
fn open_to_others(_: &File) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_the_passphrase() {
        for (bytes, expected) in [
            (&b"rahasia kantor"[..], Ok("rahasia kantor")),
            (b"rahasia kantor\n", Ok("rahasia kantor")),
            (b"\xef\xbb\xbfrahasia kantor\r\nbaris lain\n", Ok("rahasia kantor")),
            (b" rahasia \n", Ok(" rahasia ")),
            (b"rahasia\n\xff\xff", Ok("rahasia")),
            (b"", Err("kosong")),
            (b"\nrahasia", Err("kosong")),
            (b" \r\n", Err("kosong")),
            (b"\xff\xfe", Err("UTF-8")),
            (&[b'x'; LONGEST + 1], Err("terlalu panjang")),
        ] {
            match (first_line(bytes), expected) {
                (Ok(line), Ok(expected)) => assert_eq!(line, expected),
                (Err(why), Err(expected)) => assert!(why.contains(expected), "{why}"),
                (found, expected) => panic!("{found:?} for {expected:?}"),
            }
        }
    }
}
