//! Anchors that were kept aside because of what they tell: reported at every opening until somebody has dealt with it and takes the file away.
//!
//! Such a file holds the two places as they were found, and a third one: where the journal ended when it was found.

use super::{NAME, SLOT, Signer, Slot, State};
use crate::journal::Tip;
use crate::open::{stamp, unused};
use crate::verify::{Problem, ProblemKind};
use crate::{StoreError, files};
use rusqlite::Connection;
use sandika_domain::fact::Moment;
use std::fs;
use std::path::Path;

/// Keeps the places of an anchor, with where the journal ends now.
pub(super) fn keep(dir: &Path, signer: &Signer, places: &[u8], found: Tip, now: Moment) -> Result<(), StoreError> {
    let mut bytes = places.to_vec();
    bytes.resize(2 * SLOT, 0);
    bytes.extend(signer.write(State::Found, 0, found));
    files::write_whole(&unused(&dir.join(format!("{NAME}.{}", stamp(now)))), &bytes)
}

/// What the kept anchors tell, oldest first.
pub(super) fn findings(dir: &Path, signer: &Signer, conn: &Connection) -> Result<Vec<Problem>, StoreError> {
    let mut problems = Vec::new();
    for name in names(dir)? {
        let path = dir.join(&name);
        let bytes = fs::read(&path).map_err(StoreError::at(&path))?;
        let found = bytes.get(2 * SLOT..).and_then(|place| signer.read(place)).map(|slot| slot.tip);
        match signer.newest(&bytes) {
            None => problems.push(missing(&name, found)),
            Some(slot) if slot.tip.is_in(conn)? => {}
            Some(slot) => problems.push(cut(&name, slot, found)),
        }
    }
    Ok(problems)
}

fn names(dir: &Path) -> Result<Vec<String>, StoreError> {
    let mut names = Vec::new();
    for name in fs::read_dir(dir).map_err(StoreError::at(dir))? {
        let name = name.map_err(StoreError::at(dir))?.file_name().to_string_lossy().into_owned();
        if name.strip_prefix(NAME).is_some_and(|rest| rest.starts_with('.')) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

fn cut(name: &str, named: Slot, found: Option<Tip>) -> Problem {
    let last = named.tip.seq;
    let first = found.map(|found| found.seq + 1).filter(|first| *first <= last);
    let what = match first {
        Some(first) if first == last => format!("Catatan nomor {last} pernah disimpan, tetapi tidak ada lagi pada jurnal"),
        Some(first) => format!("Catatan nomor {first} sampai {last} pernah disimpan, tetapi tidak ada lagi pada jurnal"),
        None => format!("Catatan nomor {last} pada jurnal bukan lagi yang pernah disimpan"),
    };
    let why = match named.state {
        State::Open => "program sebelumnya terhenti mendadak, lalu berkas sandika.db-wal hilang atau sandika.db diganti",
        State::Closed | State::Found => "sandika.db diganti dengan yang lebih lama",
    };
    let message = format!(
        "{what} ({why}). Nomor surat dan nomor agenda dari catatan itu dapat terpakai lagi. Pulihkan data dari cadangan yang memuatnya, atau \
         periksa register dan catat kembali; sesudah beres, pindahkan berkas {name} dari folder kantor."
    );
    Problem { kind: ProblemKind::TailCut, seq: Some(first.unwrap_or(last)), hash: None, message }
}

fn missing(name: &str, found: Option<Tip>) -> Problem {
    let end = found.map(|found| format!(" (jurnal saat itu berakhir di catatan nomor {})", found.seq)).unwrap_or_default();
    let message = format!(
        "Berkas {NAME} tidak ada atau tidak dapat dibaca ketika kantor dibuka{end}, sehingga tidak dapat dipastikan bahwa tidak ada catatan \
         terakhir yang hilang. Cocokkan ujung jurnal dengan cadangan dan register; sesudah beres, pindahkan berkas {name} dari folder kantor."
    );
    Problem { kind: ProblemKind::AnchorMissing, seq: found.map(|found| found.seq), hash: None, message }
}
