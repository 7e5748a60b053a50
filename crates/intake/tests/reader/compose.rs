//! New files of chosen pages.

use crate::files::{Lies, Packed, complaints, jpeg, pdf, png, qpdf, sheet, tiff};
use crate::{codes, reader};
use sandika_intake::pages::Grey;
use sandika_intake::{PlanPage, ReadFault};

fn page(source: usize, page: usize, quarter_turns: u8) -> PlanPage {
    PlanPage { source, page, quarter_turns }
}

/// How often a text stands in a file.
fn count(bytes: &[u8], text: &[u8]) -> usize {
    bytes.windows(text.len()).filter(|here| *here == text).count()
}

#[test]
fn pages_of_every_kind_become_one_file_in_the_chosen_order() {
    let drawn = |at: usize| sheet(7, at, 9).draw();
    let scans = pdf(&[(drawn(1), Lies::Jpeg), (drawn(2), Lies::Plain), (drawn(3), Lies::Turned(90))]);
    let packed = qpdf(&pdf(&[(drawn(4), Lies::Jpeg)]), &["--object-streams=generate"]);
    let (photo, drawing, faxes) = (jpeg(&drawn(5)), png(&drawn(6)), tiff(&[(drawn(7), Packed::FaxG4), (drawn(8), Packed::Negative)]));
    let sources = [&scans[..], &packed, &photo, &drawing, &faxes];
    let plan = [
        page(0, 3, 0),
        page(4, 2, 1),
        page(2, 1, 0),
        page(0, 1, 2),
        page(3, 1, 3),
        page(1, 1, 0),
        page(0, 2, 0),
        page(4, 1, 0),
        page(0, 3, 1),
        page(0, 1, 0),
    ];
    let made = reader().compose(&sources, &plan).unwrap();
    assert_eq!(complaints(&made), "");
    let expected: Vec<_> = [3, 8, 5, 1, 6, 4, 2, 7, 3, 1].map(|at| Ok(vec![format!("{}/{at}-9", sheet(7, 1, 9).short())])).into();
    assert_eq!(codes(&made), expected);
    assert_eq!(reader().compose(&sources, &plan).unwrap(), made, "the same plan gives the same bytes");
    // The photograph lies in it byte for byte, and the fax with one bit for each dot.
    assert_eq!(count(&made, &photo), 1);
    assert_eq!(count(&made, b"/BitsPerComponent 1"), 1);
}

#[test]
fn a_turned_page_stands_as_it_was_turned() {
    let wide = pdf(&[(Grey { width: 200, height: 100, luma: vec![80; 20_000] }, Lies::Jpeg)]);
    let photo = jpeg(&Grey { width: 200, height: 100, luma: vec![80; 20_000] });
    for source in [wide, photo] {
        for (turns, upright) in [(0, false), (1, true), (2, false), (3, true), (4, false), (5, true)] {
            let made = reader().compose(&[&source], &[page(0, 1, turns)]).unwrap();
            let shown = image::load_from_memory(&reader().picture(&made, 1, 100).unwrap()).unwrap();
            assert_eq!(shown.height() > shown.width(), upright, "{turns}");
        }
    }
}

#[test]
fn a_made_file_can_be_taken_apart_again() {
    let scans = pdf(&[(sheet(7, 1, 2).draw(), Lies::Jpeg), (sheet(7, 2, 2).draw(), Lies::Jpeg)]);
    let mut made = scans.clone();
    for _ in 0..4 {
        made = reader().compose(&[&made], &[page(0, 2, 1), page(0, 1, 0)]).unwrap();
    }
    assert_eq!(complaints(&made), "");
    assert_eq!(codes(&made), codes(&scans));
}

#[test]
fn what_cannot_be_put_together_says_why() {
    let scan = pdf(&[(sheet(7, 1, 1).draw(), Lies::Jpeg)]);
    let photo = jpeg(&sheet(7, 1, 1).draw());
    for (what, sources, plan, fault) in [
        ("no page", vec![&scan[..]], vec![], ReadFault::Empty),
        ("a page that is not there", vec![&scan[..]], vec![page(0, 2, 0)], ReadFault::NoSuchPage { page: 2 }),
        ("page 0", vec![&scan[..]], vec![page(0, 0, 0)], ReadFault::NoSuchPage { page: 0 }),
        ("the second page of a photograph", vec![&photo[..]], vec![page(0, 2, 0)], ReadFault::NoSuchPage { page: 2 }),
        ("a file that is not there", vec![&scan[..]], vec![page(1, 1, 0)], ReadFault::Empty),
        ("no picture", vec![&b"PK"[..]], vec![page(0, 1, 0)], ReadFault::NotReadable),
        ("the head of a jpeg", vec![&photo[..30]], vec![page(0, 1, 0)], ReadFault::Damaged),
    ] {
        assert_eq!(reader().compose(&sources, &plan), Err(fault), "{what}");
    }
}
