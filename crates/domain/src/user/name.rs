//! The name that somebody signs in by, which the journal carries for ever.

use thiserror::Error;

/// Most characters of a name.
pub const LONGEST_NAME: usize = 60;

/// Why a text is no user's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameFault {
    /// Nothing was typed, or too much, or what cannot be seen.
    #[error("Nama pengguna harus diisi, paling banyak {LONGEST_NAME} karakter, tanpa karakter tersembunyi.")]
    Unfit,
    /// The program keeps such names for itself.
    #[error("Nama pengguna tidak boleh diawali tanda bintang (*). Tulis nama yang lain.")]
    Reserved,
}

/// A name as it is recorded: without blanks around it, and with single ones inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserName(String);

impl UserName {
    /// Reads a name as it was typed.
    ///
    /// # Errors
    /// [`NameFault`].
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let name = typed.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(NameFault::Unfit);
        }
        if name.starts_with('*') { Err(NameFault::Reserved) } else { Ok(Self(name.to_owned())) }
    }

    /// The name.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether another name means the same user: capitals make no difference.
    pub fn is(&self, other: &str) -> bool {
        self.0.to_lowercase() == other.to_lowercase()
    }
}

impl From<UserName> for String {
    fn from(name: UserName) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_short() {
        for (typed, name) in [
            (" Contoh  Petugas ", Ok("Contoh Petugas")),
            ("", Err(NameFault::Unfit)),
            ("\t", Err(NameFault::Unfit)),
            ("a\nb", Err(NameFault::Unfit)),
            ("*pemulihan", Err(NameFault::Reserved)),
        ] {
            assert_eq!(UserName::parse(typed).as_ref().map(UserName::text).map_err(|fault| *fault), name, "{typed:?}");
        }
        assert_eq!((UserName::parse(&"é".repeat(60)).is_ok(), UserName::parse(&"a".repeat(61)).is_ok()), (true, false));
    }

    #[test]
    fn capitals_make_no_other_user() {
        let name = UserName::parse("Étienne Sari").unwrap();
        assert!(name.is("étienne SARI") && !name.is("étienne  sari") && !name.is("sari"));
    }
}
