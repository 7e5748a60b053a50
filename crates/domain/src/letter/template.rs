//! A letter template: what it says of itself, whether it can be used, and the letter that it becomes.

use super::attachment::{Attached, AttachmentTemplate};
use super::block::{Item, Section, composed_items};
use super::condition::Condition;
use super::fault::{FaultCode, TemplateFault, in_order};
use super::fill::{Filler, LetterSetup, LetterValues};
use super::head::{HeadTemplate, SignatureTemplate};
use super::model::{Head, LetterModel, Signing};
use super::placeholder::{Hole, Text};
use super::{names, samples};
use crate::document::word_enum;
use std::collections::BTreeSet;

word_enum! {
    /// Whose letterhead (*kop*) the letter carries.
    Sender {
        /// The office's own.
        Office = "kantor",
        /// That of the applicant's institution, on whose paper the letter is printed or copied: none is drawn.
        Applicant = "instansi-pemohon",
        /// None.
        Nobody = "tanpa",
    }
}

/// A template of `content/letters/`, read by [`Template::parse`].
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// The template's file name, for messages.
    pub file: String,
    /// As SOP files name the letter, e.g. `surat-rekomendasi-pencabutan`.
    pub id: String,
    /// As an officer calls it, e.g. "Surat Rekomendasi Pencabutan Sertifikat Elektronik".
    pub name: String,
    /// The register that numbers the letter, e.g. `keluar`; empty where the office gives it no number.
    pub register: String,
    /// Classification code of the number; empty for the register's own.
    pub classification: String,
    /// May be issued at any step of a case, whether the SOP offers it or not.
    pub anywhere: bool,
    /// How the letter is signed, unless [`LetterSetup::signing`] says otherwise.
    pub signing: Signing,
    /// Whose letterhead it carries.
    pub sender: Sender,
    pub(super) head: HeadTemplate,
    pub(super) sections: Vec<Section>,
    pub(super) signatures: Vec<SignatureTemplate>,
    pub(super) copies: Vec<Item>,
    pub(super) attachments: Vec<AttachmentTemplate>,
    /// Small print of every letter.
    pub(super) footer: Option<Text>,
    /// Small print of a letter that is signed electronically.
    pub(super) electronic_footer: Option<Text>,
    /// Line of `kop`, for messages.
    pub(super) sender_line: u32,
}

impl Template {
    /// Whether the template can be used: it names known values only, and becomes a letter with the samples of [`samples`], about one owner and, where
    /// it tells several apart from one, about two. All faults, by line.
    pub fn check(&self) -> Vec<TemplateFault> {
        let setup = samples::setup();
        let mut faults = self.static_faults();
        faults.extend(self.compose(&samples::values(), &setup).err().unwrap_or_default());
        // What is wrong with the letter about one is not told twice.
        if faults.is_empty() && self.tells_many_apart() {
            faults.extend(self.compose(&samples::values_of(2), &setup).err().unwrap_or_default());
        }
        in_order(faults)
    }

    /// Whether the template says something else of several owners than of one. One that only lists them in its body may name the first beside.
    pub fn tells_many_apart(&self) -> bool {
        !self.attachments.is_empty() || self.placeholders().iter().any(|name| name == names::OWNER_COUNT)
    }

    /// Whether one letter may be about several owners: some part is repeated for each of them.
    pub fn lists_owners(&self) -> bool {
        self.each_section().filter_map(Section::each).any(|each| each.set == names::OWNERS)
    }

    /// The letter. The same template, values and setup always give the same letter.
    ///
    /// # Errors
    /// All faults by line: values that are missing or cannot be printed, rows that are missing, a letterhead that the office has not set up, and
    /// whatever [`Template::check`] would have found of unknown names.
    pub fn compose(&self, values: &LetterValues, setup: &LetterSetup) -> Result<LetterModel, Vec<TemplateFault>> {
        let counted = values.counted();
        let values = &counted;
        let mut filler = Filler { file: &self.file, values, draft: setup.draft, row: None, faults: self.static_faults() };
        let signing = setup.signing.unwrap_or(self.signing);
        let head = self.head.compose(&mut filler);
        let mut blocks: Vec<_> = self.sections.iter().flat_map(|section| section.compose(&mut filler)).collect();
        let signatures: Vec<_> = self.signatures.iter().filter_map(|signature| signature.compose(&mut filler, signing)).collect();
        let copies = composed_items(&self.copies, &mut filler);
        let attached = Attached { name: &self.name, number: number_of(&head), date: setup.date, signatures: &signatures };
        let there: Vec<_> = self.attachments.iter().filter(|attachment| attachment.condition.holds(values)).collect();
        let count = there.len();
        let attachments: Vec<_> =
            there.into_iter().enumerate().map(|(at, attachment)| attachment.compose(&mut filler, &attached, (at + 1, count))).collect();
        let footer = self.footer_text(&mut filler, signing);
        self.check_setup(&mut filler, setup, blocks.is_empty());
        if !filler.faults.is_empty() {
            return Err(in_order(filler.faults));
        }
        if let Some(replaced) = &setup.replaces {
            blocks.insert(0, replaced.part(&head));
        }
        Ok(LetterModel {
            title: self.title(&head),
            page: setup.page,
            face: setup.face.clone(),
            letterhead: if self.sender == Sender::Office { setup.letterhead.clone() } else { None },
            head,
            blocks,
            signatures,
            copies,
            attachments,
            footer,
            code: if setup.draft { None } else { setup.code.clone() },
            draft: setup.draft,
            practice: setup.practice,
            date: setup.date.format("%Y-%m-%d").to_string(),
        })
    }

