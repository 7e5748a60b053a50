//! An office in a temporary folder, and short ways to say what happens in it.

use chrono::NaiveDate;
use sandika_domain::fact::{Fact, FileLabel, FileRef, Moment, Opening, RecordedOwner, TakenNumber};
use sandika_domain::ids::{CaseId, CertificateId, EntryId, LetterId, OwnerId, PersonId};
use sandika_domain::owner::{CertificateDetails, Employment, OwnerDetails};
use sandika_domain::sop::{Channel, ServiceKind};
use sandika_store::{Creation, KdfCost, Progress, Recorded, Recording, Report, Store, StoreError};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const PASSPHRASE: &str = "sandi kantor contoh";
pub(crate) const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

/// An office that goes with its folder.
pub(crate) struct Office {
    pub(crate) store: Store,
    pub(crate) dir: TempDir,
}

pub(crate) fn moment(second: i64) -> Moment {
    Moment::from_timestamp_millis(1_763_700_000_123 + second * 1000).unwrap()
}

/// Watches a long work without a word.
pub(crate) fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Ids in rising order, unlike in any two processes: those that run at once have other numbers, and whoever is given the number of one that is gone
/// begins later.
pub(crate) fn id() -> Uuid {
    static NEXT: LazyLock<AtomicU64> = LazyLock::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        AtomicU64::new(u64::try_from(since.as_nanos()).unwrap())
    });
    Uuid::from_u128((u128::from(std::process::id()) << 64) | u128::from(NEXT.fetch_add(1, Ordering::Relaxed)))
}

pub(crate) fn creation() -> Creation {
    Creation { desk: "meja-1".into(), user: "petugas".into(), cost: CHEAP, now: moment(0) }
}

pub(crate) fn create(dir: &Path) -> Store {
    Store::create(dir, PASSPHRASE, &creation()).unwrap()
}

pub(crate) fn open(dir: &Path) -> Result<Store, StoreError> {
    Store::open(dir, PASSPHRASE, moment(1))
}

pub(crate) fn office() -> Office {
    let dir = tempfile::tempdir().unwrap();
    Office { store: create(dir.path()), dir }
}

pub(crate) fn owner_details(name: &str, nip: &str) -> OwnerDetails {
    OwnerDetails {
        name: name.into(),
        title_before: String::new(),
        title_after: String::new(),
        nik: "3201010101800001".into(),
        nip: nip.into(),
        employment: Employment::Pns,
        rank: String::new(),
        grade: String::new(),
        post: "Kepala Seksi".into(),
        unit: "Sekretariat".into(),
        institution: "Dinas Kesehatan".into(),
        email: "contoh@natunakab.go.id".into(),
        phone: String::new(),
        ams_user: String::new(),
    }
}

pub(crate) fn owner_recorded(owner: OwnerId, name: &str, nip: &str) -> Fact {
    let recorded = RecordedOwner { details: owner_details(name, nip), confirmed: Default::default() };
    Fact::OwnerRecorded { owner, personal: recorded.into() }
}

pub(crate) fn certificate_recorded(certificate: CertificateId, owner: OwnerId, serial: &str) -> Fact {
    let details = CertificateDetails { serial: serial.into(), valid_until: Some(day("2026-12-31")), ..Default::default() };
    Fact::CertificateRecorded { certificate, owner, personal: details.into() }
}

pub(crate) fn number(register: &str, number: u32) -> TakenNumber {
    TakenNumber { register: register.into(), year: 2026, number, text: format!("000.6.5/{number}/Diskominfo.05") }
}

pub(crate) fn file(hash: &str) -> FileRef {
    FileRef { hash: hash.into(), size: 3, media: "application/pdf".into() }
}

