//! Closed lists of words in a file (`jenis = "pencabutan"`): one list yields the type, its spelling, its JSON and its reading.

/// A type whose values are spelled as fixed words in a file.
pub trait Word: Copy + 'static {
    /// Every value, in the order in which messages list them.
    const ALL: &'static [Self];

    /// The spelling in files and JSON.
    fn word(self) -> &'static str;

    /// The value spelled `word`, if there is one.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Declares a public enum together with the words that spell it; implements [`Word`], `Display`, `Serialize` and `Deserialize`.
macro_rules! word_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant),+ }

        impl $crate::document::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::document::Word::word(*self))
            }
        }
    };
}
pub(crate) use word_enum;

#[cfg(test)]
mod tests {
    use super::Word;
    use crate::document::Level;

    #[test]
    fn words_read_back() {
        for level in Level::ALL {
            assert_eq!(Level::from_word(level.word()), Some(*level));
        }
        assert_eq!(Level::from_word("Galat"), None);
    }
}