    /// The names of all values that the template may ask for, in the order in which the letter says them; its conditions' come after.
    pub fn placeholders(&self) -> Vec<String> {
        let (texts, conditions) = self.parts();
        let holes = texts.iter().flat_map(|(text, _)| text.holes()).map(|hole| &hole.name);
        let mut seen = BTreeSet::new();
        let names = holes.chain(conditions.iter().flat_map(|condition| &condition.tests).map(|test| &test.name));
        names.filter(|name| seen.insert(*name)).cloned().collect()
    }

    /// Where the template's own words have a character: the line and the part of the first such text.
    pub fn place_of(&self, character: char) -> Option<(u32, &str)> {
        let (texts, _) = self.parts();
        texts.into_iter().map(|(text, _)| text).find(|text| text.has(character)).map(|text| (text.line, text.field.as_str()))
    }

    fn footer_text(&self, filler: &mut Filler<'_>, signing: Signing) -> String {
        let electronic = self.electronic_footer.iter().filter(|_| signing == Signing::Electronic);
        let lines: Vec<String> = electronic.chain(&self.footer).filter_map(|text| filler.line(text)).collect();
        lines.join(" ")
    }

    fn check_setup(&self, filler: &mut Filler<'_>, setup: &LetterSetup, is_blank: bool) {
        if self.sender == Sender::Office && setup.letterhead.is_none() {
            let message = "Kop surat kantor belum diisi. Surat belum dapat dibuat; lengkapi pada pengaturan kantor.";
            filler.fault(self.sender_line, "kop", FaultCode::Setup, message.to_owned());
        }
        if is_blank && filler.faults.is_empty() {
            let message = "Tidak ada bagian surat yang tersisa. Periksa syarat `bila` pada setiap bagian.";
            filler.fault(1, "", FaultCode::Blank, message.to_owned());
        }
    }

    /// Every part of the body and of the attachments.
    fn each_section(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().chain(self.attachments.iter().flat_map(|attachment| &attachment.sections))
    }

    /// The document's title: the letter's name and, where it has one, its number.
    fn title(&self, head: &Head) -> String {
        let number = number_of(head).filter(|_| !self.register.is_empty());
        number.map_or_else(|| self.name.clone(), |number| format!("{} – {number}", self.name))
    }

    /// Every text of the template with the set of rows that it is repeated for, and every condition.
    pub(super) fn parts(&self) -> (Vec<(&Text, Option<&str>)>, Vec<&Condition>) {
        let mut texts: Vec<(&Text, Option<&str>)> = self.head.texts().into_iter().map(|text| (text, None)).collect();
        let mut conditions: Vec<&Condition> = Vec::new();
        self.sections.iter().for_each(|section| section.visit(&mut texts, &mut conditions));
        texts.extend(self.signatures.iter().flat_map(SignatureTemplate::texts).map(|text| (text, None)));
        conditions.extend(self.signatures.iter().map(|signature| &signature.condition));
        texts.extend(self.copies.iter().map(|copy| (&copy.text, None)));
        conditions.extend(self.copies.iter().map(|copy| &copy.condition));
        self.attachments.iter().for_each(|attachment| attachment.visit(&mut texts, &mut conditions));
        texts.extend(self.footer.iter().chain(&self.electronic_footer).map(|text| (text, None)));
        (texts, conditions)
    }

    /// What can be told of the names without any value.
    fn static_faults(&self) -> Vec<TemplateFault> {
        let (texts, conditions) = self.parts();
        let fault =
            |line, field: &str, (code, message)| TemplateFault { file: self.file.clone(), line, field: field.to_owned(), code, message };
        let holes = texts.iter().flat_map(|(text, set)| {
            text.holes().into_iter().filter_map(|hole| Some(fault(hole.line, &text.field, hole_fault(hole, *set)?)))
        });
        let tests = conditions.iter().flat_map(|condition| &condition.tests).filter(|test| !is_condition_name(&test.name));
        let tests = tests.map(|test| fault(test.line, &test.field, unknown(&test.name)));
        let sets = self.each_section().filter_map(Section::each).filter(|each| names::row_set(&each.set).is_none());
        let sets = sets.map(|each| fault(each.line, &each.field, unknown_set(&each.set)));
        holes.chain(tests).chain(sets).collect()
    }
}

/// The number that the letter shows; dots where it is written by hand.
fn number_of(head: &Head) -> Option<&str> {
    match head {
        Head::Correspondence { rows, .. } => rows.iter().find(|(label, _)| label == "Nomor").map(|(_, number)| number.as_str()),
        Head::Title { number, .. } => number.strip_prefix("NOMOR "),
    }
}

fn is_condition_name(name: &str) -> bool {
    names::find(name).is_some() || names::row_set(name).is_some()
}

/// What is wrong with a placeholder in a text that is repeated for `set`.
fn hole_fault(hole: &Hole, set: Option<&str>) -> Option<(FaultCode, String)> {
    let name = hole.name.as_str();
    let wants = match names::find_in_rows(name) {
        _ if names::find(name).is_some() => return None,
        Some((wants, _)) => Some(wants.name),
        None if name == names::ROW_NUMBER => None,
        None => return Some(unknown(name)),
    };
    let is_home = set.is_some_and(|set| wants.is_none_or(|wants| wants == set));
    (!is_home).then(|| {
        let example = wants.unwrap_or("pemilik");
        let message =
            format!("`{{{name}}}` hanya dapat dipakai dalam tabel atau butir yang diulang. Tambahkan `untuk_setiap = \"{example}\"`.");
        (FaultCode::Row, message)
    })
}

fn unknown(name: &str) -> (FaultCode, String) {
    (FaultCode::Unknown, names::unknown(name))
}

fn unknown_set(set: &str) -> (FaultCode, String) {
    (FaultCode::Row, format!("`untuk_setiap` {}", names::unknown_set(set)))
}
