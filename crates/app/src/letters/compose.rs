//! From a template and a case to a letter that can be drawn.

use crate::cases::Bench;
use crate::content::LibraryTemplate;
use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDate;
use sandika_domain::case::{Case, IssuedLetter, announced_certificate, letter_date};
use sandika_domain::fact::LetterChoice;
use sandika_domain::ids::LetterId;
use sandika_domain::letter::model::{Letterhead, PageSetup, Paper, Signing};
use sandika_domain::letter::values::{GIVEN, LetterContext, letter_values, may_be_given};
use sandika_domain::letter::{LetterModel, LetterSetup, LetterValues, OwnFace, Replaced, code::code_of};
use sandika_domain::office::{OfficeProfile, OfficialDetails};
use sandika_domain::owner::CertificateDetails;
use sandika_domain::sop::Sop;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the officer says about a letter.
#[derive(Clone, Debug, Default)]
pub struct LetterRequest {
    /// Template id.
    pub template: String,
    /// The letter that this one replaces as its next version.
    pub corrects: Option<LetterId>,
    /// Role of the official who signs; the head of the office if none.
    pub signatory: Option<String>,
    /// Date of the letter; today if none.
    pub dated: Option<NaiveDate>,
    /// Paper, if it differs from the office's.
    pub paper: Option<Paper>,
    /// How it is signed, if that differs from the template.
    pub signing: Option<Signing>,
    /// A number of the register that was left free, for a letter of a day that has passed; the next one if none.
    pub sequence: Option<u32>,
    /// Values that no register holds: names within [`GIVEN`].
    pub values: BTreeMap<String, String>,
}

impl LetterRequest {
    /// What was said of a letter when it was issued, for its next version.
    pub(crate) fn said_of(held: &IssuedLetter) -> Self {
        let LetterChoice { signatory, paper, signing } = held.choice.clone();
        let values = held.values.known().cloned().unwrap_or_default();
        Self { signatory, paper, signing, values, ..Self::default() }
    }
}

/// Role whose holder signs when nobody else is named.
pub(crate) const HEAD: &str = "kepala-dinas";

/// Role of the officer at the desk; where nobody is recorded in it, letters name the user.
pub(crate) const OFFICER: &str = "petugas";

/// Everything that a letter is made of, read before its number is taken.
pub(crate) struct Draft {
    pub(super) profile: OfficeProfile,
    pub(super) template: LibraryTemplate,
    pub(super) dated: NaiveDate,
    pub(super) sequence: Option<u32>,
    case: Case,
    signatory: Option<OfficialDetails>,
    new_certificate: Option<CertificateDetails>,
    letterhead: Letterhead,
    page: PageSetup,
    face: Option<Arc<OwnFace>>,
    replaces: Option<Replaced>,
    request: LetterRequest,
    officer: String,
}

impl Office {
    /// # Errors
    /// [`AppError::NotFound`] for an unknown template, [`AppError::NoProfile`], [`AppError::NoSignatory`], [`AppError::Input`] for a value that
    /// cannot be given with a letter.
    pub(super) fn letter_draft(&self, case: Case, sop: &Sop, request: LetterRequest) -> Result<Draft, AppError> {
        let template = self.library_template(&request.template)?.clone();
        self.draft_from(template, case, sop, request)
    }

