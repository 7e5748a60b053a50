//! What a change touches: screens that show a topic read again.

use serde::Serialize;
use ts_rs::TS;

/// A part of the office that screens show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Cases, their lists and counts.
    Cases,
    /// Letters and registers.
    Letters,
    /// Letters on their way out.
    Outgoing,
    /// Scans and the folders that they come from.
    Scans,
    /// Owners and certificates.
    Owners,
    /// Profile and officials.
    Office,
    /// How long files are kept, and what is proposed for destruction.
    Retention,
    /// What was found wrong with the journal.
    Journal,
    /// Drafts.
    Drafts,
    /// Backups and their places.
    Backups,
    /// Whether an office is open, and the settings of this computer.
    Desk,
}

impl Topic {
    /// Every topic: another office is shown.
    pub(crate) const ALL: [Self; 11] = [
        Self::Cases,
        Self::Letters,
        Self::Outgoing,
        Self::Scans,
        Self::Owners,
        Self::Office,
        Self::Retention,
        Self::Journal,
        Self::Drafts,
        Self::Backups,
        Self::Desk,
    ];
}

/// The answer of a command that changes something.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Changed<T> {
    /// What the command answers.
    pub value: T,
    /// What it touched.
    pub changed: Vec<Topic>,
}

/// An answer with what it touched.
pub(crate) fn changed<T>(value: T, topics: &[Topic]) -> Changed<T> {
    Changed { value, changed: topics.to_vec() }
}
