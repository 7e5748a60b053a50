//! Scans that wait, and where they came from: kept over restarts, whole or not at all, and gone with the person they speak of.

use crate::support::*;
use sandika_domain::fact::FileRef;
use sandika_domain::ids::{CaseId, LetterId};
use sandika_domain::letter::code::{PageCode, short_id};
use sandika_domain::scan::{Doubt, Doubts};
use sandika_store::{Scan, ScanCounts, ScanFilter, ScanPage, ScanPart, ScanPlace, ScanSource, ScanState, StoreError};
use uuid::Uuid;

fn scan(office: &Office, words: &str, state: ScanState) -> Scan {
    let stored = office.store.read().put_blob(words.as_bytes(), 1_000).unwrap();
    Scan {
        id: id(),
        file: FileRef { hash: stored.hash, size: stored.size, media: "application/pdf".to_owned() },
        name: format!("{words}.pdf"),
        folder: "/pindai".to_owned(),
        received_at: moment(1),
        state,
        doubts: Doubts::default(),
        pages: 2,
        signed: false,
        place: None,
        discarded: None,
    }
}

fn filed(case: CaseId, letter: Option<(LetterId, u32)>) -> ScanPlace {
    let document = letter.is_none().then(|| (1, "sk-pensiun".to_owned()));
    ScanPlace { case, letter, document, at: moment(3), by: "petugas".to_owned(), by_code: letter.is_some() }
}

fn keep(office: &mut Office, scan: &Scan) {
    office.store.transact(moment(2), "petugas", |tx| tx.keep_scan(scan)).unwrap();
}

fn made_of(office: &mut Office, scan: &Scan, pages: &[(&Scan, u32)]) -> Vec<ScanPart> {
    let part = |(source, page): &(&Scan, u32)| ScanPart { source: source.id, page: *page, quarter_turns: 1 };
    let parts: Vec<ScanPart> = pages.iter().map(part).collect();
    office.store.transact(moment(2), "petugas", |tx| tx.keep_scan_parts(scan.id, &parts)).unwrap();
    parts
}

fn page(number: u32) -> ScanPage {
    let code = PageCode { letter: short_id(LetterId(id())), version: 1, page: number, of: 2 };
    ScanPage { page: number, width: 2480, height: 3508, codes: vec![code], blank: false, trouble: None, thumb: vec![0xff, 0xd8] }
}

#[test]
fn what_came_in_is_there_after_a_restart_as_it_was() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let waiting = scan(&office, "baru", ScanState::Waiting);
    let tray =
        Scan { doubts: Doubts(vec![Doubt::Missing { pages: vec![2], of: 2 }, Doubt::Loose]), ..scan(&office, "kurang", ScanState::Tray) };
    let letter = Scan { place: Some(filed(case, Some((LetterId(id()), 2)))), ..scan(&office, "surat", ScanState::Filed) };
    let paper = Scan { place: Some(filed(case, None)), signed: true, ..scan(&office, "sk", ScanState::Filed) };
    let gone = Scan { discarded: Some((moment(4), "kepala".to_owned())), ..scan(&office, "buang", ScanState::Discarded) };
    let all = [&waiting, &tray, &letter, &paper, &gone];
    all.into_iter().for_each(|scan| keep(&mut office, scan));
    let pages = vec![page(1), ScanPage { blank: true, codes: Vec::new(), trouble: Some("rusak".to_owned()), thumb: Vec::new(), ..page(2) }];
    office.store.transact(moment(2), "petugas", |tx| tx.keep_scan_pages(tray.id, &pages)).unwrap();
    let parts = made_of(&mut office, &tray, &[(&waiting, 2), (&gone, 1), (&waiting, 1)]);
    let Office { store, dir } = office;
    drop(store);
    let store = open(dir.path()).unwrap();
    let read = store.read();
    let newest_first: Vec<Scan> = all.into_iter().rev().cloned().collect();
    assert_eq!(read.scans(ScanFilter::default(), 10).unwrap(), newest_first);
    let some = ScanFilter { states: &[ScanState::Tray, ScanState::Filed], before: Some(paper.id) };
    assert_eq!(read.scans(some, 10).unwrap(), [letter, tray.clone()]);
    assert_eq!(read.scan_pages(tray.id).unwrap(), pages);
    assert_eq!(read.scan_to_read().unwrap().as_ref(), Some(&waiting));
    assert_eq!(read.scans_made_of(waiting.id).unwrap(), std::slice::from_ref(&tray));
    assert_eq!((read.scan_parts(tray.id).unwrap(), read.scan_parts(waiting.id).unwrap()), (parts, vec![]));
    assert_eq!(read.scans_of_bytes(&tray.file.hash).unwrap(), [tray]);
    assert_eq!(read.scan_counts().unwrap(), ScanCounts { waiting: 1, tray: 1, failed: 0, filed: 2, discarded: 1 });
    let report = store.verify(&mut go_on).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!((report.blobs, report.unreferenced), (5, 0), "scans are proven too");
}

