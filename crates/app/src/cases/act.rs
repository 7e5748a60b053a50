//! Commands to a case: load, decide, record, in one transaction.

use super::file::Consent;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::calendar::Zone;
use sandika_domain::case::{Case, Command, Desk, Missing, Register, decide, missing, second_person};
use sandika_domain::fact::{Answers, Fact, FileLabel, FileRef, Moment};
use sandika_domain::ids::{CaseId, CertificateId, EntryId};
use sandika_domain::owner::{CertificateDetails, CertificateState, OwnerDetails};
use sandika_domain::person::OfficialDomains;
use sandika_domain::sop::{Reasons, Sop, Step};
use sandika_domain::user::Right;
use sandika_store::{Ledger, Recording, Tx};
use std::path::Path;
use std::sync::Arc;

/// Largest document that a case takes, bytes.
pub(crate) const DOCUMENT_LIMIT: u64 = 100 * 1024 * 1024;

/// What a decision needs, gathered before the transaction.
pub(crate) struct Bench {
    pub(crate) sop: Arc<Sop>,
    pub(crate) reasons: Reasons,
    pub(crate) emails: OfficialDomains,
    pub(crate) owner: Option<OwnerDetails>,
    owner_recorded_at: Option<Moment>,
    pub(crate) certificate: Option<CertificateDetails>,
    state: CertificateState,
    held: Vec<(CertificateId, CertificateDetails)>,
    pub(crate) zone: Zone,
    pub(crate) fresh: CertificateId,
    actor: String,
    pub(super) two_persons: bool,
}

impl Bench {
    pub(crate) fn desk(&self, now: Moment) -> Desk<'_> {
        Desk {
            sop: &self.sop,
            reasons: &self.reasons,
            emails: &self.emails,
            register: Register {
                owner: self.owner.as_ref(),
                owner_recorded_at: self.owner_recorded_at,
                certificate: self.certificate.as_ref(),
                state: self.state,
                held: &self.held,
            },
            now,
            zone: self.zone,
            fresh: self.fresh,
            actor: &self.actor,
            two_persons: self.two_persons,
        }
    }
}

impl Bench {
    /// Everything that keeps a step from being completed by the one who works.
    pub(super) fn missing(&self, case: &Case, step: &Step, answers: &Answers) -> Vec<Missing> {
        let mut found = missing(case, step, answers, &self.reasons);
        found.extend(second_person(&case.approvals, step, self.two_persons, &self.actor));
        found
    }
}

impl Office {
    /// Agrees to the revocation that a case's current step is about.
    ///
    /// # Errors
    /// As [`Self::act`]; [`AppError::Forbidden`].
    pub fn approve(&mut self, id: CaseId, seen: Option<u64>, step: u32) -> Result<Case, AppError> {
        self.need(Right::Approve)?;
        self.act("approve_revocation", id, seen, Command::Approve { step })
    }

    pub(super) fn consent(&self, case: &Case) -> Consent {
        let offered = self.need(Right::Approve).is_ok() && case.approvals.iter().all(|approval| approval.by != self.actor());
        Consent { by: case.approvals.clone(), offered }
    }

    /// Carries out a command on a case. `seen` is the revision that the user looked at. Answers with the case as it is now.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Rejected`] with the case unchanged.
    pub fn act(&mut self, action: &str, id: CaseId, seen: Option<u64>, command: Command) -> Result<Case, AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        let entry = EntryId(self.fresh_id()?);
        self.change(|tx| {
            act_within(tx, action, entry, &bench, (id, seen), command)?;
            case_in(tx.read(), id)
        })
    }

    /// Asks the rules whether a command would be accepted now, without carrying it out: before something is done in the outside world.
    pub(crate) fn would(&self, id: CaseId, seen: Option<u64>, command: Command) -> Result<(), AppError> {
        let case = self.case_state(id)?;
        let bench = self.bench(&case)?;
        decide(&case, seen, command, &bench.desk(self.now()))?;
        Ok(())
    }

    /// Puts a file of the officer to a step.
    ///
    /// # Errors
    /// [`AppError::File`]; [`AppError::Input`] for a file that is empty, locked, a private key, or not what its name says; [`AppError::Rejected`].
    pub fn attach(&mut self, id: CaseId, seen: Option<u64>, step: u32, document: String, path: &Path) -> Result<Case, AppError> {
        let (file, label) = self.take_file(path)?;
        self.act("attach_document", id, seen, Command::Attach { step, document, file, name: label.name })
    }

    /// Stores a file that an officer brings: proven on the disk before anything speaks of it.
    pub(crate) fn take_file(&self, path: &Path) -> Result<(FileRef, FileLabel), AppError> {
        let bytes = self.ports.files.read(path, DOCUMENT_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let media = crate::media::accepted(&name, &bytes).map_err(|text| AppError::Input { field: "path", text: text.to_owned() })?;
        let stored = self.read().put_blob(&bytes, DOCUMENT_LIMIT)?;
        Ok((FileRef { hash: stored.hash, size: stored.size, media: media.to_owned() }, FileLabel { name }))
    }

    /// A case as its facts have made it.
    pub(crate) fn case_state(&self, id: CaseId) -> Result<Case, AppError> {
        self.read().case(id)?.ok_or_else(|| AppError::not_found("case", "Perkara", id))
    }

    pub(crate) fn bench(&self, case: &Case) -> Result<Bench, AppError> {
        let certificates = self.read().certificates_of(case.owner)?;
        let concerned = certificates.iter().find(|row| Some(row.id) == case.certificate);
        let owner = self.read().owner(case.owner)?;
        Ok(Bench {
            sop: self.pinned(&case.sop_hash)?,
            reasons: self.content.reasons.clone(),
            emails: self.official_domains()?,
            owner_recorded_at: owner.as_ref().map(|row| row.recorded_at),
            owner: owner.and_then(|row| row.recorded.known().map(|known| known.details.clone())),
            certificate: concerned.and_then(|row| row.details.known().cloned()),
            state: concerned.map(|row| row.state).unwrap_or_default(),
            held: certificates.iter().filter(|row| !row.withdrawn).filter_map(|row| Some((row.id, row.details.known()?.clone()))).collect(),
            zone: self.zone()?,
            fresh: CertificateId(self.fresh_id()?),
            actor: self.actor().to_owned(),
            two_persons: self.read().door()?.two_persons,
        })
    }
}

/// The same within a transaction that has more to do, such as taking a number.
pub(crate) fn act_within(
    tx: &mut Tx<'_>,
    action: &str,
    entry: EntryId,
    bench: &Bench,
    (id, seen): (CaseId, Option<u64>),
    command: Command,
) -> Result<(), AppError> {
    let case = case_in(tx.read(), id)?;
    let facts: Vec<Fact> = decide(&case, seen, command, &bench.desk(tx.now()))?;
    if !facts.is_empty() {
        tx.record(&Recording { entry, action: action.to_owned(), case: Some(id), person: Some(case.owner.into()), facts })?;
    }
    Ok(())
}

/// A case as a transaction sees it.
pub(crate) fn case_in(ledger: &Ledger, id: CaseId) -> Result<Case, AppError> {
    ledger.case(id)?.ok_or_else(|| AppError::not_found("case", "Perkara", id))
}
