//! Writing a number.

use chrono::{Datelike, NaiveDate};

use super::token::Segment;
use super::{Pattern, Token};
use crate::words::roman_month;

/// What a number is made of. A part that the pattern does not use may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberParts<'a> {
    /// Code of the archive classification.
    pub classification: &'a str,
    /// Running number, from 1.
    pub sequence: u32,
    /// The office's abbreviation.
    pub unit: &'a str,
    /// Code of the section.
    pub section: &'a str,
    /// Code of the register.
    pub register: &'a str,
    /// Date of the letter: its month and year.
    pub date: NaiveDate,
}

/// Why a number cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// The pattern uses a part that is empty.
    #[error("Nomor surat memerlukan {{{}}}, tetapi isinya kosong. Lengkapi di pengaturan kantor.", .0.name())]
    Empty(Token),
    /// A part has a line break or another control character.
    #[error("Isi {{{}}} memuat karakter kendali. Hapus karakter itu di pengaturan kantor.", .0.name())]
    Control(Token),
    /// The running number is 0.
    #[error("Nomor urut surat dimulai dari 1.")]
    Zero,
}

impl Pattern {
    /// The number of a letter. An empty part that the pattern uses is an error naming it; a running number wider than the pattern's width is
    /// written whole.
    pub fn format(&self, parts: &NumberParts<'_>) -> Result<String, NumberError> {
        if parts.sequence == 0 {
            return Err(NumberError::Zero);
        }
        let mut number = String::new();
        push(&mut number, &self.before, parts)?;
        number.push_str(&format!("{:0width$}", parts.sequence, width = self.width));
        push(&mut number, &self.after, parts)?;
        Ok(number)
    }
}

fn push(number: &mut String, segments: &[Segment], parts: &NumberParts<'_>) -> Result<(), NumberError> {
    for segment in segments {
        match segment {
            Segment::Literal(text) => number.push_str(text),
            Segment::Part(token) => number.push_str(&part(*token, parts)?),
        }
    }
    Ok(())
}

fn part(token: Token, parts: &NumberParts<'_>) -> Result<String, NumberError> {
    let text = match token {
        Token::Classification => parts.classification.trim().to_owned(),
        Token::Sequence => parts.sequence.to_string(),
        Token::Unit => parts.unit.trim().to_owned(),
        Token::Section => parts.section.trim().to_owned(),
        Token::Register => parts.register.trim().to_owned(),
        Token::RomanMonth => roman_month(parts.date.month()).unwrap_or_default(),
        Token::Month => format!("{:02}", parts.date.month()),
        Token::Year => format!("{:04}", parts.date.year()),
    };
    match text {
        text if text.is_empty() => Err(NumberError::Empty(token)),
        text if text.chars().any(char::is_control) => Err(NumberError::Control(token)),
        text => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{NumberError, NumberParts};
    use crate::number::{Pattern, Token};

    const EMPTY: NumberParts<'static> = NumberParts {
        classification: "",
        sequence: 1,
        unit: "",
        section: "",
        register: "",
        date: chrono::NaiveDate::from_ymd_opt(2023, 6, 5).unwrap(),
    };

    fn format(pattern: &str, parts: NumberParts<'_>) -> Result<String, NumberError> {
        Pattern::parse(pattern).unwrap().format(&parts)
    }

    #[test]
    fn writes_the_numbers_met_at_offices() {
        let july = chrono::NaiveDate::from_ymd_opt(2021, 7, 1).unwrap();
        for (pattern, parts, expected) in [
            (
                "{klasifikasi}/{urut}/{unit}.{bidang}",
                NumberParts { classification: "000.6.5", sequence: 1024, unit: "Diskominfo", section: "05", ..EMPTY },
                "000.6.5/1024/Diskominfo.05",
            ),
            (
                "{unit}/ {urut} / {bidang} / {klasifikasi}",
                NumberParts { classification: "83", sequence: 4, unit: "Dinkominfo", section: "3", ..EMPTY },
                "Dinkominfo/ 4 / 3 / 83",
            ),
            ("{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}", NumberParts { unit: "DKIP", ..EMPTY }, "001/SOP-DKIP/VI/2023"),
            (
                "{register}-{urut}/{unit}/{bidang}/{klasifikasi}/{bulan}/{tahun}",
                NumberParts { classification: "KP.08.1", sequence: 2217, unit: "DJ.I", section: "Set.I", register: "B", date: july },
                "B-2217/DJ.I/Set.I/KP.08.1/07/2021",
            ),
            ("{urut:3}", NumberParts { sequence: 12_345, ..EMPTY }, "12345"),
        ] {
            assert_eq!(format(pattern, parts).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn names_the_part_that_is_missing() {
        for (pattern, parts, expected) in [
            ("{klasifikasi}/{urut}", EMPTY, NumberError::Empty(Token::Classification)),
            ("{urut}/{unit}", NumberParts { unit: "  ", ..EMPTY }, NumberError::Empty(Token::Unit)),
            ("{urut}/{unit}", NumberParts { unit: "a\nb", ..EMPTY }, NumberError::Control(Token::Unit)),
            ("{urut}", NumberParts { sequence: 0, ..EMPTY }, NumberError::Zero),
        ] {
            assert_eq!(format(pattern, parts), Err(expected));
        }
        let said = NumberError::Empty(Token::Classification).to_string();
        assert_eq!(said, "Nomor surat memerlukan {klasifikasi}, tetapi isinya kosong. Lengkapi di pengaturan kantor.");
    }
}
