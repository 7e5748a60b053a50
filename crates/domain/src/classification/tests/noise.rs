//! Whatever the bytes are: reading never panics, and what is written reads back.

use crate::classification::{Classification, merge, read, sample, sort, write};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    let odd =
        prop_oneof![Just(";".to_owned()), Just("\"".to_owned()), Just(",\"\"".to_owned()), Just("=2+3".to_owned()), Just("ë€—".to_owned())];
    proptest::collection::vec(prop_oneof![odd, "[a-zA-Z0-9]{1,8}", "\\PC{0,6}"], 1..6).prop_map(|words| {
        let joined = words.join(" ");
        joined.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

fn list() -> impl Strategy<Value = Vec<Classification>> {
    let code = "[A-Z]{0,2}[0-9]{1,3}(\\.[0-9]{1,3}){0,3}";
    let rows = proptest::collection::btree_map(code, (text(), proptest::option::of(text())), 1..30);
    rows.prop_map(|rows| {
        let named = rows.into_iter().filter(|(_, (name, _))| !name.is_empty());
        let mut list: Vec<Classification> =
            named.map(|(code, (name, note))| Classification { code, name, note: note.unwrap_or_default() }).collect();
        sort(&mut list);
        list
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(list in list()) {
        prop_assume!(!list.is_empty());
        let bytes = write(&list);
        prop_assert_eq!(read(&bytes), Ok(list.clone()));
        prop_assert_eq!(read(&bytes[3..]), Ok(list), "without its mark");
    }

    #[test]
    fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn near_files_never_panic_and_faults_name_lines_that_are_there(text in "(kode|uraian|555|;|,|\t|\"|\n|\r\n|\r|sep=|\u{feff}|é| ){0,40}") {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count();
        match read(text.as_bytes()) {
            Ok(list) => prop_assert!(!list.is_empty()),
            Err(faults) => prop_assert!(!faults.is_empty() && faults.iter().all(|fault| fault.line <= lines), "{:?}", faults),
        }
    }

    #[test]
    fn a_list_that_is_taken_twice_changes_nothing_the_second_time(current in list(), incoming in list(), replace in any::<bool>()) {
        let (once, first) = merge(&current, incoming.clone(), replace);
        prop_assert_eq!(first.added.len() + first.changed.len() + first.unchanged, incoming.len());
        let (twice, second) = merge(&once, incoming, replace);
        prop_assert_eq!(once, twice);
        prop_assert!(second.is_empty());
    }
}

#[test]
fn the_sample_is_a_list() {
    assert_eq!(read(&write(&sample())), Ok(sample()));
    assert!(String::from_utf8(write(&sample())).unwrap().starts_with("\u{feff}kode;uraian;keterangan\r\n000.1.2;"));
}
