//! Letter templates, their texts and versions, and what they may name.

use super::local;
use sandika_app::TemplateText;
use sandika_app::content::LibraryTemplate;
use sandika_domain::calendar::Zone;
use sandika_domain::document::Word;
use sandika_domain::letter::choices::choices;
use sandika_domain::letter::names::{NAMES, Name, ROW_NUMBER, ROW_SETS, meaning};
use sandika_domain::letter::values::may_be_given;
use sandika_domain::letter::{TemplateFault, TemplateForm};
use sandika_domain::sop::Reasons;
use sandika_store::TemplateRow;
use serde::Serialize;
use ts_rs::TS;

/// A letter template.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateView {
    pub(crate) template: String,
    pub(crate) name: String,
    /// Register that numbers it; empty for none.
    pub(crate) register: String,
    /// May be issued at any step.
    pub(crate) anywhere: bool,
    /// Values that the officer gives: name and meaning.
    pub(crate) given: Vec<(String, String)>,
    /// Where its text comes from: `bawaan`, `berkas` or `kantor`.
    pub(crate) origin: String,
    /// SHA-256 of its text.
    pub(crate) hash: String,
}

/// A text of a letter template.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateTextView {
    pub(crate) template: String,
    /// SHA-256 of the text.
    pub(crate) hash: String,
    /// `bawaan`, `berkas` or `kantor`.
    pub(crate) origin: String,
    /// Letters are issued from it now.
    pub(crate) current: bool,
    pub(crate) text: String,
    /// Its parts under the keys of the file.
    #[ts(type = "unknown")]
    pub(crate) form: Option<TemplateForm>,
}

/// What was found in a text that is being written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateCheckView {
    pub(crate) text: String,
    /// Its parts under the keys of the file; none where the text is not shaped like one.
    #[ts(type = "unknown")]
    pub(crate) form: Option<TemplateForm>,
    /// What keeps it from being saved.
    pub(crate) faults: Vec<TemplateFaultView>,
}

/// A fault of a template.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateFaultView {
    /// Line in the text, from 1.
    pub(crate) line: u32,
    /// The part, e.g. `bagian 2, baris 1, teks`; empty for the text as a whole.
    pub(crate) part: String,
    pub(crate) code: String,
    pub(crate) message: String,
}

/// A version of a template.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateVersionView {
    /// Which text of its template this office has had first, second, …; from 1.
    pub(crate) number: u32,
    pub(crate) hash: String,
    /// `bawaan`, `berkas` or `kantor`.
    pub(crate) origin: String,
    /// When it was last taken into use, or a letter was first issued from it.
    pub(crate) adopted_at: String,
    /// Letters are issued from it now.
    pub(crate) current: bool,
    /// How many versions of letters were issued from it.
    pub(crate) letters: u32,
}

/// What templates may name.
#[derive(Debug, Serialize, TS)]
pub(crate) struct TemplateNamesView {
    /// Values that any text may show.
    pub(crate) values: Vec<NameView>,
    /// Sets of rows that a table or a list may be repeated for.
    pub(crate) sets: Vec<RowSetView>,
}

/// A value that a template may show.
#[derive(Debug, Serialize, TS)]
pub(crate) struct NameView {
    /// As a template writes it, without braces.
    pub(crate) name: String,
    pub(crate) meaning: String,
    /// A fictitious value.
    pub(crate) sample: String,
    /// The words that it can have, with their names; none where it may say anything.
    pub(crate) choices: Option<Vec<(String, String)>>,
}

/// A set of rows.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RowSetView {
    pub(crate) name: String,
    pub(crate) meaning: String,
    /// Values that only its rows have.
    pub(crate) values: Vec<NameView>,
}

impl TemplateView {
    pub(crate) fn of(library: &LibraryTemplate) -> Self {
        let template = &library.template;
        let given = template.placeholders().into_iter().filter(|name| may_be_given(name));
        Self {
            template: template.id.clone(),
            name: template.name.clone(),
            register: template.register.clone(),
            anywhere: template.anywhere,
            given: given.map(|name| (name.clone(), meaning(&name).to_owned())).collect(),
            origin: library.origin.word().to_owned(),
            hash: library.hash.clone(),
        }
    }
}

impl From<TemplateText> for TemplateTextView {
    fn from(text: TemplateText) -> Self {
        let TemplateText { template, hash, text, origin, current } = text;
        Self { template, hash, origin: origin.word().to_owned(), current, form: TemplateForm::read(&text), text }
    }
}

impl TemplateCheckView {
    pub(crate) fn of(text: String, faults: Vec<TemplateFault>) -> Self {
        let faults = faults.into_iter().map(|fault| TemplateFaultView {
            line: fault.line,
            part: fault.field,
            code: fault.code.to_string(),
            message: fault.message,
        });
        Self { form: TemplateForm::read(&text), faults: faults.collect(), text }
    }
}

impl TemplateVersionView {
    pub(crate) fn of(row: TemplateRow, current: Option<&str>, zone: Zone) -> Self {
        Self {
            number: row.number,
            origin: row.origin.word().to_owned(),
            adopted_at: local(row.adopted_at, zone),
            current: current == Some(row.hash.as_str()),
            hash: row.hash,
            letters: row.letters,
        }
    }
}

impl TemplateNamesView {
    pub(crate) fn of(reasons: &Reasons) -> Self {
        let sets = ROW_SETS.iter().map(|set| {
            let number = Name { name: ROW_NUMBER, meaning: meaning(ROW_NUMBER), sample: "1" };
            let own = set.fields.iter().map(|field| name(format!("{}.{}", set.name, field.name), field, reasons));
            RowSetView {
                name: set.name.to_owned(),
                meaning: set.meaning.to_owned(),
                values: std::iter::once(name(ROW_NUMBER.to_owned(), &number, reasons)).chain(own).collect(),
            }
        });
        Self { values: NAMES.iter().map(|known| name(known.name.to_owned(), known, reasons)).collect(), sets: sets.collect() }
    }
}

fn name(full: String, known: &Name, reasons: &Reasons) -> NameView {
    NameView { choices: choices(&full, reasons), meaning: known.meaning.to_owned(), sample: known.sample.to_owned(), name: full }
}
