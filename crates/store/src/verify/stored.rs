//! Stored files: each one that a fact or a scan stands on, by its hash; and how many there are that nothing stands on.

use super::problem::{Findings, ProblemKind};
use crate::StoreError;
use crate::ledger::Ledger;
use crate::progress::Stage;
use std::collections::BTreeSet;

/// Hashes in use, and whether anybody is left whom the file may speak of: the files of erased persons are gone on purpose. A scan is kept whoever it
/// speaks of.
const USED: &str = "SELECT hash, max(wanted) FROM (
                      SELECT u.hash, k.person_id IS NULL OR k.wrapped IS NOT NULL AS wanted
                      FROM file_use u LEFT JOIN person_key k ON k.person_id = u.person_id
                      UNION ALL SELECT hash, 1 FROM scan) GROUP BY hash";

/// Reads every file that something stands on.
pub(super) fn run(ledger: &Ledger, findings: &mut Findings<'_>) -> Result<(), StoreError> {
    let used = match used(ledger) {
        Ok(used) => used,
        Err(error) => {
            findings
                .add(ProblemKind::Database, format!("Daftar berkas tidak dapat dibaca ({}). Pulihkan data dari cadangan.", error.what()));
            return Ok(());
        }
    };
    let mut nameless: BTreeSet<String> = ledger.blobs().names()?.into_iter().collect();
    let total = used.len() as u64;
    for (done, (hash, wanted)) in used.into_iter().enumerate() {
        findings.progress(Stage::Blobs, done as u64, total)?;
        let there = nameless.remove(&ledger.blobs().name(&hash));
        if there && !wanted {
            let message = format!(
                "Berkas tersimpan {hash} hanya berisi data orang yang telah dihapus, tetapi masih ada (mungkin ikut kembali dari cadangan). \
                 Tutup program, lalu buka lagi: berkas itu dihapus saat kantor dibuka."
            );
            findings.blob(ProblemKind::BlobNotErased, hash, message);
        } else if wanted {
            findings.report.blobs += 1;
            check(ledger, hash, findings);
        }
    }
    findings.report.unreferenced = nameless.len() as u64;
    findings.progress(Stage::Blobs, total, total)
}

fn check(ledger: &Ledger, hash: String, findings: &mut Findings<'_>) {
    let Err(error) = ledger.blobs().prove(&hash) else { return };
    let kind = match error {
        StoreError::BlobMissing { .. } => ProblemKind::BlobMissing,
        _ => ProblemKind::BlobChanged,
    };
    findings.blob(kind, hash, error.to_string());
}

/// The hash of every file that something stands on, and whether anybody is left whom it may speak of.
pub(crate) fn used(ledger: &Ledger) -> Result<Vec<(String, bool)>, StoreError> {
    let mut statement = ledger.conn().prepare(USED)?;
    Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}
