//! Erased persons: whose key is gone must be erased by an entry of the journal, and the other way round.

use super::problem::{Findings, ProblemKind};
use crate::StoreError;
use crate::ledger::Ledger;
use crate::sql::Id;
use sandika_domain::ids::PersonId;
use std::collections::BTreeSet;

/// Compares the keys with `erased`, the persons who are erased by what the journal says.
pub(super) fn run(ledger: &Ledger, erased: &BTreeSet<PersonId>, findings: &mut Findings<'_>) {
    let keys = match keys(ledger) {
        Ok(keys) => keys,
        Err(error) => {
            findings
                .add(ProblemKind::Database, format!("Daftar kunci tidak dapat dibaca ({}). Pulihkan data dari cadangan.", error.what()));
            return;
        }
    };
    for (person, destroyed) in keys {
        let what = match (destroyed, erased.contains(&person)) {
            (true, false) => "dimusnahkan tanpa catatan penghapusan pada jurnal: datanya hilang karena perubahan dari luar program",
            (false, true) => "masih ada, padahal jurnal mencatat datanya telah dihapus: kunci itu dikembalikan dari luar program",
            _ => continue,
        };
        let message = format!("Kunci data pribadi {person} {what}. Bandingkan dengan cadangan, lalu pulihkan bila perlu.");
        findings.add(ProblemKind::SealBroken, message);
    }
}

/// Every person who has or had a key, and whether it is destroyed.
fn keys(ledger: &Ledger) -> Result<Vec<(PersonId, bool)>, StoreError> {
    let mut statement = ledger.conn().prepare("SELECT person_id, wrapped IS NULL FROM person_key")?;
    let keys = statement.query_map([], |row| Ok((PersonId(row.get::<_, Id>(0)?.0), row.get(1)?)))?;
    Ok(keys.collect::<Result<_, _>>()?)
}
