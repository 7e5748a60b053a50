//! A legal basis as an SOP cites it: "Peraturan Pemerintah No 82 Tahun 2012 tentang …".

use std::fmt;

use super::super::terms::words_of;
use super::table::LegalTable;

/// Words between the kind and the number that say nothing of either.
const ORNAMENTS: &[&str] = &["republik", "indonesia", "ri", "nomor", "no"];

/// What a line of `dasar_hukum` cites first. A law named later in the line ("… tentang Perubahan Atas Undang-Undang Nomor 11 Tahun
/// 2008") is its subject, not the basis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Id of the kind in the legal table, where it is one of a national kind.
    pub kind: Option<String>,
    /// Number.
    pub number: u32,
    /// Year, as written.
    pub year: u32,
    /// The words after "tentang".
    pub subject: Vec<String>,
    written: String,
}

impl Citation {
    /// Reads a line; nothing where it has no number and year.
    #[must_use]
    pub fn read(line: &str, table: &LegalTable) -> Option<Self> {
        let words = words_of(line);
        // A number at the very beginning numbers the list.
        let at = words.iter().skip(1).position(|word| is_digits(word))? + 1;
        let (number, year) = number_and_year(words.get(at..)?)?;
        let before = words.iter().take(at).map(String::as_str);
        let kind_words: Vec<&str> = before.filter(|word| !is_digits(word) && !ORNAMENTS.contains(word)).collect();
        let subject = words.iter().skip_while(|word| *word != "tentang").skip(1).cloned().collect();
        let written = written_part(line, year);
        Some(Self { kind: table.kind_called(&kind_words), number, year: year.parse().ok()?, subject, written })
    }
}

/// Number and year at the beginning of `words`: "82 tahun 2012", or "82 2012" for "82/2012". Without the word "tahun" a year has four
/// digits, so that the parts of a number like "555/123/2020" are not taken for one.
fn number_and_year(words: &[String]) -> Option<(u32, &str)> {
    let (number, after) = words.split_first()?;
    let year = match after {
        [tahun, year, ..] if tahun == "tahun" => year,
        [year, ..] if year.len() == 4 => year,
        _ => return None,
    };
    let are_numbers = is_digits(number) && is_digits(year);
    number.parse().ok().filter(|_| are_numbers).map(|number| (number, year.as_str()))
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The line up to and including the year.
fn written_part(line: &str, year: &str) -> String {
    let line = line.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let before_subject = line.to_lowercase().find(" tentang ").and_then(|end| line.get(..end)).unwrap_or(line);
    let end = before_subject.rfind(year).map_or(before_subject.len(), |start| start + year.len());
    before_subject.get(..end).unwrap_or(before_subject).trim().to_owned()
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/legal.toml"));

    #[test]
    fn the_first_law_of_a_line_is_read() {
        let table = LegalTable::parse("legal.toml", SHIPPED).unwrap();
        for (line, kind, number, year, written) in [
            ("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", Some("uu"), 25, 2009, "UU Nomor 25 Tahun 2009"),
            ("1. Undang-undang No. 11/2008 tentang ITE", Some("uu"), 11, 2008, "Undang-undang No. 11/2008"),
            ("UU 19/2016 tentang Perubahan Atas UU Nomor 11 Tahun 2008", Some("uu"), 19, 2016, "UU 19/2016"),
            (
                "Peraturan Presiden RI Nomor 95 Tahun 2018 tentang SPBE",
                Some("perpres"),
                95,
                2018,
                "Peraturan Presiden RI Nomor 95 Tahun 2018",
            ),
            (
                "Peraturan Menteri Negara PAN dan RB Nomor 35 Tahun 2012 Tentang SOP",
                Some("permenpanrb"),
                35,
                2012,
                "Peraturan Menteri Negara PAN dan RB Nomor 35 Tahun 2012",
            ),
            (
                "Pedoman Kepala Lembaga Sandi Negara Nomor 3 Tahun 2017 tentang X",
                Some("lemsaneg"),
                3,
                2017,
                "Pedoman Kepala Lembaga Sandi Negara Nomor 3 Tahun 2017",
            ),
            ("Peraturan Bupati Nomor 75 Tahun 2019 Penggunaan SE", None, 75, 2019, "Peraturan Bupati Nomor 75 Tahun 2019"),
            ("Peraturan Pemerintah Nomor 71 Tahun 219 tentang PSTE", Some("pp"), 71, 219, "Peraturan Pemerintah Nomor 71 Tahun 219"),
        ] {
            let citation = Citation::read(line, &table).unwrap();
            let read = (citation.kind.as_deref(), citation.number, citation.year, citation.to_string());
            assert_eq!(read, (kind, number, year, written.to_owned()), "{line}");
        }
    }

    #[test]
    fn lines_without_number_and_year_cite_nothing() {
        for line in
            ["", "Undang-Undang Dasar 1945", "Keputusan Bupati Nomor 555/123/2020", "Surat Edaran Nomor 4", "Nomor 99999999999 Tahun 2020"]
        {
            assert_eq!(Citation::read(line, &LegalTable::default()), None, "{line}");
        }
    }
}
