//! Carrying a proposal out: the official record is drawn and stored, the journal says that it is done, and then one key after another is destroyed.
//! What a crash leaves over is destroyed at the next opening.

use super::files::RetentionFile;
use super::official_record::DestructionDetails;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, FileRef, Retention};
use sandika_domain::ids::{EntryId, OwnerId, ProposalId};
use sandika_domain::retention::{ProposalState, RetentionRejection, may_be_destroyed, may_carry_out};
use sandika_domain::user::Right;
use sandika_store::{Progress, Stage};
use std::path::Path;

/// Largest official record, bytes.
const RECORD_LIMIT: u64 = 64 * 1024 * 1024;

impl Office {
    /// Destroys the files of an approved proposal, as far as they are still to be destroyed today. Answers with how many were. Long work: it is watched,
    /// and cannot be ended, for it is said to be done already.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`]; [`AppError::Retention`] for a proposal that stands elsewhere, and where nothing of it is left to
    /// destroy; [`AppError::Draw`] for the record: nothing is destroyed then. [`AppError::Store`] when a file cannot be removed: the rest follows at the
    /// next opening, or by [`Office::finish_destructions`].
    pub fn carry_out_destruction(&mut self, proposal: ProposalId, details: &DestructionDetails) -> Result<usize, AppError> {
        self.need(Right::Setup)?;
        let row = self.destruction(proposal)?;
        may_carry_out(row.state)?;
        let table = self.retention_rules()?.table;
        let files: Vec<RetentionFile> = self.destruction_files(proposal)?;
        let due: Vec<&RetentionFile> =
            files.iter().filter(|file| may_be_destroyed(&file.standing, &table, file.hold.is_some()).is_ok()).collect();
        if due.is_empty() {
            return Err(RetentionRejection::NothingLeft.into());
        }
        let pdf = self.official_record(&row, &due, details, &table)?;
        let owners: Vec<OwnerId> = due.iter().map(|file| file.kept.owner).collect();
        let stored = self.read().put_blob(&pdf, RECORD_LIMIT)?;
        let record = FileRef { hash: stored.hash, size: stored.size, media: "application/pdf".to_owned() };
        let done = Fact::Retention(Retention::Done { proposal, owners, record });
        self.record("destruction_done", None, None, vec![done])?;
        self.finish_destructions()
    }

    /// Destroys what a proposal that was carried out has left over. Answers with how many files that were. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Store`] when a key or a file cannot be destroyed.
    pub fn finish_destructions(&mut self) -> Result<usize, AppError> {
        let left = self.read().destructions_left()?;
        if left.is_empty() {
            return Ok(0);
        }
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        for (done, owner) in left.iter().enumerate() {
            let _ = watch(Progress { stage: Stage::Erasing, done: done as u64, total: left.len() as u64 });
            let (entry, now, actor) = (EntryId(self.fresh_id()?), self.now(), self.actor().to_owned());
            self.store.erase_person((*owner).into(), entry, now, &actor)?;
        }
        Ok(left.len())
    }

    /// How many files a proposal that was carried out has left over.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn destructions_left(&self) -> Result<usize, AppError> {
        Ok(self.read().destructions_left()?.len())
    }

    /// The official record of a proposal that was carried out, as it was stored.
    ///
    /// # Errors
    /// [`AppError::NotFound`] for one that was not.
    pub fn destruction_record(&self, proposal: ProposalId) -> Result<Vec<u8>, AppError> {
        let row = self.destruction(proposal)?;
        let record = row.record.filter(|_| row.state == ProposalState::Done);
        let record = record.ok_or_else(|| AppError::not_found("proposal", "Berita acara", proposal))?;
        Ok(self.read().read_blob(&record.hash)?)
    }

    /// Writes the official record to a file of the officer's choice.
    ///
    /// # Errors
    /// As [`Office::destruction_record`]; [`AppError::File`] when it cannot be written.
    pub fn save_destruction_record(&self, proposal: ProposalId, path: &Path) -> Result<(), AppError> {
        let pdf = self.destruction_record(proposal)?;
        self.ports.files.write(path, &pdf).map_err(|source| AppError::File { path: path.to_owned(), source })
    }
}
