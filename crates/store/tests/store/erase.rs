//! Erasing a person: the person is gone everywhere, the office stays whole.

use crate::support::*;
use sandika_domain::fact::{Fact, Personal};
use sandika_domain::ids::{CertificateId, LetterId, OwnerId};
use sandika_store::{BadEntry, Draft, DraftSubject, HitKind, ProblemKind, StoreError};

#[test]
fn nothing_is_left_of_the_person_and_the_chain_holds() {
    let mut office = office();
    let (budi, siti) = (office.owner("Budi Santoso", "196809031993022001"), office.owner("Siti", ""));
    let (case, other) = (office.case(budi), office.case(siti));
    let certificate = CertificateId(id());
    let [own, shared] = ["hanya budi", "milik berdua"].map(|text| office.store.read().put_blob(text.as_bytes(), 100).unwrap().hash);
    let letter = LetterId(id());
    let facts = vec![
        certificate_recorded(certificate, budi, "5F00AB"),
        attached(&own),
        attached(&shared),
        letter_issued(letter, 1, Some(number("keluar", 1)), &own),
        noted("rahasia budi"),
    ];
    office.record(Some(case), Some(budi), facts).unwrap();
    office.record(Some(other), Some(siti), vec![attached(&shared), noted("catatan siti")]).unwrap();
    let of_case = DraftSubject { case: Some(case), person: None };
    let of_person = DraftSubject { case: None, person: Some(budi.into()) };
    let of_other = DraftSubject { case: Some(other), person: Some(siti.into()) };
    for (key, subject) in [("a", of_case), ("b", of_person), ("c", of_other)] {
        office.store.save_draft(&Draft { key: key.into(), subject, body: "x".into(), saved_at: moment(1) }).unwrap();
    }
    assert!(office.verify().is_sound());

    assert!(office.erase(budi).unwrap());

    let report = office.verify();
    assert_eq!(report.problems, [], "the chain holds and the projections are those of the journal");
    assert_eq!(report.blobs, 1);
    let read = office.store.read();
    for text in ["budi", "19680903", "5f00ab", "pendidikan 000.6.5/1/"] {
        for kind in [HitKind::Case, HitKind::Owner, HitKind::Letter] {
            assert!(read.search(text, kind, None, 10).unwrap().is_empty(), "{text}");
        }
    }
    let owner = read.owner(budi).unwrap().unwrap();
    assert_eq!((owner.name.as_str(), owner.recorded), ("", Personal::Erased));
    assert_eq!(read.certificate(certificate).unwrap().unwrap().details, Personal::Erased);
    let row = read.case_row(case).unwrap().unwrap();
    assert_eq!((row.owner_name.as_str(), row.sender.as_str(), row.reason.as_str(), row.revision), ("", "", "", 2));
    assert_eq!(read.letter(letter).unwrap()[0].title, "");
    assert!(read.case_entries(case).unwrap()[1].facts.contains(&Fact::CaseNoted { personal: Personal::Erased }));
    assert_eq!(read.drafts().unwrap().iter().map(|draft| draft.key.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(read.read_blob(&own).unwrap_err().code(), "file-missing");

    assert_eq!(read.read_blob(&shared).unwrap(), b"milik berdua");
    assert!(read.case_entries(other).unwrap()[1].facts.contains(&noted("catatan siti")));
    assert_eq!(read.search("siti", HitKind::Case, None, 10).unwrap().len(), 1);
}

#[test]
fn an_erased_person_stays_erased() {
    let mut office = office();
    let budi = OwnerId(id());
    let entry = || recording(None, Some(budi), vec![owner_recorded(budi, "Budi", "")]);
    assert!(!office.erase(budi).unwrap(), "nobody there");
    office.store.transact(moment(1), "petugas", |tx| tx.record(&entry())).unwrap();
    assert!(office.erase(budi).unwrap());
    assert!(!office.erase(budi).unwrap());
    assert_eq!(office.store.transact(moment(1), "petugas", |tx| tx.record(&entry())).unwrap_err().code(), "person-erased");
    let Office { store, dir } = office;
    drop(store);
    let mut store = open(dir.path()).unwrap();
    assert_eq!(store.transact(moment(1), "petugas", |tx| tx.record(&entry())).unwrap_err().code(), "person-erased");
    assert_eq!(store.rebuild(&mut go_on).unwrap().entries, 2, "the owner and the erasure");
    assert_eq!(store.read().owner(budi).unwrap().unwrap().recorded, Personal::Erased);
    assert!(store.verify(&mut go_on).unwrap().is_sound());
}

#[test]
fn an_erasure_is_an_entry_and_never_recorded_without_being_done() {
    let mut office = office();
    let budi = office.owner("Budi", "");
    let erased = recording(None, Some(budi), vec![Fact::PersonErased { person: budi.into() }]);
    let refused = office.store.transact(moment(1), "petugas", |tx| tx.record(&erased)).unwrap_err();
    assert!(matches!(refused, StoreError::BadEntry { why: BadEntry::ErasureAlone, .. }));
    assert_eq!(office.verify().entries, 1);
    office.erase(budi).unwrap();
    let report = office.verify();
    assert_eq!((report.entries, report.facts, report.head_seq), (2, 2, 2));
    assert!(report.is_sound());
}

#[test]
fn what_a_crash_left_of_an_erasure_is_finished_at_the_next_opening() {
    let mut office = office();
    let budi = office.owner("Budi", "");
    let case = office.case(budi);
    let hash = office.store.read().put_blob(b"hanya budi", 100).unwrap().hash;
    office.record(Some(case), Some(budi), vec![attached(&hash)]).unwrap();
    office.erase(budi).unwrap();
    assert!(office.verify().is_sound());
    // The same bytes again are what a crash before the removal leaves, or an older backup brings back.
    office.store.read().put_blob(b"hanya budi", 100).unwrap();
    let report = office.verify();
    assert_eq!(report.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::BlobNotErased]);
    assert_eq!(report.problems[0].hash.as_deref(), Some(hash.as_str()));
    let Office { store, dir } = office;
    drop(store);
    let store = open(dir.path()).unwrap();
    assert_eq!(store.read().read_blob(&hash).unwrap_err().code(), "file-missing");
    assert!(store.verify(&mut go_on).unwrap().is_sound());
}
