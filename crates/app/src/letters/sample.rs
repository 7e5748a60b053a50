//! What a template gives with fictitious values: to look at while it is written, and to try it before it is used. No office is needed.

use crate::error::AppError;
use sandika_domain::letter::model::Paper;
use sandika_domain::letter::{FaultCode, LetterSetup, LetterValues, Template, TemplateFault, names, samples};
use sandika_letters::Typesetter;

/// A letter with fictitious values.
#[derive(Clone, Debug)]
pub struct SampleLetter {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Draws a template with fictitious values, and `given` over them. It is marked as a draft, so that nobody takes it for a letter.
///
/// # Errors
/// [`AppError::Input`] for a given value that letters do not have; [`AppError::Letter`] for every fault of the template or the values;
/// [`AppError::Draw`].
pub fn sample_letter(template: &Template, given: LetterValues, paper: Paper) -> Result<SampleLetter, AppError> {
    if let Some(text) = stranger(&given) {
        return Err(AppError::Input { field: "data", text });
    }
    let mut values = samples::values();
    values.values.extend(given.values);
    values.rows.extend(given.rows);
    let mut setup = LetterSetup { draft: true, letterhead: Some(samples::letterhead(&values)), ..samples::setup() };
    setup.page.paper = paper;
    let model = template.compose(&values, &setup).map_err(AppError::Letter)?;
    let drawn = Typesetter::shared().render(&model)?;
    Ok(SampleLetter { pdf: drawn.bytes, pages: drawn.pages })
}

/// Tries a template before it is used. Answers with every fault: of the names that it asks for, and, where those are right, of what cannot be drawn with
/// fictitious values on one of the papers.
pub fn try_template(template: &Template) -> Vec<TemplateFault> {
    let faults = template.check();
    if !faults.is_empty() {
        return faults;
    }
    let mut undrawn: Vec<TemplateFault> = Paper::ALL.into_iter().filter_map(|paper| undrawn(template, paper)).collect();
    // What is wrong on every paper is told once.
    undrawn.dedup_by(|later, earlier| later.message == earlier.message);
    undrawn
}

fn undrawn(template: &Template, paper: Paper) -> Option<TemplateFault> {
    let why = sample_letter(template, LetterValues::default(), paper).err()?;
    let field = format!("kertas {}", paper.name());
    Some(TemplateFault { file: template.file.clone(), line: 1, field, code: FaultCode::Drawing, message: why.to_string() })
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
    let mut fields = rows.flat_map(|(set, row)| row.keys().map(move |field| format!("{set}.{field}")));
    let stranger = fields.find(|name| names::find(name).is_none() && names::find_in_rows(name).is_none())?;
    Some(names::unknown(&stranger))
}
