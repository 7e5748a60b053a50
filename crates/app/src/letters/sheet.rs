//! Sheets that the office makes of its own registers, beside the letters of its cases: who signs them.

use super::{HEAD, OFFICER};
use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDateTime;
use sandika_domain::letter::model::{Align, Block, Signature, Signing};
use sandika_domain::office::{OfficeProfile, OfficialDetails};
use sandika_domain::person::Nip;
use sandika_domain::words::date_long;

impl Office {
    /// The head of the office takes note at the left, the officer signs at the right with place and date; whoever is not recorded is left out.
    pub(crate) fn sheet_signatures(&self, profile: &OfficeProfile, now: NaiveDateTime) -> Result<Vec<Signature>, AppError> {
        let place = format!("{}, {}", profile.city, date_long(now.date()));
        let head = self.signatory(HEAD, now.date())?;
        let officer = self.signatory(OFFICER, now.date())?;
        let signed = |above: String, official: OfficialDetails| Signature {
            above: vec![above],
            post: official.post_lines(),
            signing: Signing::Wet,
            below: below(&official),
            name: official.name,
        };
        Ok(match (head, officer) {
            (Some(head), Some(officer)) => vec![signed("Mengetahui,".to_owned(), head), signed(place, officer)],
            (head, officer) => head.or(officer).map(|official| signed(place, official)).into_iter().collect(),
        })
    }
}

/// Rank and number of an official.
fn below(official: &OfficialDetails) -> Vec<String> {
    let nip = Nip::read(&official.nip).map(|nip| nip.printed().replace(' ', "\u{a0}")).unwrap_or_else(|_| official.nip.clone());
    let nip = if nip.is_empty() { nip } else { format!("NIP {nip}") };
    [official.rank.clone(), nip].into_iter().filter(|line| !line.is_empty()).collect()
}

/// A paragraph of such a sheet.
pub(crate) fn sentence(text: &str) -> Block {
    Block::Paragraph { text: text.to_owned(), align: Align::Flush, bold: false }
}

/// What stands over a part of it.
pub(crate) fn heading(text: &str) -> Block {
    Block::Paragraph { text: text.to_owned(), align: Align::Flush, bold: true }
}
