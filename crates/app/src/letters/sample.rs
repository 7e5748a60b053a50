//! What a template gives with fictitious values: to look at while it is written, and to try it before it is used. No office is needed.

use crate::error::AppError;
use sandika_domain::letter::model::Paper;
use sandika_domain::letter::{FaultCode, LetterSetup, LetterValues, Template, TemplateFault, names, samples};
use sandika_letters::{LetterError, Typesetter};

/// A letter with fictitious values.
#[derive(Clone, Debug)]
pub struct SampleLetter {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// So many owners need several pages.
const MANY: usize = 60;

/// Draws a template with fictitious values, and `given` over them. It is marked as a draft, so that nobody takes it for a letter.
///
/// # Errors
/// [`AppError::Input`] for a given value that letters do not have; [`AppError::Letter`] for every fault of the template or the values;
/// [`AppError::Draw`].
pub fn sample_letter(template: &Template, given: LetterValues, paper: Paper) -> Result<SampleLetter, AppError> {
    if let Some(text) = stranger(&given) {
        return Err(AppError::Input { field: "data", text });
    }
    let owners = given.rows.get(names::OWNERS).map_or(1, Vec::len);
    let mut values = if owners > 1 { samples::values_of(owners) } else { samples::values() };
    values.values.extend(given.values);
    values.rows.extend(given.rows);
    let mut setup = LetterSetup { draft: true, letterhead: Some(samples::letterhead(&values)), ..samples::setup() };
    setup.page.paper = paper;
    draw(template, &values, &setup)
}

/// Draws a template with the values and the setup at hand.
///
/// # Errors
/// [`AppError::Letter`], [`AppError::Draw`].
pub(crate) fn draw(template: &Template, values: &LetterValues, setup: &LetterSetup) -> Result<SampleLetter, AppError> {
    let model = template.compose(values, setup).map_err(AppError::Letter)?;
    let drawn = Typesetter::shared().render(&model)?;
    Ok(SampleLetter { pdf: drawn.bytes, pages: drawn.pages })
}

/// Tries a template before it is used. Answers with every fault: of the names that it asks for, and, where those are right, of what cannot be drawn with
/// fictitious values on one of the papers. A template that tells many owners apart from one is drawn with many, too.
pub fn try_template(template: &Template) -> Vec<TemplateFault> {
    let values = samples::values();
    let setup = LetterSetup { draft: true, letterhead: Some(samples::letterhead(&values)), ..samples::setup() };
    try_with(template, &values, &setup)
}

/// The same with other fictitious values, or the page and letterhead of an office.
pub(crate) fn try_with(template: &Template, values: &LetterValues, setup: &LetterSetup) -> Vec<TemplateFault> {
    let faults = template.check();
    if !faults.is_empty() {
        return faults;
    }
    let mut undrawn: Vec<TemplateFault> = Paper::ALL.into_iter().filter_map(|paper| undrawn(template, values, setup, paper)).collect();
    // What is wrong on every paper is told once.
    undrawn.dedup_by(|later, earlier| later.message == earlier.message);
    undrawn
}

fn undrawn(template: &Template, values: &LetterValues, setup: &LetterSetup, paper: Paper) -> Option<TemplateFault> {
    let mut setup = setup.clone();
    setup.page.paper = paper;
    let one = draw(template, values, &setup).err();
    let why = one.or_else(|| template.tells_many_apart().then(|| draw(template, &samples::values_of(MANY), &setup).err()).flatten())?;
    let (line, field) = place(template, &why).unwrap_or_else(|| (1, format!("kertas {}", paper.name())));
    Some(TemplateFault { file: template.file.clone(), line, field, code: FaultCode::Drawing, message: why.to_string() })
}

/// Where the template itself brings in what cannot be drawn.
fn place(template: &Template, why: &AppError) -> Option<(u32, String)> {
    let AppError::Draw(LetterError::Glyph { character, .. }) = why else { return None };
    template.place_of(*character).map(|(line, field)| (line, field.to_owned()))
}

/// The first given name that letters do not have, as a sentence.
fn stranger(given: &LetterValues) -> Option<String> {
    if let Some(name) = given.values.keys().find(|name| names::find(name).is_none()) {
        return Some(names::unknown(name));
    }
    if let Some(set) = given.rows.keys().find(|set| names::row_set(set).is_none()) {
        return Some(format!("`baris` {}", names::unknown_set(set)));
    }
    let rows = given.rows.iter().flat_map(|(set, rows)| rows.iter().map(move |row| (set, row)));
    let mut fields = rows.flat_map(|(set, row)| row.keys().map(move |field| (set, field)));
    let (set, field) = fields.find(|(set, field)| !names::is_in_row(set, field))?;
    Some(names::unknown(&format!("{set}.{field}")))
}
