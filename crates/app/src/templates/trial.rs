//! Trying a text that is not saved yet: everything that is wrong with it, and the letter that it gives.

use crate::content::LibraryTemplate;
use crate::error::AppError;
use crate::letters::{HEAD, LetterRequest, SampleLetter, draw, try_with};
use crate::office::Office;
use sandika_domain::ids::CaseId;
use sandika_domain::letter::values::{may_be_given, sample_values};
use sandika_domain::letter::{FaultCode, LetterSetup, LetterValues, Template, TemplateFault, TemplateOrigin, samples};
use sandika_letters::Typesetter;

impl Office {
    /// Everything that keeps a text from being saved as a template: its grammar, the names that it asks for, conditions that can never hold, and what
    /// cannot be drawn with fictitious values on this office's pages, whatever paper they have. Each fault names the template, the part, the placeholder.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn check_template(&self, template: &str, text: &str) -> Result<Vec<TemplateFault>, AppError> {
        match Template::parse(template, text.as_bytes()) {
            Ok(parsed) => self.faults_of(template, &parsed),
            Err(faults) => Ok(faults),
        }
    }

    fn faults_of(&self, template: &str, parsed: &Template) -> Result<Vec<TemplateFault>, AppError> {
        let (values, setup) = self.sample()?;
        let mut faults = stranger(template, parsed);
        faults.extend(parsed.lost_conditions(&self.content.reasons));
        faults.extend(try_with(parsed, &values, &setup));
        Ok(faults)
    }

    /// The letter that a text gives, marked as a draft: with fictitious values under this office's letterhead, or with those of a case. What an officer
    /// would type with the letter is fictitious in both.
    ///
    /// # Errors
    /// [`AppError::Letter`] with every fault, [`AppError::Draw`], [`AppError::NoSignatory`], [`AppError::NotFound`] for an unknown case.
    pub fn preview_template(&self, template: &str, text: &str, case: Option<CaseId>) -> Result<SampleLetter, AppError> {
        let parsed = Template::parse(template, text.as_bytes()).map_err(AppError::Letter)?;
        match case {
            Some(case) => self.preview_in_case(parsed, text, case),
            None => {
                let (values, setup) = self.sample()?;
                draw(&parsed, &values, &setup)
            }
        }
    }

    fn preview_in_case(&self, template: Template, text: &str, case: CaseId) -> Result<SampleLetter, AppError> {
        let case = self.case_state(case)?;
        let bench = self.bench(&case)?;
        let fictitious = samples::values().values;
        let given = template.placeholders().into_iter().filter(|name| may_be_given(name));
        let values = given.filter_map(|name| fictitious.get(&name).map(|value| (name.clone(), value.clone()))).collect();
        let request = LetterRequest { template: template.id.clone(), values, ..LetterRequest::default() };
        let library = LibraryTemplate { template, hash: String::new(), text: text.to_owned(), origin: TemplateOrigin::Office };
        let draft = self.draft_from(library, case, &bench.sop, request)?;
        let model = draft.model(&draft.values(&bench, None), None)?;
        let drawn = Typesetter::shared().render(&model)?;
        Ok(SampleLetter { pdf: drawn.bytes, pages: drawn.pages })
    }

    /// Fictitious values and the setup of a sample: this office's own as far as it has described itself.
    pub(crate) fn sample(&self) -> Result<(LetterValues, LetterSetup), AppError> {
        let usual = LetterSetup { draft: true, ..samples::setup() };
        let Some(profile) = self.profile()? else { return Ok((samples::values(), usual)) };
        let today = profile.zone.local(self.now()).date();
        let values = sample_values(&profile, self.signatory(HEAD, today)?.as_ref());
        let letterhead = Some(self.letterhead(&profile)?);
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let setup = LetterSetup { page: profile.page, face, letterhead, practice: profile.practice, date: today, ..usual };
        Ok((values, setup))
    }
}

/// A text that belongs to another letter would take that letter's place.
fn stranger(template: &str, parsed: &Template) -> Vec<TemplateFault> {
    if parsed.id == template {
        return Vec::new();
    }
    let id: String = parsed.id.chars().filter(|letter| !letter.is_control()).take(60).collect();
    let message =
        format!("Kode surat `{id}` lain dari surat yang diubah. Kembalikan `id` menjadi `{template}`; SOP mengenal surat dari kodenya.");
    vec![TemplateFault { file: template.to_owned(), line: 1, field: "id".to_owned(), code: FaultCode::Identity, message }]
}
