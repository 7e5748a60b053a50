//! `cargo xtask pembaruan`: the key that updates are signed with, and the file that brings one (docs/pembaruan-format.md).

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, Utc};
use lexopt::prelude::*;
use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox, sign};
use sandika_app::{NewUpdate, TrustedKeys, Update, look_into_update, write_update};
use sandika_store::Store;
use xtask::Result;

/// Where the passphrase of the secret key is taken from: what stands on a command line can be read by every user.
const PASSPHRASE: &str = "SANDIKA_SANDI_KUNCI";
const SECRET: &str = "pembaruan.key";
const PUBLIC: &str = "pembaruan.pub";
const USAGE: &str = "cargo xtask pembaruan kunci FOLDER | buat INSTALLER --kunci FILE --catatan FILE --ke FILE";

/// Carries out what was typed.
pub(crate) fn update(mut arguments: lexopt::Parser) -> Result {
    let typed: Vec<OsString> = arguments.raw_args()?.collect();
    match typed.split_first() {
        Some((verb, rest)) if verb == "kunci" => make_key(rest),
        Some((verb, rest)) if verb == "buat" => make_update(rest),
        _ => Err(USAGE.into()),
    }
}

fn make_key(arguments: &[OsString]) -> Result {
    let [folder] = arguments else { return Err(USAGE.into()) };
    let (folder, pair) = (Path::new(folder), KeyPair::generate_encrypted_keypair(Some(passphrase()?))?);
    fs::create_dir_all(folder)?;
    let public = key_in(folder, pair)?;
    println!("{} and {PUBLIC} written. Build with SANDIKA_KUNCI_PEMBARUAN={public}", folder.join(SECRET).display());
    Ok(())
}

/// Writes a pair, over nothing; answers with the public key.
fn key_in(folder: &Path, pair: KeyPair) -> Result<String> {
    let KeyPair { pk, sk } = pair;
    let secret = sk.to_box(Some("Sandika: secret key of updates"))?;
    // A key that is there has signed something: it is never written over.
    let path = folder.join(SECRET);
    let mut file = private(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    file.write_all(secret.to_string().as_bytes())?;
    file.sync_all()?;
    fs::write(folder.join(PUBLIC), pk.to_box()?.to_string())?;
    Ok(pk.to_base64())
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}

fn make_update(arguments: &[OsString]) -> Result {
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut installer, mut key, mut notes, mut to) = (None, None, None, None);
    while let Some(argument) = parser.next()? {
        let place: &mut Option<PathBuf> = match argument {
            Value(file) if installer.is_none() => {
                installer = Some(PathBuf::from(file));
                continue;
            }
            Long("kunci") => &mut key,
            Long("catatan") => &mut notes,
            Long("ke") => &mut to,
            other => return Err(other.unexpected().into()),
        };
        *place = Some(parser.value()?.into());
    }
    let (installer, key, notes, to) = (installer.ok_or(USAGE)?, key.ok_or(USAGE)?, notes.ok_or(USAGE)?, to.ok_or(USAGE)?);
    let secret = SecretKeyBox::from_string(&fs::read_to_string(key)?)?.into_secret_key(Some(passphrase()?))?;
    let made = signed(&installer, &secret, &fs::read_to_string(notes)?, &to, Utc::now().date_naive())?;
    println!("{} written: Sandika {}, store {}, key {}, installer {} bytes", to.display(), made.version, made.schema, made.key, made.bytes);
    Ok(())
}

/// Writes the update of this tree's version and store, and reads it back as a program would that trusts the key.
fn signed(installer: &Path, secret: &SecretKey, notes: &str, to: &Path, date: NaiveDate) -> Result<Update> {
    let version = env!("CARGO_PKG_VERSION");
    let bytes = fs::read(installer)?;
    let update = NewUpdate {
        version: version.parse()?,
        date,
        schema: Store::newest_schema(),
        notes: notes.trim(),
        name: &format!("Sandika-{version}-pasang.exe"),
        installer: &bytes,
    };
    let comment = format!("Sandika {version}");
    let by = |text: &[u8]| sign(None, secret, text, Some(&comment), None).map(|box_| box_.into_string()).map_err(io::Error::other);
    write_update(to, &update, &by)?;
    let keys = TrustedKeys::read(&PublicKey::from_secret_key(secret)?.to_base64())?;
    Ok(look_into_update(to, &keys)?)
}

fn passphrase() -> Result<String> {
    let given = std::env::var(PASSPHRASE).unwrap_or_default();
    if given.chars().count() < 12 { Err(format!("set {PASSPHRASE} to a passphrase of 12 characters or more").into()) } else { Ok(given) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_of_this_tree_is_signed_and_a_key_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let public = key_in(folder.path(), pair.clone()).unwrap();
        assert!(key_in(folder.path(), KeyPair::generate_unencrypted_keypair().unwrap()).is_err());
        let kept = fs::read_to_string(at(SECRET)).unwrap();
        let secret = SecretKeyBox::from_string(&kept).unwrap().into_unencrypted_secret_key().unwrap();
        assert_eq!(TrustedKeys::read(&public).unwrap(), TrustedKeys::read(&pair.pk.to_base64()).unwrap());
        fs::write(at("pasang.exe"), "MZ").unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let made = signed(&at("pasang.exe"), &secret, "Perbaikan.\n", &at("baru.pembaruan"), day).unwrap();
        assert_eq!((made.version.to_string().as_str(), made.schema), (env!("CARGO_PKG_VERSION"), Store::newest_schema()));
        assert!(signed(&at("pasang.exe"), &secret, " \n", &at("kosong.pembaruan"), day).is_err());
        assert!(!at("kosong.pembaruan").exists());
    }
}
