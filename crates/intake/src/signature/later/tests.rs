//! Updates written by hand, over a document of one page and one signature.

use super::{Later, of};

const CATALOG: &str = "<</Type /Catalog /Pages 2 0 R /AcroForm 5 0 R>>";
const PAGE: &str = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots [6 0 R]>>";
const FORM: &str = "<</Fields [6 0 R] /SigFlags 3>>";
const FIELD: &str = "<</Type /Annot /Subtype /Widget /FT /Sig /V 7 0 R /Rect [0 0 0 0]>>";

/// Objects with their numbers.
type Objects<'a> = &'a [(u32, &'a str)];

const SIGNED: Objects<'static> = &[
    (1, CATALOG),
    (2, "<</Type /Pages /Count 1 /Kids [3 0 R]>>"),
    (3, PAGE),
    (4, "<</Length 6>>\nstream\nBT ET \nendstream"),
    (5, FORM),
    (6, FIELD),
    (7, "<</Type /Sig>>"),
];

/// The document with these objects added as an update, with a table of its own.
fn with(mut pdf: Vec<u8>, objects: Objects<'_>, previous: Option<usize>) -> (Vec<u8>, usize) {
    let mut table = String::from("xref\n0 1\n0000000000 65535 f \n");
    for (number, body) in objects {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", pdf.len()));
        pdf.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    let start = pdf.len();
    let previous = previous.map_or_else(String::new, |previous| format!(" /Prev {previous}"));
    pdf.extend(format!("{table}trailer\n<</Size 3000 /Root 1 0 R{previous}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    (pdf, start)
}

fn later(objects: Objects<'_>) -> Later {
    let (signed, start) = with(b"%PDF-1.7\n".to_vec(), SIGNED, None);
    let end = signed.len();
    of(&with(signed, objects, Some(start)).0, end)
}

#[test]
fn evidence_and_signatures_are_told_from_everything_else() {
    let (new_field, new_signature) = ((9, FIELD), (10, "<</Type /Sig>>"));
    let grown_page = (3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots [6 0 R 9 0 R]>>");
    let grown_form = (5, "<</Fields [6 0 R 9 0 R] /SigFlags 3>>");
    let dss = (1, "<</Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /DSS 8 0 R>>");
    for (what, objects, expected) in [
        ("evidence", &[dss, (8, "<</Certs []>>")][..], Later::Evidence),
        ("a further signature", &[grown_page, grown_form, new_field, new_signature], Later::Signatures),
        ("one without a place on a page", &[grown_form, new_field, new_signature], Later::Signatures),
        ("both", &[dss, (8, "<<>>"), grown_form, new_field, new_signature], Later::Signatures),
        ("nothing of either", &[(1, CATALOG)], Later::Other),
        ("an entry of the catalog", &[(1, "<</Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /DSS 8 0 R /OpenAction 11 0 R>>")], Later::Other),
        ("a field of another kind", &[grown_form, (9, "<</Subtype /Widget /FT /Tx /V 10 0 R>>"), new_signature], Later::Other),
        ("a field without signature", &[grown_form, (9, "<</Subtype /Widget /FT /Sig>>")], Later::Other),
        ("a note", &[grown_page, grown_form, (9, "<</Subtype /FreeText /FT /Sig /V 10 0 R>>")], Later::Other),
        ("a field less", &[(5, "<</Fields [] /SigFlags 3>>")], Later::Other),
        ("another order", &[(5, "<</Fields [9 0 R 6 0 R] /SigFlags 3>>"), new_field, new_signature], Later::Other),
        ("the look of the fields", &[(5, "<</Fields [6 0 R 9 0 R] /SigFlags 3 /DR <<>>>>"), new_field, new_signature], Later::Other),
        ("the first field", &[dss, (6, "<</Type /Annot /Subtype /Widget /FT /Sig /V 7 0 R /Rect [0 0 9 9]>>")], Later::Other),
        ("data of a page", &[dss, (4, "<</Length 6>>\nstream\nBT  ET\nendstream")], Later::Other),
        ("data of a page, beside a signature", &[grown_form, new_field, (4, "<</Length 6>>\nstream\nBT  ET\nendstream")], Later::Other),
        ("another page", &[grown_form, new_field, (3, "<</Type /Page /MediaBox [0 0 9 9] /Contents 12 0 R>>")], Later::Other),
        ("more pages", &[dss, (2, "<</Type /Pages /Count 2 /Kids [3 0 R 3 0 R]>>")], Later::Other),
        ("the same object again", &[dss, (8, "<<>>"), (2, "<</Type /Pages /Count 1 /Kids [3 0 R]>>")], Later::Other),
    ] {
        assert_eq!(later(objects), expected, "{what}");
    }
}

#[test]
fn what_is_no_update_is_something_else() {
    let (signed, _) = with(b"%PDF-1.7\n".to_vec(), SIGNED, None);
    for tail in ["x", "%%EOF", "startxref\n0\n%%EOF", "startxref\n9\n"] {
        assert_eq!(of(&[&signed, tail.as_bytes()].concat(), signed.len()), Later::Other, "{tail}");
    }
}

/// Bookmarks are a chain of references, as long as the document has headings.
#[test]
fn long_chains_are_followed() {
    let catalog = "<</Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Outlines 20 0 R>>";
    let chain: Vec<(u32, String)> = (20..3000).map(|number| (number, format!("<</Next {} 0 R>>", number + 1))).collect();
    let mut objects = vec![(1, catalog)];
    objects.extend_from_slice(&SIGNED[1..]);
    objects.extend(chain.iter().map(|(number, body)| (*number, body.as_str())));
    let (signed, start) = with(b"%PDF-1.7\n".to_vec(), &objects, None);
    let dss = catalog.replace("/Outlines", "/DSS 8 0 R /Outlines");
    let update =
        |last: Objects<'_>| of(&with(signed.clone(), &[&[(1, dss.as_str()), (8, "<<>>")], last].concat(), Some(start)).0, signed.len());
    assert_eq!(update(&[]), Later::Evidence);
    assert_eq!(update(&[(2999, "<</Title (Lain)>>")]), Later::Other);
}
