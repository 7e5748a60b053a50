//! Code signing, by a certificate that the environment gives: without one, Windows warns whoever starts the installer.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::command::finished;

/// A PKCS #12 file with certificate and key.
const CERTIFICATE: &str = "SANDIKA_CODE_SIGNING_P12";
/// A file with its passphrase, so that no list of programs shows it.
const PASSPHRASE: &str = "SANDIKA_CODE_SIGNING_PASSPHRASE_FILE";
/// A service that testifies when it was signed; without it a signature ends with its certificate.
const TIME: &str = "SANDIKA_CODE_SIGNING_TIMESTAMP_URL";

/// Signs a program in its place; leaves it as it is where no certificate is given.
///
/// # Errors
/// When it is given and cannot be used; `osslsigncode` may be missing.
pub(super) fn sign(program: &Path) -> Result {
    let Some(certificate) = env::var_os(CERTIFICATE) else { return Ok(()) };
    let signed = program.with_extension("signed");
    let mut command = Command::new("osslsigncode");
    command.args(["sign", "-h", "sha256", "-n", "Sandika", "-pkcs12"]).arg(certificate);
    if let Some(file) = env::var_os(PASSPHRASE) {
        command.arg("-readpass").arg(file);
    }
    if let Some(url) = env::var_os(TIME) {
        command.arg("-ts").arg(url);
    }
    finished(command.arg("-in").arg(program).arg("-out").arg(&signed), "osslsigncode (Debian: osslsigncode)")?;
    Ok(fs::rename(signed, program)?)
}
