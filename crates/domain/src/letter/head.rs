//! What stands above and below the body: number and addressee, signatures.

use super::condition::Condition;
use super::fill::Filler;
use super::model::{Head, Signature, Signing};
use super::placeholder::Text;

/// `[kepala]`, by the letter's shape.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum HeadTemplate {
    /// `bentuk = "korespondensi"`
    Correspondence {
        place_date: Text,
        /// Nomor, Sifat, Lampiran, Hal: label and value; a row without a value is left out.
        rows: Vec<(&'static str, Text)>,
        addressee: Vec<Text>,
        at: Option<Text>,
    },
    /// `bentuk = "judul"`
    Title { title: Vec<Text>, number: Option<Text> },
}

/// One `[[tanda_tangan]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SignatureTemplate {
    pub(super) condition: Condition,
    pub(super) above: Vec<Text>,
    pub(super) post: Vec<Text>,
    pub(super) name: Text,
    pub(super) below: Vec<Text>,
}

impl HeadTemplate {
    pub(super) fn compose(&self, filler: &mut Filler<'_>) -> Head {
        match self {
            Self::Correspondence { place_date, rows, addressee, at } => Head::Correspondence {
                place_date: filler.line(place_date).unwrap_or_default(),
                rows: rows.iter().filter_map(|(label, value)| Some(((*label).to_owned(), filler.line(value)?))).collect(),
                addressee: addressee.iter().flat_map(|line| filler.lines(line)).collect(),
                at: at.as_ref().and_then(|at| filler.line(at)).unwrap_or_default(),
            },
            Self::Title { title, number } => Head::Title {
                title: title.iter().flat_map(|line| filler.lines(line)).map(|line| line.to_uppercase()).collect(),
                number: number.as_ref().and_then(|number| filler.line(number)).map(|number| format!("NOMOR {number}")).unwrap_or_default(),
            },
        }
    }

    pub(super) fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Correspondence { place_date, rows, addressee, at } => {
                std::iter::once(place_date).chain(rows.iter().map(|(_, value)| value)).chain(addressee).chain(at).collect()
            }
            Self::Title { title, number } => title.iter().chain(number).collect(),
        }
    }
}

impl SignatureTemplate {
    /// The block, or `None` where its condition does not hold. The last line of the post ends with a comma.
    pub(super) fn compose(&self, filler: &mut Filler<'_>, signing: Signing) -> Option<Signature> {
        if !self.condition.holds(filler.values) {
            return None;
        }
        let mut lines = |texts: &[Text]| texts.iter().flat_map(|text| filler.lines(text)).collect::<Vec<_>>();
        let (above, mut post, below) = (lines(&self.above), lines(&self.post), lines(&self.below));
        if let Some(last) = post.last_mut() {
            *last = format!("{},", last.trim_end_matches([',', ' ']));
        }
        let name = filler.line(&self.name).unwrap_or_default();
        Some(Signature { above, post, signing, name, below })
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.above.iter().chain(&self.post).chain(std::iter::once(&self.name)).chain(&self.below)
    }
}
