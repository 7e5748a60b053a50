//! What stands on the paper: the letter, where it stands in the PDF.

use super::fake::Fake;
use super::letters::{letter, letter_with_list};
use super::pixels::{assert_alike, pages};
use sandika_domain::letter::model::Paper;
use sandika_windows::printing::{Abilities, Sheet};

#[test]
fn every_page_stands_on_its_paper_as_it_was_made() {
    for paper in [Paper::A4, Paper::F4] {
        let pdf = letter_with_list(paper);
        let drawn = pages(&pdf);
        assert!(drawn.len() > 1 && drawn.iter().any(|page| page.width > page.height), "a letter and a list that lies crosswise");
        let office = Fake::new();
        assert_eq!(office.print(&pdf, 1).unwrap(), "Loket");
        let inner = office.0.lock().unwrap();
        assert_eq!(drawn.len(), inner.pages.len());
        for (number, (drawn, printed)) in drawn.iter().zip(&inner.pages).enumerate() {
            assert_alike(drawn, printed, &format!("{} page {}", paper.name(), number + 1));
        }
        assert!(inner.coloured > 0, "the emblem is in colour");
    }
}

#[test]
fn pages_turn_where_they_lie_crosswise_and_copies_follow_in_order() {
    let office = Fake::new();
    let pdf = letter_with_list(Paper::F4);
    assert_eq!(pages(&pdf).len(), 2);
    office.print(&pdf, 2).unwrap();
    let copy = ["page", "turn crosswise", "page"];
    let expected: Vec<&str> =
        ["begin Surat, 1"].iter().chain(&copy).chain(&["turn upright"]).chain(&copy).chain(&["finish"]).copied().collect();
    assert_eq!(office.told(), expected);
}

#[test]
fn the_driver_makes_copies_where_they_stay_in_order() {
    let (one, two) = (letter(Paper::F4), letter_with_list(Paper::F4));
    assert_eq!(pages(&one).len(), 1);
    for (pdf, copies, collates, asked, drawn) in
        [(&one, 99, false, 3, 1), (&two, 99, false, 1, 6), (&two, 99, true, 3, 2), (&one, 1, false, 1, 3), (&one, 2, true, 1, 3)]
    {
        let office = Fake::new().with(|inner| inner.abilities = Abilities { copies, collates, ..inner.abilities.clone() });
        office.print(pdf, 3).unwrap();
        let told = office.told();
        assert_eq!(told[0], format!("begin Surat, {asked}"), "{copies} {collates}");
        assert_eq!(told.iter().filter(|what| *what == "page").count(), drawn, "{copies} {collates}");
    }
}

#[test]
fn a_letter_without_its_paper_is_made_smaller_and_whole() {
    let office = Fake::new().with(|inner| inner.abilities.forms.truncate(1));
    office.print(&letter(Paper::F4), 1).unwrap();
    let inner = office.0.lock().unwrap();
    let page = &inner.pages[0];
    let inked = |y: usize| page.dots[y * page.width..(y + 1) * page.width].iter().any(|dot| *dot < 128);
    let margin = page.height * 4 / 297;
    let (first, last) = ((0..page.height).position(inked).unwrap(), (0..page.height).rposition(inked).unwrap());
    assert!(first > margin && last < page.height - margin, "{first} {last} of {}", page.height);
}

#[test]
fn a_size_of_ones_own_is_asked_for_where_the_printer_has_no_form() {
    let office = Fake::new().with(|inner| {
        inner.abilities.forms.truncate(1);
        inner.abilities.any_size = Some([(700, 1000), (2200, 4000)]);
    });
    let pdf = letter(Paper::F4);
    office.print(&pdf, 1).unwrap();
    assert_alike(&pages(&pdf)[0], &office.0.lock().unwrap().pages[0], "F4 as a size");
    assert_eq!(office.0.lock().unwrap().abilities.usual, Some(Sheet::Form(9)), "the printer stays as it was");
}

#[test]
fn what_is_no_letter_is_not_begun() {
    for bytes in [b"".as_slice(), b"%PDF-1.7", b"bukan PDF"] {
        let office = Fake::new();
        let error = office.print(bytes, 1).unwrap_err().to_string();
        assert!(error.contains("dokumen tidak dapat dibaca"), "{error}");
        assert!(office.told().is_empty());
    }
}
