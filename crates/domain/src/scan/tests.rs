//! Pages go to their letters, whatever lies on the glass.

#![allow(clippy::unwrap_used, reason = "test code")]

use super::*;
use crate::ids::LetterId;
use crate::letter::code::{PageCode, short_id};
use proptest::prelude::*;
use uuid::Uuid;

fn letter(number: u128) -> LetterId {
    LetterId(Uuid::from_u128(number))
}

/// The office of these tests: letter 1 has one page, 2 has two, 3 is at version 2, 4 is void, 5 belongs to a closed case, 6 is back.
fn known(id: &str) -> Option<KnownLetter> {
    let number = (1..=6).find(|number| short_id(letter(*number)) == id)?;
    let usual = KnownLetter { letter: letter(number), newest: 1, pages: 1, returned: false, voided: false, open: true };
    Some(match number {
        2 => KnownLetter { pages: 2, ..usual },
        3 => KnownLetter { newest: 2, ..usual },
        4 => KnownLetter { voided: true, ..usual },
        5 => KnownLetter { open: false, ..usual },
        6 => KnownLetter { returned: true, ..usual },
        _ => usual,
    })
}

/// `"2.1"`: page 1 of letter 2; `"3.1v2"` in version 2; `"1.1+2.1"` two codes; `""` none, `"-"` blank, `"?"` unreadable.
fn seen(pages: &[&str]) -> Vec<SeenPage> {
    let code = |text: &str| {
        let (place, version) = text.split_once('v').unwrap_or((text, "1"));
        let (number, page) = place.split_once('.').unwrap();
        let number: u128 = number.parse().unwrap();
        let of = if number == 2 { 2 } else { 1 };
        PageCode { letter: short_id(letter(number)), version: version.parse().unwrap(), page: page.parse().unwrap(), of }
    };
    let page = |(at, text): (usize, &&str)| {
        let plain = SeenPage { page: at as u32 + 1, ..SeenPage::default() };
        match *text {
            "" => plain,
            "-" => SeenPage { blank: true, ..plain },
            "?" => SeenPage { unreadable: true, ..plain },
            codes => SeenPage { codes: codes.split('+').map(code).collect(), ..plain },
        }
    };
    pages.iter().enumerate().map(page).collect()
}