#[test]
fn a_change_that_fails_leaves_the_scan_as_it_was() {
    let mut office = office();
    let one = scan(&office, "satu", ScanState::Waiting);
    keep(&mut office, &one);
    let refused: Result<(), StoreError> = office.store.transact(moment(2), "petugas", |tx| {
        assert!(tx.scan_is(one.id, &[ScanState::Waiting, ScanState::Tray])?);
        tx.keep_scan(&Scan { state: ScanState::Tray, ..one.clone() })?;
        tx.keep_scan_pages(one.id, &[page(1)])?;
        Err(StoreError::TooLong)
    });
    refused.unwrap_err();
    assert_eq!(office.store.read().scan(one.id).unwrap(), Some(one.clone()));
    assert_eq!(office.store.read().scan_pages(one.id).unwrap(), []);
    let other: Result<bool, StoreError> = office.store.transact(moment(2), "petugas", |tx| tx.scan_is(one.id, &[ScanState::Tray]));
    assert!(!other.unwrap());
}

#[test]
fn a_file_is_known_by_path_size_and_time_until_it_was_moved() {
    let mut office = office();
    let source = ScanSource {
        path: b"/pindai/SCAN\xff.pdf".to_vec(),
        size: 3,
        modified: 7,
        hash: "ab".repeat(32),
        scan: id(),
        taken_at: moment(1),
        moved: None,
    };
    office.store.transact(moment(2), "petugas", |tx| tx.note_scan_source(&source)).unwrap();
    let known = |office: &Office, size, modified| office.store.read().scan_source(&source.path, size, modified).unwrap();
    assert_eq!(known(&office, 3, 7), Some(source.clone()));
    assert_eq!((known(&office, 4, 7), known(&office, 3, 8)), (None, None));
    office.store.transact(moment(9), "petugas", |tx| tx.scan_source_moved(source.scan, b"/pindai/Diproses/SCAN.pdf")).unwrap();
    assert_eq!(known(&office, 3, 7), None, "the scanner may use the name again");
    let moved = |office: &Office, second| office.store.read().scan_sources_moved_before(moment(second), 10).unwrap();
    assert_eq!(moved(&office, 9), []);
    assert_eq!(moved(&office, 10)[0].moved, Some((b"/pindai/Diproses/SCAN.pdf".to_vec(), moment(9))));
    office.store.transact(moment(9), "petugas", |tx| tx.forget_scan_source(source.scan)).unwrap();
    assert_eq!(moved(&office, 10), []);
}

#[test]
fn a_letter_is_found_by_what_its_code_says() {
    let mut office = office();
    let owner = office.owner("Budi", "");
    let case = office.case(owner);
    let letter = LetterId(Uuid::from_u128(0x0190_0000_0000_7000_8123_4567_89ab_cdef));
    for version in 1..=2 {
        office.record(Some(case), Some(owner), vec![letter_issued(letter, version, None, "ab")]).unwrap();
    }
    let tail = sandika_domain::letter::code::tail_of(&short_id(letter)).unwrap();
    let found = office.store.read().letter_by_tail(tail).unwrap();
    assert_eq!(found.iter().map(|row| (row.id, row.version)).collect::<Vec<_>>(), [(letter, 2), (letter, 1)]);
    assert_eq!(office.store.read().letter_by_tail([0; 10]).unwrap(), []);
}

#[test]
fn scans_of_an_erased_person_go_with_the_person() {
    let mut office = office();
    let (budi, siti) = (office.owner("Budi", ""), office.owner("Siti", ""));
    let (case, other) = (office.case(budi), office.case(siti));
    let whole = scan(&office, "dua orang", ScanState::Split);
    let his = Scan { place: Some(filed(case, None)), ..scan(&office, "budi", ScanState::Filed) };
    let hers = Scan { place: Some(filed(other, None)), ..scan(&office, "siti", ScanState::Filed) };
    let waits = scan(&office, "menunggu", ScanState::Tray);
    for one in [&whole, &his, &hers, &waits] {
        keep(&mut office, one);
    }
    made_of(&mut office, &his, &[(&whole, 1)]);
    made_of(&mut office, &hers, &[(&whole, 2)]);
    office.record(Some(case), Some(budi), vec![attached(&his.file.hash)]).unwrap();
    office.record(Some(other), Some(siti), vec![attached(&hers.file.hash)]).unwrap();

    assert!(office.erase(budi).unwrap());

    let left: Vec<Uuid> = office.store.read().scans(ScanFilter::default(), 10).unwrap().iter().map(|scan| scan.id).collect();
    assert_eq!(left, [waits.id, hers.id]);
    let there = |scan: &Scan| office.store.read().read_blob(&scan.file.hash).is_ok();
    assert_eq!([&whole, &his, &hers, &waits].map(there), [false, false, true, true]);
    let report = office.verify();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!(report.unreferenced, 0);
}
