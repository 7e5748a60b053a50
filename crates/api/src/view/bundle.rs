//! Bundles of cases, and the office in open formats.

use super::DeskView;
use sandika_app::{CaseBundle, Exported, Imported, LeftOut};
use serde::Serialize;
use ts_rs::TS;

/// A bundle that was written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct CaseBundleView {
    /// Files in it.
    pub(crate) files: u64,
    /// Its bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of its manifest in groups of four: noted elsewhere, it stands for the whole bundle.
    pub(crate) seal: Vec<String>,
}

/// The office in open formats, as it was written.
#[derive(Debug, Serialize, TS)]
pub(crate) struct OfficeExportView {
    /// Entries of the journal.
    pub(crate) entries: u64,
    /// Stored files.
    pub(crate) files: u64,
    /// Its bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of its manifest in groups of four.
    pub(crate) seal: Vec<String>,
    /// What is being typed, and is not in it.
    pub(crate) drafts: u64,
    /// Letters that are on their way: that they are is not in it.
    pub(crate) outgoing: u64,
    /// Scans that are with no case, and are not in it.
    pub(crate) scans: u64,
    /// Content files that cannot be taken along.
    pub(crate) content: Vec<String>,
}

fn groups(hash: &str) -> Vec<String> {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect()).collect()
}

impl From<CaseBundle> for CaseBundleView {
    fn from(bundle: CaseBundle) -> Self {
        Self { files: bundle.files, bytes: bundle.bytes, seal: groups(&bundle.seal) }
    }
}

impl From<Exported> for OfficeExportView {
    fn from(exported: Exported) -> Self {
        let Exported { entries, files, bytes, seal, left_out } = exported;
        let LeftOut { drafts, outgoing, scans, content } = left_out;
        Self { entries, files, bytes, seal: groups(&seal), drafts, outgoing, scans, content }
    }
}

/// An office that was made of an export.
#[derive(Debug, Serialize, TS)]
pub(crate) struct ImportedView {
    pub(crate) desk: DeskView,
    /// Entries that were taken in.
    pub(crate) entries: u64,
    /// Stored files.
    pub(crate) files: u64,
}

impl ImportedView {
    pub(crate) fn of(imported: &Imported, desk: DeskView) -> Self {
        Self { desk, entries: imported.entries, files: imported.files }
    }
}