pub(crate) fn case_opened(case: CaseId, owner: OwnerId, agenda: u32) -> Fact {
    Fact::CaseOpened {
        case,
        sop: "natuna-pencabutan".into(),
        sop_hash: "ab".repeat(32),
        service: ServiceKind::Revocation,
        owner,
        certificate: None,
        received_on: day("2026-11-20"),
        channel: Channel::Letter,
        agenda: number("masuk", agenda),
        first_step: 1,
        personal: Opening { sender: "Dinas Pendidikan".into(), reason: Some("pensiun".into()), ..Default::default() }.into(),
    }
}

pub(crate) fn letter_issued(letter: LetterId, version: u32, taken: Option<TakenNumber>, hash: &str) -> Fact {
    Fact::LetterIssued {
        letter,
        version,
        template: "surat-rekomendasi-pencabutan".into(),
        template_hash: "cd".repeat(32),
        step: 1,
        number: taken,
        dated: day("2026-11-21"),
        file: file(hash),
        pages: 1,
        cases: Vec::new(),
        scan_back: true,
        personal: "Surat Rekomendasi Pencabutan".to_owned().into(),
    }
}

pub(crate) fn attached(hash: &str) -> Fact {
    Fact::DocumentAttached {
        step: 1,
        document: "sk-pensiun".into(),
        file: file(hash),
        personal: FileLabel { name: "sk.pdf".into() }.into(),
    }
}

pub(crate) fn noted(text: &str) -> Fact {
    Fact::CaseNoted { personal: text.to_owned().into() }
}

pub(crate) fn completed(step: u32, next: Option<u32>) -> Fact {
    Fact::StepCompleted { step, outcome: None, next, returned: false, done_at: moment(i64::from(step)), personal: String::new().into() }
}

pub(crate) fn recording(case: Option<CaseId>, owner: Option<OwnerId>, facts: Vec<Fact>) -> Recording {
    Recording { entry: EntryId(id()), action: "contoh".into(), case, person: owner.map(PersonId::from), facts }
}

/// A folder with all that is in it, somewhere else.
pub(crate) fn copy(folder: &Path) -> TempDir {
    fn fill(from: &Path, to: &Path) {
        for name in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let (from, to) = (name.path(), to.join(name.file_name()));
            if from.is_dir() {
                fs::create_dir(&to).unwrap();
                fill(&from, &to);
            } else {
                fs::copy(from, to).unwrap();
            }
        }
    }
    let copy = tempfile::tempdir().unwrap();
    fill(folder, copy.path());
    copy
}

impl Office {
    /// Records one entry in a transaction of its own.
    pub(crate) fn record(&mut self, case: Option<CaseId>, owner: Option<OwnerId>, facts: Vec<Fact>) -> Result<Recorded, StoreError> {
        self.store.transact(moment(5), "petugas", |tx| tx.record(&recording(case, owner, facts)))
    }

    /// Erases an owner in an entry of its own.
    pub(crate) fn erase(&mut self, owner: OwnerId) -> Result<bool, StoreError> {
        self.store.erase_person(owner.into(), EntryId(id()), moment(9), "kepala")
    }

    /// A recorded owner.
    pub(crate) fn owner(&mut self, name: &str, nip: &str) -> OwnerId {
        let owner = OwnerId(id());
        self.record(None, Some(owner), vec![owner_recorded(owner, name, nip)]).unwrap();
        owner
    }

    /// An opened case with the next agenda number.
    pub(crate) fn case(&mut self, owner: OwnerId) -> CaseId {
        let case = CaseId(id());
        let opened = self.store.transact(moment(5), "petugas", |tx| {
            let agenda = tx.next_number("masuk", 2026)?;
            tx.record(&recording(Some(case), Some(owner), vec![case_opened(case, owner, agenda)]))
        });
        opened.unwrap();
        case
    }

    /// Ends like a process that is killed: what is in the folder stays as it is at this moment.
    pub(crate) fn killed(self) -> TempDir {
        let left = copy(self.dir.path());
        drop(self.store);
        left
    }

    pub(crate) fn verify(&self) -> Report {
        self.store.verify(&mut go_on).unwrap()
    }
}
