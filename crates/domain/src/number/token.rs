//! The parts of a pattern.

use std::{fmt, str};

use serde::{Deserialize, Serialize};

use super::PatternError;

/// What a pattern may name between braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// `{klasifikasi}`: code of the archive classification, "000.6.5".
    Classification,
    /// `{urut}`: running number in its register and year.
    Sequence,
    /// `{unit}`: the office's abbreviation, "Diskominfo".
    Unit,
    /// `{bidang}`: code of the section, "05".
    Section,
    /// `{register}`: code of the register.
    Register,
    /// `{bulan_romawi}`: month of the letter's date, "VI".
    RomanMonth,
    /// `{bulan}`: the same with two digits, "06".
    Month,
    /// `{tahun}`: year of the letter's date, four digits.
    Year,
}

/// A pattern that can be used: well formed, with `{urut}` exactly once. Travels in settings as its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    /// What stands before `{urut}`.
    pub(super) before: Vec<Segment>,
    /// `{urut}` is filled with zeros to at least this many digits.
    pub(super) width: usize,
    /// What stands behind `{urut}`.
    pub(super) after: Vec<Segment>,
}

/// One piece of a pattern beside `{urut}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// Text that stands as it is.
    Literal(String),
    /// Any token but `{urut}`.
    Part(Token),
}

impl Token {
    /// All of them, in the order in which messages list them.
    pub const ALL: [Token; 8] =
        [Self::Classification, Self::Sequence, Self::Unit, Self::Section, Self::Register, Self::RomanMonth, Self::Month, Self::Year];

    /// Its name between the braces.
    pub fn name(self) -> &'static str {
        match self {
            Self::Classification => "klasifikasi",
            Self::Sequence => "urut",
            Self::Unit => "unit",
            Self::Section => "bidang",
            Self::Register => "register",
            Self::RomanMonth => "bulan_romawi",
            Self::Month => "bulan",
            Self::Year => "tahun",
        }
    }

    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|token| token.name() == name)
    }
}

impl Pattern {
    /// The tokens that the pattern uses, in their order: the settings ask for what they need.
    pub fn tokens(&self) -> impl Iterator<Item = Token> {
        let token = |segment: &Segment| if let Segment::Part(token) = segment { Some(*token) } else { None };
        self.before.iter().filter_map(token).chain([Token::Sequence]).chain(self.after.iter().filter_map(token))
    }
}

impl fmt::Display for Pattern {
    /// The pattern as it was written, without blanks around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.before.iter().try_for_each(|segment| segment.fmt(f))?;
        match self.width {
            1 => write!(f, "{{{}}}", Token::Sequence.name())?,
            width => write!(f, "{{{}:{width}}}", Token::Sequence.name())?,
        }
        self.after.iter().try_for_each(|segment| segment.fmt(f))
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(text) => f.write_str(text),
            Self::Part(token) => write!(f, "{{{}}}", token.name()),
        }
    }
}

impl str::FromStr for Pattern {
    type Err = PatternError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.to_string()
    }
}
