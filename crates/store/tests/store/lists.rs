//! Lists: filters, pages, counts.

use crate::support::*;
use sandika_domain::fact::{AdoptedTemplate, Fact};
use sandika_domain::ids::{CaseId, CertificateId, LetterId, OfficialId};
use sandika_domain::letter::TemplateOrigin::{self, Office as Own, Shipped};
use sandika_domain::office::OfficialDetails;
use sandika_domain::owner::CertificateState;
use sandika_domain::sop::ServiceKind;
use sandika_store::{CaseFilter, CaseListRow, LetterFilter, QueueCount, Recording, START_WAIT, Standing, StoreError};

fn ids(office: &Office, filter: &CaseFilter) -> Vec<CaseId> {
    office.store.read().list_cases(filter, None, 100).unwrap().iter().map(|row| row.id).collect()
}

#[test]
fn filters_choose_and_counts_agree() {
    let mut office = office();
    let (budi, siti) = (office.owner("Budi", ""), office.owner("Siti", ""));
    let [open, waiting, closed, withdrawn, mine] = [budi, budi, budi, budi, siti].map(|owner| office.case(owner));
    let wait = Fact::WaitStarted { step: 1, party: "bsre".into(), personal: String::new().into() };
    office.record(Some(waiting), Some(budi), vec![wait]).unwrap();
    office.record(Some(closed), Some(budi), vec![completed(1, None), Fact::CaseClosed {}]).unwrap();
    office.record(Some(withdrawn), Some(budi), vec![Fact::CaseWithdrawn { personal: String::new().into() }]).unwrap();
    office.record(Some(mine), Some(siti), vec![Fact::CaseAssigned { to: Some("siti".into()) }]).unwrap();
    let any = CaseFilter::default;
    for (what, filter, expected) in [
        ("all", any(), vec![mine, withdrawn, closed, waiting, open]),
        ("open", CaseFilter { standings: vec![Standing::Open], ..any() }, vec![mine, open]),
        ("going", CaseFilter { standings: vec![Standing::Open, Standing::Waiting], ..any() }, vec![mine, waiting, open]),
        ("closed", CaseFilter { standings: vec![Standing::Closed], ..any() }, vec![closed]),
        ("assignee", CaseFilter { assignee: Some("siti".into()), ..any() }, vec![mine]),
        ("owner", CaseFilter { owner: Some(siti), ..any() }, vec![mine]),
        ("service", CaseFilter { service: Some(ServiceKind::Renewal), ..any() }, vec![]),
        ("text", CaseFilter { text: "budi".into(), standings: vec![Standing::Waiting], ..any() }, vec![waiting]),
        ("blank text", CaseFilter { text: "  ".into(), owner: Some(siti), ..any() }, vec![mine]),
        ("only marks", CaseFilter { text: "\"*".into(), ..any() }, vec![]),
    ] {
        assert_eq!(ids(&office, &filter), expected, "{what}");
        let rows = office.store.read().list_cases(&filter, None, 100).unwrap().into_iter();
        let nameless = rows.map(|row| CaseListRow { owner_name: String::new(), institution: String::new(), ..row });
        assert_eq!(office.store.read().scan_cases(&filter, None, 100).unwrap(), nameless.collect::<Vec<_>>(), "{what}");
    }
    let count = |standing, cases| QueueCount { service: ServiceKind::Revocation, standing, cases };
    let mut counts = office.store.read().queue_counts().unwrap();
    counts.sort_by_key(|count| count.standing);
    assert_eq!(counts, [count(Standing::Open, 2), count(Standing::Waiting, 1), count(Standing::Closed, 1), count(Standing::Withdrawn, 1)]);
}

#[test]
fn a_case_has_waited_once_a_wait_was_recorded_of_it() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let [case, other] = [owner, owner].map(|owner| office.case(owner));
    assert!(!office.store.read().has_waited(case).unwrap());
    let wait = Fact::WaitStarted { step: 1, party: "bsre".into(), personal: String::new().into() };
    let recording = Recording { action: START_WAIT.into(), ..recording(Some(case), Some(owner), vec![wait]) };
    office.store.transact(moment(5), "petugas", |tx| tx.record(&recording)).unwrap();
    assert_eq!([case, other].map(|case| office.store.read().has_waited(case).unwrap()), [true, false]);
}

