//! E-mail addresses. AMS registers official addresses only, and treats them without regard to letter case (domain facts 4.6).

use std::{fmt, str};

use serde::{Deserialize, Serialize};

use super::{Warning, mask};

/// Endings of official domains unless an office says otherwise; all but `go.id` are [unverified].
const OFFICIAL: [&str; 5] = ["go.id", "desa.id", "mil.id", "polri.go.id", "ac.id"];

/// Public mail providers that owners give by habit.
const PUBLIC: [&str; 9] =
    ["gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com", "hotmail.com", "outlook.com", "live.com", "icloud.com"];

/// An address, in small letters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email {
    local: String,
    domain: String,
}

/// Why an address cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// No `@`, or more than one.
    #[error("Alamat e-mail harus memuat satu tanda @, misalnya nama@kabupaten.go.id.")]
    At,
    /// What stands before the `@` is empty, too long or has a letter that cannot be.
    #[error("Bagian sebelum tanda @ tidak sah. Gunakan huruf, angka, titik, garis bawah, atau tanda hubung, tanpa spasi.")]
    Local,
    /// What stands behind the `@` is no domain.
    #[error("Bagian sesudah tanda @ bukan nama domain yang sah, misalnya kabupaten.go.id. Periksa ejaannya.")]
    Domain,
}

/// The endings of domains that count as official.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialDomains(Vec<String>);

impl Email {
    /// Reads an address and lowers its case. Quoted local parts and internationalised domains, which no office uses, are refused.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.split_once('@').ok_or(EmailError::At)?;
        if domain.contains('@') {
            return Err(EmailError::At);
        }
        if !is_local(local) {
            return Err(EmailError::Local);
        }
        if !is_domain(domain) {
            return Err(EmailError::Domain);
        }
        Ok(Self { local: local.to_owned(), domain: domain.to_owned() })
    }

    /// What stands before the `@`.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Whether the domain is, or lies under, one of the official endings.
    pub fn is_official(&self, official: &OfficialDomains) -> bool {
        official.0.iter().any(|ending| is_under(&self.domain, ending))
    }

    /// An address that AMS will probably refuse: not official (a public provider is named as such), or with a hyphen before the `@`.
    pub fn warnings(&self, official: &OfficialDomains) -> Vec<Warning> {
        let domain = self.domain.clone();
        let mut found = Vec::new();
        if PUBLIC.contains(&self.domain.as_str()) {
            found.push(Warning::EmailPublicProvider { domain });
        } else if !self.is_official(official) {
            found.push(Warning::EmailNotOfficial { domain });
        }
        if self.local.contains('-') {
            found.push(Warning::EmailHyphen);
        }
        found
    }
}

impl OfficialDomains {
    /// Endings from the office's settings: "go.id", ".desa.id" and "@contoh.id" are read alike; blanks and empty entries are dropped.
    pub fn new<T: AsRef<str>>(endings: impl IntoIterator<Item = T>) -> Self {
        let plain = |ending: T| ending.as_ref().trim().trim_start_matches(['@', '.']).to_lowercase();
        Self(endings.into_iter().map(plain).filter(|ending| !ending.is_empty()).collect())
    }

    /// The endings, in small letters, without a leading dot.
    pub fn endings(&self) -> &[String] {
        &self.0
    }
}

impl Default for OfficialDomains {
    /// go.id, desa.id, mil.id, polri.go.id, ac.id.
    fn default() -> Self {
        Self::new(OFFICIAL)
    }
}

/// A domain lies under an ending only at a dot: `palsugo.id` is not under `go.id`.
fn is_under(domain: &str, ending: &str) -> bool {
    domain.strip_suffix(ending).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn is_local(local: &str) -> bool {
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "._-+%'".contains(letter);
    (1..=64).contains(&local.len()) && local.chars().all(usual) && local.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let ends_in_letters = labels.last().is_some_and(|label| label.len() >= 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic()));
    domain.len() <= 253 && labels.len() >= 2 && ends_in_letters && labels.into_iter().all(is_label)
}

fn is_label(label: &str) -> bool {
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len()) && label.bytes().all(usual) && !label.starts_with('-') && !label.ends_with('-')
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

impl fmt::Debug for Email {
    /// Masked, because an address often is a name or a NIP.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Email({}@{})", mask(&self.local), self.domain)
    }
}

impl str::FromStr for Email {
    type Err = EmailError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Email {
    type Error = EmailError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.to_string()
    }
}

#[cfg(test)]
mod tests;
