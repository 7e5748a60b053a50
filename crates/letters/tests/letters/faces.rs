//! Letters in other faces than the usual two: Bonum, whose outlines are of the PostScript kind, and the files that an office brought itself.

use crate::common::*;
use sandika_domain::letter::model::{LetterModel, Typeface};
use sandika_domain::letter::{FontFile, OwnFace};
use sandika_letters::{LetterError, Typesetter, render};
use std::sync::Arc;

fn font(name: &str) -> FontFile {
    FontFile::new(std::fs::read(format!("{}/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap())
}

/// A letter in a face of the office's own.
fn own(model: LetterModel, regular: &str, bold: Option<&str>, italic: Option<&str>) -> LetterModel {
    let mut model =
        LetterModel { face: Some(Arc::new(OwnFace { regular: font(regular), bold: bold.map(font), italic: italic.map(font) })), ..model };
    model.page.typeface = Typeface::Own;
    model
}

fn set_in(typeface: Typeface, mut model: LetterModel) -> LetterModel {
    model.page.typeface = typeface;
    model
}

/// Names and kinds of the faces in a file, as poppler tells them.
fn faces(pdf: &[u8]) -> Vec<String> {
    let fonts = tool("pdffonts", &["@"], pdf);
    let row = |row: &str| {
        let words: Vec<&str> = row.split_whitespace().collect();
        let kind = words[1..words.len() - 6].join(" ");
        assert_eq!(words[words.len() - 5..words.len() - 2], ["yes", "yes", "yes"], "embedded, subset, with Unicode: {fonts}");
        format!("{} {kind}", words[0])
    };
    fonts.lines().skip(2).map(row).collect()
}

#[test]
fn bonum_stands_in_the_file_as_outlines_alone() {
    let pdf = render(&set_in(Typeface::Bonum, recommendation())).unwrap();
    let mut found = faces(&pdf);
    found.sort();
    let cuts = [("SNDBLD", "Bold"), ("SNDITA", "Italic"), ("SNDREG", "Regular")];
    assert_eq!(found, cuts.map(|(tag, cut)| format!("{tag}+TeXGyreBonum-{cut} CID Type 0C")));
    assert!(pdf.len() <= 60_000, "{} bytes", pdf.len());
}

#[test]
fn what_a_letter_says_can_be_read_out_of_it_in_every_face() {
    // Short enough for one page in the widest of them.
    let mut short = correspondence();
    short.blocks.truncate(2);
    let expected = text(&render(&short).unwrap());
    for (name, model) in [
        ("Bonum", set_in(Typeface::Bonum, short.clone())),
        ("own files", own(short.clone(), "tinos/Tinos-Regular.ttf", Some("tinos/Tinos-Bold.ttf"), Some("tinos/Tinos-Italic.ttf"))),
        ("own OpenType files", own(short.clone(), "bonum/texgyrebonum-regular.otf", Some("bonum/texgyrebonum-bold.otf"), None)),
        ("one file", own(short.clone(), "arimo/Arimo-Regular.ttf", None, None)),
    ] {
        let pdf = render(&model).unwrap();
        // Where a line ends differs between faces, and poppler ends a column of a table there; the words are the same.
        let mut words: Vec<String> = text(&pdf).split(' ').map(str::to_owned).collect();
        let mut wanted: Vec<String> = expected.split(' ').map(str::to_owned).collect();
        words.sort();
        wanted.sort();
        assert_eq!(words, wanted, "{name}");
        assert!(tool("qpdf", &["--check", "@"], &pdf).contains("No syntax or stream encoding errors found"), "{name}");
    }
}

#[test]
fn ligatures_are_not_made_and_pairs_are_kerned_in_bonum() {
    let mut model = set_in(Typeface::Bonum, correspondence());
    model.blocks = vec![paragraph("Verifikasi efisien: AVATAR, “Wayan” – Tuan Afif, flora, office, 0123456789.")];
    let pdf = render(&model).unwrap();
    assert!(text(&pdf).contains("Verifikasi efisien: AVATAR, “Wayan” – Tuan Afif, flora, office, 0123456789."), "{}", text(&pdf));
}

#[test]
fn a_cut_that_the_office_has_not_is_the_regular_one() {
    let both = faces(&render(&own(recommendation(), "tinos/Tinos-Regular.ttf", Some("tinos/Tinos-Bold.ttf"), None)).unwrap());
    assert!(
        both.iter().any(|face| face.starts_with("SNDBLD+Tinos-Bold ")) && both.iter().any(|face| face.starts_with("SNDITA+Tinos ")),
        "{both:?}"
    );
    let one = faces(&render(&own(recommendation(), "tinos/Tinos-Regular.ttf", None, None)).unwrap());
    assert!(one.len() == 3 && one.iter().all(|face| face.contains("+Tinos ")), "{one:?}");
}

#[test]
fn faces_are_not_mixed_up_between_letters_and_give_the_same_bytes_every_time() {
    let models = [
        own(recommendation(), "tinos/Tinos-Regular.ttf", None, None),
        own(recommendation(), "arimo/Arimo-Regular.ttf", None, None),
        own(recommendation(), "bonum/texgyrebonum-regular.otf", Some("bonum/texgyrebonum-bold.otf"), None),
        set_in(Typeface::Bonum, recommendation()),
        set_in(Typeface::Tinos, recommendation()),
    ];
    let alone: Vec<_> = models.iter().map(|model| Typesetter::new().render(model).unwrap().bytes).collect();
    let typesetter = Typesetter::new();
    for _ in 0..2 {
        for (model, alone) in models.iter().zip(&alone) {
            assert!(typesetter.render(model).unwrap().bytes == *alone, "{:?}", model.page.typeface);
        }
    }
    // The identity in the file tells faces apart, too.
    let id = |pdf: &[u8]| lopdf::Document::load_mem(pdf).unwrap().trailer.get(b"ID").unwrap().as_array().unwrap()[0].clone();
    assert_ne!(id(&alone[0]), id(&alone[1]));
}

#[test]
fn files_of_another_typeface_change_nothing() {
    let with_files = LetterModel { face: own(recommendation(), "tinos/Tinos-Regular.ttf", None, None).face, ..recommendation() };
    let (with, without) = (render(&with_files).unwrap(), render(&recommendation()).unwrap());
    assert_eq!(faces(&with), faces(&without));
}

#[test]
fn what_a_face_lacks_and_a_face_that_is_not_there_are_told() {
    let mut model = own(correspondence(), "bonum/texgyrebonum-regular.otf", None, None);
    model.blocks = vec![paragraph("Алексей")];
    let error = render(&model).unwrap_err();
    assert!(error.to_string().starts_with("Huruf surat tidak memiliki tanda “А” (U+0410) yang dipakai pada isi surat."), "{error}");
    assert_eq!(render(&set_in(Typeface::Own, correspondence())), Err(LetterError::NoOwnFace));
    let broken = FontFile::new(b"bukan huruf".to_vec());
    let face = Some(Arc::new(OwnFace { regular: font("tinos/Tinos-Regular.ttf"), bold: Some(broken), italic: None }));
    assert_eq!(render(&LetterModel { face, ..set_in(Typeface::Own, correspondence()) }), Err(LetterError::OwnFace));
}
