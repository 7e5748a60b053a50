//! The list of archive classification codes: the one that holds and the one before it, the same after a rebuild.

use crate::support::*;
use sandika_domain::classification::{Classification, RecordedList};
use sandika_domain::fact::Fact;

fn recorded(codes: &[(&str, &str)]) -> Fact {
    let row = |(code, name): &(&str, &str)| Classification { code: (*code).into(), name: (*name).into(), note: String::new() };
    Fact::ClassificationsRecorded(RecordedList { codes: codes.iter().map(row).collect() })
}

/// Every list that is kept, the newest first, as its codes.
fn kept(office: &Office) -> Vec<Vec<String>> {
    let read = office.store.read();
    let lists = read.classification_lists().unwrap();
    let codes =
        |born| read.classifications_of(born).unwrap().into_iter().map(|row| format!("{} {}", row.code, row.name)).collect::<Vec<_>>();
    let kept: Vec<Vec<String>> = lists.iter().map(|list| codes(list.born)).collect();
    assert!(lists.iter().zip(&kept).all(|(list, codes)| list.codes as usize == codes.len() && list.actor == "petugas"));
    assert_eq!(read.classifications().unwrap().len(), kept.first().map_or(0, Vec::len));
    kept
}

#[test]
fn the_newest_list_holds_and_the_one_before_it_is_kept() {
    let mut office = office();
    assert_eq!(kept(&office), [[""; 0]; 0]);
    office.record(None, None, vec![recorded(&[("000.10", "b"), ("000.2", "a")])]).unwrap();
    assert_eq!(kept(&office), [["000.10 b", "000.2 a"]], "in the order of the fact");
    office.record(None, None, vec![recorded(&[("555", "c")])]).unwrap();
    office.record(None, None, vec![recorded(&[])]).unwrap();
    assert_eq!(kept(&office), [vec![], vec!["555 c".to_owned()]]);
    // Two in one entry, and one that is given up.
    office.record(None, None, vec![recorded(&[("1", "x")]), recorded(&[("2", "y"), ("3", "z")])]).unwrap();
    let given_up = office.store.transact(moment(6), "petugas", |tx| {
        tx.record(&recording(None, None, vec![recorded(&[("9", "tidak jadi")])]))?;
        Err::<(), _>(sandika_store::StoreError::TooLong)
    });
    assert!(given_up.is_err());
    let expected = [vec!["2 y".to_owned(), "3 z".to_owned()], vec!["1 x".to_owned()]];
    assert_eq!(kept(&office), expected);
    assert!(office.verify().is_sound());
    office.store.rebuild(&mut go_on).unwrap();
    assert_eq!(kept(&office), expected);
    assert!(office.verify().is_sound());
}

#[test]
fn the_fact_is_written_as_it_will_be_read_for_ever() {
    let fact = recorded(&[("555", "c")]);
    let text = r#"{"classifications_recorded":{"codes":[{"code":"555","name":"c"}]}}"#;
    assert_eq!(serde_json::to_string(&fact).unwrap(), text);
    assert_eq!(serde_json::from_str::<Fact>(text).unwrap(), fact);
}
