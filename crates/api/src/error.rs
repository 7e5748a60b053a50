//! Errors on the wire.

use sandika_app::{AppError, UpdateFault};
use sandika_domain::case::Rejection;
use sandika_store::StoreError;
use sandika_store::backup::BackupError;
use serde::Serialize;
use ts_rs::TS;

/// Why a command was not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ApiError {
    /// One of a closed set.
    pub code: ErrorCode,
    /// The argument at fault, where it is one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What, why, what to do; in Indonesian.
    pub message: String,
    /// Single faults of fields, missing things or warnings.
    pub faults: Vec<Fault>,
    /// Reference into the fault log, for errors that only a developer can explain.
    #[ts(optional)]
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// Field, document, letter, warning code or file.
    pub field: String,
    /// What, why, what to do.
    pub text: String,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident),+ $(,)?) => {
        /// The closed set of error codes; the screen must have a text for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
        #[serde(rename_all = "kebab-case")]
        pub enum ErrorCode { $($(#[doc = $doc])+ $code),+ }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code),+];
        }
    };
}

codes! {
    /// The arguments are no JSON.
    BadJson,
    /// The arguments do not fit the command.
    BadArguments,
    /// The arguments are larger than any command needs.
    TooLarge,
    /// There is no such command.
    UnknownCommand,
    /// There is no such thing.
    NotFound,
    /// Another thing holds the value.
    Conflict,
    /// Fields cannot be accepted.
    InvalidFields,
    /// A text is missing.
    TextNeeded,
    /// A text is too long.
    TextTooLong,
    /// A text has invisible characters.
    ControlCharacter,
    /// A value is not one of the known ones.
    UnknownChoice,
    /// A moment or day in the future.
    InFuture,
    /// A moment or day before what it follows.
    TooEarly,
    /// Required things are missing.
    Incomplete,
    /// Warnings wait for a reason.
    Unconfirmed,
    /// The user saw an older state.
    Stale,
    /// The case is closed.
    CaseClosed,
    /// The case was withdrawn.
    CaseWithdrawn,
    /// The case is open.
    CaseOpen,
    /// Another step is current, or the step is not reached.
    OtherStep,
    /// A decision needs an outcome that it knows.
    OutcomeNeeded,
    /// Nothing can be undone.
    NothingToUndo,
    /// What took effect on a certificate stands in the way.
    EffectStands,
    /// A text tells a passphrase or holds a private key.
    Secret,
    /// A used number stands in the way.
    NumberUsed,
    /// The case waits already, or does not wait.
    Waiting,
    /// A document is unknown, missing, there already, or not required.
    Document,
    /// A letter or version is unknown here.
    Letter,
    /// A letter lacks values or cannot be drawn.
    LetterIncomplete,
    /// A message is unknown here or lacks values.
    Message,
    /// A number cannot be formed or is taken.
    Number,
    /// Content files are faulty.
    Content,
    /// The rules of retention keep it.
    Retention,
    /// No office is open.
    OfficeClosed,
    /// The office has not described itself.
    NoProfile,
    /// Nobody can sign.
    NoSignatory,
    /// A file outside the office cannot be used.
    File,
    /// A printer or mail program refused.
    Outside,
    /// A time cannot be reckoned.
    Calendar,
    /// The folder holds no office.
    NotAnOffice,
    /// The folder holds an office already.
    OfficeExists,
    /// Another program has the office open.
    InUse,
    /// Wrong passphrase.
    WrongPassphrase,
    /// The key is bound to another account of the computer, or cannot be bound to this one.
    Account,
    /// Nobody of that name may sign in.
    NoSuchUser,
    /// Too many passphrases failed; there is a wait.
    TooManyTries,
    /// The user's role does not allow it.
    Forbidden,
    /// The new passphrase is too short.
    PassphraseTooShort,
    /// Key slots are missing, unreadable, or of another office.
    Keys,
    /// The store is damaged: see the message for whether it was set aside.
    StoreDamaged,
    /// The store or its key slots are newer than the program.
    StoreNewer,
    /// A stored file is missing or changed.
    StoredFile,
    /// The person's data was destroyed.
    PersonErased,
    /// The officer ended a long work.
    Stopped,
    /// The disk is full.
    DiskFull,
    /// Another program holds the files.
    Held,
    /// The office's place takes no writing.
    ReadOnly,
    /// The disk did not read or write.
    DiskFault,
    /// A place of backups cannot be reached, or is busy.
    BackupPlace,
    /// A backup is not whole, not of this office, or unknown.
    Backup,
    /// An update cannot be taken, or not be started.
    Update,
    /// The store refused for another reason.
    Store,
    /// A fault of the program; see the reference.
    Internal,
}

impl ApiError {
    /// An error without single faults.
    pub(crate) fn new(code: ErrorCode, field: Option<&str>, message: impl Into<String>) -> Self {
        Self { code, field: field.map(str::to_owned), message: message.into(), faults: Vec::new(), reference: None }
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        let faults = error.fields().into_iter().map(|(field, text)| Fault { field, text }).collect();
        Self { code: code(&error), field: error.field(), message: error.to_string(), faults, reference: None }
    }
}

fn code(error: &AppError) -> ErrorCode {
    match error {
        AppError::Store(error) => store_code(error),
        AppError::Rejected(rejection) => rejection_code(rejection),
        AppError::Details(_) | AppError::Input { .. } | AppError::Account(_) | AppError::Classifications(_) => ErrorCode::InvalidFields,
        AppError::Unconfirmed(_) => ErrorCode::Unconfirmed,
        AppError::Content(_) | AppError::Io(_) => ErrorCode::Content,
        AppError::Letter(_) | AppError::Template(_) | AppError::Draw(_) => ErrorCode::LetterIncomplete,
        AppError::Message(_) => ErrorCode::Message,
        AppError::Number(_) | AppError::Pattern(_) => ErrorCode::Number,
        AppError::Calendar(_) => ErrorCode::Calendar,
        AppError::NotFound { .. } => ErrorCode::NotFound,
        AppError::Conflict { .. } => ErrorCode::Conflict,
        AppError::Retention(_) => ErrorCode::Retention,
        AppError::OfficeClosed => ErrorCode::OfficeClosed,
        AppError::Forbidden { .. } => ErrorCode::Forbidden,
        AppError::NotAdmitted { .. } => ErrorCode::NoSuchUser,
        AppError::TooManyTries { .. } => ErrorCode::TooManyTries,
        AppError::NoProfile => ErrorCode::NoProfile,
        AppError::NoSignatory(_) => ErrorCode::NoSignatory,
        AppError::File { .. } => ErrorCode::File,
        AppError::Outside { .. } => ErrorCode::Outside,
        AppError::Update(UpdateFault::BesideOnly(_)) => ErrorCode::Unconfirmed,
        AppError::Update(_) => ErrorCode::Update,
        AppError::NoRandomness => ErrorCode::Internal,
    }
}

fn rejection_code(rejection: &Rejection) -> ErrorCode {
    match rejection {
        Rejection::Stale { .. } => ErrorCode::Stale,
        Rejection::Closed => ErrorCode::CaseClosed,
        Rejection::Withdrawn => ErrorCode::CaseWithdrawn,
        Rejection::StillOpen => ErrorCode::CaseOpen,
        Rejection::OtherStep { .. } | Rejection::StepNotReached(_) | Rejection::NotLastStep(_) | Rejection::BrokenSop(_) => {
            ErrorCode::OtherStep
        }
        Rejection::OutcomeNeeded(_) | Rejection::OutcomeUnknown { .. } => ErrorCode::OutcomeNeeded,
        Rejection::TextNeeded(_) => ErrorCode::TextNeeded,
        Rejection::TextTooLong { .. } => ErrorCode::TextTooLong,
        Rejection::ControlCharacter(_) => ErrorCode::ControlCharacter,
        Rejection::Answers(_) | Rejection::Opening(_) | Rejection::OpeningNeeds(_) | Rejection::Copies => ErrorCode::InvalidFields,
        Rejection::ReprintReason => ErrorCode::TextNeeded,
        Rejection::OddYear(_) | Rejection::LetterAfterArrival | Rejection::NotSigned | Rejection::NotAPage => ErrorCode::InvalidFields,
        Rejection::Incomplete(_) => ErrorCode::Incomplete,
        Rejection::Unconfirmed(_) => ErrorCode::Unconfirmed,
        Rejection::NothingToApprove(_) => ErrorCode::OtherStep,
        Rejection::NothingToUndo => ErrorCode::NothingToUndo,
        Rejection::EffectStands => ErrorCode::EffectStands,
        Rejection::Secret(_) => ErrorCode::Secret,
        Rejection::NumberUsed(_) => ErrorCode::NumberUsed,
        Rejection::AlreadyWaiting | Rejection::NotWaiting => ErrorCode::Waiting,
        Rejection::UnknownDocument(_) | Rejection::SameFile | Rejection::NoSuchFile | Rejection::NotRequired(_) => ErrorCode::Document,
        Rejection::UnknownLetter(_)
        | Rejection::NoSuchLetter
        | Rejection::LetterVoided
        | Rejection::SharedLetter(_)
        | Rejection::LetterVersion { .. } => ErrorCode::Letter,
        Rejection::UnknownMessage(_) => ErrorCode::Message,
        Rejection::UnknownChoice { .. } => ErrorCode::UnknownChoice,
        Rejection::InFuture(_) => ErrorCode::InFuture,
        Rejection::TooEarly(_) => ErrorCode::TooEarly,
    }
}

fn store_code(error: &StoreError) -> ErrorCode {
    match error {
        StoreError::NotAnOffice(_) | StoreError::DatabaseMissing { .. } => ErrorCode::NotAnOffice,
        StoreError::Exists(_) => ErrorCode::OfficeExists,
        StoreError::InUse => ErrorCode::InUse,
        StoreError::KeysMissing(_) | StoreError::KeysUnreadable { .. } | StoreError::KeysForeign { .. } => ErrorCode::Keys,
        StoreError::WrongPassphrase => ErrorCode::WrongPassphrase,
        StoreError::OtherAccount { .. } | StoreError::NoAccount(_) => ErrorCode::Account,
        StoreError::NoSuchUser { .. } => ErrorCode::NoSuchUser,
        StoreError::PassphraseTooShort { .. } => ErrorCode::PassphraseTooShort,
        StoreError::Newer { .. } | StoreError::KeysNewer { .. } => ErrorCode::StoreNewer,
        StoreError::Damaged { .. } | StoreError::EntryUnreadable { .. } | StoreError::PageUnreadable => ErrorCode::StoreDamaged,
        StoreError::BlobMissing { .. } | StoreError::BlobChanged { .. } => ErrorCode::StoredFile,
        StoreError::BlobTooLarge { .. } => ErrorCode::File,
        StoreError::NumberTaken { .. } => ErrorCode::Number,
        StoreError::UnknownCase(_) => ErrorCode::NotFound,
        StoreError::PersonErased => ErrorCode::PersonErased,
        StoreError::Stopped => ErrorCode::Stopped,
        StoreError::Full => ErrorCode::DiskFull,
        StoreError::Held => ErrorCode::Held,
        StoreError::ReadOnly => ErrorCode::ReadOnly,
        StoreError::Disk => ErrorCode::DiskFault,
        StoreError::Backup(BackupError::PlaceGone(_) | BackupError::PlaceBusy(_) | BackupError::UnderWay) => ErrorCode::BackupPlace,
        StoreError::Backup(BackupError::Newer { .. }) => ErrorCode::StoreNewer,
        StoreError::Backup(_) => ErrorCode::Backup,
        _ => ErrorCode::Store,
    }
}
