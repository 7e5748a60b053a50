//! The sex that a NIP and a NIK encode.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Man or woman, as the population register knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// laki-laki
    Male,
    /// perempuan
    Female,
}

impl fmt::Display for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Male => "laki-laki",
            Self::Female => "perempuan",
        })
    }
}
