//! Code signing, by a certificate that the environment gives: without one, Windows warns whoever starts the installer.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;
use crate::command::finished;

/// A PKCS #12 file with certificate and key.
const CERTIFICATE: &str = "SANDIKA_CODE_SIGNING_P12";
/// A file with its passphrase, so that no list of programs shows it.
const PASSPHRASE: &str = "SANDIKA_CODE_SIGNING_PASSPHRASE_FILE";
/// A service that testifies when it was signed; without it a signature ends with its certificate.
const TIME: &str = "SANDIKA_CODE_SIGNING_TIMESTAMP_URL";

/// What is signed with.
struct Signing {
    certificate: OsString,
    passphrase: Option<OsString>,
    time: Option<OsString>,
}

/// Signs a program in its place; leaves it as it is where no certificate is given.
///
/// # Errors
/// When it is given and cannot be used.
pub(super) fn sign(program: &Path) -> Result {
    let given = env::var_os(CERTIFICATE);
    let given = given.map(|certificate| Signing { certificate, passphrase: env::var_os(PASSPHRASE), time: env::var_os(TIME) });
    given.map_or(Ok(()), |signing| signing.sign(program))
}

/// Signs a copy of a program in `folder` with a certificate that is made for it: the signature is good, and no longer once a byte is another.
pub(super) fn tried(program: &Path, folder: &Path) -> Result {
    let place = |name: &str| folder.join(name);
    let (key, certificate, packed, passphrase) = (place("kunci.pem"), place("sertifikat.pem"), place("tanda.p12"), place("sandi.txt"));
    fs::write(&passphrase, "hanya untuk percobaan")?;
    let mut made = openssl(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Contoh penerbit"]);
    made.args(["-addext", "extendedKeyUsage=codeSigning", "-keyout"]).arg(&key).arg("-out").arg(&certificate);
    finished(&mut made, "openssl req")?;
    let mut pack = openssl(["pkcs12", "-export", "-inkey"]);
    pack.arg(&key).arg("-in").arg(&certificate).arg("-out").arg(&packed).arg("-passout").arg(named("file:", &passphrase));
    finished(&mut pack, "openssl pkcs12")?;
    let copy = place("ditandatangani.exe");
    fs::copy(program, &copy)?;
    Signing { certificate: packed.into(), passphrase: Some(passphrase.into()), time: None }.sign(&copy)?;
    if !is_good(&copy, &certificate)? {
        return Err("a program that was just signed is not taken for signed".into());
    }
    let mut bytes = fs::read(&copy)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&copy, bytes)?;
    if is_good(&copy, &certificate)? {
        return Err("a signed program with another byte is still taken for signed".into());
    }
    println!("a program signed with a certificate made for it: good, and no longer after one byte was changed");
    Ok(())
}

impl Signing {
    fn sign(&self, program: &Path) -> Result {
        let signed = program.with_extension("signed");
        let mut command = Command::new("osslsigncode");
        command.args(["sign", "-h", "sha256", "-n", "Sandika", "-pkcs12"]).arg(&self.certificate);
        for (option, value) in [("-readpass", &self.passphrase), ("-ts", &self.time)] {
            command.args(value.iter().flat_map(|value| [OsStr::new(option), value]));
        }
        finished(command.arg("-in").arg(program).arg("-out").arg(&signed).stdout(Stdio::null()), "osslsigncode")?;
        Ok(fs::rename(signed, program)?)
    }
}

fn is_good(program: &Path, certificate: &Path) -> Result<bool> {
    let mut verify = Command::new("osslsigncode");
    verify.arg("verify").arg("-CAfile").arg(certificate).arg("-in").arg(program).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(verify.status()?.success())
}

fn openssl<const N: usize>(words: [&str; N]) -> Command {
    let mut openssl = Command::new("openssl");
    openssl.args(words).stderr(Stdio::null());
    openssl
}

fn named(kind: &str, path: &Path) -> OsString {
    let mut named = OsString::from(kind);
    named.push(path);
    named
}
