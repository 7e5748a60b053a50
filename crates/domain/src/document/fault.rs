//! A finding: what is wrong in a file, where, and what to do. One shape for all files and all checks.

use serde::{Serialize, Serializer};
use std::fmt;

use super::word_enum;

word_enum! {
    /// How grave a finding is.
    Level {
        /// The file cannot be used.
        Galat = "galat",
        /// The file can be used; a person should look at it.
        Peringatan = "peringatan",
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident: $level:ident),+ $(,)?) => {
        /// The kinds of finding, by the numbers under which the SOP format describes them. S0xx are errors, S1xx warnings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $code),+ }

        impl Code {
            /// Every code, in ascending order.
            pub const ALL: &'static [Code] = &[$(Code::$code),+];

            /// The level that belongs to the code.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Code::$code => Level::$level),+ }
            }

            /// The code as it is printed: `S001`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$code => stringify!($code)),+ }
            }
        }
    };
}

codes! {
    /// Not TOML, wrong type, unknown key, missing key.
    S001: Galat,
    /// Step numbers repeat or do not rise.
    S002: Galat,
    /// A step names a lane that does not exist.
    S003: Galat,
    /// `lanjut`, `ke` or `sub_sop` names a step that does not exist.
    S004: Galat,
    /// A step that cannot be reached, or from which the end cannot be reached.
    S005: Galat,
    /// `keputusan` missing, single, or on a step that is no decision.
    S006: Galat,
    /// `waktu` cannot be read.
    S007: Galat,
    /// `bila` names an unknown value, or one of a later step.
    S008: Galat,
    /// A letter, message or reason that the office does not have.
    S009: Galat,
    /// A stated total differs from the sum of its steps.
    S101: Peringatan,
    /// Cover, title and `jenis` speak of different kinds of service.
    S102: Peringatan,
    /// A step without a time.
    S103: Peringatan,
    /// An obligatory heading is empty.
    S104: Peringatan,
    /// Equipment or recording speaks of another kind of service.
    S105: Peringatan,
    /// A legal basis that is impossible, mistaken or replaced.
    S106: Peringatan,
    /// A verification step without a way back.
    S107: Peringatan,
    /// Two neighbouring steps say nearly the same.
    S108: Peringatan,
    /// A document is asked for that nobody produces or brings.
    S109: Peringatan,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that is wrong in a file. Prints as `FILE:LINE: tingkat KODE pesan`; as JSON `{file, line, tingkat, kode, pesan}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of the file, as it was handed in.
    pub file: String,
    /// Line number, from 1.
    pub line: u32,
    /// How grave it is; always the level of `code`.
    #[serde(rename = "tingkat")]
    pub level: Level,
    /// Which kind of finding it is.
    #[serde(rename = "kode")]
    pub code: Code,
    /// An Indonesian sentence: what, why, what to do. Never has a line break.
    #[serde(rename = "pesan")]
    pub message: String,
}

impl Finding {
    /// A finding of `code` at `line` of `file`. What `message` quotes from the file is brought onto one line and cut where it is long.
    #[must_use]
    pub fn new(file: &str, line: u32, code: Code, message: impl AsRef<str>) -> Self {
        Self { file: file.to_owned(), line, level: code.level(), code, message: one_line(message.as_ref()) }
    }

    /// Whether the finding forbids the use of the file.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == Level::Galat
    }
}

/// The longest message, in characters; beyond it stands "…".
const LONGEST_MESSAGE: usize = 600;

fn one_line(message: &str) -> String {
    let mut line: String = message.chars().take(LONGEST_MESSAGE).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if message.chars().nth(LONGEST_MESSAGE).is_some() {
        line.push('…');
    }
    line
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} {} {}", self.file, self.line, self.level, self.code, self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_prints_as_one_line_and_serializes_under_indonesian_keys() {
        let finding = Finding::new("a.toml", 7, Code::S103, "Langkah 1 tidak mempunyai waktu.");
        assert_eq!(finding.to_string(), "a.toml:7: peringatan S103 Langkah 1 tidak mempunyai waktu.");
        assert_eq!(
            serde_json::to_string(&finding).unwrap(),
            r#"{"file":"a.toml","line":7,"tingkat":"peringatan","kode":"S103","pesan":"Langkah 1 tidak mempunyai waktu."}"#
        );
    }

    #[test]
    fn what_is_quoted_stays_on_one_line_and_short() {
        for (message, expected) in [
            ("Baris \"a\nb\tc\".".to_owned(), "Baris \"a b c\".".to_owned()),
            ("é".repeat(600), "é".repeat(600)),
            ("é".repeat(601), "é".repeat(600) + "…"),
        ] {
            assert_eq!(Finding::new("a.toml", 1, Code::S001, message).message, expected);
        }
    }

    #[test]
    fn codes_below_one_hundred_are_errors() {
        for code in Code::ALL {
            assert_eq!(code.level() == Level::Galat, code.as_str() < "S100", "{code}");
        }
    }
}
