//! Values into texts.
//!
//! What becomes of a text whose values are empty:
//! - a required value (`{name}`) that is empty is a fault;
//! - a clause (`[…]`) with an empty `{name?}` is left out;
//! - a text is left out as a whole (its row, item or paragraph with it) when it has `{name?}` outside clauses, all of them are empty, and no
//!   required value stands beside them; or when nothing but white space is left of it.
//!
//! Line breaks in a value begin a new paragraph in a paragraph, a new line where a part is made of lines (addressee, post, form cell), and become a
//! space anywhere else. A value is printed as it is and never read for placeholders.

use super::face::OwnFace;
use super::fault::{FaultCode, TemplateFault};
use super::model::{Code, Letterhead, PageSetup, Signing};
use super::names;
use super::placeholder::{Hole, Part, Text};
use super::replaced::Replaced;
use super::words::{Seen, Written, lines_of, printed, unwanted};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Dots to write on by hand: a draft's number.
const TO_BE_WRITTEN: &str = "....................";

/// Fields of one row, by the field's name (`nama_lengkap`, `semula`).
pub type Row = BTreeMap<String, String>;

/// The values that a letter is filled with. Names are those of [`names`]; a missing one counts as empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterValues {
    /// Values by name, as they are printed.
    pub values: BTreeMap<String, String>,
    /// Rows by the name of their set. Where the set `pemilik` is missing, the owner of `values` is its only row.
    pub rows: BTreeMap<String, Vec<Row>>,
}

/// What a letter needs beside its values.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterSetup {
    /// Paper, margins, face.
    pub page: PageSetup,
    /// The files of the office's own face, where the page is set in it.
    pub face: Option<Arc<OwnFace>>,
    /// The office's letterhead, printed on the letters that the office sends.
    pub letterhead: Option<Letterhead>,
    /// The code of the letter; never printed on a draft.
    pub code: Option<Code>,
    /// A draft: marked as such, its number may be missing.
    pub draft: bool,
    /// A letter of a practice office: marked as such.
    pub practice: bool,
    /// Date of the letter.
    pub date: NaiveDate,
    /// How this letter is signed, where it differs from what the template says.
    pub signing: Option<Signing>,
    /// The version that this letter corrects; the letter says so, whatever its template.
    pub replaces: Option<Replaced>,
}

/// The row that a repetition stands at.
#[derive(Clone, Copy)]
pub(super) struct RowScope<'a> {
    pub(super) set: &'a str,
    /// Its values; `None` where the owner of the letter stands for the only row.
    pub(super) row: Option<&'a Row>,
    /// It is the only row.
    pub(super) only: bool,
    /// From 1.
    pub(super) number: usize,
}

/// Fills texts, and notes every fault.
pub(super) struct Filler<'a> {
    pub(super) file: &'a str,
    pub(super) values: &'a LetterValues,
    pub(super) draft: bool,
    pub(super) row: Option<RowScope<'a>>,
    pub(super) faults: Vec<TemplateFault>,
}

impl<'a> Filler<'a> {
    /// The text's paragraphs or lines; none when it is left out.
    pub(super) fn lines(&mut self, text: &Text) -> Vec<String> {
        let (words, seen) = self.write(&text.parts, text);
        if seen.is_left_out() { Vec::new() } else { lines_of(&words) }
    }

    /// The text on one line; `None` when it is left out.
    pub(super) fn line(&mut self, text: &Text) -> Option<String> {
        let lines = self.lines(text);
        (!lines.is_empty()).then(|| lines.join(" "))
    }

    fn write(&mut self, parts: &[Part], text: &Text) -> (String, Seen) {
        let mut written = Written::default();
        let mut seen = Seen::default();
        for part in parts {
            match part {
                Part::Literal(words) => written.literal(words),
                Part::Hole(hole) => {
                    let value = self.value_of(hole, text);
                    seen.note(hole, &value);
                    written.value(&value);
                }
                Part::Clause(inner) => {
                    let (words, seen) = self.write(inner, text);
                    written.value(if seen.empty { "" } else { &words });
                }
            }
        }
        (written.text, seen)
    }

