//! The desk: what is open, and the settings of this computer.

use super::DeviceFields;
use crate::args::{RoleWord, paper_word};
use sandika_app::ports::PrinterInfo;
use sandika_app::{AppError, Desk, DeskState, Office};
use sandika_domain::document::Word;
use sandika_domain::letter::model::Paper;
use sandika_domain::user::Right;
use serde::Serialize;
use ts_rs::TS;

/// Whether there is an office, and whether it is open.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DeskStateView {
    /// There is no office yet.
    None,
    /// There is one, and it is locked.
    Locked,
    /// One is open.
    Open,
}

/// The desk.
#[derive(Debug, Serialize, TS)]
pub(crate) struct DeskView {
    pub(crate) state: DeskStateView,
    /// What is open holds fictitious data.
    pub(crate) practice: bool,
    /// Who works, or worked last; empty at first.
    pub(crate) user: String,
    /// Who may sign in; nobody unless it is locked, and where its key slots cannot be read.
    pub(crate) users: Vec<String>,
    /// The desk is locked, but its office is open: what works behind the screens goes on.
    pub(crate) resting: bool,
    /// What they are in the office; none while none is open.
    pub(crate) role: Option<RoleWord>,
    /// What their role allows: `work`, `approve`, `reveal`, `keep`, `setup`, `admit`.
    pub(crate) may: Vec<&'static str>,
    /// Name of the open office; empty until it has described itself.
    pub(crate) office: String,
    pub(crate) region: String,
    /// Where the office is, or would be made.
    pub(crate) folder: String,
    /// Version of the program.
    pub(crate) version: String,
    /// Today by the office's clock, `YYYY-MM-DD`.
    pub(crate) today: String,
    /// Now by the office's clock, `YYYY-MM-DDTHH:MM`.
    pub(crate) now: String,
    /// What was found wrong with the journal of the open office when it was opened, or since.
    pub(crate) journal_problems: usize,
    pub(crate) settings: DeviceFields,
}

impl DeskView {
    pub(crate) fn of(desk: &Desk) -> Result<Self, AppError> {
        let profile = desk.office().map(Office::profile).transpose()?.flatten();
        let now = desk.local_now()?;
        let settings = desk.settings();
        let state = desk.state();
        let role = desk.office().map(|office| office.signed().role);
        Ok(Self {
            state: match state {
                DeskState::None => DeskStateView::None,
                DeskState::Locked => DeskStateView::Locked,
                DeskState::Open => DeskStateView::Open,
            },
            practice: profile.as_ref().is_some_and(|profile| profile.practice),
            user: desk.office().map_or_else(|| settings.user.clone(), |office| office.actor().to_owned()),
            users: if state == DeskState::Locked { desk.users(None) } else { Vec::new() },
            resting: desk.is_locked(),
            role: role.map(RoleWord::from),
            may: Right::ALL.iter().filter(|right| role.is_some_and(|role| role.may(**right))).map(|right| right.word()).collect(),
            office: profile.as_ref().map(|profile| profile.name.clone()).unwrap_or_default(),
            region: profile.map(|profile| profile.region).unwrap_or_default(),
            folder: desk.folder().display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            today: now.date().to_string(),
            now: now.format("%Y-%m-%dT%H:%M").to_string(),
            journal_problems: desk.office().map_or(0, Office::journal_problems),
            settings: DeviceFields::of(desk),
        })
    }
}

impl DeviceFields {
    fn of(desk: &Desk) -> Self {
        let settings = desk.settings();
        Self {
            printer: settings.printer.clone(),
            outgoing: settings.outgoing.as_ref().map(|folder| folder.display().to_string()),
            theme: settings.theme.into(),
            stays: desk.stays(),
            autostart: desk.autostart(),
        }
    }
}

/// A printer of this computer.
#[derive(Debug, Serialize, TS)]
pub(crate) struct PrinterView {
    pub(crate) name: String,
    /// Takes jobs when none is chosen.
    pub(crate) default: bool,
    /// Takes jobs now.
    pub(crate) ready: bool,
    /// The system's own words about it; may be empty.
    pub(crate) detail: String,
    /// What is to be said of a letter on each paper.
    pub(crate) papers: Vec<PrinterPaperView>,
}

/// A paper of letters, and whether a printer has it.
#[derive(Debug, Serialize, TS)]
pub(crate) struct PrinterPaperView {
    /// `a4`, `f4` or `legal`.
    pub(crate) paper: String,
    /// Why a letter on it will not come out as it was made, and what to do; none where it will, or where the printer does not tell.
    pub(crate) warning: Option<String>,
}

impl From<PrinterInfo> for PrinterView {
    fn from(printer: PrinterInfo) -> Self {
        let PrinterInfo { name, default, ready, detail, papers } = printer;
        let papers = Paper::ALL.map(|paper| PrinterPaperView { paper: paper_word(paper), warning: papers.warning(paper, &name) }).into();
        Self { name, default, ready, detail, papers }
    }
}

/// What the key of the one who works takes beside the passphrase.
#[derive(Debug, Serialize, TS)]
pub(crate) struct AccountView {
    /// Whether their account of this computer; none where that cannot be had.
    pub(crate) bound: Option<bool>,
}
