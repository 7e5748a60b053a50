//! `bila`: when a field, document, letter or message applies.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt;

/// A value that a condition may look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConditionPath {
    /// `perkara.alasan`: the reason for the revocation.
    Reason,
    /// `perkara.kanal`: how the request came in.
    Channel,
    /// `perkara.pemohon_dapat_masuk_ams`: whether the owner can log in to AMS, `ya` or `tidak`.
    OwnerCanLogIn,
    /// `langkah.<nomor>.<id>`: the answer to a field of an earlier step.
    Answer {
        /// Number of the step.
        step: u32,
        /// Id of its field.
        field: String,
    },
}

impl ConditionPath {
    /// The words of a yes/no value.
    pub const YES_NO: [&'static str; 2] = ["ya", "tidak"];

    /// Reads the path as it stands in a file; nothing where it names no such value.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "perkara.alasan" => Some(Self::Reason),
            "perkara.kanal" => Some(Self::Channel),
            "perkara.pemohon_dapat_masuk_ams" => Some(Self::OwnerCanLogIn),
            _ => {
                let (step, field) = text.strip_prefix("langkah.")?.split_once('.')?;
                let plain = step.bytes().all(|byte| byte.is_ascii_digit()) && !field.is_empty();
                let step = step.parse().ok().filter(|_| plain)?;
                Some(Self::Answer { step, field: field.to_owned() })
            }
        }
    }
}

impl fmt::Display for ConditionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reason => f.write_str("perkara.alasan"),
            Self::Channel => f.write_str("perkara.kanal"),
            Self::OwnerCanLogIn => f.write_str("perkara.pemohon_dapat_masuk_ams"),
            Self::Answer { step, field } => write!(f, "langkah.{step}.{field}"),
        }
    }
}

/// A condition: each path named must have one of its values. Serializes as the file writes it, a map from path to values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition(pub Vec<(ConditionPath, Vec<String>)>);

impl Condition {
    /// Whether it holds, given how to look a value up. A value that is not known yet fulfils nothing.
    pub fn holds<'v>(&self, value_of: impl Fn(&ConditionPath) -> Option<&'v str>) -> bool {
        self.0.iter().all(|(path, allowed)| value_of(path).is_some_and(|value| allowed.iter().any(|word| word == value)))
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (path, allowed) in &self.0 {
            map.serialize_entry(&path.to_string(), allowed)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_back() {
        for path in ["perkara.alasan", "perkara.kanal", "perkara.pemohon_dapat_masuk_ams", "langkah.7.subjek_dn"] {
            assert_eq!(ConditionPath::parse(path).map(|read| read.to_string()).as_deref(), Some(path));
        }
        for path in ["", "perkara", "perkara.nama", "langkah.7", "langkah..x", "langkah.+7.x", "langkah.7.", "langkah.x.y"] {
            assert_eq!(ConditionPath::parse(path), None, "{path}");
        }
    }

    #[test]
    fn all_paths_must_hold_and_an_unknown_value_fulfils_nothing() {
        let condition = Condition(vec![
            (ConditionPath::Reason, vec!["pensiun".to_owned(), "meninggal".to_owned()]),
            (ConditionPath::OwnerCanLogIn, vec!["tidak".to_owned()]),
        ]);
        for (reason, log_in, expected) in [
            (Some("meninggal"), Some("tidak"), true),
            (Some("mutasi"), Some("tidak"), false),
            (Some("pensiun"), Some("ya"), false),
            (Some("pensiun"), None, false),
        ] {
            let holds = condition.holds(|path| if *path == ConditionPath::Reason { reason } else { log_in });
            assert_eq!(holds, expected, "{reason:?} {log_in:?}");
        }
    }
}
