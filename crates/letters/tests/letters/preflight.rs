//! What PDFBox Preflight says of the files. It judges PDF/A-1b; the letters themselves are PDF/A-2b, which comes out of the same code, and of which it
//! may find fault only with what the second part allows.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::common::*;
use sandika_domain::letter::model::{Block, Orientation, Typeface};
use sandika_domain::letter::{FontFile, LetterModel, OwnFace};
use sandika_letters::{Conformance, Typesetter};

/// Debian's packages libpdfbox2-java, libactivation-java and libjaxb-api-java put them here.
const JARS: &str = "/usr/share/java";
const PARTS: [&str; 8] = ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api"];

/// What it says of a letter: nothing when the file is valid, else its findings, one a line.
fn findings(model: &LetterModel, conformance: Conformance) -> Vec<String> {
    findings_in(&Typesetter::shared().render_as(model, conformance).unwrap().bytes)
}

fn findings_in(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("surat.pdf");
    std::fs::write(&path, pdf).unwrap();
    let jars: Vec<String> = PARTS.iter().map(|part| Path::new(JARS).join(format!("{part}.jar")).display().to_string()).collect();
    let output = Command::new("java")
        .args(["-cp", &jars.join(":"), "org.apache.pdfbox.preflight.Validator_A1b"])
        .arg(&path)
        .output()
        .unwrap_or_else(|error| panic!("java cannot be run: {error}"));
    let said = String::from_utf8(output.stdout).unwrap();
    if said.contains("is a valid PDF/A-1b file") {
        return Vec::new();
    }
    let mut lines = said.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    assert!(first.contains("is not a valid"), "{said}{}", String::from_utf8_lossy(&output.stderr));
    lines.map(str::to_owned).collect()
}

#[test]
fn letters_of_every_kind_are_valid() {
    let draft = LetterModel { draft: true, practice: true, ..correspondence() };
    let bare = LetterModel { letterhead: None, code: None, ..correspondence() };
    let mut tinos = recommendation();
    tinos.page.typeface = Typeface::Tinos;
    let mut bonum = recommendation();
    bonum.page.typeface = Typeface::Bonum;
    let font = |name: &str| FontFile::new(std::fs::read(format!("{}/fonts/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap());
    let mut own = recommendation();
    own.page.typeface = Typeface::Own;
    let regular = font("tinos/Tinos-Regular.ttf");
    own.face = Some(Arc::new(OwnFace { regular, bold: Some(font("bonum/texgyrebonum-bold.otf")), italic: None }));
    for (name, model) in [
        ("correspondence", correspondence()),
        ("recommendation in Tinos", tinos),
        ("recommendation in Bonum", bonum),
        ("recommendation in files of the office", own),
        ("disposition sheet", disposition()),
        ("several pages", with_sentences(100)),
        ("draft of a practice office", draft),
        ("without letterhead", bare),
        ("with a landscape attachment", with_attachment(60)),
    ] {
        assert_eq!(findings(&model, Conformance::A1b), [""; 0], "{name}");
    }
}

#[test]
fn a_book_of_many_pages_is_valid() {
    let Block::Table { columns, rows } = owners(900) else { unreachable!() };
    let model = LetterModel { blocks: vec![Block::Table { columns, rows }], code: None, practice: true, ..recommendation() };
    let mut watch = |_, _| ControlFlow::Continue(());
    let drawn = Typesetter::shared().render_long_as(&model, Orientation::Landscape, Conformance::A1b, &mut watch).unwrap();
    assert!(drawn.pages > 32, "{}", drawn.pages);
    assert_eq!(findings_in(&drawn.bytes), [""; 0]);
}

#[test]
fn of_a_letter_as_it_is_stored_only_the_part_of_the_standard_is_another() {
    let found = findings(&correspondence(), Conformance::A2b);
    let allowed = |finding: &String| finding.contains("CIDSet") || finding.contains("part");
    assert!(!found.is_empty() && found.iter().all(allowed), "{found:#?}");
}
