//! Whether a text names a person: a hint for the officer, never a reason to file.

/// How a text names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedBy {
    /// By the NIP, which is nobody else's.
    Nip,
    /// By the name, which others may have.
    Name,
}

/// A text that is looked through for many persons.
pub struct Words {
    /// Words in small letters, each with a space before and behind.
    words: String,
    digits: String,
}

impl Words {
    /// Takes a text as it was read: punctuation and line ends count as spaces, and digits are one long number, since a NIP is often written in groups.
    pub fn of(text: &str) -> Self {
        Self { words: plain(text), digits: text.chars().filter(char::is_ascii_digit).collect() }
    }

    /// How the text names a person of this name (without titles) and NIP; either may be empty. A name of one word is too common to say anything.
    pub fn name(&self, name: &str, nip: &str) -> Option<NamedBy> {
        let name = plain(name);
        if nip.len() == 18 && self.digits.contains(nip) {
            Some(NamedBy::Nip)
        } else if name.split_whitespace().count() >= 2 && self.words.contains(&name) {
            Some(NamedBy::Name)
        } else {
            None
        }
    }
}

fn plain(text: &str) -> String {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_by_nip_or_whole_name() {
        let text = "SURAT KETERANGAN\nNama : SITI AMINAH, S.Sos.\nNIP. 19680903 199302 2 001\nBudi\nSantoso";
        for (name, nip, expected) in [
            ("Siti Aminah", "", Some(NamedBy::Name)),
            ("Siti Aminah", "196809031993022001", Some(NamedBy::Nip)),
            ("Orang Lain", "196809031993022001", Some(NamedBy::Nip)),
            ("Siti Aminah", "197001011996012001", Some(NamedBy::Name)),
            ("Budi Santoso", "", Some(NamedBy::Name)),
            ("Siti", "", None),
            ("Iti Aminah", "", None),
            ("Siti Aminah Lubis", "", None),
            ("", "", None),
        ] {
            assert_eq!(Words::of(text).name(name, nip), expected, "{name} {nip}");
        }
    }
}
