//! The keys that updates have to be signed with. They are part of the program, so that no file can bring its own.

use super::UpdateFault;
use data_encoding::{BASE64, HEXUPPER};
use minisign_verify::{Error, PublicKey, Signature};
use thiserror::Error as ThisError;

/// Where a key's number stands in a public key and in a signature, both without their armour.
const NUMBER: std::ops::Range<usize> = 2..10;

/// A text that is no public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ThisError)]
#[error("Kunci pembaruan tidak terbaca. Kunci publik minisign terdiri atas 56 karakter dan berawal “RW”.")]
pub struct KeyFault;

/// Public keys that are trusted; several, so that one can follow another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedKeys(Vec<(String, PublicKey)>);

impl TrustedKeys {
    /// The keys of this program: those that stood in `SANDIKA_KUNCI_PEMBARUAN` when it was built. None in a plain build.
    pub fn built_in() -> Self {
        // That they can be read is tested with the build that has them; what cannot be read trusts nobody.
        Self::read(option_env!("SANDIKA_KUNCI_PEMBARUAN").unwrap_or_default()).unwrap_or_default()
    }

    /// Reads public keys as minisign writes them, without their comments, one beside the other.
    ///
    /// # Errors
    /// [`KeyFault`] for the first that is none.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let key = |text: &str| Some((number(text)?, PublicKey::from_base64(text).ok()?));
        let keys = text.split([' ', ',', ';', '\n', '\r', '\t']).filter(|part| !part.is_empty());
        keys.map(|text| key(text).ok_or(KeyFault)).collect::<Result<_, _>>().map(Self)
    }

    /// Their numbers, as minisign shows them.
    pub fn numbers(&self) -> Vec<String> {
        self.0.iter().map(|(number, _)| number.clone()).collect()
    }

    /// Proves a signature, and answers with the number of its key.
    ///
    /// # Errors
    /// [`UpdateFault::NoKeys`]; [`UpdateFault::UnknownKey`]; [`UpdateFault::BadSignature`].
    pub(super) fn prove(&self, signed: &[u8], signature: &[u8]) -> Result<String, UpdateFault> {
        if self.0.is_empty() {
            return Err(UpdateFault::NoKeys);
        }
        let text = std::str::from_utf8(signature).map_err(|_| UpdateFault::BadSignature)?;
        let read = Signature::decode(text).map_err(|_| UpdateFault::BadSignature)?;
        for (number, key) in &self.0 {
            match key.verify(signed, &read, false) {
                Ok(()) => return Ok(number.clone()),
                Err(Error::UnexpectedKeyId) => {}
                Err(_) => return Err(UpdateFault::BadSignature),
            }
        }
        Err(UpdateFault::UnknownKey(text.lines().nth(1).and_then(number).unwrap_or_default()))
    }
}

/// The number of a key out of its armour, or out of a signature's.
fn number(armour: &str) -> Option<String> {
    let bytes = BASE64.decode(armour.trim().as_bytes()).ok()?;
    let number: Vec<u8> = bytes.get(NUMBER)?.iter().rev().copied().collect();
    Some(HEXUPPER.encode(&number))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    /// The example of minisign's own page.
    const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    const SIGNATURE: &str = "untrusted comment: signature from minisign secret key\n\
        RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=\n\
        trusted comment: timestamp:1633700835\tfile:test\tprehashed\n\
        wLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==\n";

    #[test]
    fn what_minisign_signed_is_proven_by_its_key_and_by_no_other() {
        let keys = TrustedKeys::read(KEY).unwrap();
        assert_eq!(keys.numbers(), ["E7620F1842B4E81F"]);
        assert_eq!(keys.prove(b"test", SIGNATURE.as_bytes()).unwrap(), "E7620F1842B4E81F");
        assert!(matches!(keys.prove(b"tesT", SIGNATURE.as_bytes()), Err(UpdateFault::BadSignature)));
        assert!(matches!(keys.prove(b"test", b""), Err(UpdateFault::BadSignature)));
        assert!(matches!(TrustedKeys::default().prove(b"test", SIGNATURE.as_bytes()), Err(UpdateFault::NoKeys)));
        let other = TrustedKeys::read(&KEY.replace("RWQf6", "RWQf7")).unwrap();
        assert!(matches!(other.prove(b"test", SIGNATURE.as_bytes()), Err(UpdateFault::UnknownKey(number)) if number == "E7620F1842B4E81F"));
    }

    #[test]
    fn several_keys_stand_beside_each_other_and_what_is_none_is_told() {
        let two = format!("{KEY},\n {}", KEY.replace("RWQf6", "RWQf7"));
        assert_eq!(TrustedKeys::read(&two).unwrap().numbers().len(), 2);
        assert_eq!(TrustedKeys::read("").unwrap().numbers().len(), 0);
        for text in ["sembarang", &KEY[..40], &format!("{KEY} x")] {
            assert_eq!(TrustedKeys::read(text), Err(KeyFault), "{text}");
        }
    }

    #[test]
    fn the_keys_of_this_build_can_be_read() {
        assert!(TrustedKeys::read(option_env!("SANDIKA_KUNCI_PEMBARUAN").unwrap_or_default()).is_ok());
    }
}
