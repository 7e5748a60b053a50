//! Sealing the personal parts of an entry with the key of the person that they speak of.

use crate::StoreError;
use crate::cipher::{self, Key};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sandika_domain::fact::{Fact, SealError};
use sandika_domain::ids::EntryId;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

/// The personal parts as one JSON array, one place for each fact, null where a fact has none. `None` when no fact has one.
pub(super) fn parts(facts: &[Fact]) -> Result<Option<Zeroizing<String>>, SealError> {
    let mut text = Zeroizing::new(String::from("["));
    let mut any = false;
    for (index, fact) in facts.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        let part = fact.personal_json()?.map(Zeroizing::new);
        any |= part.is_some();
        text.push_str(part.as_deref().map_or("null", String::as_str));
    }
    text.push(']');
    Ok(any.then_some(text))
}

/// Seals the parts, bound to the entry: they cannot be moved to another one.
pub(super) fn seal(key: &Key, entry: EntryId, parts: &str) -> Result<String, StoreError> {
    Ok(BASE64.encode(cipher::seal(key, &context(entry), parts.as_bytes())?))
}

/// The parts as they were before they were sealed; `None` if they do not open.
pub(super) fn opened_text(key: &Key, entry: EntryId, sealed: &str) -> Option<String> {
    let sealed = BASE64.decode(sealed).ok()?;
    let text = cipher::open(key, &context(entry), &sealed)?;
    String::from_utf8(text.to_vec()).ok()
}

/// Puts sealed parts back into their facts; the error says why they do not open.
pub(super) fn open(key: &Key, entry: EntryId, sealed: &str, facts: &mut [Fact]) -> Result<(), String> {
    let broken = || "bagian pribadi tidak dapat dibuka".to_owned();
    let sealed = BASE64.decode(sealed).map_err(|_| broken())?;
    let text = cipher::open(key, &context(entry), &sealed).ok_or_else(broken)?;
    let parts: Vec<Option<&RawValue>> = serde_json::from_slice(&text).map_err(|_| broken())?;
    if parts.len() != facts.len() {
        return Err("jumlah bagian pribadi tidak sesuai".to_owned());
    }
    for (fact, part) in facts.iter_mut().zip(parts) {
        if let Some(part) = part {
            fact.restore_personal(part.get()).map_err(|_| broken())?;
        }
    }
    Ok(())
}

fn context(entry: EntryId) -> Vec<u8> {
    [b"sandika/1/entry/".as_slice(), entry.0.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandika_domain::fact::Personal;
    use uuid::Uuid;

    fn facts() -> Vec<Fact> {
        vec![
            Fact::CaseNoted { personal: "rahasia".to_owned().into() },
            Fact::CaseClosed {},
            Fact::CaseNoted { personal: "null".to_owned().into() },
        ]
    }

    fn erased() -> Vec<Fact> {
        vec![Fact::CaseNoted { personal: Personal::Erased }, Fact::CaseClosed {}, Fact::CaseNoted { personal: Personal::Erased }]
    }

    #[test]
    fn parts_go_back_to_their_facts() {
        let (key, entry) = (cipher::new_key().unwrap(), EntryId(Uuid::from_u128(7)));
        let sealed = seal(&key, entry, &parts(&facts()).unwrap().unwrap()).unwrap();
        let mut read = erased();
        open(&key, entry, &sealed, &mut read).unwrap();
        assert_eq!(read, facts());
    }

    #[test]
    fn parts_open_only_in_their_own_entry_and_number() {
        let (key, entry) = (cipher::new_key().unwrap(), EntryId(Uuid::from_u128(7)));
        let sealed = seal(&key, entry, &parts(&facts()).unwrap().unwrap()).unwrap();
        assert!(open(&key, EntryId(Uuid::from_u128(8)), &sealed, &mut erased()).is_err());
        assert!(open(&cipher::new_key().unwrap(), entry, &sealed, &mut erased()).is_err());
        assert!(open(&key, entry, "bukan base64", &mut erased()).is_err());
        assert!(open(&key, entry, &sealed, &mut erased()[..2]).is_err());
    }

    #[test]
    fn facts_without_personal_parts_have_nothing_to_seal() {
        assert!(parts(&[Fact::CaseClosed {}]).unwrap().is_none());
    }
}