#[test]
fn pages_of_cases_and_owners_follow_each_other() {
    let mut office = office();
    let names = ["Zaki", "ani", "Budi", "Ani", "Citra"];
    for name in names {
        let owner = office.owner(name, "");
        office.case(owner);
    }
    let (mut cases, mut before) = (Vec::new(), None);
    while let page = office.store.read().list_cases(&CaseFilter::default(), before, 2).unwrap()
        && let Some(last) = page.last()
    {
        before = Some(last.born);
        cases.extend(page.into_iter().map(|row| row.owner_name));
    }
    assert_eq!(cases, ["Citra", "Ani", "Budi", "ani", "Zaki"]);
    let (mut owners, mut after): (Vec<String>, Option<(String, i64)>) = (Vec::new(), None);
    loop {
        let page = office.store.read().owners(after.as_ref().map(|(name, born)| (name.as_str(), *born)), 2).unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.name.clone(), last.born));
        owners.extend(page.into_iter().map(|row| row.name));
    }
    assert_eq!(owners, ["ani", "Ani", "Budi", "Citra", "Zaki"]);
}

#[test]
fn an_undone_completion_goes_back_to_when_the_step_began() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let begun = office.store.read().case_row(case).unwrap().unwrap();
    office.record(Some(case), Some(owner), vec![completed(1, Some(2))]).unwrap();
    office.record(Some(case), Some(owner), vec![completed(2, None), Fact::CaseClosed {}]).unwrap();
    for step in [2, 1] {
        office.record(Some(case), Some(owner), vec![Fact::StepUndone { step, personal: String::new().into() }]).unwrap();
    }
    let row = office.store.read().case_row(case).unwrap().unwrap();
    assert_eq!((row.step, row.entered_at, row.standing, row.closed_at), (1, begun.entered_at, Standing::Open, None));
}

#[test]
fn certificates_stand_as_their_facts_left_them() {
    let mut office = office();
    let owner = office.owner("Budi", "196809031993022001");
    let [old, new, revoked] = [(); 3].map(|()| CertificateId(id()));
    let record = |certificate, serial: &str| certificate_recorded(certificate, owner, serial);
    office.record(None, Some(owner), vec![record(old, "1"), record(revoked, "3")]).unwrap();
    office.record(None, Some(owner), vec![record(new, "2"), Fact::CertificateReplaced { certificate: old, by: new }]).unwrap();
    office.record(None, None, vec![Fact::CertificateRevoked { certificate: revoked, at: moment(9) }]).unwrap();
    let rows = office.store.read().certificates_of(owner).unwrap();
    let states: Vec<_> = rows.iter().map(|row| (row.id, row.state, row.replaced_by, row.revoked_at)).collect();
    let expected = [
        (old, CertificateState::Replaced, Some(new), None),
        (revoked, CertificateState::Revoked, None, Some(moment(9))),
        (new, CertificateState::Active, None, None),
    ];
    assert_eq!(states, expected);
    assert_eq!(rows[0].details.known().unwrap().serial, "1");
    let ending = |until| office.store.read().certificates_ending(day(until), 10).unwrap().len();
    assert_eq!((ending("2026-12-30"), ending("2026-12-31")), (0, 1));

    office.record(None, None, vec![Fact::CertificateRestored { certificate: old, withdrawn: Some(new) }]).unwrap();
    let restored = office.store.read().certificate(old).unwrap().unwrap();
    assert_eq!((restored.state, restored.replaced_by), (CertificateState::Active, None));
    assert!(office.store.read().certificate(new).unwrap().unwrap().withdrawn);
    assert_eq!(office.store.read().owners_with_nip("196809031993022001").unwrap().len(), 1);
    assert_eq!(office.store.read().owners_with_nik("3201010101800001").unwrap().len(), 1);
    assert_eq!(office.store.read().owners_with_nik("").unwrap().len(), 0);
}