/// Bundles as `letter: pages`, with `!` and the doubt where there is one, then the loose pages.
fn told(sorted: &Sorted) -> String {
    let number = |bundle: &Bundle| bundle.letter.map_or(0, |letter| letter.0.as_u128());
    let bundle = |bundle: &Bundle| {
        let doubt = bundle.doubt.as_ref().map_or(String::new(), |doubt| format!("!{doubt:?}"));
        format!("{}:{:?}{doubt}", number(bundle), bundle.pages)
    };
    let loose = sorted.loose.iter().map(|(page, doubt)| format!("{page}!{doubt:?}"));
    sorted.bundles.iter().map(bundle).chain(loose).collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_go_to_their_letter_or_say_why_not() {
    for (pages, expected) in [
        (&["1.1"][..], "1:[1]"),
        (&["2.1", "2.2"], "2:[1, 2]"),
        (&["2.2", "2.1"], "2:[2, 1]"),
        (&["2.1", "-", "2.2", "-"], "2:[1, 3]"),
        (&["1.1", "2.1", "2.2"], "1:[1] 2:[2, 3]"),
        (&["2.1", "1.1", "2.2"], "2:[1, 3] 1:[2]"),
        (&["2.2"], "2:[1]!Missing { pages: [1], of: 2 }"),
        (&["2.1", "2.1", "2.2"], "2:[1, 2, 3]!Twice { page: 1 }"),
        (&["3.1"], "3:[1]!Older { version: 1, newest: 2 }"),
        (&["3.1v2"], "3:[1]"),
        (&["3.1v3"], "3:[1]!Foreign"),
        (&["4.1"], "4:[1]!Voided"),
        (&["5.1"], "5:[1]!Closed"),
        (&["6.1"], "6:[1]!Returned"),
        (&["9.1"], "0:[1]!Foreign"),
        (&["1.1+2.1"], "1!SeveralCodes { page: 1 }"),
        (&["", "1.1", ""], "1:[2] 1!Loose 3!Loose"),
        (&["1.1", "?"], "1:[1] 2!Unreadable { pages: [2] }"),
        (&["-", "-"], ""),
        (&[], ""),
    ] {
        assert_eq!(told(&sort(&seen(pages), LoosePages::Tray, known)), expected, "{pages:?}");
    }
}

#[test]
fn pages_without_a_code_may_stay_with_the_letter_before() {
    for (pages, expected) in [
        (&["1.1", "", ""][..], "1:[1, 2, 3]"),
        (&["", "1.1"], "1:[2] 1!Loose"),
        (&["2.1", "", "2.2", ""], "2:[1, 2, 3, 4]"),
        (&["2.2", "", "2.1"], "2:[3, 1, 2]"),
        (&["1.1", "", "2.1", "2.2", ""], "1:[1, 2] 2:[3, 4, 5]"),
        (&["9.1", ""], "0:[1, 2]!Foreign"),
    ] {
        assert_eq!(told(&sort(&seen(pages), LoosePages::LetterBefore, known)), expected, "{pages:?}");
    }
}

#[test]
fn a_scan_says_each_reason_once() {
    let doubts = |pages: &[&str]| sort(&seen(pages), LoosePages::Tray, known).doubts();
    assert_eq!(doubts(&["", ""]), [Doubt::NoCode]);
    assert_eq!(doubts(&["-"]), [Doubt::NoCode]);
    assert_eq!(doubts(&["1.1"]), []);
    assert_eq!(doubts(&["1.1", "", ""]), [Doubt::Loose]);
    assert_eq!(doubts(&["?", "?"]), [Doubt::Unreadable { pages: vec![1, 2] }]);
    assert_eq!(doubts(&["2.1", ""]), [Doubt::Missing { pages: vec![2], of: 2 }, Doubt::Loose]);
}

#[test]
fn reasons_are_whole_sentences() {
    for (doubt, words) in [
        (Doubt::Missing { pages: vec![2], of: 3 }, "Halaman 2 dari 3 tidak ada."),
        (Doubt::Missing { pages: vec![1, 2, 4], of: 4 }, "Halaman 1, 2 dan 4 dari 4 tidak ada."),
        (Doubt::Older { version: 1, newest: 2 }, "Yang dipindai versi 1,"),
        (Doubt::Duplicate { place: "perkara 12/2026".into() }, "Berkas yang sama sudah ada di perkara 12/2026."),
    ] {
        assert!(doubt.to_string().starts_with(words), "{doubt}");
    }
}

proptest! {
    /// Whatever lies on the glass: a page is in one place at most, and no page of a letter that files itself is missing, doubled or of another one.
    #[test]
    fn nothing_is_filed_on_a_guess(pages in prop::collection::vec(prop::sample::select(
        vec!["1.1", "2.1", "2.2", "3.1", "3.1v2", "4.1", "5.1", "6.1", "9.1", "1.1+2.1", "", "-", "?"]), 0..12), before: bool) {
        let loose = if before { LoosePages::LetterBefore } else { LoosePages::Tray };
        let seen = seen(&pages);
        let sorted = sort(&seen, loose, known);
        let mut placed: Vec<u32> = sorted.bundles.iter().flat_map(|bundle| bundle.pages.clone()).chain(sorted.loose.iter().map(|(page, _)| *page)).collect();
        placed.sort_unstable();
        let expected: Vec<u32> = seen.iter().filter(|page| !(page.blank && page.codes.is_empty())).map(|page| page.page).collect();
        prop_assert_eq!(placed, expected);
        for bundle in sorted.sure() {
            let mut coded: Vec<(String, u32)> = Vec::new();
            for page in &bundle.pages {
                let page = &seen[*page as usize - 1];
                prop_assert!(page.codes.len() <= 1 && !page.unreadable);
                coded.extend(page.codes.iter().map(|code| (code.letter.clone(), code.page)));
            }
            let id = short_id(bundle.letter.unwrap());
            let of = known(&id).unwrap().pages;
            prop_assert_eq!(coded, (1..=of).map(|page| (id.clone(), page)).collect::<Vec<_>>());
        }
    }
}
