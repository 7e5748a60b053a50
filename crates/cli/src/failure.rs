//! Why a verb was not carried out.

use sandika_api::{ApiError, ErrorCode};
use sandika_app::AppError;
use std::io;

/// A failure, by how it is told.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is wrong: a sentence and where help is, exit status 2.
    Usage(String),
    /// Something was refused: sentences, exit status 1.
    Refused(ApiError),
    /// Somebody else has the office open: a sentence, exit status 3, so that a scheduled task can tell it from a fault.
    Busy(String),
    /// Something was refused and a program is listening: one line of JSON, exit status 1.
    Wire(ApiError),
}

impl Failure {
    /// A refusal that comes from the command line's own part of the work.
    pub(crate) fn refused(code: ErrorCode, field: &str, message: impl Into<String>) -> Self {
        Self::Refused(ApiError { code, field: Some(field.to_owned()), message: message.into(), faults: Vec::new(), reference: None })
    }

    /// The same for a program that reads JSON.
    pub(crate) fn for_programs(self) -> Self {
        match self {
            Self::Refused(error) => Self::Wire(error),
            other => other,
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Refused(error)
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::Refused(error.into())
    }
}

/// Why a file cannot be read, as the end of a sentence.
pub(crate) fn reading_fault(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "berkas tidak ditemukan; periksa nama dan letaknya".to_owned(),
        io::ErrorKind::PermissionDenied => "tidak ada izin membaca; periksa izin berkas".to_owned(),
        io::ErrorKind::IsADirectory => "yang disebut adalah folder, bukan berkas".to_owned(),
        _ => format!("sistem menolak ({error})"),
    }
}