    fn value_of(&mut self, hole: &Hole, text: &Text) -> String {
        if hole.name == names::ROW_NUMBER {
            return self.row.map(|row| row.number.to_string()).unwrap_or_default();
        }
        let raw = self.raw(&hole.name);
        let value = match unwanted(raw) {
            Some(unwanted) => {
                self.control_fault(hole, text, unwanted);
                return TO_BE_WRITTEN.to_owned();
            }
            None => printed(&hole.name, raw),
        };
        if value.is_empty() && self.draft && hole.name == names::LETTER_NUMBER {
            return TO_BE_WRITTEN.to_owned();
        }
        if value.is_empty() && !hole.optional {
            self.empty_fault(hole, text);
        }
        value
    }

    /// The value as it was handed in. A row answers for all names of its set, so that it never shows the values of another row's person; a row of
    /// owners also for what else is an owner's own, unless it is the only one and says nothing of it.
    fn raw(&self, name: &str) -> &'a str {
        let of_row = self.row.and_then(|scope| {
            let row = scope.row?;
            let field = names::field_of(scope.set, name);
            let is_of_set = field.len() < name.len();
            let is_of_owner = scope.set == names::OWNERS && names::OF_AN_OWNER.iter().any(|group| name.starts_with(group));
            let answers = is_of_set || (is_of_owner && (!scope.only || row.contains_key(field)));
            answers.then(|| row.get(field))
        });
        of_row.unwrap_or_else(|| self.values.values.get(name)).map_or("", String::as_str)
    }

    /// A name that nobody knows, or that only rows of another set have: reported as such, so that its emptiness goes without saying.
    fn is_out_of_place(&self, name: &str) -> bool {
        let is_of_this_row = |set: &str| self.row.is_some_and(|row| row.set == set);
        names::find(name).is_none() && names::find_in_rows(name).is_none_or(|(set, _)| !is_of_this_row(set.name))
    }

    fn empty_fault(&mut self, hole: &Hole, text: &Text) {
        if self.is_out_of_place(&hole.name) {
            return;
        }
        let row = self.row.map(|row| format!(" pada baris ke-{}", row.number)).unwrap_or_default();
        let message = format!(
            "Isian `{{{}}}` ({}) masih kosong{row}. Surat belum dapat dibuat; {}.",
            hole.name,
            names::meaning(&hole.name),
            names::filled_in(&hole.name)
        );
        self.fault(hole.line, &text.field, FaultCode::Empty, message);
    }

    fn control_fault(&mut self, hole: &Hole, text: &Text, unwanted: char) {
        let message = format!(
            "Isi `{{{}}}` ({}) memuat karakter kendali U+{:04X}. Ketik ulang isian itu; {}.",
            hole.name,
            names::meaning(&hole.name),
            u32::from(unwanted),
            names::filled_in(&hole.name)
        );
        self.fault(hole.line, &text.field, FaultCode::Control, message);
    }

    pub(super) fn fault(&mut self, line: u32, field: &str, code: FaultCode, message: String) {
        self.faults.push(TemplateFault { file: self.file.to_owned(), line, field: field.to_owned(), code, message });
    }
}

#[cfg(test)]
mod tests {
    use super::super::placeholder::BREAK;
    use super::*;
    use proptest::prelude::*;

    fn values(pairs: &[(&str, &str)]) -> LetterValues {
        LetterValues {
            values: pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            rows: BTreeMap::new(),
        }
    }

    fn fill(source: &str, values: &LetterValues, draft: bool) -> (Vec<String>, Vec<TemplateFault>) {
        let text = Text::read(source, "bagian 1, teks", 4, |_| 5).unwrap();
        let mut filler = Filler { file: "surat.toml", values, draft, row: None, faults: Vec::new() };
        (filler.lines(&text), filler.faults)
    }

