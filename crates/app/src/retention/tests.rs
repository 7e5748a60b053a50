//! What a crash leaves of a destruction.

#![allow(clippy::unwrap_used, reason = "test code")]

use crate::ports::Ports;
use crate::{KdfCost, Office};
use sandika_domain::fact::{Fact, FileRef, RecordedOwner, Retention};
use sandika_domain::ids::{OwnerId, ProposalId};
use sandika_domain::owner::OwnerDetails;

const SECRET: &str = "kata sandi untuk uji coba";
const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

#[test]
fn what_a_crash_left_of_a_destruction_is_destroyed_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("kantor");
    let ports = || Ports::folder(folder.path().join("keluar"));
    let mut office = Office::create(&place, SECRET, CHEAP, ports(), "petugas").unwrap();
    let [gone, stays] = ["Budi", "Wati"].map(|name| {
        let owner = OwnerId(office.fresh_id().unwrap());
        let details = serde_json::json!({
            "name": name, "nik": "", "employment": "lainnya", "post": "", "unit": "", "institution": "", "email": ""
        });
        let details: OwnerDetails = serde_json::from_value(details).unwrap();
        let fact = Fact::OwnerRecorded { owner, personal: RecordedOwner { details, confirmed: Default::default() }.into() };
        office.record("record_owner", None, Some(owner.into()), vec![fact]).unwrap();
        owner
    });
    let proposal = ProposalId(office.fresh_id().unwrap());
    let stored = office.read().put_blob(b"%PDF-1.7 berita acara", 1 << 20).unwrap();
    let record = FileRef { hash: stored.hash, size: stored.size, media: "application/pdf".to_owned() };
    let facts = [
        Retention::Proposed { proposal, owners: vec![gone, stays] },
        Retention::Approved { proposal },
        // Wati's file was asked for in between.
        Retention::Done { proposal, owners: vec![gone], record },
    ];
    office.record("destruction_done", None, None, facts.map(Fact::Retention).into()).unwrap();
    assert_eq!(office.destructions_left().unwrap(), 1);
    drop(office);

    let office = Office::open(&place, SECRET, ports(), "petugas").unwrap();
    assert_eq!(office.destructions_left().unwrap(), 0);
    let name = |owner| office.read().owner(owner).unwrap().unwrap().recorded.known().map(|known| known.details.name.clone());
    assert_eq!((name(gone), name(stays)), (None, Some("Wati".to_owned())));
    assert_eq!(office.destruction_record(proposal).unwrap(), b"%PDF-1.7 berita acara");
    assert!(office.verify().unwrap().is_sound());
}
