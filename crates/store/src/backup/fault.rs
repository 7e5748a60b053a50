//! What is wrong with one part of a backup.

use super::error::BackupError;
use crate::StoreError;

/// Why a part cannot be had.
#[derive(Debug)]
pub(super) enum Fault {
    /// It is not there.
    Missing,
    /// It is not what it was.
    Changed,
    /// The system refused, which says nothing of the part.
    System(Box<StoreError>),
}

impl Fault {
    /// The error of a whole backup that this part belongs to; `part` says which part it is.
    pub(super) fn of(self, stamp: &str, part: &str) -> StoreError {
        let what = match self {
            Self::System(error) => return *error,
            Self::Missing => format!("{part} tidak ada"),
            Self::Changed => format!("{part} berubah atau terpotong"),
        };
        BackupError::Broken { stamp: stamp.to_owned(), what }.into()
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::System(error.into())
    }
}
