//! Drafts outlive a restart and go when they are discarded.

use crate::support::*;
use sandika_store::{Draft, DraftSubject, StoreError};

fn draft(key: &str, body: &str) -> Draft {
    Draft { key: key.into(), subject: DraftSubject::default(), body: body.into(), saved_at: moment(3) }
}

#[test]
fn the_last_saving_holds() {
    let Office { mut store, dir } = office();
    store.save_draft(&draft("perkara-baru", "a")).unwrap();
    store.save_draft(&draft("perkara-baru", "b")).unwrap();
    store.save_draft(&draft("langkah", "c")).unwrap();
    drop(store);
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.read().draft("perkara-baru").unwrap(), Some(draft("perkara-baru", "b")));
    assert_eq!(store.read().drafts().unwrap(), [draft("langkah", "c"), draft("perkara-baru", "b")]);
    assert!(store.discard_draft("langkah").unwrap());
    assert!(!store.discard_draft("langkah").unwrap());
    assert_eq!(store.read().draft("langkah").unwrap(), None);
}

#[test]
fn a_draft_goes_with_the_transaction_that_makes_it_a_fact() {
    let mut office = office();
    office.store.save_draft(&draft("k", "a")).unwrap();
    let given_up: Result<(), StoreError> = office.store.transact(moment(4), "petugas", |tx| {
        assert!(tx.discard_draft("k")?);
        Err(StoreError::TooLong)
    });
    assert!(given_up.is_err());
    assert!(office.store.read().draft("k").unwrap().is_some(), "nothing typed is lost");
    office.store.transact(moment(4), "petugas", |tx| tx.discard_draft("k")).unwrap();
    assert!(office.store.read().draft("k").unwrap().is_none());
}
