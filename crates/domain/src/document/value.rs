//! The values a [`Table`] hands out. `…_or_none` takes an absent key in silence; the others report it.

use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::DeValue;

use super::{Table, Word, raw};

impl<'a> Table<'a> {
    /// A text that must be there and must not be blank.
    pub fn text(&self, key: &'static str) -> String {
        let Some(value) = self.ask(key) else {
            self.report_missing(key);
            return String::new();
        };
        let text = self.text_in(key, value);
        if text.as_deref().is_some_and(|text| text.trim().is_empty()) {
            self.hole(self.line_of(key), format!("Kunci `{key}` tidak boleh kosong."));
        }
        text.unwrap_or_default()
    }

    /// A text that may be absent; an empty one counts as absent.
    pub fn text_or_none(&self, key: &'static str) -> Option<String> {
        let text = self.ask(key).and_then(|value| self.text_in(key, value))?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// A list of texts that must be there; it may be empty.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.ask(key).map_or_else(
            || {
                self.report_missing(key);
                Vec::new()
            },
            |value| self.texts_in(key, value),
        )
    }

    /// A list of texts; an absent one is empty.
    pub fn texts_or_none(&self, key: &'static str) -> Vec<String> {
        self.ask(key).map(|value| self.texts_in(key, value)).unwrap_or_default()
    }

    /// A whole number within `range`.
    pub fn number(&self, key: &'static str, range: RangeInclusive<u32>) -> u32 {
        if !self.has(key) {
            self.report_missing(key);
        }
        self.number_or_none(key, range).unwrap_or_default()
    }

    /// A whole number within `range`, or nothing.
    pub fn number_or_none(&self, key: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let value = self.ask(key)?;
        let number = number_in(value, &range);
        if number.is_none() {
            self.hole(self.line_of(key), format!("Kunci `{key}` harus berupa bilangan bulat {} sampai {}.", range.start(), range.end()));
        }
        number
    }

    /// A list of whole numbers, each within `range`; an absent one is empty.
    pub fn numbers_or_none(&self, key: &'static str, range: RangeInclusive<u32>) -> Vec<u32> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let numbers = value.get_ref().as_array().and_then(|list| list.iter().map(|item| number_in(item, &range)).collect());
        numbers.unwrap_or_else(|| {
            let (low, high) = (range.start(), range.end());
            self.hole(self.line_of(key), format!("Kunci `{key}` harus berupa daftar bilangan bulat {low} sampai {high}."));
            Vec::new()
        })
    }

    /// `true` or `false`, which must be there.
    pub fn required_flag(&self, key: &'static str) -> bool {
        if !self.has(key) {
            self.report_missing(key);
        }
        self.flag(key)
    }

    /// `true` or `false`; an absent one is `false`.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.ask(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, value, "true atau false");
            false
        })
    }

    /// One word of a closed list.
    pub fn word<T: Word>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.report_missing(key);
        }
        self.word_or_none(key)
    }

    /// One word of a closed list, or nothing.
    pub fn word_or_none<T: Word>(&self, key: &'static str) -> Option<T> {
        let text = self.ask(key).and_then(|value| self.text_in(key, value))?;
        self.word_in(key, self.line_of(key), &text)
    }

    /// A list of words of a closed list; an absent one is empty.
    pub fn words_or_none<T: Word>(&self, key: &'static str) -> Vec<T> {
        self.texts_or_none(key).iter().filter_map(|text| self.word_in(key, self.line_of(key), text)).collect()
    }

    fn word_in<T: Word>(&self, key: &str, line: u32, text: &str) -> Option<T> {
        let found = T::from_word(text);
        if found.is_none() {
            let choices: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
            self.hole(line, format!("Kunci `{key}` tidak boleh bernilai `{text}`. Pilihannya: {}.", choices.join(", ")));
        }
        found
    }

    /// An inner table `[key]` that must be there.
    pub fn table<T>(&self, key: &'static str, shape: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        if !self.has(key) {
            self.report_missing(key);
        }
        self.table_or_none(key, shape)
    }

    /// An inner table `[key]`, or nothing.
    pub fn table_or_none<T>(&self, key: &'static str, shape: impl FnOnce(&Table<'a>) -> T) -> Option<T> {
        let value = self.ask(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, &format!("bagian [{key}]"));
            return None;
        };
        Some(self.inner(self.path_of(key), &value.span(), table).read_whole(shape))
    }

    /// The tables `[[key]]`, at least one.
    pub fn tables<T>(&self, key: &'static str, shape: impl FnMut(&Table<'a>) -> T) -> Vec<T> {
        if !self.has(key) {
            self.report_missing(key);
        }
        self.tables_or_none(key, shape)
    }

    /// The tables `[[key]]`, none if the key is absent.
    pub fn tables_or_none<T>(&self, key: &'static str, mut shape: impl FnMut(&Table<'a>) -> T) -> Vec<T> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let expected = format!("bagian [[{key}]]");
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &expected);
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(list.len());
        for (at, item) in list.iter().enumerate() {
            match item.get_ref().as_table() {
                Some(table) => rows.push(self.inner(format!("{}[{at}]", self.path_of(key)), &item.span(), table).read_whole(&mut shape)),
                None => self.wrong_type(key, item, &expected),
            }
        }
        rows
    }

    /// A table whose keys are free, each with a list of texts (`bila = { "perkara.kanal" = ["surat"] }`), in the order of the keys.
    pub fn lists_by_key_or_none(&self, key: &'static str) -> Option<Vec<(String, Vec<String>)>> {
        let value = self.ask(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "isi { \"nama\" = [\"nilai\"] }");
            return None;
        };
        Some(table.iter().map(|(name, list)| (name.get_ref().to_string(), self.texts_in(key, list))).collect())
    }

    fn texts_in(&self, key: &str, value: &Spanned<DeValue<'a>>) -> Vec<String> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "daftar teks");
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(list.len());
        for (at, item) in list.iter().enumerate() {
            let line = self.context.index.line_of(&item.span());
            self.context.lines.borrow_mut().note(format!("{}[{at}]", self.path_of(key)), line);
            texts.extend(self.text_in(key, item));
        }
        texts
    }

    fn text_in(&self, key: &str, value: &Spanned<DeValue<'a>>) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, value, "teks");
            return None;
        };
        // Editors on Windows end the lines of a long text with CR LF.
        let text = text.replace("\r\n", "\n");
        if let Some(fault) = raw::fault_in(&text) {
            self.hole(self.context.index.line_of(&value.span()), format!("Kunci `{key}` {fault}."));
        }
        Some(text)
    }

    fn wrong_type(&self, key: &str, value: &Spanned<DeValue<'a>>, expected: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "teks",
            DeValue::Integer(_) => "bilangan bulat",
            DeValue::Float(_) => "bilangan pecahan",
            DeValue::Boolean(_) => "true/false",
            DeValue::Datetime(_) => "tanggal tanpa tanda kutip",
            DeValue::Array(_) => "daftar",
            DeValue::Table(_) => "bagian",
        };
        let line = self.context.index.line_of(&value.span());
        self.hole(line, format!("Kunci `{key}` harus berupa {expected}, bukan {found}."));
    }
}

fn number_in(value: &Spanned<DeValue<'_>>, range: &RangeInclusive<u32>) -> Option<u32> {
    let integer = value.get_ref().as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| range.contains(number))
}