    /// The same from a template that need not be in the library.
    ///
    /// # Errors
    /// As [`Office::letter_draft`].
    pub(crate) fn draft_from(&self, template: LibraryTemplate, case: Case, sop: &Sop, request: LetterRequest) -> Result<Draft, AppError> {
        let profile = self.needed_profile()?;
        if let Some(name) = request.values.keys().find(|name| !may_be_given(name)) {
            let text = format!("Nilai “{name}” tidak dapat diisi bersama surat. Yang dapat diisi: {}.", GIVEN.join(", "));
            return Err(AppError::Input { field: "values", text });
        }
        let today = profile.zone.local(self.now()).date();
        let dated = request.dated.unwrap_or(today);
        letter_date(&case, dated, today)?;
        let role = request.signatory.as_deref().unwrap_or(HEAD);
        let signatory = self.signatory(role, dated)?;
        let needs_signatory = template.template.placeholders().iter().any(|name| name.starts_with("penandatangan."));
        if needs_signatory && signatory.is_none() {
            return Err(AppError::NoSignatory(role.to_owned()));
        }
        Ok(Draft {
            new_certificate: announced_certificate(&case, sop),
            letterhead: self.letterhead(&profile)?,
            page: PageSetup { paper: request.paper.unwrap_or(profile.page.paper), ..profile.page },
            face: self.letter_face(&profile.page, profile.own_face.as_ref())?,
            officer: self.signatory(OFFICER, dated)?.map_or_else(|| self.actor().to_owned(), |officer| officer.name),
            replaces: request.corrects.and_then(|old| replaced(&case, old)),
            profile,
            template,
            dated,
            sequence: request.sequence,
            case,
            signatory,
            request,
        })
    }

    /// The office's letterhead, as its profile describes it.
    ///
    /// # Errors
    /// [`AppError::Store`] when the emblem cannot be read.
    pub(crate) fn letterhead(&self, profile: &OfficeProfile) -> Result<Letterhead, AppError> {
        let contact = [("Telepon", &profile.phone), ("Pos-el", &profile.email), ("Laman", &profile.website)];
        let contact: Vec<String> =
            contact.iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| format!("{label} {value}")).collect();
        let lines = [profile.address.clone(), contact.join(", ")].into_iter().filter(|line| !line.is_empty()).collect();
        let logo_png = profile.logo.as_deref().map(|hash| self.read().read_blob(hash)).transpose()?;
        Ok(Letterhead { government: profile.government.to_uppercase(), office: profile.name.to_uppercase(), lines, logo_png })
    }
}

impl Draft {
    /// What the case gives to the letter.
    pub(crate) fn values(&self, bench: &Bench, number: Option<&str>) -> LetterValues {
        letter_values(&LetterContext {
            office: &self.profile,
            signatory: self.signatory.as_ref(),
            officer: &self.officer,
            case: &self.case,
            sop: &bench.sop,
            owner: bench.owner.as_ref(),
            certificate: bench.certificate.as_ref(),
            new_certificate: self.new_certificate.as_ref(),
            reasons: &bench.reasons,
            number,
            dated: self.dated,
            given: &self.request.values,
        })
    }

    /// What the officer chose instead of what is usual.
    pub(super) fn choice(&self) -> LetterChoice {
        let LetterRequest { signatory, paper, signing, .. } = &self.request;
        LetterChoice { signatory: signatory.clone(), paper: *paper, signing: *signing }
    }

    /// Values that the officer gave.
    pub(super) fn given(&self) -> &BTreeMap<String, String> {
        &self.request.values
    }

    /// The letter of these values: with its code, or a draft without.
    pub(crate) fn model(&self, values: &LetterValues, identity: Option<(LetterId, u32)>) -> Result<LetterModel, AppError> {
        let setup = LetterSetup {
            page: self.page,
            face: self.face.clone(),
            letterhead: Some(self.letterhead.clone()),
            code: identity.map(|(letter, version)| code_of(letter, version)),
            draft: identity.is_none(),
            practice: self.profile.practice,
            date: self.dated,
            signing: self.request.signing,
            replaces: self.replaces.clone(),
        };
        self.template.template.compose(values, &setup).map_err(AppError::Letter)
    }
}

/// The version of a letter that its correction replaces.
fn replaced(case: &Case, letter: LetterId) -> Option<Replaced> {
    let held = case.letter(letter)?;
    Some(Replaced { number: held.number.as_ref().map(|number| number.text.clone()), dated: held.dated, version: held.version })
}
