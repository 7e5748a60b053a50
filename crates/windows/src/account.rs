//! Secrets that only the Windows account of whoever works can open again, on this computer (DPAPI). The system keeps the key; it is made of the
//! account's own password, and survives a change of that.

use std::{io, ptr, slice};
use windows_sys::Win32::Foundation::LocalFree;
use windows_sys::Win32::Security::Cryptography::{CRYPT_INTEGER_BLOB, CRYPTPROTECT_UI_FORBIDDEN, CryptProtectData, CryptUnprotectData};
use zeroize::{Zeroize, Zeroizing};

/// Seals a secret to the account that the program runs under.
///
/// # Errors
/// When the system refuses, as for an account without a profile.
pub fn seal(secret: &[u8]) -> io::Result<Vec<u8>> {
    asked(secret, |given, taken| {
        // SAFETY: `given` names bytes that outlive the call, `taken` is ours to write; nothing else is handed over and nobody is asked.
        unsafe { CryptProtectData(given, ptr::null(), ptr::null(), ptr::null(), ptr::null(), CRYPTPROTECT_UI_FORBIDDEN, taken) }
    })
    .map(|sealed| sealed.to_vec())
}

/// The secret again.
///
/// # Errors
/// When the system refuses: it was sealed to another account or on another computer, or is not what was sealed.
pub fn open(sealed: &[u8]) -> io::Result<Zeroizing<Vec<u8>>> {
    asked(sealed, |given, taken| {
        // SAFETY: as above; no description is wanted.
        unsafe { CryptUnprotectData(given, ptr::null_mut(), ptr::null(), ptr::null(), ptr::null(), CRYPTPROTECT_UI_FORBIDDEN, taken) }
    })
}

/// Hands bytes to the system, and takes what it made of them.
fn asked(bytes: &[u8], ask: impl FnOnce(*const CRYPT_INTEGER_BLOB, *mut CRYPT_INTEGER_BLOB) -> i32) -> io::Result<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    let given = CRYPT_INTEGER_BLOB { cbData: length, pbData: bytes.as_ptr().cast_mut() };
    let mut taken = CRYPT_INTEGER_BLOB::default();
    if ask(&raw const given, &raw mut taken) == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the system made so many bytes there, which are nobody else's until they are freed below.
    let made = unsafe { slice::from_raw_parts_mut(taken.pbData, taken.cbData as usize) };
    let kept = Zeroizing::new(made.to_vec());
    made.zeroize();
    // SAFETY: the system allocated it for us; it is freed once, and `made` is used no more.
    unsafe { LocalFree(taken.pbData.cast()) };
    Ok(kept)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn a_secret_comes_back_and_what_was_changed_does_not() {
        let secret = [7; 32];
        let sealed = seal(&secret).unwrap();
        assert!(!sealed.windows(8).any(|bytes| bytes == &secret[..8]), "the secret does not stand in what was sealed");
        assert_eq!(*open(&sealed).unwrap(), secret);
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(open(&changed).is_err());
        assert!(open(&sealed[..sealed.len() / 2]).is_err());
        assert!(open(b"").is_err());
    }
}
