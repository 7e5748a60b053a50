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
    LetterSetup {
        page: PageSetup::default(),
        letterhead: Some(letterhead(&values())),
        code: None,
        draft: false,
        practice: false,
        date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        signing: None,
    }
}

/// The letterhead of the office that these values name, without emblem.
pub fn letterhead(values: &LetterValues) -> Letterhead {
    let value = |name: &str| values.values.get(name).map_or("", String::as_str);
    Letterhead {
        government: value("kantor.pemerintah").to_uppercase(),
        office: value("kantor.nama").to_uppercase(),
        lines: vec![value("kantor.alamat").to_owned()],
        logo_png: None,
    }
}

fn row(set: &names::RowSet) -> Row {
    let own = set.fields.iter().map(|field| (field.name, field.sample));
    let shared = names::NAMES.iter().filter_map(|known| Some((known.name.strip_prefix(set.name)?.strip_prefix('.')?, known.sample)));
    own.chain(shared).map(|(field, sample)| (field.to_owned(), sample.to_owned())).collect()
}
