//! One handler for each command, of the same name: arguments to the use case, its result to a view.

mod backup;
mod bundle;
mod case;
mod classification;
mod course;
mod desk;
mod journal;
mod library;
mod number;
mod outgoing;
mod paper;
mod print_set;
mod register;
mod retention;
mod scan;
mod signature;
mod template;
mod update;
mod upkeep;
mod user;

pub(crate) use backup::*;
pub(crate) use bundle::*;
pub(crate) use case::*;
pub(crate) use classification::*;
pub(crate) use course::*;
pub(crate) use desk::*;
pub(crate) use journal::*;
pub(crate) use library::*;
pub(crate) use number::*;
pub(crate) use outgoing::*;
pub(crate) use paper::*;
pub(crate) use print_set::*;
pub(crate) use register::*;
pub(crate) use retention::*;
pub(crate) use scan::*;
pub(crate) use signature::*;
pub(crate) use template::*;
pub(crate) use update::*;
pub(crate) use upkeep::*;
pub(crate) use user::*;

use crate::error::ApiError;
use crate::topic::{Changed, Topic, changed};
use crate::view::CaseView;
use sandika_app::{AppError, Office};
use sandika_domain::calendar::Zone;
use sandika_domain::case::Case;

type Answer<T> = Result<T, ApiError>;
type Change<T> = Result<Changed<T>, ApiError>;

/// Rows of a page when the caller names no limit.
const ROWS: u32 = 50;

fn rows(limit: Option<u32>) -> usize {
    limit.unwrap_or(ROWS) as usize
}

fn zone(office: &Office) -> Answer<Zone> {
    Ok(office.profile()?.map(|profile| profile.zone).unwrap_or_default())
}

/// The case after a change, with the topics that every change of a case touches.
fn after(office: &Office, case: Result<Case, AppError>) -> Change<CaseView> {
    let file = office.case(case?.id)?;
    Ok(changed((&file).into(), &[Topic::Cases]))
}

/// A change of a case that touches its letters as well.
fn with_letters(answer: Changed<CaseView>) -> Changed<CaseView> {
    Changed { changed: vec![Topic::Cases, Topic::Letters], ..answer }
}
