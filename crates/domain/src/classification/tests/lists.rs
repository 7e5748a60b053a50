//! What a list changes, and how a code is found in it.

use super::row;
use crate::classification::{Difference, Renamed, find, merge};

#[test]
fn what_comes_in_is_compared_with_what_is_there() {
    let current = [row("000.1", "Umum", ""), row("000.2", "Rapat", ""), row("555", "Pos", "")];
    let incoming = || vec![row("000.1", "Umum", ""), row("000.10", "Humas", ""), row("555", "Pos", "diubah")];
    let (list, difference) = merge(&current, incoming(), false);
    assert_eq!(list, [row("000.1", "Umum", ""), row("000.2", "Rapat", ""), row("000.10", "Humas", ""), row("555", "Pos", "diubah")]);
    let added = vec![row("000.10", "Humas", "")];
    let changed = vec![Renamed { before: row("555", "Pos", ""), after: row("555", "Pos", "diubah") }];
    assert_eq!(difference, Difference { added: added.clone(), changed: changed.clone(), unchanged: 1, removed: vec![] });
    let (list, difference) = merge(&current, incoming(), true);
    assert_eq!(list, incoming());
    assert_eq!(difference, Difference { added, changed, unchanged: 1, removed: vec![row("000.2", "Rapat", "")] });
    assert!(merge(&current, current.to_vec(), true).1.is_empty());
}

#[test]
fn a_code_is_found_by_itself_or_by_words() {
    let list = [
        row("000", "Umum", ""),
        row("000.1", "Tata usaha", ""),
        row("000.1.2", "Perjalanan dinas", "dalam negeri"),
        row("555", "Pos dan telekomunikasi", "bukan 000.1"),
        row("KP.08", "Kepegawaian", ""),
    ];
    for (typed, exact, expected) in [
        ("000.1", Some("000.1"), vec!["000.1", "000.1.2", "555"]),
        (" kp.08 ", Some("KP.08"), vec!["KP.08"]),
        ("DINAS negeri", None, vec!["000.1.2"]),
        ("000.1.2 dinas", None, vec!["000.1.2"]),
        ("usaha", None, vec!["000.1"]),
        ("kom", None, vec!["555"]),
        ("dinas luar", None, vec![]),
        ("", None, vec!["000", "000.1", "000.1.2", "555", "KP.08"]),
    ] {
        let found = find(&list, typed, 9);
        assert_eq!(found.exact.map(|row| row.code.as_str()), exact, "{typed}");
        assert_eq!(found.best.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), expected, "{typed}");
        assert_eq!(found.matched, found.best.len());
    }
    let few = find(&list, "", 2);
    assert_eq!((few.matched, few.best.len()), (5, 2));
}
