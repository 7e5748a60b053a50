//! An office comes back from a backup. It is made and proven in a folder of its own first; only then does it take the place of the present one, which
//! stays beside it.

use crate::access::signed;
use crate::error::AppError;
use crate::identity::fresh;
use crate::office::Office;
use crate::ports::Ports;
use crate::whereabouts;
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{EntryId, PersonId};
use sandika_domain::user::Right;
use sandika_store::backup::{self, BackupError, BackupSource, Unlocked};
use sandika_store::{OutgoingState, ProblemKind, Recording, Store, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

/// What the journal calls it; the store counts restores by it.
const ACTION: &str = "restore_office";

/// What is told of letters that were on their way when the backup was made.
const FROM_A_BACKUP: &str = "Kantor dipulihkan dari cadangan, sehingga tidak diketahui apakah surat ini sudah keluar. \
                             Periksa arsip dan printernya: kirim lagi bila belum keluar, atau hapus dari antrean";

/// An office that was put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// When the backup was made.
    pub made_at: Moment,
    /// Entries of the journal that it held.
    pub entries: u64,
    /// Stored files that were read and proven.
    pub files: u64,
    /// Where the office is that was there before.
    pub aside: Option<PathBuf>,
    /// Persons whose data was erased after the backup was made, and who were erased in it as well.
    pub erased: usize,
    /// Whose passphrase it was.
    pub by: String,
}

/// A restored office that waits beside the present one, proven.
pub struct Prepared {
    waiting: PathBuf,
    office: PathBuf,
    now: Moment,
    restored: Restored,
}

impl Office {
    /// Makes an office of a backup, beside the folder `office`, and proves it: journal, stored files, tables. The journal of the new one begins to
    /// differ with the entry that says from which backup it came. `erased` are persons who must not come back with it. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Store`]: wrong passphrase, a part that is missing or changed, a newer program's backup, a full disk, stopped. Then nothing is left
    /// of it.
    pub fn prepare_restore(
        office: &Path,
        from: &BackupSource,
        passphrase: &str,
        ports: &Ports,
        erased: &[PersonId],
    ) -> Result<Prepared, AppError> {
        whereabouts::check(office)?;
        backup::recover(office)?;
        let (waiting, now) = (backup::waiting_folder(office), ports.clock.now());
        let unlocked = Unlocked::open(from, passphrase, &waiting)?;
        let (fact, actor) = (unlocked.fact(), unlocked.user().to_owned());
        let made_at = fact.made_at;
        let proven = unlocked.raise(now, &mut ports.work.begin()).map_err(AppError::from).and_then(|mut store| {
            let (entries, files) = prove(&mut store, ports, made_at)?;
            signed(store.read().users()?, &actor, None)?.need(Right::Setup)?;
            record(&mut store, Fact::OfficeRestored(fact), now, &actor)?;
            let erased = erase(&mut store, erased, now, &actor)?;
            hold_back_letters(&mut store)?;
            Ok(Restored { made_at, entries, files, aside: None, erased, by: actor.clone() })
        });
        match proven {
            Ok(restored) => Ok(Prepared { waiting, office: office.to_owned(), now, restored }),
            Err(error) => {
                drop(fs::remove_dir_all(&waiting));
                Err(error)
            }
        }
    }

    /// Persons whose data was erased: they must not come back with an older backup.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn erased_persons(&self) -> Result<Vec<PersonId>, AppError> {
        Ok(self.read().erased_persons()?)
    }

    /// Puts the office back that the last restore put aside; the present one is put aside in its stead. Nobody may have it open.
    ///
    /// # Errors
    /// [`AppError::Store`]: there is none, or it is in use.
    pub fn put_back(office: &Path, now: Moment) -> Result<(), AppError> {
        backup::recover(office)?;
        Ok(backup::put_back(office, now)?)
    }
}

impl Prepared {
    /// The restored office takes its place; whoever had the present one open has closed it.
    ///
    /// # Errors
    /// [`AppError::Store`] when it is in use or cannot be moved; then the present one is where it was, and the restored one is gone.
    pub fn put_in_place(self) -> Result<Restored, AppError> {
        match backup::put_in_place(&self.office, &self.waiting, self.now) {
            Ok(aside) => Ok(Restored { aside, ..self.restored }),
            Err(error) => {
                if Store::is_at(&self.office) {
                    drop(fs::remove_dir_all(&self.waiting));
                }
                Err(error.into())
            }
        }
    }
}

/// Proves the whole office. Tables that differ are made anew once: an older program may have filled them otherwise.
fn prove(store: &mut Store, ports: &Ports, made_at: Moment) -> Result<(u64, u64), AppError> {
    let mut report = store.verify(&mut ports.work.begin())?;
    if !report.is_sound() && report.problems.iter().all(|problem| problem.kind == ProblemKind::ProjectionDiffers) {
        store.rebuild(&mut ports.work.begin())?;
        report = store.verify(&mut ports.work.begin())?;
    }
    match report.problems.first() {
        None => Ok((report.entries, report.blobs)),
        Some(problem) => {
            let stamp = made_at.format("%d-%m-%Y %H:%M UTC").to_string();
            Err(StoreError::from(BackupError::Broken { stamp, what: problem.message.trim_end_matches('.').to_owned() }).into())
        }
    }
}

fn erase(store: &mut Store, erased: &[PersonId], now: Moment, actor: &str) -> Result<usize, AppError> {
    let mut count = 0;
    for person in erased {
        count += usize::from(store.erase_person(*person, EntryId(fresh(now)?), now, actor)?);
    }
    Ok(count)
}

/// A letter that was about to go out when the backup was made has gone out since, as like as not.
fn hold_back_letters(store: &mut Store) -> Result<(), AppError> {
    for mut outgoing in store.read().outgoing()? {
        (outgoing.state, outgoing.problem) = (OutgoingState::Failed, Some(FROM_A_BACKUP.to_owned()));
        store.keep_outgoing(&outgoing)?;
    }
    Ok(())
}

fn record(store: &mut Store, fact: Fact, now: Moment, actor: &str) -> Result<(), AppError> {
    let recording = Recording { entry: EntryId(fresh(now)?), action: ACTION.to_owned(), case: None, person: None, facts: vec![fact] };
    store.transact(now, actor, |tx| Ok(tx.record(&recording).map(drop)?))
}
