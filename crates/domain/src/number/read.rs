//! Recognising a number that somebody typed, so that the register does not give the same one again.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::token::Segment;
use super::{NumberParts, Pattern, Token};
use crate::words::{from_roman, roman_month};

/// The longest number that is read, in bytes.
const LONGEST: usize = 200;
/// The most digits of a running number, leading zeros included.
const MOST_DIGITS: usize = 9;

/// What is known of a number beforehand. What is `None` may be anything that can stand there; an empty text counts as unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownParts<'a> {
    /// Code of the archive classification.
    pub classification: Option<&'a str>,
    /// The office's abbreviation.
    pub unit: Option<&'a str>,
    /// Code of the section.
    pub section: Option<&'a str>,
    /// Code of the register.
    pub register: Option<&'a str>,
    /// Date of the letter: its month and year.
    pub date: Option<NaiveDate>,
}

impl<'a> From<&NumberParts<'a>> for KnownParts<'a> {
    /// All but the running number.
    fn from(parts: &NumberParts<'a>) -> Self {
        Self {
            classification: Some(parts.classification),
            unit: Some(parts.unit),
            section: Some(parts.section),
            register: Some(parts.register),
            date: Some(parts.date),
        }
    }
}

impl Pattern {
    /// The running number in a typed letter number, or `None` if it does not fit the pattern and what is known, or if it could be read in two
    /// ways. Blanks around it do not matter, nor do leading zeros of the running number.
    pub fn read(&self, text: &str, known: &KnownParts<'_>) -> Option<u32> {
        let mut found: Vec<u32> = self.readings(text.trim(), known).into_iter().collect();
        let only = found.pop()?;
        found.is_empty().then_some(only)
    }

    /// Whether a typed number has the shape of the pattern.
    pub fn matches(&self, text: &str) -> bool {
        !self.readings(text.trim(), &KnownParts::default()).is_empty()
    }

    /// All running numbers that the text could bear: those between a place that the segments before can end at and one that the segments
    /// behind can begin at. Both are sets of places, so the cost is bounded whatever the pattern.
    fn readings(&self, text: &str, known: &KnownParts<'_>) -> BTreeSet<u32> {
        if text.len() > LONGEST {
            return BTreeSet::new();
        }
        let ends = self.before.iter().fold(BTreeSet::from([0]), |places, segment| {
            let next = |at: usize| steps(segment, text, at, known).into_iter().map(move |length| at + length);
            places.into_iter().flat_map(next).collect()
        });
        let begins = self.after.iter().rev().fold(BTreeSet::from([text.len()]), |places, segment| {
            let leads = |at: &usize| steps(segment, text, *at, known).into_iter().any(|length| places.contains(&(at + length)));
            (0..=text.len()).filter(leads).collect()
        });
        let readings = ends.into_iter().flat_map(|at| sequences(text, at, self.width));
        readings.filter(|(end, _)| begins.contains(end)).map(|(_, sequence)| sequence).collect()
    }
}

/// The lengths, in bytes, that a segment may take at a place of the text. A place within a character gives none.
fn steps(segment: &Segment, text: &str, at: usize, known: &KnownParts<'_>) -> Vec<usize> {
    match (segment, text.get(at..)) {
        (_, None) => Vec::new(),
        (Segment::Literal(literal), Some(rest)) => whole(rest, literal),
        (Segment::Part(token), Some(rest)) => part(*token, rest, known),
    }
}

/// Running numbers that begin at a place, each with the place where it ends. They have at least the pattern's width of digits; since the segment
/// behind may begin with a digit, every length is offered.
fn sequences(text: &str, at: usize, width: usize) -> Vec<(usize, u32)> {
    let rest = text.get(at..).unwrap_or_default();
    let digits = rest.bytes().take(MOST_DIGITS).take_while(u8::is_ascii_digit).count();
    let numbers = (width..=digits).filter_map(|length| Some((at + length, rest.get(..length)?.parse().ok()?)));
    numbers.filter(|(_, number)| *number > 0).collect()
}

fn part(token: Token, rest: &str, known: &KnownParts<'_>) -> Vec<usize> {
    let fixed = match token {
        Token::Classification => known.classification.map(str::to_owned),
        Token::Unit => known.unit.map(str::to_owned),
        Token::Section => known.section.map(str::to_owned),
        Token::Register => known.register.map(str::to_owned),
        Token::RomanMonth => known.date.and_then(|date| roman_month(date.month())),
        Token::Month => known.date.map(|date| format!("{:02}", date.month())),
        Token::Year => known.date.map(|date| format!("{:04}", date.year())),
        Token::Sequence => None,
    };
    let fixed = fixed.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match (fixed, token) {
        (Some(text), _) => whole(rest, text),
        (None, Token::RomanMonth) => run(rest, |part| from_roman(part).is_some_and(|month| month <= 12)),
        (None, Token::Month) => run(rest, |part| part.len() == 2 && is_number(part) && (1..=12).contains(&part.parse().unwrap_or(0))),
        (None, Token::Year) => run(rest, |part| part.len() == 4 && is_number(part)),
        (None, _) => run(rest, |_| true),
    }
}

