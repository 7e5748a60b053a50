//! Reading a pattern.

use super::token::Segment;
use super::{Pattern, Token};

/// The longest pattern, in characters.
const LONGEST: usize = 120;
/// The greatest width of `{urut}`: no register counts further.
const WIDEST: usize = 9;

/// Why a pattern cannot be used. Positions count characters from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Longer than 120 characters.
    #[error("Pola nomor terlalu panjang; paling banyak 120 karakter.")]
    TooLong,
    /// A line break or another control character.
    #[error("Pola nomor memuat karakter kendali pada posisi {position}. Hapus karakter itu.")]
    Control {
        /// Where it stands.
        position: usize,
    },
    /// A `{` without `}`, or a `}` without `{`.
    #[error("Kurung kurawal pada posisi {position} tidak berpasangan. Tulis bagian nomor sebagai {{nama}}.")]
    Brace {
        /// Where the brace stands.
        position: usize,
    },
    /// A name between braces that is not known.
    #[error("Bagian {{{name}}} pada posisi {position} tidak dikenal. Pilihannya: {}.", choices())]
    Unknown {
        /// The name as written.
        name: String,
        /// Where its brace stands.
        position: usize,
    },
    /// A width that is not 1 to 9, or on a token other than `{urut}`.
    #[error("Lebar angka pada posisi {position} tidak dapat dipakai. Lebar hanya untuk urut, 1 sampai 9, misalnya {{urut:3}}.")]
    Width {
        /// Where the token's brace stands.
        position: usize,
    },
    /// No `{urut}`: every letter would bear the same number.
    #[error("Pola nomor harus memuat {{urut}}; tanpa itu semua surat bernomor sama.")]
    NoSequence,
    /// `{urut}` more than once.
    #[error("Pola nomor memuat {{urut}} lebih dari sekali. Pakai satu saja.")]
    TwoSequences,
}

impl Pattern {
    /// Reads a pattern: text with tokens between braces. `{urut:3}` fills the running number with zeros to three digits. There is no way to write a
    /// brace itself, since no letter number has one. Blanks around the pattern are dropped, and positions count from what follows them.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let text = text.trim();
        check_text(text)?;
        let (mut before, mut width, mut after) = (Vec::new(), None, Vec::new());
        let pieces = Pieces { text, at: 0 };
        for piece in pieces {
            match piece? {
                Piece::Sequence { .. } if width.is_some() => return Err(PatternError::TwoSequences),
                Piece::Sequence { width: digits } => width = Some(digits),
                Piece::Other(segment) if width.is_none() => before.push(segment),
                Piece::Other(segment) => after.push(segment),
            }
        }
        let width = width.ok_or(PatternError::NoSequence)?;
        Ok(Self { before, width, after })
    }
}

/// A piece of a pattern as it is met.
enum Piece {
    Sequence { width: usize },
    Other(Segment),
}

/// Cuts a pattern at its braces.
struct Pieces<'a> {
    text: &'a str,
    /// Bytes read so far.
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Result<Piece, PatternError>;

    fn next(&mut self) -> Option<Self::Item> {
        let (read, rest) = self.text.split_at_checked(self.at)?;
        let position = read.chars().count() + 1;
        let literal = rest.split(['{', '}']).next().filter(|literal| !literal.is_empty());
        if let Some(literal) = literal {
            self.at += literal.len();
            return Some(Ok(Piece::Other(Segment::Literal(literal.to_owned()))));
        }
        if rest.is_empty() {
            return None;
        }
        let inside = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(inside, _)| inside);
        let Some(inside) = inside.filter(|inside| !inside.contains('{')) else {
            self.at = self.text.len();
            return Some(Err(PatternError::Brace { position }));
        };
        self.at += inside.len() + 2;
        Some(token(inside, position))
    }
}

fn check_text(text: &str) -> Result<(), PatternError> {
    if text.chars().nth(LONGEST).is_some() {
        return Err(PatternError::TooLong);
    }
    match text.chars().position(char::is_control) {
        Some(at) => Err(PatternError::Control { position: at + 1 }),
        None => Ok(()),
    }
}

