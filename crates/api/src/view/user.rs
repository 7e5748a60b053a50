//! Users, roles and rights.

use super::local;
use crate::args::RoleWord;
use sandika_app::{AppError, Office, UserAccount};
use sandika_domain::calendar::Zone;
use sandika_domain::document::Word;
use sandika_domain::user::{Right, Role};
use serde::Serialize;
use ts_rs::TS;

/// Everybody who may sign in or ever could, and the rules of the door.
#[derive(Debug, Serialize, TS)]
pub(crate) struct UsersView {
    /// Those that may sign in first.
    pub(crate) users: Vec<UserView>,
    /// A revocation takes two users.
    pub(crate) two_persons: bool,
    /// When the recovery sheet was made that holds, `YYYY-MM-DDTHH:MM:SS`; none while there is none.
    pub(crate) recovery_at: Option<String>,
    pub(crate) roles: Vec<RoleView>,
    pub(crate) rights: Vec<RightView>,
    /// The one who works may change all this.
    pub(crate) may_admit: bool,
}

/// A user.
#[derive(Debug, Serialize, TS)]
pub(crate) struct UserView {
    pub(crate) name: String,
    pub(crate) role: RoleWord,
    /// They may sign in.
    pub(crate) active: bool,
    /// It is who works now.
    pub(crate) own: bool,
    /// Since when the role holds or they were dismissed, `YYYY-MM-DDTHH:MM:SS`.
    pub(crate) since: String,
}

/// A role.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RoleView {
    pub(crate) role: RoleWord,
    /// What the office calls it.
    pub(crate) title: String,
}

/// What some roles may do.
#[derive(Debug, Serialize, TS)]
pub(crate) struct RightView {
    pub(crate) about: String,
    /// Who may, in the order of the roles.
    pub(crate) roles: Vec<bool>,
}

impl UsersView {
    pub(crate) fn of(office: &Office) -> Result<Self, AppError> {
        let (list, zone) = (office.users()?, office.zone()?);
        Ok(Self {
            users: list.users.into_iter().map(|user| UserView::of(user, zone)).collect(),
            two_persons: list.two_persons,
            recovery_at: list.recovery_at.map(|at| local(at, zone)),
            roles: Role::ALL.iter().map(|role| RoleView { role: (*role).into(), title: role.title().to_owned() }).collect(),
            rights: Right::ALL.iter().copied().map(RightView::of).collect(),
            may_admit: office.need(Right::Admit).is_ok(),
        })
    }
}

impl UserView {
    fn of(user: UserAccount, zone: Zone) -> Self {
        let UserAccount { name, role, active, own, since } = user;
        Self { name, role: role.into(), active, own, since: local(since, zone) }
    }
}

impl RightView {
    fn of(right: Right) -> Self {
        Self { about: right.about().to_owned(), roles: Role::ALL.iter().map(|role| role.may(right)).collect() }
    }
}
