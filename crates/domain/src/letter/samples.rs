//! Fictitious values: templates are tried with them before they are used.

use super::fill::{LetterSetup, LetterValues, Row};
use super::model::{Letterhead, PageSetup};
use super::{checklist, names};
use chrono::NaiveDate;

/// A value for every name, and two rows for every set but the owners': an ordinary letter is about one.
pub fn values() -> LetterValues {
    let values = names::NAMES.iter().map(|known| (known.name.to_owned(), known.sample.to_owned())).collect();
    let rows = names::ROW_SETS.iter().map(|set| (set.name.to_owned(), rows(set))).collect();
    LetterValues { values, rows }
}

/// The same for a letter about so many owners, of one request. What is one owner's own stands in the rows only.
pub fn values_of(owners: usize) -> LetterValues {
    let mut values = values();
    values.values.retain(|name, _| name.starts_with("perkara.") || !names::OF_AN_OWNER.iter().any(|group| name.starts_with(group)));
    if let Some(rows) = values.rows.get_mut(names::OWNERS) {
        let row = rows.first().cloned().unwrap_or_default();
        rows.resize(owners, row);
    }
    values
}

/// A final letter of an office with a letterhead, without code.
pub fn setup() -> LetterSetup {
    LetterSetup {
        page: PageSetup::default(),
        face: None,
        letterhead: Some(letterhead(&values())),
        code: None,
        draft: false,
        practice: false,
        date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        signing: None,
        replaces: None,
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

fn rows(set: &names::RowSet) -> Vec<Row> {
    match set.name {
        names::OWNERS => vec![row(set)],
        checklist::ROWS => checklist::samples(&row(set)).to_vec(),
        _ => vec![row(set); 2],
    }
}

fn row(set: &names::RowSet) -> Row {
    let own = set.fields.iter().map(|field| (field.name, field.sample));
    let of_owner = |known: &&names::Name| set.name == names::OWNERS && names::OF_AN_OWNER.iter().any(|group| known.name.starts_with(group));
    let shared = names::NAMES.iter().filter(of_owner).map(|known| (names::field_of(set.name, known.name), known.sample));
    own.chain(shared).map(|(field, sample)| (field.to_owned(), sample.to_owned())).collect()
}
