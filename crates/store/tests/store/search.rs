//! Search: what a user types finds what the user means, and is never syntax.

use crate::support::*;
use sandika_domain::ids::{CaseId, CertificateId, LetterId};
use sandika_store::HitKind;
use uuid::Uuid;

fn found(office: &Office, text: &str, kind: HitKind) -> Vec<Uuid> {
    office.store.read().search(text, kind, None, 10).unwrap().iter().map(|hit| hit.id).collect()
}

#[test]
fn an_owner_is_found_by_any_beginning() {
    let mut office = office();
    let owner = office.owner("Amélia Nur'aini, S.Kom.", "196809031993022001");
    office.owner("Budi Santoso", "");
    for (text, finds) in [
        ("amelia", true),
        ("AMÉLIA", true),
        ("Ame", true),
        ("nur aini", true),
        ("nur'aini", true),
        ("aini amel", true),
        ("melia", false),
        ("amelia budi", false),
        ("196809031993022001", true),
        ("19680903 199302 2 001", true),
        ("19680903", true),
        ("19680903 199302 2 002", false),
        ("3201010101800001 kesehatan amelia", true),
        ("", false),
        ("\"", false),
        ("amelia\"", true),
        ("amelia OR budi", false),
        ("text:amelia", false),
        ("'; DROP TABLE entry; --", false),
        ("amelia*", true),
        ("NEAR(amelia)", false),
    ] {
        assert_eq!(found(&office, text, HitKind::Owner).contains(&owner.0), finds, "{text:?}");
    }
    assert!(office.verify().is_sound());
}

#[test]
fn a_case_is_found_by_what_belongs_to_it() {
    let mut office = office();
    let owner = office.owner("Budi Santoso", "196809031993022001");
    let (case, certificate) = (office.case(owner), CertificateId(id()));
    office.record(Some(case), Some(owner), vec![certificate_recorded(certificate, owner, "5F00AB")]).unwrap();
    let letter = LetterId(id());
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, Some(number("keluar", 1024)), "aa")]).unwrap();
    for text in
        ["budi", "000.6.5/1/", "1024/diskominfo", "5f00", "natuna pencabutan", "dinas pendidikan", "dinas kesehatan", "19680903 1993"]
    {
        assert_eq!(found(&office, text, HitKind::Case), [case.0], "{text}");
    }
    for text in ["1024", "rekomendasi pencabutan"] {
        assert_eq!(found(&office, text, HitKind::Letter), [letter.0], "{text}");
    }
}

#[test]
fn a_letter_is_found_by_its_number_its_title_and_whose_it_is() {
    let mut office = office();
    let (budi, siti) = (office.owner("Budi Santoso", ""), office.owner("Siti Aminah", ""));
    let [of_budi, of_siti] = [budi, siti].map(|owner| office.case(owner));
    let [letter, other] = [LetterId(id()), LetterId(id())];
    office.record(Some(of_budi), Some(budi), vec![letter_issued(letter, 1, Some(number("keluar", 1024)), "aa")]).unwrap();
    office.record(Some(of_siti), Some(siti), vec![letter_issued(other, 1, Some(number("keluar", 2048)), "bb")]).unwrap();
    for (text, finds) in [
        ("budi", vec![letter]),
        ("santoso rekomendasi", vec![letter]),
        ("1024", vec![letter]),
        ("budi 2048", vec![]),
        ("dinas kesehatan", vec![other, letter]),
        ("dinas pendidikan siti", vec![other]),
        ("rekomendasi pencabutan", vec![other, letter]),
    ] {
        assert_eq!(found(&office, text, HitKind::Letter), finds.iter().map(|letter| letter.0).collect::<Vec<_>>(), "{text}");
    }
    office.store.rebuild().unwrap();
    assert_eq!(found(&office, "budi kesehatan", HitKind::Letter), [letter.0], "a rebuild makes the same");
}

#[test]
fn a_changed_name_is_found_in_its_cases_and_letters_and_the_old_one_is_not() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let (case, letter) = (office.case(owner), LetterId(id()));
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, None, "aa")]).unwrap();
    office.record(None, Some(owner), vec![owner_recorded(owner, "Bambang", "")]).unwrap();
    assert_eq!(found(&office, "bambang", HitKind::Case), [case.0]);
    assert_eq!(found(&office, "bambang", HitKind::Letter), [letter.0]);
    for kind in [HitKind::Case, HitKind::Owner, HitKind::Letter] {
        assert!(found(&office, "budi", kind).is_empty(), "{kind:?}");
    }
    office.erase(owner).unwrap();
    for text in ["bambang", "kesehatan", "pendidikan"] {
        assert!(found(&office, text, HitKind::Letter).is_empty(), "{text} is forgotten");
    }
    assert_eq!(found(&office, "surat rekomendasi", HitKind::Letter), [letter.0], "what kind of letter it was says nothing of a person");
}

#[test]
fn pages_follow_each_other_newest_first() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let mut cases: Vec<CaseId> = (0..7).map(|_| office.case(owner)).collect();
    cases.reverse();
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = office.store.read().search("budi", HitKind::Case, before, 3).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.born);
        seen.extend(page.iter().map(|hit| CaseId(hit.id)));
    }
    assert_eq!(seen, cases);
}
