//! A journal that is long enough to be read by several threads, and that may be tampered with.

#![allow(clippy::unwrap_used, reason = "test code")]
use crate::support::*;
use sandika_domain::ids::CaseId;

/// An office of one owner and one case with so many notes, whose entries come third, after somebody with the key and a database tool has run `changes`.
pub(crate) fn noted_office(notes: usize, changes: &str) -> (Office, CaseId) {
    let mut office = office();
    let owner = office.owner("Budi", "196809031993022001");
    let case = office.case(owner);
    let notes = (0..notes).map(|note| recording(Some(case), Some(owner), vec![noted(&format!("catatan {note}"))]));
    office.store.transact(moment(6), "petugas", |tx| notes.into_iter().try_for_each(|note| tx.record(&note).map(drop))).unwrap();
    let conn = office.store.read().conn();
    conn.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;").unwrap();
    conn.execute_batch(changes).unwrap();
    (office, case)
}
