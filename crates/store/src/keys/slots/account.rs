//! What binds a slot to an account of the computer beside its passphrase: a secret that the system seals to that account, joined to the key that the
//! passphrase makes. Windows can do that (DPAPI).

use crate::StoreError;
use crate::cipher::{self, Key};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use hkdf::Hkdf;
#[cfg(windows)]
use sandika_windows::account as system;
use sha2::Sha256;

/// Whether this computer's system can seal to an account.
pub const BINDS_TO_ACCOUNT: bool = cfg!(windows);

/// A new secret, sealed to the account that the program runs under.
///
/// # Errors
/// [`StoreError::NoAccount`].
pub(super) fn sealed() -> Result<String, StoreError> {
    let secret = cipher::new_key()?;
    system::seal(secret.as_slice()).map(|sealed| BASE64.encode(sealed)).map_err(StoreError::NoAccount)
}

/// The key of a passphrase joined to the secret.
///
/// # Errors
/// [`StoreError::OtherAccount`] in the name of a slot that another account, or another computer, has sealed.
pub(super) fn joined(key: &Key, sealed: &str, name: &str) -> Result<Key, StoreError> {
    let other = || StoreError::OtherAccount { name: name.to_owned() };
    let secret = BASE64.decode(sealed).ok().and_then(|sealed| system::open(&sealed).ok()).ok_or_else(other)?;
    let mut joined = Key::default();
    let expanded = Hkdf::<Sha256>::new(Some(secret.as_slice()), key.as_slice()).expand(b"sandika/2/slot", joined.as_mut());
    expanded.map_err(|_| StoreError::TooLong)?;
    Ok(joined)
}

/// Where no system seals to an account.
#[cfg(not(windows))]
mod system {
    use std::io;

    pub(super) fn seal(_: &[u8]) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn open(_: &[u8]) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
