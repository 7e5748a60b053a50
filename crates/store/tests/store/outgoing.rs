//! Letters on their way out survive a restart, and a failed change leaves what was kept.

use crate::support::*;
use sandika_domain::ids::LetterId;
use sandika_store::{Outgoing, OutgoingState, StoreError, Way};

fn waiting(way: Way, second: i64) -> Outgoing {
    Outgoing {
        id: id(),
        letter: LetterId(id()),
        version: 2,
        copies: 3,
        way,
        reason: "salinan untuk arsip".to_owned(),
        state: OutgoingState::Waiting,
        tries: 0,
        problem: None,
        queued_at: moment(second),
        due_at: moment(second),
    }
}

#[test]
fn what_waits_is_there_after_a_restart_as_it_was() {
    let Office { mut store, dir } = office();
    let later = waiting(Way::Folder, 20);
    let earlier = waiting(Way::Printer(Some("Printer Sandi".to_owned())), 10);
    let mut tried = waiting(Way::Printer(None), 30);
    for outgoing in [&later, &earlier, &tried] {
        store.keep_outgoing(outgoing).unwrap();
    }
    (tried.state, tried.tries, tried.problem) = (OutgoingState::Failed, 4, Some("kertas habis".to_owned()));
    store.keep_outgoing(&tried).unwrap();
    drop(store);
    let store = open(dir.path()).unwrap();
    assert_eq!(store.read().outgoing().unwrap(), [earlier, later, tried.clone()]);
    assert_eq!(store.read().outgoing_one(tried.id).unwrap(), Some(tried));
    assert_eq!(store.read().outgoing_one(id()).unwrap(), None);
}

#[test]
fn it_is_forgotten_with_the_transaction_that_records_it_or_not_at_all() {
    let mut office = office();
    let one = waiting(Way::Folder, 1);
    office.store.keep_outgoing(&one).unwrap();
    let refused: Result<(), StoreError> = office.store.transact(moment(2), "petugas", |tx| {
        assert!(tx.forget_outgoing(one.id)?);
        Err(StoreError::TooLong)
    });
    refused.unwrap_err();
    assert_eq!(office.store.read().outgoing().unwrap(), std::slice::from_ref(&one));
    office.store.transact(moment(2), "petugas", |tx| tx.forget_outgoing(one.id).map(drop)).unwrap();
    assert_eq!(office.store.read().outgoing().unwrap(), []);
    assert!(!office.store.forget_outgoing(one.id).unwrap());
}
