//! Who may sign in: admitting, another role, another passphrase, dismissing.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Access, Fact, KeyChange, Moment};
use sandika_domain::user::{Right, Role, UserName};
use sandika_store::{KdfCost, SlotChange};

/// A user, as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserAccount {
    /// Name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// They may sign in.
    pub active: bool,
    /// It is who works now.
    pub own: bool,
    /// Since when.
    pub since: Moment,
}

/// Everybody, and the rules of the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserList {
    /// Users, those that may sign in first.
    pub users: Vec<UserAccount>,
    /// A revocation takes two users.
    pub two_persons: bool,
    /// When the recovery sheet was made that holds.
    pub recovery_at: Option<Moment>,
}

impl Office {
    /// Everybody who may sign in or ever could, and the rules of the door.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn users(&self) -> Result<UserList, AppError> {
        let own = |name: &str| name == self.signed.name;
        let account = |row: sandika_store::UserRow| UserAccount {
            own: own(&row.name),
            name: row.name,
            role: row.role,
            active: row.active,
            since: row.recorded_at,
        };
        let mut users: Vec<UserAccount> = self.read().users()?.into_iter().map(account).collect();
        users.sort_by_key(|user| !user.active);
        let door = self.read().door()?;
        Ok(UserList { users, two_persons: door.two_persons, recovery_at: door.recovery_at })
    }

    /// Admits somebody new, or somebody who was dismissed. `own` is the passphrase of the one who does it: only a passphrase opens the key that the new
    /// one is to open.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::Input`] for a name that is none; [`AppError::Conflict`] for one that is taken; [`AppError::Store`] for
    /// passphrases.
    pub fn admit_user(&mut self, typed: &str, role: Role, own: &str, passphrase: &str, cost: KdfCost) -> Result<(), AppError> {
        self.need(Right::Admit)?;
        self.refuse_practice()?;
        let name = user_name(typed)?;
        let known = self.read().users()?.into_iter().find(|user| name.is(&user.name));
        if known.as_ref().is_some_and(|user| user.active) {
            let text = format!("Pengguna “{}” sudah terdaftar. Pakai nama lain, atau ubah perannya.", name.text());
            return Err(AppError::Conflict { field: "user", text });
        }
        // A name once used stays one user's, in the spelling that the journal has.
        let name = known.map_or_else(|| String::from(name), |user| user.name);
        let mut slots = self.store.change_slots()?;
        slots.put((&self.signed.name, own), &name, passphrase, cost)?;
        self.change_access("user_admit", &slots, vec![Fact::Access(Access::UserAdmitted { user: name, role })])
    }

    /// Gives a user another role.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`]; [`AppError::Input`] when no admin would be left.
    pub fn change_role(&mut self, name: &str, role: Role) -> Result<(), AppError> {
        self.need(Right::Admit)?;
        let user = self.active_user(name)?;
        if user.role == role {
            return Ok(());
        }
        if !role.may(Right::Admit) {
            self.refuse_losing_the_last_admin(&user.name)?;
        }
        let fact = Fact::Access(Access::UserAdmitted { user: user.name.clone(), role });
        self.record("user_role", None, None, vec![fact])?;
        if user.name == self.signed.name {
            self.signed.role = role;
        }
        Ok(())
    }

    /// Sets another passphrase for somebody who has forgotten theirs; `own` is that of the one who does it.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`]; [`AppError::Store`] for passphrases.
    pub fn set_passphrase(&mut self, name: &str, own: &str, passphrase: &str, cost: KdfCost) -> Result<(), AppError> {
        self.need(Right::Admit)?;
        let user = self.active_user(name)?.name;
        let mut slots = self.store.change_slots()?;
        slots.put((&self.signed.name, own), &user, passphrase, cost)?;
        self.change_access("user_passphrase", &slots, vec![Fact::Access(Access::PassphraseSet { user })])
    }

    /// Lets somebody in no more. What they did keeps their name.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::NotFound`]; [`AppError::Input`] for oneself and for the last admin.
    pub fn dismiss_user(&mut self, name: &str) -> Result<(), AppError> {
        self.need(Right::Admit)?;
        let user = self.active_user(name)?.name;
        if user == self.signed.name {
            let text = "Anda tidak dapat menghapus diri sendiri. Minta admin lain melakukannya.";
            return Err(AppError::Input { field: "user", text: text.to_owned() });
        }
        self.refuse_losing_the_last_admin(&user)?;
        let mut slots = self.store.change_slots()?;
        slots.remove(&user);
        self.change_access("user_dismiss", &slots, vec![Fact::Access(Access::UserDismissed { user })])
    }

    /// Says whether a revocation takes two users.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::Input`] where nobody else could agree.
    pub fn set_two_persons(&mut self, on: bool) -> Result<(), AppError> {
        self.need(Right::Admit)?;
        let list = self.users()?;
        if list.two_persons == on {
            return Ok(());
        }
        let active = || list.users.iter().filter(|user| user.active);
        let pair = active().any(|user| user.role.may(Right::Approve)) && active().count() > 1;
        if on && !pair {
            let text = "Belum ada pengguna lain yang dapat menyetujui pencabutan. Daftarkan dahulu seorang Verifikator, Kepala Bidang, atau \
                        Kepala Dinas.";
            return Err(AppError::Input { field: "on", text: text.to_owned() });
        }
        self.record("door_rule", None, None, vec![Fact::Access(Access::TwoPersons { on })])
    }

    /// Records what other key slots mean, and puts them in force with it: both or neither.
    pub(super) fn change_access(&mut self, action: &str, slots: &SlotChange, facts: Vec<Fact>) -> Result<(), AppError> {
        let recording = self.recording(action, facts)?;
        let done = self.change(|tx| {
            tx.record(&recording)?;
            Ok(slots.put_in_force()?)
        });
        if done.is_err() {
            slots.take_back()?;
        }
        done
    }

    /// Gives the slot of an office that was made before there were users to the one who opened it.
    pub(crate) fn adopt_slot(&mut self, passphrase: &str, cost: KdfCost) -> Result<(), AppError> {
        let (slot, user) = (self.store.user().to_owned(), self.signed.name.clone());
        let mut slots = self.store.change_slots()?;
        slots.put((&slot, passphrase), &user, passphrase, cost)?;
        // Where a crash came between the making of an office and its first entry, the slot is theirs already.
        if slot != user {
            slots.remove(&slot);
        }
        let facts = vec![
            Fact::Access(Access::UserAdmitted { user: user.clone(), role: Role::Admin }),
            Fact::PassphraseChanged(KeyChange { slot: user }),
        ];
        self.change_access("user_admit", &slots, facts)
    }

    /// The practice office is everybody's: there is nobody to admit to it.
    pub(super) fn refuse_practice(&self) -> Result<(), AppError> {
        if !self.is_practice()? {
            return Ok(());
        }
        let text = "Kantor latihan dapat dibuka siapa saja, sehingga tidak mempunyai daftar pengguna. Buka kantor yang sebenarnya.";
        Err(AppError::Input { field: "user", text: text.to_owned() })
    }

    pub(super) fn active_user(&self, name: &str) -> Result<UserAccount, AppError> {
        let found = self.users()?.users.into_iter().find(|user| user.active && user.name.to_lowercase() == name.trim().to_lowercase());
        found.ok_or_else(|| AppError::not_found("user", "Pengguna", name))
    }

    fn refuse_losing_the_last_admin(&self, name: &str) -> Result<(), AppError> {
        let others = self.users()?.users.into_iter().any(|user| user.active && user.name != name && user.role.may(Right::Admit));
        if others {
            return Ok(());
        }
        let text = "Kantor harus mempunyai sedikitnya satu admin. Jadikan pengguna lain admin dahulu.";
        Err(AppError::Input { field: "user", text: text.to_owned() })
    }
}

/// A name as it was typed.
///
/// # Errors
/// [`AppError::Input`].
pub(crate) fn user_name(typed: &str) -> Result<UserName, AppError> {
    UserName::parse(typed).map_err(|fault| AppError::Input { field: "user", text: fault.to_string() })
}
