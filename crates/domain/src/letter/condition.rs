//! `bila`: when a part of a letter is there.
//!
//! `bila = { "perkara.alasan" = ["pensiun", "meninggal"], "pemilik.nip" = ["*"] }` holds when, for every name, the value is one of the list. `"*"`
//! stands for any value but the empty one, `""` for the empty one; `"!pensiun"` excludes a value, and a list that only excludes holds for all
//! others. A value of several lines holds when one of its lines does. The name of a set of rows may stand for a name: `"*"` when it has rows, `""`
//! when it has none.

use super::fill::LetterValues;
use super::names;

/// A condition; one without tests always holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub(super) tests: Vec<Test>,
}

/// One name of a [`Condition`] with the values that it may have.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Test {
    pub(super) name: String,
    pub(super) allowed: Vec<String>,
    pub(super) line: u32,
    pub(super) field: String,
}

impl Condition {
    /// Whether every test holds. Unknown names count as empty.
    pub fn holds(&self, values: &LetterValues) -> bool {
        self.tests.iter().all(|test| test.holds(values))
    }
}

impl Test {
    fn holds(&self, values: &LetterValues) -> bool {
        if names::row_set(&self.name).is_some() {
            let filled = values.rows.get(&self.name).is_some_and(|rows| !rows.is_empty());
            return self.allows(if filled { "*" } else { "" });
        }
        let value = values.values.get(names::compared(&self.name)).map_or("", |value| value.trim());
        value.split('\n').any(|line| self.allows(line.trim()))
    }

    fn allows(&self, value: &str) -> bool {
        let mut wanted = self.allowed.iter().filter(|allowed| !allowed.starts_with('!')).peekable();
        let is_excluded = self.allowed.iter().any(|allowed| allowed.strip_prefix('!') == Some(value));
        let is_wanted = wanted.peek().is_none() || wanted.any(|wanted| if wanted == "*" { !value.is_empty() } else { wanted == value });
        is_wanted && !is_excluded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn conditions_hold_by_value() {
        let values = LetterValues {
            values: [("perkara.alasan", "Purna tugas"), ("perkara.alasan_id", "pensiun"), ("disposisi.kepada", "Sekretaris\nKabid")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            rows: [("berkas".to_owned(), vec![BTreeMap::new()])].into(),
        };
        let test = |name: &str, allowed: &[&str]| Test {
            name: name.into(),
            allowed: allowed.iter().map(|value| (*value).to_owned()).collect(),
            line: 1,
            field: String::new(),
        };
        for (tests, expected) in [
            (vec![], true),
            (vec![test("perkara.alasan", &["pensiun"])], true),
            (vec![test("perkara.alasan_id", &["mutasi", "pensiun"])], true),
            (vec![test("perkara.alasan", &["Purna tugas"])], false),
            (vec![test("perkara.alasan", &["*"])], true),
            (vec![test("perkara.alasan", &[""])], false),
            (vec![test("perkara.alasan", &["!pensiun"])], false),
            (vec![test("perkara.alasan", &["!mutasi", "!lainnya"])], true),
            (vec![test("perkara.alasan", &["*", "!pensiun"])], false),
            (vec![test("pemilik.nip", &["!x"])], true),
            (vec![test("pemilik.nip", &["*", "!x"])], false),
            (vec![test("pemilik.nip", &["*"])], false),
            (vec![test("pemilik.nip", &["", "x"])], true),
            (vec![test("disposisi.kepada", &["Kabid"])], true),
            (vec![test("berkas", &["*"])], true),
            (vec![test("perubahan", &["*"])], false),
            (vec![test("perubahan", &[""])], true),
            (vec![test("perkara.alasan", &["pensiun"]), test("pemilik.nip", &["*"])], false),
        ] {
            assert_eq!(Condition { tests: tests.clone() }.holds(&values), expected, "{tests:?}");
        }
    }
}