#[test]
fn letters_keep_every_version() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let (case, letter) = (office.case(owner), LetterId(id()));
    let taken = Some(number("keluar", 1));
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, taken.clone(), "aa")]).unwrap();
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 2, taken.clone(), "bb")]).unwrap();
    let print = Fact::LetterPrinted { letter, version: 2, printer: "Ruang 1".into(), copies: 3, reprint: false };
    let back = Fact::LetterReturned {
        letter,
        version: 2,
        file: file("cc"),
        personal: sandika_domain::fact::FileLabel { name: "a".into() }.into(),
    };
    office.record(Some(case), Some(owner), vec![print, back]).unwrap();
    let versions = office.store.read().letter(letter).unwrap();
    assert_eq!(versions.iter().map(|row| row.version).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((versions[0].printed, versions[0].returned.clone(), versions[0].number.clone()), (3, Some(file("cc")), taken));
    let of_case = LetterFilter { case: Some(case), ..Default::default() };
    assert_eq!(office.store.read().letters(&of_case, None, 10).unwrap().len(), 2);
    assert_eq!(office.store.read().letters(&of_case, Some(versions[0].born), 10).unwrap()[0].version, 1);
    let of_letter = LetterFilter { letter: Some(letter), ..Default::default() };
    let found = office.store.read().letters(&of_letter, None, 10).unwrap();
    assert_eq!(found.iter().map(|row| (row.version, row.owner_name.as_str())).collect::<Vec<_>>(), [(2, "Budi"), (1, "Budi")]);
    assert!(found.iter().all(|row| !row.agenda.is_empty()));
}

#[test]
fn a_scan_is_awaited_of_the_newest_version_while_the_case_runs() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let (case, letter, other) = (office.case(owner), LetterId(id()), LetterId(id()));
    let missing = LetterFilter { scan_missing: true, ..Default::default() };
    let awaited = |office: &Office| {
        let listed = office.store.read().letters(&missing, None, 10).unwrap();
        let all = office.store.read().letters(&LetterFilter::default(), None, 10).unwrap();
        assert_eq!(listed, all.into_iter().filter(|row| row.awaited).collect::<Vec<_>>(), "a row says what the list goes by");
        listed.iter().map(|row| (row.id, row.version)).collect::<Vec<_>>()
    };
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 1, None, "aa"), letter_issued(other, 1, None, "bb")]).unwrap();
    assert_eq!(awaited(&office), [(other, 1), (letter, 1)]);
    office.record(Some(case), Some(owner), vec![letter_issued(letter, 2, None, "cc")]).unwrap();
    assert_eq!(awaited(&office), [(letter, 2), (other, 1)], "a correction takes the place of the version before it");
    let back = |version| Fact::LetterReturned {
        letter,
        version,
        file: file("dd"),
        personal: sandika_domain::fact::FileLabel { name: "a".into() }.into(),
    };
    office.record(Some(case), Some(owner), vec![back(2)]).unwrap();
    assert_eq!(awaited(&office), [(other, 1)], "nor does the old version come up again once the new one is back");
    let wait = Fact::WaitStarted { step: 1, party: "pemohon".into(), personal: String::new().into() };
    office.record(Some(case), Some(owner), vec![wait]).unwrap();
    assert_eq!(awaited(&office), [(other, 1)]);
    office.record(Some(case), Some(owner), vec![Fact::CaseWithdrawn { personal: String::new().into() }]).unwrap();
    assert_eq!(awaited(&office), [], "a withdrawn case takes nothing back");
    office.record(Some(case), Some(owner), vec![Fact::CaseReopened { step: 1, personal: String::new().into() }]).unwrap();
    assert_eq!(awaited(&office), [(other, 1)]);
    office.record(Some(case), Some(owner), vec![completed(1, None), Fact::CaseClosed {}]).unwrap();
    assert_eq!(awaited(&office), []);
}

