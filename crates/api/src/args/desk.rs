//! Arguments of commands about the desk: opening and closing, and the settings of this computer.

use sandika_app::{DeviceWishes, Theme};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::path::PathBuf;
use ts_rs::TS;
use zeroize::Zeroizing;

/// A passphrase as it was typed: wiped from memory when dropped, never shown.
pub(crate) struct Passphrase(Zeroizing<String>);

impl Passphrase {
    pub(crate) fn text(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Passphrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// An office and whoever comes into it, whether it is there already or to be made.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskEnterArgs {
    /// Where it lies. If none: the known folder where it is opened, the usual one where it is made.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) folder: Option<String>,
    /// Its passphrase.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
    /// Who works, as the journal names them.
    pub(crate) user: String,
}

/// Another passphrase for the open office.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskPassphraseArgs {
    /// The one that holds.
    #[ts(type = "string")]
    pub(crate) old: Passphrase,
    /// The one that is to hold.
    #[ts(type = "string")]
    pub(crate) new: Passphrase,
}

/// Whether the own key takes the account of the computer beside the passphrase.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskAccountArgs {
    /// The one that holds.
    #[ts(type = "string")]
    pub(crate) passphrase: Passphrase,
    /// It does.
    pub(crate) on: bool,
}

/// Who works.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeskUserArgs {
    /// As the journal names them.
    pub(crate) user: String,
}

/// The settings of this computer.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeviceFields {
    /// Printer by name; the system's own if none.
    pub(crate) printer: Option<String>,
    /// Folder into which what goes out is dropped; the program's own if none.
    pub(crate) outgoing: Option<String>,
    /// `sistem`, `terang` or `gelap`.
    pub(crate) theme: ThemeWord,
    /// The program stays beside the clock when its window is closed; none where this computer has no place there.
    #[serde(default)]
    pub(crate) stays: Option<bool>,
    /// This computer starts the program when its user signs in; none where it cannot.
    #[serde(default)]
    pub(crate) autostart: Option<bool>,
}

impl From<DeviceFields> for DeviceWishes {
    fn from(fields: DeviceFields) -> Self {
        let DeviceFields { printer, outgoing, theme, stays, autostart } = fields;
        Self { printer, outgoing: outgoing.map(PathBuf::from), theme: theme.into(), stays, autostart }
    }
}

/// How the window looks.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ThemeWord {
    /// As the system does.
    Sistem,
    /// Light.
    Terang,
    /// Dark.
    Gelap,
}

impl From<ThemeWord> for Theme {
    fn from(word: ThemeWord) -> Self {
        match word {
            ThemeWord::Sistem => Self::Sistem,
            ThemeWord::Terang => Self::Terang,
            ThemeWord::Gelap => Self::Gelap,
        }
    }
}

impl From<Theme> for ThemeWord {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Sistem => Self::Sistem,
            Theme::Terang => Self::Terang,
            Theme::Gelap => Self::Gelap,
        }
    }
}
