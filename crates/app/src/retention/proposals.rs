//! The way of a proposal until it is carried out: proposed by one, approved by another, or given up.

use super::files::RetentionFile;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, Retention};
use sandika_domain::ids::{OwnerId, ProposalId};
use sandika_domain::retention::{MOST_FILES, RetentionRejection, may_approve, may_be_destroyed, may_drop};
use sandika_domain::user::Right;
use sandika_store::DestructionRow;
use std::collections::{BTreeSet, HashMap};

impl Office {
    /// Every proposal, the newest first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn destructions(&self) -> Result<Vec<DestructionRow>, AppError> {
        Ok(self.read().destructions()?)
    }

    /// A proposal.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn destruction(&self, id: ProposalId) -> Result<DestructionRow, AppError> {
        let found = self.read().destructions()?.into_iter().find(|row| row.id == id);
        found.ok_or_else(|| AppError::not_found("proposal", "Usulan", id))
    }

    /// Proposes files for destruction.
    ///
    /// # Errors
    /// [`AppError::Retention`] with what keeps them; [`AppError::NotFound`] for a file that is not there.
    pub fn propose_destruction(&mut self, owners: &[OwnerId]) -> Result<ProposalId, AppError> {
        let owners: BTreeSet<OwnerId> = owners.iter().copied().collect();
        match owners.len() {
            0 => return Err(RetentionRejection::Nothing.into()),
            count if count > MOST_FILES => return Err(RetentionRejection::TooMany.into()),
            _ => {}
        }
        let table = self.retention_rules()?.table;
        let files: HashMap<OwnerId, RetentionFile> = self.retention_files()?.into_iter().map(|file| (file.kept.owner, file)).collect();
        for owner in &owners {
            let file = files.get(owner).ok_or_else(|| AppError::not_found("owners", "Berkas", owner))?;
            may_be_destroyed(&file.standing, &table, file.hold.is_some())?;
            if file.proposal.is_some() {
                return Err(RetentionRejection::ProposedAlready.into());
            }
        }
        let proposal = ProposalId(self.fresh_id()?);
        let fact = Retention::Proposed { proposal, owners: owners.into_iter().collect() };
        self.record("destruction_propose", None, None, vec![Fact::Retention(fact)])?;
        Ok(proposal)
    }

    /// Agrees to a proposal of somebody else.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`]; [`AppError::Retention`] for one's own, and for one that stands elsewhere.
    pub fn approve_destruction(&mut self, proposal: ProposalId) -> Result<(), AppError> {
        self.need(Right::Destroy)?;
        let row = self.destruction(proposal)?;
        may_approve(row.state, &row.proposed.1, self.actor())?;
        self.record("destruction_approve", None, None, vec![Fact::Retention(Retention::Approved { proposal })])
    }

    /// Gives a proposal up: its files stay, and can be proposed again.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Retention`] for one that stands elsewhere.
    pub fn drop_destruction(&mut self, proposal: ProposalId) -> Result<(), AppError> {
        may_drop(self.destruction(proposal)?.state)?;
        self.record("destruction_drop", None, None, vec![Fact::Retention(Retention::Dropped { proposal })])
    }

    /// The files of a proposal that are there still, by name.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn destruction_files(&self, proposal: ProposalId) -> Result<Vec<RetentionFile>, AppError> {
        let owners: BTreeSet<OwnerId> = self.destruction(proposal)?.owners.into_iter().collect();
        Ok(self.retention_files()?.into_iter().filter(|file| owners.contains(&file.kept.owner)).collect())
    }
}
