//! A walked case as another one: other people, other identities, other numbers, another time; everything else as the rules of the product made it.

use super::pattern::Pattern;
use super::person::{Person, mix};
use chrono::Datelike;
use sandika_domain::fact::{Fact, FailedPrint, Moment, ReasonedReprint, SharedLetter, TakenNumber};
use sandika_domain::ids::{CaseId, CertificateId, EntryId, LetterId, OwnerId};
use sandika_store::{Recording, StoreError, Tx};
use uuid::Uuid;

/// One case of the bench office.
pub(crate) struct Copy<'p> {
    pattern: &'p Pattern,
    number: u64,
    opened_at: Moment,
    pub(crate) case: CaseId,
    pub(crate) owner: OwnerId,
    pub(crate) person: Person,
}

impl<'p> Copy<'p> {
    /// The case of this number. The same number is always the same case.
    pub(crate) fn of(pattern: &'p Pattern, number: u64, opened_at: Moment) -> Self {
        let id = |kind: u64| fresh(opened_at, mix(number.wrapping_mul(16).wrapping_add(kind)));
        Self { pattern, number, opened_at, case: CaseId(id(0)), owner: OwnerId(id(1)), person: Person::of(number) }
    }

    /// Records the owner and the certificate that the case is about.
    pub(crate) fn register(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let person = Some(self.owner.into());
        let owner = Fact::OwnerRecorded { owner: self.owner, personal: self.person.owner(&self.pattern.owner).into() };
        tx.record(&Recording { entry: self.entry(1000), action: "record_owner".into(), case: None, person, facts: vec![owner] })?;
        let (certificate, details) = &self.pattern.certificate;
        let personal = self.person.certificate(details).into();
        let recorded = Fact::CertificateRecorded { certificate: self.certificate(*certificate), owner: self.owner, personal };
        tx.record(&Recording { entry: self.entry(1001), action: "record_certificate".into(), case: None, person, facts: vec![recorded] })?;
        Ok(())
    }

    /// Records one entry of the case, with the next numbers of its registers.
    pub(crate) fn record(&self, tx: &mut Tx<'_>, place: usize) -> Result<(), StoreError> {
        let Some((action, pattern)) = self.pattern.entries.get(place) else { return Ok(()) };
        let mut facts = Vec::with_capacity(pattern.len());
        for fact in pattern {
            facts.push(self.fact(tx, fact)?);
        }
        let (case, person) = (Some(self.case), Some(self.owner.into()));
        tx.record(&Recording { entry: self.entry(place as u64), action: action.clone(), case, person, facts })?;
        Ok(())
    }

    fn fact(&self, tx: &Tx<'_>, pattern: &Fact) -> Result<Fact, StoreError> {
        let mut fact = pattern.clone();
        match &mut fact {
            Fact::CaseOpened { case, owner, certificate, received_on, agenda, .. } => {
                (*case, *owner) = (self.case, self.owner);
                *certificate = certificate.map(|held| self.certificate(held));
                *received_on = tx.now().date_naive();
                *agenda = next(tx, agenda)?;
            }
            Fact::CertificateRecorded { certificate, owner, .. } => (*certificate, *owner) = (self.certificate(*certificate), self.owner),
            Fact::CertificateRevoked { certificate, at } => (*certificate, *at) = (self.certificate(*certificate), tx.now()),
            Fact::CertificateReplaced { certificate, by } => (*certificate, *by) = (self.certificate(*certificate), self.certificate(*by)),
            Fact::DocumentAttached { file, .. } => file.hash = self.hash(&file.hash),
            Fact::LetterIssued { letter, number, dated, file, .. } => {
                *letter = self.letter(*letter);
                *number = number.as_ref().map(|number| next(tx, number)).transpose()?;
                *dated = tx.now().date_naive();
                file.hash = self.hash(&file.hash);
            }
            Fact::LetterShared(SharedLetter { letter, dated, file, .. }) => {
                *letter = self.letter(*letter);
                *dated = tx.now().date_naive();
                file.hash = self.hash(&file.hash);
            }
            Fact::LetterReturned { letter, file, .. } => (*letter, file.hash) = (self.letter(*letter), self.hash(&file.hash)),
            Fact::LetterPrinted { letter, .. }
            | Fact::LetterPrintFailed(FailedPrint { letter, .. })
            | Fact::LetterReprintReasoned(ReasonedReprint { letter, .. }) => {
                *letter = self.letter(*letter);
            }
            Fact::StepCompleted { done_at, .. } => *done_at = tx.now(),
            _ => {}
        }
        Ok(fact)
    }

    fn entry(&self, place: u64) -> EntryId {
        EntryId(fresh(self.opened_at, mix(mix(self.number) ^ place)))
    }

    fn certificate(&self, pattern: CertificateId) -> CertificateId {
        CertificateId(self.instead_of(pattern.0))
    }

    fn letter(&self, pattern: LetterId) -> LetterId {
        LetterId(self.instead_of(pattern.0))
    }

    fn instead_of(&self, pattern: Uuid) -> Uuid {
        let (high, low) = pattern.as_u64_pair();
        fresh(self.opened_at, mix(self.number ^ mix(high) ^ low))
    }

    /// A hash of bytes that nobody has: rows about files are as many and as scattered as in a real office; the files themselves are not there.
    fn hash(&self, pattern: &str) -> String {
        let of_pattern = pattern.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte)));
        (0..4).map(|part| format!("{:016x}", mix(of_pattern ^ mix(self.number * 4 + part)))).collect()
    }
}

/// The next number of the same register, written as this office writes it.
fn next(tx: &Tx<'_>, pattern: &TakenNumber) -> Result<TakenNumber, StoreError> {
    let (register, year) = (pattern.register.clone(), tx.now().year());
    let number = tx.next_number(&register, year)?;
    let text = if register == "masuk" { format!("{number}/{year}") } else { format!("000.6.5/{number}/Diskominfo.05") };
    Ok(TakenNumber { register, year, number, text })
}

/// A time-ordered identity as the product makes them (UUID v7), from a number instead of from chance.
pub(crate) fn fresh(at: Moment, from: u64) -> Uuid {
    let bytes = (u128::from(mix(from)) << 64 | u128::from(from)).to_be_bytes();
    let mut random = [0; 10];
    random.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = byte);
    uuid::Builder::from_unix_timestamp_millis(at.timestamp_millis().unsigned_abs(), &random).into_uuid()
}