    #[test]
    fn texts_are_filled() {
        let values = values(&[
            ("pemilik.nama", "Siti"),
            ("pemilik.jabatan", "Kepala Seksi,"),
            ("pemilik.nip", ""),
            ("perkara.alasan_uraian", "Satu.\r\n\n Dua. "),
            ("sertifikat.subjek_dn", "CN=A,  O=B , C=ID"),
            ("perkara.catatan", "{pemilik.nama} [x] }{"),
        ]);
        for (source, expected) in [
            ("Sdr. {pemilik.nama}, {pemilik.jabatan}.", vec!["Sdr. Siti, Kepala Seksi."]),
            ("NIP {pemilik.nip?}", vec![]),
            ("{pemilik.nama}, NIP {pemilik.nip?}", vec!["Siti, NIP"]),
            ("{pemilik.nama?} {pemilik.nip?} di sini", vec!["Siti di sini"]),
            ("{pemilik.nama}[, NIP {pemilik.nip?}].", vec!["Siti."]),
            ("Nomor [SK {pemilik.nip?}], ada", vec!["Nomor, ada"]),
            ("Bunyi: {perkara.alasan_uraian}", vec!["Bunyi: Satu.", "Dua."]),
            ("{sertifikat.subjek_dn} ,", vec!["CN=A,  O=B , C=ID ,"]),
            ("{perkara.catatan}", vec!["{pemilik.nama} [x] }{"]),
            ("satu\n\ndua [{pemilik.nip?}]", vec!["satu", "dua"]),
            ("[a {pemilik.nama?}[ b {pemilik.nip?}] c]", vec!["a Siti c"]),
            ("[a {pemilik.nip?}]", vec![]),
        ] {
            assert_eq!(fill(source, &values, false), (expected.iter().map(|line| (*line).to_owned()).collect(), vec![]), "{source}");
        }
    }

    #[test]
    fn an_empty_value_says_where_it_is_filled_in() {
        let (_, faults) = fill("{pemilik.nip} {tidak_ada}", &values(&[]), false);
        assert_eq!(
            faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "surat.toml:5: galat L004 (bagian 1, teks) Isian `{pemilik.nip}` (NIP pemilik sertifikat) masih kosong. Surat belum dapat dibuat; \
             lengkapi pada data pemilik sertifikat."
            ]
        );
    }

    #[test]
    fn only_a_draft_may_lack_its_number() {
        assert_eq!(fill("{nomor_surat}", &values(&[]), true), (vec![TO_BE_WRITTEN.to_owned()], vec![]));
        assert_eq!(fill("{nomor_surat}", &values(&[]), false).1.len(), 1);
    }

    #[test]
    fn control_characters_in_values_are_faults() {
        for value in ["a\u{7}b", "\u{202e}fdp", "\u{85}", "\0"] {
            let (_, faults) = fill("{pemilik.nama}", &values(&[("pemilik.nama", value)]), false);
            assert!(matches!(&faults[..], [fault] if fault.code == FaultCode::Control), "{value:?} {faults:?}");
        }
    }

    proptest! {
        #[test]
        fn a_value_is_printed_as_it_is(value in r"[a-zA-Z0-9{}\[\]?.,/\-]{1,40}") {
            let (lines, faults) = fill("{pemilik.nama}", &values(&[("pemilik.nama", &value)]), false);
            prop_assert_eq!((lines, faults), (vec![value], vec![]));
        }

        #[test]
        fn any_value_is_printed_or_refused(value in any::<String>()) {
            let (lines, faults) = fill("a {pemilik.nama} b", &values(&[("pemilik.nama", &value)]), false);
            prop_assert!(!lines.is_empty());
            prop_assert!(!faults.is_empty() || lines.iter().all(|line| !line.contains(BREAK)));
        }
    }
}
