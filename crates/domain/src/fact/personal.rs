//! The part of a fact that speaks of a person.

/// What a fact says of a person. Never serialised with the fact: the store seals it apart, with the person's own key, so that destroying the key
/// erases the person while the chain of entries stays whole (architecture, rule 1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Personal<T> {
    /// Readable.
    Known(T),
    /// The person's key was destroyed, or the part was not opened.
    #[default]
    Erased,
}

impl<T> Personal<T> {
    /// The content, unless erased.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(content) => Some(content),
            Self::Erased => None,
        }
    }
}

impl<T> From<T> for Personal<T> {
    fn from(content: T) -> Self {
        Self::Known(content)
    }
}
