//! Fictitious values: templates are tried with them before they are used.

use super::fill::{LetterSetup, LetterValues, Row};
use super::model::{Letterhead, PageSetup};
use super::names;
use chrono::NaiveDate;

/// A value for every name, and two rows for every set.
pub fn values() -> LetterValues {
    let values = names::NAMES.iter().map(|known| (known.name.to_owned(), known.sample.to_owned())).collect();
    let rows = names::ROW_SETS.iter().map(|set| (set.name.to_owned(), vec![row(set), row(set)])).collect();
    LetterValues { values, rows }
}

/// A final letter of an office with a letterhead, without code.
pub fn setup() -> LetterSetup {
    let sample = |name: &str| names::find(name).map_or("", |known| known.sample);
    LetterSetup {
        page: PageSetup::default(),
        letterhead: Some(Letterhead {
            government: sample("kantor.pemerintah").to_uppercase(),
            office: sample("kantor.nama").to_uppercase(),
            lines: vec![sample("kantor.alamat").to_owned()],
            logo_png: None,
        }),
        code: None,
        draft: false,
        practice: false,
        date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        signing: None,
    }
}

fn row(set: &names::RowSet) -> Row {
    let own = set.fields.iter().map(|field| (field.name, field.sample));
    let shared = names::NAMES.iter().filter_map(|known| Some((known.name.strip_prefix(set.name)?.strip_prefix('.')?, known.sample)));
    own.chain(shared).map(|(field, sample)| (field.to_owned(), sample.to_owned())).collect()
}