fn token(inside: &str, position: usize) -> Result<Piece, PatternError> {
    let (name, width) = match inside.split_once(':') {
        Some((name, width)) => (name, Some(width)),
        None => (inside, None),
    };
    let Some(token) = Token::of_name(name) else {
        return Err(PatternError::Unknown { name: name.to_owned(), position });
    };
    match (token, width) {
        (Token::Sequence, None) => Ok(Piece::Sequence { width: 1 }),
        (Token::Sequence, Some(width)) => match width.parse() {
            Ok(width) if (1..=WIDEST).contains(&width) => Ok(Piece::Sequence { width }),
            _ => Err(PatternError::Width { position }),
        },
        (_, Some(_)) => Err(PatternError::Width { position }),
        (token, None) => Ok(Piece::Other(Segment::Part(token))),
    }
}

fn choices() -> String {
    Token::ALL.map(Token::name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::PatternError;
    use crate::number::{Pattern, Token};
    use proptest::prelude::*;

    #[test]
    fn reads_and_writes_back() {
        for text in ["{klasifikasi}/{urut}/{unit}.{bidang}", "{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}", "{urut}", "é {urut} {register}"]
        {
            assert_eq!(Pattern::parse(text).unwrap().to_string(), text);
        }
        let tokens: Vec<Token> = Pattern::parse("{urut:3}/{unit}/{tahun}").unwrap().tokens().collect();
        assert_eq!(tokens, [Token::Sequence, Token::Unit, Token::Year]);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let unknown = |name: &str, position| PatternError::Unknown { name: name.to_owned(), position };
        let long = format!("{{urut}}{}", "x".repeat(115));
        for (text, expected) in [
            ("", PatternError::NoSequence),
            ("{unit}/2026", PatternError::NoSequence),
            ("{urut}/{urut}", PatternError::TwoSequences),
            ("{urut}/{hari}", unknown("hari", 8)),
            ("é/{}/{urut}", unknown("", 3)),
            ("{urut}/{ unit}", unknown(" unit", 8)),
            ("{urut}/{Unit}", unknown("Unit", 8)),
            ("{urut}/{unit", PatternError::Brace { position: 8 }),
            ("{urut}}", PatternError::Brace { position: 7 }),
            ("{{urut}}", PatternError::Brace { position: 1 }),
            ("{urut:0}", PatternError::Width { position: 1 }),
            ("{urut:10}", PatternError::Width { position: 1 }),
            ("{urut:}", PatternError::Width { position: 1 }),
            ("a{urut}{unit:3}", PatternError::Width { position: 8 }),
            ("{urut}\n/", PatternError::Control { position: 7 }),
            (long.as_str(), PatternError::TooLong),
        ] {
            assert_eq!(Pattern::parse(text), Err(expected), "{text}");
        }
        assert_eq!(
            unknown("hari", 8).to_string(),
            "Bagian {hari} pada posisi 8 tidak dikenal. Pilihannya: klasifikasi, urut, unit, bidang, register, bulan_romawi, bulan, tahun."
        );
    }

    #[test]
    fn travels_as_its_text() {
        let pattern = Pattern::parse("{urut:3}/{unit}").unwrap();
        assert_eq!(serde_json::to_string(&pattern).unwrap(), r#""{urut:3}/{unit}""#);
        assert_eq!(serde_json::from_str::<Pattern>(r#""{urut:3}/{unit}""#).unwrap(), pattern);
        assert!(serde_json::from_str::<Pattern>(r#""{unit}""#).is_err());
    }

    proptest! {
        #[test]
        fn never_panics(text in "(\\{|\\}|urut|:|3|unit|é){0,12}|\\PC{0,40}") {
            if let Ok(pattern) = Pattern::parse(&text) {
                prop_assert_eq!(Pattern::parse(&pattern.to_string()), Ok(pattern));
            }
        }
    }
}
