//! Where the files of all owners stand today, and those that are held back.

use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDate;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::{Fact, Retention};
use sandika_domain::ids::{OwnerId, ProposalId};
use sandika_domain::letter::values::service_name;
use sandika_domain::retention::{CaseEnd, CertificateEnd, Fate, FileParts, Phase, ProposalState, Standing, standing};
use sandika_domain::sop::ServiceKind;
use sandika_store::{HoldRow, KeptFile};
use std::collections::{BTreeSet, HashMap};

/// Longest reason, characters.
const LONGEST_REASON: usize = 500;

/// The file of an owner, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionFile {
    /// What is kept.
    pub kept: KeptFile,
    /// Where it stands today.
    pub standing: Standing,
    /// It is held back.
    pub hold: Option<HoldRow>,
    /// The proposal that it stands in and that has not come to its end.
    pub proposal: Option<ProposalId>,
}

/// Lists of files. Each file stands in exactly one of them, but for those that are held back, which stand in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionList {
    /// A case is open, or a certificate can sign.
    Running,
    /// In use.
    Active,
    /// Out of use, kept.
    Inactive,
    /// Over, to be destroyed.
    Destroy,
    /// Over, to be judged again.
    Review,
    /// Over, to be kept for ever.
    Keep,
    /// Held back, wherever they stand.
    Held,
}

/// How many files each list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetentionCounts {
    /// [`RetentionList::Running`].
    pub running: usize,
    /// [`RetentionList::Active`].
    pub active: usize,
    /// [`RetentionList::Inactive`].
    pub inactive: usize,
    /// [`RetentionList::Destroy`].
    pub destroy: usize,
    /// [`RetentionList::Review`].
    pub review: usize,
    /// [`RetentionList::Keep`].
    pub keep: usize,
    /// [`RetentionList::Held`].
    pub held: usize,
}

impl RetentionCounts {
    /// Counts files.
    pub fn of(files: &[RetentionFile]) -> Self {
        let count = |list: RetentionList| files.iter().filter(|file| file.is_in(list)).count();
        Self {
            running: count(RetentionList::Running),
            active: count(RetentionList::Active),
            inactive: count(RetentionList::Inactive),
            destroy: count(RetentionList::Destroy),
            review: count(RetentionList::Review),
            keep: count(RetentionList::Keep),
            held: count(RetentionList::Held),
        }
    }
}

impl RetentionFile {
    /// What its cases were about, each once.
    pub fn services(&self) -> Vec<&'static str> {
        let kinds: BTreeSet<ServiceKind> = self.kept.cases.iter().map(|case| case.service).collect();
        kinds.into_iter().map(service_name).collect()
    }

    /// Whether a list has it.
    pub fn is_in(&self, list: RetentionList) -> bool {
        let over = |fate| self.standing.phase == Phase::Over && self.standing.term.fate == fate;
        match list {
            RetentionList::Running => matches!(self.standing.phase, Phase::OpenCase | Phase::ValidCertificate),
            RetentionList::Active => self.standing.phase == Phase::Active,
            RetentionList::Inactive => self.standing.phase == Phase::Inactive,
            RetentionList::Destroy => over(Fate::Destroy),
            RetentionList::Review => over(Fate::Review),
            RetentionList::Keep => over(Fate::Keep),
            RetentionList::Held => self.hold.is_some(),
        }
    }
}

impl Office {
    /// The files of all owners who are not erased, by name.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn retention_files(&self) -> Result<Vec<RetentionFile>, AppError> {
        let (table, zone) = (self.retention_rules()?.table, self.zone()?);
        let today = zone.local(self.now()).date();
        let mut holds: HashMap<OwnerId, HoldRow> = self.read().holds()?.into_iter().map(|hold| (hold.owner, hold)).collect();
        let proposed = self.proposed_owners()?;
        let files = self.read().kept_files()?.into_iter().map(|kept| RetentionFile {
            standing: standing(&parts(&kept, zone), &table, today),
            hold: holds.remove(&kept.owner),
            proposal: proposed.get(&kept.owner).copied(),
            kept,
        });
        Ok(files.collect())
    }

    /// Holds the file of an owner back: it is not destroyed until it is released. What is held already is held for another reason from now on.
    ///
    /// # Errors
    /// [`AppError::NotFound`] without such an owner; [`AppError::Input`] without a reason, and for one that is too long; [`AppError::Conflict`] for a
    /// file that stands in a proposal.
    pub fn hold_file(&mut self, owner: OwnerId, reason: &str) -> Result<(), AppError> {
        let reason = reason.trim();
        let refused = |text: &str| AppError::Input { field: "reason", text: text.to_owned() };
        if reason.is_empty() {
            return Err(refused("Tuliskan mengapa berkas ini ditahan, misalnya permintaan pemilik atau pemeriksaan yang sedang berjalan."));
        }
        if reason.chars().count() > LONGEST_REASON {
            return Err(refused("Alasan terlalu panjang, paling banyak 500 karakter. Persingkat teksnya."));
        }
        self.known_owner(owner)?;
        if self.proposed_owners()?.contains_key(&owner) {
            let text = "Berkas ini sedang diusulkan musnah. Batalkan dahulu usulannya, lalu tahan berkasnya.".to_owned();
            return Err(AppError::Conflict { field: "owner", text });
        }
        if self.read().holds()?.iter().any(|hold| hold.owner == owner && hold.reason.as_deref() == Some(reason)) {
            return Ok(());
        }
        let fact = Fact::Retention(Retention::Held { owner, personal: reason.to_owned().into() });
        self.record("retention_hold", None, Some(owner.into()), vec![fact])
    }

    /// Holds the file of an owner back no longer. One that is not held is no change.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn release_file(&mut self, owner: OwnerId) -> Result<(), AppError> {
        if !self.read().holds()?.iter().any(|hold| hold.owner == owner) {
            return Ok(());
        }
        self.record("retention_release", None, Some(owner.into()), vec![Fact::Retention(Retention::Released { owner })])
    }

    /// Owners of files that stand in a proposal that has not come to its end.
    pub(super) fn proposed_owners(&self) -> Result<HashMap<OwnerId, ProposalId>, AppError> {
        let under_way = |state| matches!(state, ProposalState::Proposed | ProposalState::Approved);
        let rows = self.read().destructions()?.into_iter().filter(|row| under_way(row.state));
        Ok(rows.flat_map(|row| row.owners.into_iter().map(move |owner| (owner, row.id))).collect())
    }

    fn known_owner(&self, owner: OwnerId) -> Result<(), AppError> {
        match self.read().owner(owner)? {
            Some(row) if row.recorded.known().is_some() => Ok(()),
            _ => Err(AppError::not_found("owner", "Pemilik", owner)),
        }
    }
}

/// What decides on a file, in days of the office.
fn parts(kept: &KeptFile, zone: Zone) -> FileParts {
    let day = |at| -> NaiveDate { zone.local(at).date() };
    FileParts {
        recorded: day(kept.recorded_at),
        cases: kept.cases.iter().map(|case| CaseEnd { service: case.service, ended: case.ended_at.map(day) }).collect(),
        certificates: kept
            .certificates
            .iter()
            .map(|one| CertificateEnd { state: one.state, valid_until: one.valid_until, revoked_on: one.revoked_at.map(day) })
            .collect(),
    }
}
