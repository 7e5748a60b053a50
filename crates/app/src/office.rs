//! The office at work: its store, its content and the outside world, held by one process on behalf of one user.

use crate::access::{Opened, Signed, sign_in, user_name};
use crate::classifications::ReadCodes;
use crate::content::Content;
use crate::error::AppError;
use crate::identity::fresh;
use crate::letters::ReadFace;
use crate::long_work::Stop;
use crate::ports::Ports;
use crate::whereabouts;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::{Access, Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId, PersonId};
use sandika_domain::office::OfficeProfile;
use sandika_domain::person::OfficialDomains;
use sandika_domain::sop::Sop;
use sandika_domain::user::Role;
use sandika_store::{Creation, KdfCost, Ledger, Recording, Store, Tx};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// An opened office.
pub struct Office {
    pub(crate) store: Store,
    /// What the office may edit, as it was read when the office was opened or last saved a template.
    pub content: Content,
    pub(crate) ports: Ports,
    /// Who works.
    pub(crate) signed: Signed,
    /// Letters that somebody carries now, and how to stop them.
    pub(crate) carried: HashMap<Uuid, Stop>,
    /// Definitions that cases keep, by hash.
    pinned: RefCell<HashMap<String, Arc<Sop>>>,
    /// The office's own letter face, once a letter was set in it.
    pub(crate) face: RefCell<Option<ReadFace>>,
    /// The classification codes that were looked through last: they are asked for while one is typed.
    pub(crate) codes: RefCell<Option<ReadCodes>>,
}

impl Office {
    /// Makes an office in an empty or new folder and opens it; whoever makes it is its admin. `cost` is what trying a passphrase costs; the default is for
    /// an office.
    ///
    /// # Errors
    /// [`AppError::Input`] where no office may lie, and for a name that is none; [`AppError::Store`] when there is an office already, the passphrase is
    /// too short, or the folder cannot be used.
    pub fn create(folder: &Path, passphrase: &str, cost: KdfCost, ports: Ports, user: &str) -> Result<Self, AppError> {
        whereabouts::check(folder)?;
        let user = String::from(user_name(user)?);
        let now = ports.clock.now();
        let creation = Creation { desk: fresh(now)?.to_string(), user: user.clone(), cost, now };
        let store = Store::create(folder, passphrase, &creation)?;
        let mut office = Self::assemble(store, folder, ports, Signed { name: user.clone(), role: Role::Admin })?;
        office.record("user_admit", None, None, vec![Fact::Access(Access::UserAdmitted { user, role: Role::Admin })])?;
        Ok(office)
    }

    /// Opens an office for one of its users.
    ///
    /// # Errors
    /// [`AppError::Input`] where no office may lie; [`AppError::TooManyTries`]; [`AppError::NotAdmitted`]; [`AppError::Store`]: no office there, wrong
    /// passphrase, in use, damaged, or newer than the program.
    pub fn open(folder: &Path, passphrase: &str, ports: Ports, user: &str) -> Result<Self, AppError> {
        Self::enter(folder, passphrase, ports, Some(user))
    }

