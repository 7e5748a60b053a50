//! What a verification finds.

use crate::StoreError;
use crate::progress::{self, Stage, Watcher};
use sandika_domain::fact::ClockMove;
use std::fmt;

/// Most problems that are kept; the rest is counted.
const KEPT: usize = 1_000;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The database file itself is damaged.
    Database,
    /// An entry's text is not the one that its hash was taken over.
    BodyChanged,
    /// An entry's text cannot be read.
    BodyUnreadable,
    /// An entry does not follow from the one before it.
    ChainBroken,
    /// Entries are missing from the store's order.
    SequenceGap,
    /// Entries are missing from a desk's order.
    DeskGap,
    /// An entry that was verified before is another one now, or gone.
    VerifiedChanged,
    /// The columns of an entry say something else than its text.
    ColumnsDiffer,
    /// The journal does not end where it is known to end.
    HeadDiffers,
    /// A personal part does not open though its key is there; a person's key is gone and no entry says that it was destroyed, or the other way
    /// round.
    SealBroken,
    /// Entries that the journal is known to have had are gone from its end.
    TailCut,
    /// The anchor was missing or unreadable though there were entries: a lost end would not have been seen.
    AnchorMissing,
    /// A stored file is gone.
    BlobMissing,
    /// A stored file is not what was stored.
    BlobChanged,
    /// A file is still stored though it spoke only of persons who are erased.
    BlobNotErased,
    /// A table says something else than the journal.
    ProjectionDiffers,
}

impl ProblemKind {
    /// Whether following the whole chain finds it, so that it is over once that finds nothing.
    fn is_of_the_chain(self) -> bool {
        use ProblemKind::{BodyChanged, BodyUnreadable, ChainBroken, ColumnsDiffer, DeskGap, SealBroken, SequenceGap};
        matches!(self, BodyChanged | BodyUnreadable | ChainBroken | SequenceGap | DeskGap | ColumnsDiffer | SealBroken)
    }

    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::BodyChanged => "body-changed",
            Self::BodyUnreadable => "body-unreadable",
            Self::ChainBroken => "chain-broken",
            Self::SequenceGap => "sequence-gap",
            Self::DeskGap => "desk-gap",
            Self::VerifiedChanged => "verified-changed",
            Self::ColumnsDiffer => "columns-differ",
            Self::HeadDiffers => "head-differs",
            Self::SealBroken => "seal-broken",
            Self::TailCut => "tail-cut",
            Self::AnchorMissing => "anchor-missing",
            Self::BlobMissing => "file-missing",
            Self::BlobChanged => "file-changed",
            Self::BlobNotErased => "file-not-erased",
            Self::ProjectionDiffers => "projection-differs",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Which entry, where it is one.
    pub seq: Option<i64>,
    /// SHA-256 of the stored file, where it is one.
    pub hash: Option<String>,
    /// The same in Indonesian, with what to do.
    pub message: String,
}

impl Problem {
    /// The journal does not end where it is known to end.
    pub(crate) fn head_differs() -> Self {
        let message = "Jurnal tidak berakhir di tempat yang seharusnya: catatan terakhir hilang atau ditambahkan dari luar. \
                       Bandingkan dengan cadangan, lalu pulihkan bila perlu.";
        Self { kind: ProblemKind::HeadDiffers, seq: None, hash: None, message: message.to_owned() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// What was gone through, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Entries of the journal.
    pub entries: u64,
    /// Facts in them.
    pub facts: u64,
    /// Place of the journal's last entry; 0 if it has none.
    pub head_seq: i64,
    /// SHA-256 of the last entry, lower-case hex; empty if there is none. Noted down elsewhere, it proves later that nothing before was changed.
    pub head_hash: String,
    /// Where the computer's clock was found to have moved, oldest first; at most 100. No fault, but worth knowing.
    pub clock: Vec<(i64, ClockMove)>,
    /// Stored files that facts stand on.
    pub blobs: u64,
    /// Stored files that no fact stands on: left by a crash, no harm.
    pub unreferenced: u64,
    /// Faults, in the order in which they were found; at most 1,000.
    pub problems: Vec<Problem>,
    /// Faults beyond those.
    pub more: u64,
}

impl Report {
    /// Nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Gathers what the parts find.
pub(super) struct Findings<'p> {
    pub(super) report: Report,
    pub(super) watcher: &'p mut Watcher<'p>,
}

impl<'p> Findings<'p> {
    pub(super) fn new(watcher: &'p mut Watcher<'p>) -> Self {
        Self { report: Report::default(), watcher }
    }

    pub(super) fn into_report(self) -> Report {
        self.report
    }

    pub(super) fn progress(&mut self, stage: Stage, done: u64, total: u64) -> Result<(), StoreError> {
        progress::tell(self.watcher, stage, done, total)
    }

    /// A fault of the whole.
    pub(super) fn add(&mut self, kind: ProblemKind, message: String) {
        self.push(Problem { kind, seq: None, hash: None, message });
    }

    /// What was found when the office was opened, or since. What was found here too is told once; what the whole chain does not show any more is
    /// left out.
    pub(super) fn opening(&mut self, problems: &[Problem]) {
        for problem in problems {
            let told = self.report.problems.iter().any(|other| (other.kind, other.seq) == (problem.kind, problem.seq));
            if !told && !problem.kind.is_of_the_chain() {
                self.push(problem.clone());
            }
        }
    }

    /// A fault of one entry.
    pub(super) fn entry(&mut self, kind: ProblemKind, seq: i64, what: &str) {
        let message = format!("Catatan nomor {seq} pada jurnal: {what}. Bandingkan dengan cadangan, lalu pulihkan bila perlu.");
        self.push(Problem { kind, seq: Some(seq), hash: None, message });
    }

    /// A fault of one stored file.
    pub(super) fn blob(&mut self, kind: ProblemKind, hash: String, message: String) {
        self.push(Problem { kind, seq: None, hash: Some(hash), message });
    }

    pub(super) fn push(&mut self, problem: Problem) {
        if self.report.problems.len() < KEPT {
            self.report.problems.push(problem);
        } else {
            self.report.more += 1;
        }
    }
}
