//! Taking a template apart and writing it anew changes nothing of what it says.

use super::shipped_tests::SHIPPED;
use super::{Template, TemplateForm, samples};
use proptest::prelude::*;

/// Everything that a template says, without the lines on which it says it.
fn said(text: &str) -> String {
    let template = Template::parse("surat.toml", text.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
    let mut told = String::new();
    for (at, piece) in format!("{template:?}").split("line: ").enumerate() {
        told.push_str(if at == 0 { piece } else { piece.trim_start_matches(|digit: char| digit.is_ascii_digit()) });
    }
    told.split_once("sender_line").map(|(said, _)| said.to_owned()).unwrap_or(told)
}

#[test]
fn every_shipped_letter_written_anew_says_the_same() {
    for (id, text) in SHIPPED {
        let form = TemplateForm::read(text).unwrap_or_else(|| panic!("{id}"));
        let written = form.write();
        assert_eq!(said(&written), said(text), "{id}\n{written}");
        assert_eq!(TemplateForm::read(&written).as_ref(), Some(&form), "{id}: a second time nothing changes any more");
        let compose = |text: &str| Template::parse(id, text.as_bytes()).unwrap().compose(&samples::values(), &samples::setup()).unwrap();
        assert_eq!(compose(&written), compose(text), "{id}");
    }
}

#[test]
fn texts_are_unwrapped_for_an_editor() {
    let (_, text) = SHIPPED.iter().find(|(id, _)| *id == "surat-rekomendasi-pencabutan").unwrap();
    let form = TemplateForm::read(text).unwrap();
    let paragraphs: Vec<&str> = form.sections[6].text.split("\n\n").collect();
    assert!(
        matches!(paragraphs[..], [first, "{perkara.alasan_uraian?}"] if first.contains("Nomor {perkara.nomor_surat_masuk?}[ tanggal "))
    );
    assert_eq!(form.sections[6].condition["perkara.alasan"], ["!lainnya"]);
}

#[test]
fn a_text_that_is_no_template_has_no_parts() {
    for text in ["", "id = ", "format = 1", "[[bagian]]\njenis = 1", "sertakan = \"surat-lain\""] {
        assert_eq!(TemplateForm::read(text), None, "{text}");
    }
}

proptest! {
    /// Whatever is typed into a field comes back from the file that is written.
    #[test]
    fn any_typing_comes_back(typed in r#"[\PC\n"'\\{}\[\]#=]{0,80}"#) {
        let (_, text) = SHIPPED[0];
        let mut form = TemplateForm::read(text).unwrap();
        form.name = typed.clone();
        form.sections[0].condition.insert(typed.clone(), vec![typed.clone()]);
        let read: TemplateForm = toml::from_str(&form.write()).unwrap();
        prop_assert_eq!(read, form);
    }
}