    /// Opens an office for whomever the passphrase is of.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_for_anyone(folder: &Path, passphrase: &str, ports: Ports) -> Result<Self, AppError> {
        Self::enter(folder, passphrase, ports, None)
    }

    /// Opens a practice office for somebody of any name.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(crate) fn open_practice(folder: &Path, passphrase: &str, ports: Ports, user: &str) -> Result<Self, AppError> {
        let name = String::from(user_name(user)?);
        let office = Self::enter(folder, passphrase, ports, None)?;
        Ok(Self { signed: Signed { name, role: Role::Admin }, ..office })
    }

    pub(crate) fn enter(folder: &Path, passphrase: &str, ports: Ports, user: Option<&str>) -> Result<Self, AppError> {
        whereabouts::check(folder)?;
        sandika_store::backup::recover(folder)?;
        let Opened { store, signed, unlisted, tried } = sign_in::open(folder, user, passphrase, ports.clock.now())?;
        let mut office = Self::assemble(store, folder, ports, signed)?;
        if unlisted && user.is_some() {
            office.adopt_slot(passphrase, KdfCost::default())?;
        }
        if let Some(tried) = tried {
            office.note_refused(tried)?;
        }
        let (now, actor) = (office.now(), office.actor().to_owned());
        // What cannot be noted now is noted with the next entry, and keeps nobody out.
        let _ = office.store.note_clock(now, &actor);
        office.note_cut_off()?;
        // What cannot be destroyed now is told on the page of retention, and keeps nobody out.
        let _ = office.finish_destructions();
        Ok(office)
    }

    fn assemble(store: Store, folder: &Path, ports: Ports, signed: Signed) -> Result<Self, AppError> {
        let content = Content::of_open_office(folder, &store.read().templates_in_use()?)?;
        Ok(Self {
            store,
            content,
            ports,
            signed,
            carried: HashMap::new(),
            pinned: RefCell::default(),
            face: RefCell::default(),
            codes: RefCell::default(),
        })
    }

    /// The office's folder.
    pub fn folder(&self) -> PathBuf {
        self.store.dir().to_owned()
    }

    /// Whether there is an office in a folder, or what is left of one.
    pub fn is_at(folder: &Path) -> bool {
        Store::is_at(folder)
    }

    /// Puts other ports in the place of those at hand: another printer, another folder for what goes out.
    pub(crate) fn set_ports(&mut self, ports: Ports) {
        self.ports = ports;
    }

    /// User name of the one at the desk.
    pub fn actor(&self) -> &str {
        &self.signed.name
    }

    /// Now.
    pub fn now(&self) -> Moment {
        self.ports.clock.now()
    }

    pub(crate) fn read(&self) -> &Ledger {
        self.store.read()
    }

    /// The profile, if the office has described itself.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn profile(&self) -> Result<Option<OfficeProfile>, AppError> {
        Ok(self.read().office()?)
    }

    /// The profile, which most use cases need.
    pub(crate) fn needed_profile(&self) -> Result<OfficeProfile, AppError> {
        self.profile()?.ok_or(AppError::NoProfile)
    }

    /// The office's zone; WIB until it has described itself.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn zone(&self) -> Result<Zone, AppError> {
        Ok(self.profile()?.map(|profile| profile.zone).unwrap_or_default())
    }

    /// Official e-mail addresses: the general endings and the office's own.
    pub(crate) fn official_domains(&self) -> Result<OfficialDomains, AppError> {
        let general = OfficialDomains::default();
        let own = self.profile()?.map(|profile| profile.email_endings).unwrap_or_default();
        Ok(OfficialDomains::new(general.endings().iter().chain(&own)))
    }

    /// The definition that a case keeps.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when no such version was adopted; [`AppError::Content`] when its text cannot be read any more.
    pub fn pinned(&self, hash: &str) -> Result<Arc<Sop>, AppError> {
        if let Some(known) = self.pinned.borrow().get(hash) {
            return Ok(known.clone());
        }
        let text = self.read().sop_text(hash)?.ok_or_else(|| AppError::not_found("sop", "Versi SOP", hash))?;
        let parsed = Sop::parse(hash, text.as_bytes()).map_err(AppError::Content)?;
        let sop = Arc::new(parsed.sop);
        self.pinned.borrow_mut().insert(hash.to_owned(), sop.clone());
        Ok(sop)
    }

    /// A new identity.
    pub(crate) fn fresh_id(&self) -> Result<Uuid, AppError> {
        fresh(self.now())
    }

    /// Runs one change, whole or not at all.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, AppError>) -> Result<T, AppError> {
        let now = self.ports.clock.now();
        self.store.transact(now, &self.signed.name, work)
    }

    /// Records one entry in a transaction of its own. Nothing to record is no change.
    pub(crate) fn record(
        &mut self,
        action: &str,
        case: Option<CaseId>,
        person: Option<PersonId>,
        facts: Vec<Fact>,
    ) -> Result<(), AppError> {
        if facts.is_empty() {
            return Ok(());
        }
        let recording = Recording { case, person, ..self.recording(action, facts)? };
        self.change(|tx| Ok(tx.record(&recording).map(drop)?))
    }

    /// An entry about the office itself, not yet recorded.
    pub(crate) fn recording(&self, action: &str, facts: Vec<Fact>) -> Result<Recording, AppError> {
        Ok(Recording { entry: EntryId(self.fresh_id()?), action: action.to_owned(), case: None, person: None, facts })
    }
}
