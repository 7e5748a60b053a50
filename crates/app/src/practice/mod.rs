//! The practice office: fictitious people and requests at various steps, made by the same use cases as real work, on a clock that is set back.
//! What is in it stands in `content/latihan.toml`.

mod answers;
mod paper;
mod script;
mod walk;

use crate::error::AppError;
use crate::office::Office;
use crate::ports::{Clock, Ports};
use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use paper::Papers;
use sandika_domain::fact::Moment;
use sandika_domain::ids::{CertificateId, OwnerId};
use sandika_domain::office::OfficeProfile;
use sandika_domain::owner::CertificateDetails;
use sandika_store::{KdfCost, rename_patiently};
use script::{OwnerScript, Script};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use walk::Walk;

/// Known to everybody: nothing in the practice office is worth hiding.
pub(crate) const PASSPHRASE: &str = "kantor latihan sandika";

/// Trying a known passphrase need not cost anything.
const COST: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

/// How long before now it was made: before the oldest of its requests.
const BEFORE: TimeDelta = TimeDelta::days(400);

/// Makes the practice office in `folder`, as of `now`. It is made beside and moved there when it is whole, so that a crash leaves none.
///
/// # Errors
/// [`AppError::File`] when the folder cannot be made, else whatever the use cases refuse.
pub(crate) fn make(folder: &Path, now: Moment, user: &str) -> Result<(), AppError> {
    let unusable = |source| AppError::File { path: folder.to_owned(), source };
    let script = Script::shipped()?;
    let beside = folder.with_extension("baru");
    if beside.exists() {
        fs::remove_dir_all(&beside).map_err(unusable)?;
    }
    // Whoever makes it was admitted before anything that is told of.
    let clock = SetBack::to(now - BEFORE);
    let ports = Ports { clock: Box::new(clock.clone()), files: Box::new(Papers), ..Ports::folder(beside.join("keluar")) };
    fill(&mut Office::create(&beside, PASSPHRASE, COST, ports, user)?, &clock, now, &script)?;
    // An empty folder of that name would stand in the way on some systems.
    drop(fs::remove_dir(folder));
    rename_patiently(&beside, folder).map_err(unusable)
}

/// A clock that shows what it was set to. Clones are the same clock.
#[derive(Clone)]
struct SetBack(Arc<AtomicI64>);

impl SetBack {
    fn to(moment: Moment) -> Self {
        Self(Arc::new(AtomicI64::new(moment.timestamp_millis())))
    }

    fn set(&self, moment: Moment) {
        self.0.store(moment.timestamp_millis(), Ordering::Relaxed);
    }
}

impl Clock for SetBack {
    fn now(&self) -> Moment {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// An owner of the script as recorded.
#[derive(Clone, Copy)]
struct Known {
    owner: OwnerId,
    certificate: CertificateId,
}

fn fill(office: &mut Office, clock: &SetBack, now: Moment, script: &Script) -> Result<(), AppError> {
    let mut walks: Vec<Walk<'_>> = Vec::new();
    for case in &script.cases {
        walks.push(Walk::begin(script, case, &office.content.calendar, script.profile.zone, now));
    }
    clock.set(walks.iter().map(|walk| walk.at).min().unwrap_or(now) - TimeDelta::days(1));
    office.describe(OfficeProfile { practice: true, ..script.profile.clone() })?;
    for official in &script.officials {
        office.record_official(None, official.clone())?;
    }
    let today = script.profile.zone.local(now).date();
    let mut owners = BTreeMap::new();
    for owner in &script.owners {
        owners.insert(owner.id.as_str(), record_owner(office, owner, today)?);
    }
    // What happens next happens first, whichever case it is of: numbers are drawn in the order of time.
    while let Some(walk) = walks.iter_mut().filter(|walk| !walk.rests).min_by_key(|walk| walk.at) {
        clock.set(walk.at.min(now));
        walk.go_on(office, &owners)?;
    }
    Ok(())
}

fn record_owner(office: &mut Office, script: &OwnerScript, today: NaiveDate) -> Result<Known, AppError> {
    let owner = office.record_owner(None, script.details.clone(), &BTreeMap::new())?;
    let until = today + Days::new(script.days_left);
    let details = CertificateDetails {
        serial: script.serial.clone(),
        subject_dn: format!("CN={}, O=Pemerintah Kabupaten Contoh, C=ID", script.details.name),
        issuer: "BSRE CA DS G1".to_owned(),
        valid_from: until.checked_sub_days(Days::new(730)),
        valid_until: Some(until),
    };
    let certificate = office.record_certificate(owner, None, details)?;
    Ok(Known { owner, certificate })
}

#[cfg(test)]
pub(crate) mod testing {
    //! A practice office for the tests of other use cases.
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    pub(crate) fn made_at(moment: &str) -> (tempfile::TempDir, Office) {
        let folder = tempfile::tempdir().unwrap();
        let now: Moment = moment.parse().unwrap();
        make(&folder.path().join("latihan"), now, "Contoh Petugas").unwrap();
        let ports = Ports { clock: Box::new(SetBack::to(now)), ..Ports::folder(folder.path().join("keluar")) };
        let office = Office::open(&folder.path().join("latihan"), PASSPHRASE, ports, "Contoh Petugas").unwrap();
        (folder, office)
    }

    /// One of a Friday morning, on a clock that stands still.
    pub(crate) fn practice_office() -> (tempfile::TempDir, Office) {
        made_at("2026-11-20T02:00:00Z")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::testing::made_at;
    use super::*;
    use sandika_store::{CaseFilter, LetterFilter, Standing};

    #[test]
    fn every_day_and_hour_gives_a_whole_practice_office() {
        // A Friday morning, a Sunday night, the first working day of a year, the days after Idulfitri.
        for moment in ["2026-11-20T02:00:00Z", "2026-11-22T16:30:00Z", "2026-01-02T01:05:00Z", "2026-03-25T04:00:00Z"] {
            let (_folder, office) = made_at(moment);
            let cases = office.cases(&CaseFilter::default(), None, 200).unwrap();
            let stand = |standing| cases.iter().filter(|case| case.row.standing == standing).count();
            assert_eq!((cases.len(), stand(Standing::Closed), stand(Standing::Waiting)), (11, 2, 2), "{moment}");
            assert!(cases.iter().any(|case| case.overdue), "{moment}: one is overdue");
            assert!(cases.iter().any(|case| case.row.standing == Standing::Open && !case.overdue), "{moment}: not all are overdue");
            let missing = LetterFilter { scan_missing: true, ..LetterFilter::default() };
            assert_eq!(office.letters(&missing, None, 10).unwrap().len(), 1, "{moment}");
            assert!(office.is_practice().unwrap());
            assert!(office.verify().unwrap().is_sound());
        }
    }

    #[test]
    fn everybody_is_plainly_fictitious() {
        let script = Script::shipped().unwrap();
        assert!(script.owners.iter().all(|owner| owner.details.name.starts_with("Contoh ") && owner.details.nik.starts_with("319999")));
        assert!(script.officials.iter().all(|official| official.name.contains("Contoh")));
        let sops: std::collections::BTreeSet<&str> = script.cases.iter().map(|case| case.sop.as_str()).collect();
        assert_eq!(sops.len(), 5, "every SOP is there to be practised");
    }
}