#[test]
fn the_office_its_officials_and_its_sops_are_kept() {
    let mut office = office();
    let official = OfficialId(id());
    let details = OfficialDetails {
        role: "kepala-dinas".into(),
        name: "Siti".into(),
        nip: String::new(),
        rank: String::new(),
        grade: String::new(),
        post: "Kepala Dinas".into(),
        acting: Default::default(),
        on_behalf_of: vec![],
        from: None,
        until: None,
    };
    let adopt = |hash: &str| Fact::SopAdopted { sop: "natuna".into(), hash: hash.into(), text: format!("teks {hash}") };
    let recorded: Result<(), StoreError> = office.store.transact(moment(1), "petugas", |tx| {
        let person = Some(official.into());
        let facts = vec![Fact::OfficialRecorded { official, personal: details.clone().into() }];
        tx.record(&Recording { person, ..recording(None, None, facts) })?;
        tx.record(&recording(None, None, vec![adopt("h1"), adopt("h2")]))?;
        Ok(())
    });
    recorded.unwrap();
    assert_eq!(office.store.read().officials().unwrap()[0].details.known(), Some(&details));
    let newest =
        |office: &Office| office.store.read().sops().unwrap().into_iter().filter(|row| row.newest).map(|row| row.hash).collect::<Vec<_>>();
    assert_eq!(newest(&office), ["h2"]);
    office.record(None, None, vec![adopt("h1")]).unwrap();
    assert_eq!(newest(&office), ["h1"]);
    assert_eq!(office.store.read().sop_text("h2").unwrap().as_deref(), Some("teks h2"));
    assert_eq!(office.store.read().sop_text("h3").unwrap(), None);
    let numbered = ["h1", "h2", "h3"].map(|hash| office.store.read().sop_version(hash).unwrap());
    assert_eq!(numbered, [Some(1), Some(2), None], "a version that comes into use again keeps its number");
    assert!(office.store.read().office().unwrap().is_none());
    assert!(office.verify().is_sound());
}

#[test]
fn texts_of_a_template_are_kept_and_one_of_them_is_in_use() {
    let mut office = office();
    let adopt = |hash: &str, origin| {
        Fact::TemplateAdopted(AdoptedTemplate { template: "nota".into(), hash: hash.into(), text: format!("teks {hash}"), origin })
    };
    let state = |office: &Office| -> Vec<(String, u32, TemplateOrigin, bool)> {
        let rows = office.store.read().templates("nota").unwrap();
        rows.into_iter().map(|row| (row.hash, row.number, row.origin, row.in_use)).collect()
    };
    let told = |rows: &[(&str, u32, TemplateOrigin, bool)]| -> Vec<(String, u32, TemplateOrigin, bool)> {
        rows.iter().map(|(hash, number, origin, in_use)| ((*hash).to_owned(), *number, *origin, *in_use)).collect()
    };
    office.record(None, None, vec![adopt("h1", Shipped)]).unwrap();
    assert_eq!(state(&office), told(&[("h1", 1, Shipped, false)]), "kept only, because a letter was issued from it");
    office.record(None, None, vec![adopt("h2", Own)]).unwrap();
    office.record(None, None, vec![adopt("h3", Own)]).unwrap();
    assert_eq!(state(&office), told(&[("h3", 3, Own, true), ("h2", 2, Own, false), ("h1", 1, Shipped, false)]));
    office.record(None, None, vec![adopt("h3", Shipped)]).unwrap();
    assert_eq!(state(&office)[0], told(&[("h3", 3, Own, true)])[0], "keeping a text again changes nothing");
    office.record(None, None, vec![adopt("h1", Own)]).unwrap();
    let in_use = office.store.read().templates_in_use().unwrap();
    assert!(matches!(&in_use[..], [row] if row.hash == "h1" && row.text == "teks h1"), "{in_use:?}");
    let kept = office.store.read().template("h1").unwrap().unwrap();
    assert!(kept.in_use && kept.number == 1, "{kept:?}");
    assert_eq!(["h1", "h9"].map(|hash| office.store.read().keeps_template(hash).unwrap()), [true, false]);
    assert!(office.verify().is_sound());
    office.record(None, None, vec![Fact::TemplateReset { template: "nota".into() }]).unwrap();
    office.record(None, None, vec![Fact::TemplateReset { template: "lain".into() }]).unwrap();
    assert_eq!(office.store.read().templates_in_use().unwrap(), []);
    assert_eq!(office.store.read().template("h2").unwrap().unwrap().text, "teks h2", "every text stays");
    assert_eq!(office.store.read().template("h9").unwrap(), None);
    let before = state(&office);
    office.store.rebuild(&mut go_on).unwrap();
    assert_eq!(state(&office), before);
    assert!(office.verify().is_sound());
}
