//! The journal as it is looked through, and taken out.

use crate::support::*;
use sandika_domain::fact::Fact;
use sandika_domain::ids::{CertificateId, OwnerId};
use sandika_store::{ExportedEntry, ExportedParts, JournalFilter, StoreError, Subject};

fn places(office: &Office, filter: &JournalFilter, before: Option<i64>, limit: usize) -> Vec<i64> {
    office.store.read().journal(filter, before, limit).unwrap().iter().map(|row| row.seq).collect()
}

/// Six entries of two users, three actions and three moments.
fn filled() -> (Office, OwnerId) {
    let mut office = office();
    let owner = OwnerId(id());
    for (second, actor, action, name) in [
        (0, "sari", "record_owner", "Budi"),
        (10, "sari", "record_owner", "Budi Santoso"),
        (20, "tono", "record_owner", "Budi S."),
        (20, "tono", "lain", "Budi S."),
        (30, "sari", "lain", "Budi"),
        (40, "tono", "record_owner", "Budi"),
    ] {
        let mut note = recording(None, Some(owner), vec![owner_recorded(owner, name, "")]);
        note.action = action.to_owned();
        office.store.transact(moment(second), actor, |tx| tx.record(&note)).unwrap();
    }
    (office, owner)
}

#[test]
fn entries_are_found_by_user_action_and_period_page_by_page() {
    let (office, _) = filled();
    let of = |actor: &str| JournalFilter { actor: Some(actor.into()), ..Default::default() };
    let (from, until) = (Some(moment(10)), Some(moment(30)));
    assert_eq!(places(&office, &JournalFilter::default(), None, 4), [6, 5, 4, 3]);
    assert_eq!(places(&office, &JournalFilter::default(), Some(3), 4), [2, 1]);
    assert_eq!(places(&office, &of("sari"), None, 9), [5, 2, 1]);
    assert_eq!(places(&office, &JournalFilter { action: Some("lain".into()), ..of("tono") }, None, 9), [4]);
    assert_eq!(places(&office, &JournalFilter { from, until, ..Default::default() }, None, 9), [4, 3, 2]);
    assert_eq!(places(&office, &JournalFilter { from, until, ..of("tono") }, Some(4), 9), [3]);
    assert_eq!(places(&office, &JournalFilter { from: Some(moment(50)), ..Default::default() }, None, 9), [0; 0]);
    assert_eq!(office.store.read().journal_actors().unwrap(), ["sari", "tono"]);
    assert_eq!(office.store.read().journal_actions().unwrap(), ["lain", "record_owner"]);
    assert_eq!(office.store.read().journal_places(from, until).unwrap(), Some((2, 4)));
}

#[test]
fn what_was_said_of_a_thing_before_is_found_and_each_entry_names_the_one_before() {
    let (office, owner) = filled();
    let read = office.store.read();
    let third = read.journal_entry(3).unwrap().unwrap();
    assert_eq!(third.prev, Some(read.journal_entry(2).unwrap().unwrap().hash));
    assert_eq!((third.whole, read.journal_entry(1).unwrap().unwrap().prev), (true, None));
    assert_eq!(read.journal_head().unwrap().hash, read.journal_entry(6).unwrap().unwrap().hash);
    assert_eq!(read.journal_entry(7).unwrap(), None);
    let subject = Subject::of(&third.entry.facts[0]).unwrap();
    let names: Vec<String> = read
        .said_before(&subject, 3, 0, 9)
        .unwrap()
        .iter()
        .map(|fact| match fact {
            Fact::OwnerRecorded { owner: of, personal } if *of == owner => personal.known().unwrap().details.name.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["Budi Santoso", "Budi"]);
    assert_eq!(read.said_before(&subject, 1, 0, 9).unwrap(), []);
    // Other things have a past of their own.
    let certificate = certificate_recorded(CertificateId(id()), owner, "1");
    assert_eq!(read.said_before(&Subject::of(&certificate).unwrap(), 9, 0, 9).unwrap(), []);
}

#[test]
fn entries_come_out_as_they_are_chained_with_their_personal_parts_apart() {
    let (mut office, owner) = filled();
    let out = |office: &Office, personal: bool| {
        let mut entries: Vec<ExportedEntry> = Vec::new();
        let each = |entry| {
            entries.push(entry);
            Ok::<_, StoreError>(())
        };
        office.store.read().export_entries((2, 3), personal, each).unwrap();
        entries
    };
    let open = out(&office, true);
    assert_eq!(open.iter().map(|entry| entry.seq).collect::<Vec<_>>(), [2, 3]);
    assert!(open[1].body.contains(&open[0].hash), "the text names the hash before it");
    let ExportedParts::Known(parts) = &open[0].personal else { panic!("{open:?}") };
    assert!(parts.starts_with('[') && parts.contains("Budi Santoso") && !open[0].body.contains("Budi"), "{parts}");
    assert!(out(&office, false).iter().all(|entry| entry.personal == ExportedParts::None));
    office.erase(owner).unwrap();
    assert!(out(&office, true).iter().all(|entry| entry.personal == ExportedParts::Erased));
}
