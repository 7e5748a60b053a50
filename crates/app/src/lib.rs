//! Use cases: one function for each thing that a user does. Each gathers what the rules need, lets the domain decide, and records the result in one
//! transaction.
//!
//! What it deliberately does not know: the wire, the screen, SQL, PDF operators. The outside world stands behind [`ports`].

mod access;
mod archive;
mod backups;
mod bundle;
mod cases;
mod certificates;
mod classifications;
pub mod content;
mod desk;
mod error;
pub mod fonts;
pub mod hash;
mod home;
mod identity;
mod journal;
mod letters;
mod long_work;
mod media;
mod messages;
mod office;
mod open_office;
mod outgoing;
pub mod outside;
mod owners;
mod plain;
pub mod ports;
mod practice;
pub mod printer_options;
mod register;
mod reminder;
mod retention;
mod scans;
mod setup;
mod templates;
mod updates;
mod upkeep;
mod whereabouts;

pub use access::{RecoverySheet, Signed, UserAccount, UserList};
pub use backups::{
    BackedUp, Backer, BackupOverview, BackupPlace, BackupSettings, BackupWork, FoundBackup, Moved, PlaceKind, Prepared, Restored,
    check_place, find_backups, own_place,
};
pub use bundle::{BundleProblem, BundleReport, CaseBundle, Tell, check_case_bundle};
pub use cases::{CalledSop, CaseFile, CaseSummary, Consent, Document, Names, NewCase, PAGE, Queue, Timeline};
pub use classifications::{FoundCodes, ListCheck};
pub use desk::{Desk, DeskState, DeviceSettings, DeviceWishes, PortsFactory, Shell, Theme};
pub use error::AppError;
pub use home::{Home, Part, Wait};
pub use journal::{
    Change, FileProblem, FileReport, JournalCheck, JournalPage, JournalSource, JournalState, JournalWanted, JournalWritten,
    check_journal_file,
};
pub use letters::{
    Batch, BatchCheck, BatchDone, BatchLetter, BatchLine, BatchShape, InstalledFace, Issued, LetterRequest, SampleLetter, sample_letter,
    try_template,
};
pub use long_work::{LongWork, Stop};
pub use messages::Composed;
pub use office::Office;
pub use open_office::{Exported, Imported, LeftOut, check_open_export};
pub use outgoing::{LetterPrinting, OutgoingLetter, Outlet, Parcel, PrintLine, SetItem, SetLine, SetPaper};
pub use owners::OwnerFile;
pub use register::{AgendaBookMade, AgendaBookRequest, NextNumber, RegisterYear, agenda_book_title};
pub use reminder::Reminder;
pub use retention::{DestructionDetails, RetentionCounts, RetentionFile, RetentionList, RetentionRules, Witness};
pub use sandika_intake::reader::{READER_WORD, serve as serve_reader};
pub use sandika_intake::{CertificateFacts, SignatureReport, SignedAt, TrustList, Verdict};
pub use sandika_store::backup::{Aside, Backup, BackupSource, Counts, Fallen, Listing, Place, TestReport, is_device_name};
pub use sandika_store::{KdfCost, START_WAIT};
pub use scans::{
    Examined, ExaminedCertificate, ExaminedContent, ExaminedScan, ExaminedSignature, MadeCut, PagePick, Picks, PlannedLetter, PlannedPiece,
    SCAN_LIMIT, ScanCut, ScanDesk, ScanFile, ScanGuess, ScanHost, ScanJob, ScanLetter, ScanNews, ScanPlan, ScanPost, ScanSeen,
    ScanSettings, ScanSuggestion, ScanSummary, ScanTarget, Scanner, Settling, WaitingFile, WatchedFolder, examine,
};
pub use setup::Official;
pub use templates::TemplateText;
pub use updates::{
    KeyFault, NewUpdate, TrustedKeys, Update, UpdateFault, UpdateStart, UpdateStarted, look_into_update, running_version, write_update,
};
pub use upkeep::Found;
