//! One letter about several owners: what they have in common is said once, what is one owner's own stands in that owner's row.

use super::fill::{LetterValues, Row};
use super::names;
use crate::words::terbilang;

/// The values of one letter out of those that each owner's own letter would have. A value that differs between them is empty outside the rows, so that
/// no text can tell of one owner what is true of another. Rows of changes and files are one owner's own, too, and are left out.
pub fn together(each: &[LetterValues]) -> LetterValues {
    let Some((first, others)) = each.split_first() else { return LetterValues::default() };
    if others.is_empty() {
        return first.clone();
    }
    let is_common = |name: &str, value: &String| others.iter().all(|other| other.values.get(name) == Some(value));
    let values = first.values.iter().filter(|(name, value)| is_common(name, value));
    let values = values.map(|(name, value)| (name.clone(), value.clone())).collect();
    LetterValues { values, rows: [(names::OWNERS.to_owned(), each.iter().map(row).collect())].into() }
}

fn row(values: &LetterValues) -> Row {
    let own = values.values.iter().filter(|(name, _)| names::OF_AN_OWNER.iter().any(|group| name.starts_with(group)));
    own.map(|(name, value)| (names::field_of(names::OWNERS, name).to_owned(), value.clone())).collect()
}

impl LetterValues {
    /// How many owners the letter is about.
    pub fn owners(&self) -> usize {
        self.rows.get(names::OWNERS).map_or(1, Vec::len)
    }

    /// These values with what can be counted among them.
    pub(super) fn counted(&self) -> Self {
        let mut counted = self.clone();
        let owners = self.owners();
        counted.values.insert(names::OWNER_COUNT.to_owned(), in_words(owners));
        counted.values.insert(names::OWNER_COUNT_DIGITS.to_owned(), owners.to_string());
        counted
    }
}

/// `20 (dua puluh)`
fn in_words(number: usize) -> String {
    let words = u64::try_from(number).ok().and_then(terbilang);
    words.map_or_else(|| number.to_string(), |words| format!("{number}\u{a0}({words})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> LetterValues {
        let values = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        LetterValues { values, rows: [("berkas".to_owned(), vec![Row::new()])].into() }
    }

    #[test]
    fn what_differs_stands_in_the_rows_only() {
        let one =
            values(&[("kantor.nama", "Diskominfo"), ("pemilik.nama", "Ani"), ("pemilik.instansi", "Dinkes"), ("perkara.alasan", "Mutasi")]);
        let two = values(&[
            ("kantor.nama", "Diskominfo"),
            ("pemilik.nama", "Budi"),
            ("pemilik.instansi", "Dinkes"),
            ("perkara.alasan", "Pensiun"),
        ]);
        let both = together(&[one.clone(), two]);
        let common: Vec<_> = both.values.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(common, ["kantor.nama=Diskominfo", "pemilik.instansi=Dinkes"]);
        let rows: Vec<_> = both.rows["pemilik"].iter().map(|row| format!("{}, {}", row["nama"], row["perkara.alasan"])).collect();
        assert_eq!(rows, ["Ani, Mutasi", "Budi, Pensiun"]);
        assert_eq!(both.rows.len(), 1);
        assert_eq!(together(std::slice::from_ref(&one)), one);
    }
}
