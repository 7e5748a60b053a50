//! The file itself: valid, small, the same every time, and broken emblems.

use crate::common::*;
use sandika_domain::letter::model::{LetterModel, Typeface};
use sandika_letters::{LetterError, LogoFault, Typesetter, render};

#[test]
fn qpdf_finds_no_fault() {
    let draft = LetterModel { draft: true, ..correspondence() };
    let bare = LetterModel { letterhead: None, code: None, ..correspondence() };
    for model in [correspondence(), recommendation(), disposition(), with_sentences(100), draft, bare] {
        let report = tool("qpdf", &["--check", "@"], &render(&model).unwrap());
        assert!(report.contains("No syntax or stream encoding errors found"), "{report}");
    }
}

#[test]
fn a_page_is_small_because_faces_are_subsets() {
    for typeface in [Typeface::Arimo, Typeface::Tinos] {
        let mut model = recommendation();
        model.page.typeface = typeface;
        let bytes = render(&model).unwrap();
        assert!(bytes.len() <= 45_000, "{typeface:?}: {} bytes", bytes.len());
        let fonts = tool("pdffonts", &["@"], &bytes);
        let rows: Vec<Vec<&str>> = fonts.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
        assert_eq!(rows.len(), 3, "{fonts}");
        for row in rows {
            assert_eq!(row[4..7], ["yes", "yes", "yes"], "embedded, subset, with Unicode: {fonts}");
        }
    }
}

#[test]
fn the_file_says_what_it_is() {
    let bytes = render(&correspondence()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let info = tool("pdfinfo", &["@"], &bytes);
    assert!(info.contains("Title:           Permohonan Pencabutan Sertifikat Elektronik – 000.6.5/12"), "{info}");
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").and_then(|lang| lang.as_str()).unwrap(), b"id-ID");
    let preferences = catalog.get(b"ViewerPreferences").and_then(|preferences| preferences.as_dict()).unwrap();
    assert!(preferences.get(b"DisplayDocTitle").and_then(|shown| shown.as_bool()).unwrap());
    let info = document.get_dictionary(document.trailer.get(b"Info").and_then(|info| info.as_reference()).unwrap()).unwrap();
    assert_eq!(info.get(b"CreationDate").and_then(|date| date.as_str()).unwrap(), b"D:20261121");
    let wrong = LetterModel { date: "21 November 2026".into(), ..correspondence() };
    assert_eq!(render(&wrong), Err(LetterError::Date("21 November 2026".into())));
}

#[test]
fn the_same_letter_gives_the_same_bytes_whatever_was_drawn_before() {
    let alone = Typesetter::new().render(&recommendation()).unwrap();
    let typesetter = Typesetter::new();
    for model in [correspondence(), disposition(), with_sentences(70), correspondence()] {
        typesetter.render(&model).unwrap();
    }
    assert!(typesetter.render(&recommendation()).unwrap() == alone);
    let mut later = recommendation();
    later.date = "2026-11-22".into();
    assert!(typesetter.render(&later).unwrap() != alone);
}

const TARGET: &str = "SANDIKA_LETTER_TARGET";

/// The other process of the next test: writes a letter where the variable points.
#[test]
fn child_process_draws_a_letter() {
    if let Some(target) = std::env::var_os(TARGET) {
        std::fs::write(target, render(&recommendation()).unwrap()).unwrap();
    }
}

#[test]
fn two_processes_give_the_same_bytes() {
    render(&correspondence()).unwrap();
    let here = render(&recommendation()).unwrap();
    let target = tempfile::NamedTempFile::new().unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "file::child_process_draws_a_letter"])
        .env(TARGET, target.path())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(std::fs::read(target.path()).unwrap() == here);
}

#[test]
fn emblems_of_any_proportion_are_drawn_and_broken_ones_refused() {
    let with = |png: Vec<u8>| {
        let mut model = correspondence();
        model.letterhead.as_mut().unwrap().logo_png = Some(png);
        render(&model)
    };
    for (width, height) in [(300, 300), (600, 100), (100, 600), (1, 1)] {
        tool("qpdf", &["--check", "@"], &with(logo(width, height)).unwrap());
    }
    let whole = logo(60, 60);
    let mut huge = whole.clone();
    huge[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    for (png, fault) in [
        (b"GIF89a".to_vec(), LogoFault::Foreign),
        (Vec::new(), LogoFault::Foreign),
        (whole[..whole.len() / 2].to_vec(), LogoFault::Broken),
        (huge, LogoFault::Huge),
    ] {
        assert_eq!(with(png).unwrap_err(), LetterError::Logo(fault));
    }
}