fn whole(rest: &str, text: &str) -> Vec<usize> {
    if rest.starts_with(text) { vec![text.len()] } else { Vec::new() }
}

/// The heads of `rest` that hold no slash and no blank, which part the pieces of every number met so far.
fn run(rest: &str, fits: impl Fn(&str) -> bool) -> Vec<usize> {
    let letters = rest.char_indices().take_while(|(_, letter)| *letter != '/' && !letter.is_whitespace());
    let ends = letters.map(|(at, letter)| at + letter.len_utf8());
    ends.filter(|end| rest.get(..*end).is_some_and(&fits)).collect()
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::KnownParts;
    use crate::number::{NumberParts, Pattern};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    #[test]
    fn reads_the_running_number() {
        let unit = KnownParts { unit: Some("Diskominfo"), ..KnownParts::default() };
        let any = KnownParts::default();
        let july = KnownParts { date: NaiveDate::from_ymd_opt(2021, 7, 1), ..any };
        let main = "{klasifikasi}/{urut}/{unit}.{bidang}";
        for (pattern, text, known, expected) in [
            (main, "000.6.5/1024/Diskominfo.05", any, Some(1024)),
            (main, " 000.6.5/0007/Diskominfo.05 ", unit, Some(7)),
            (main, "000.6.5/1024/Dinkes.05", unit, None),
            (main, "000.6.5/1024/Diskominfo", any, None),
            (main, "000.6.5/0/Diskominfo.05", any, None),
            (main, "000.6.5/1O24/Diskominfo.05", any, None),
            ("{unit}/ {urut} / {bidang} / {klasifikasi}", "Dinkominfo/ 4 / 3 / 83", any, Some(4)),
            ("{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}", "001/SOP-DKIP/VI/2023", any, Some(1)),
            ("{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}", "1/SOP-DKIP/VI/2023", any, None),
            ("{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}", "001/SOP-DKIP/XIII/2023", any, None),
            ("B-{urut}/{unit}/{bulan}/{tahun}", "B-2217/DJ.I/07/2021", july, Some(2217)),
            ("B-{urut}/{unit}/{bulan}/{tahun}", "B-2217/DJ.I/08/2021", july, None),
            ("B-{urut}/{unit}/{bulan}/{tahun}", "B-2217/DJ.I/13/2021", any, None),
            ("{klasifikasi}{urut}", "83412", any, None), // 8341+2, 834+12 …: not told apart
            ("{klasifikasi}{urut}", "83412", KnownParts { classification: Some("83"), ..any }, Some(412)),
            ("{urut}", "1234567890", any, None),
        ] {
            assert_eq!(Pattern::parse(pattern).unwrap().read(text, &known), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn matches_by_shape_alone() {
        let pattern = Pattern::parse("{klasifikasi}{urut}/{tahun}").unwrap();
        for (text, expected) in [("83412/2026", true), ("83412/26", false), ("/2026", false), ("", false)] {
            assert_eq!(pattern.matches(text), expected, "{text}");
        }
        assert!(!pattern.matches(&"9".repeat(100_000)));
    }

    const TOKENS: [&str; 7] = ["{klasifikasi}", "{unit}", "{bidang}", "{register}", "{bulan_romawi}", "{bulan}", "{tahun}"];

    fn pattern() -> impl Strategy<Value = String> {
        let piece = prop_oneof![proptest::sample::select(&TOKENS[..]).prop_map(str::to_owned), "[/. A-Z0-9-]{0,3}"];
        let side = || proptest::collection::vec(piece.clone(), 0..4);
        (side(), proptest::option::of(1..=9_usize), side()).prop_map(|(before, width, after)| {
            let sequence = width.map_or("{urut}".to_owned(), |width| format!("{{urut:{width}}}"));
            format!("{}{sequence}{}", before.concat(), after.concat())
        })
    }

    proptest! {
        #[test]
        fn a_written_number_reads_back(
            text in pattern(),
            sequence in 1..999_999_999_u32,
            parts in proptest::array::uniform4("[A-Za-z0-9.]{1,6}"),
            days in 730_000..760_000_i32,
        ) {
            let pattern = Pattern::parse(&text).unwrap();
            let [classification, unit, section, register] = &parts;
            let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let parts = NumberParts { classification, sequence, unit, section, register, date };
            let number = pattern.format(&parts).unwrap();
            prop_assert!(pattern.matches(&number));
            prop_assert_eq!(pattern.read(&number, &KnownParts::from(&parts)), Some(sequence));
        }

        #[test]
        fn reading_never_panics(text in pattern(), number in "\\PC{0,40}") {
            let _ = Pattern::parse(&text).unwrap().read(&number, &KnownParts::default());
        }
    }
}
