//! What commands answer: everything that a screen shows, nothing that it would have to decide.

mod action;
mod backup;
mod batch;
mod bundle;
mod case;
mod classification;
mod desk;
mod entry;
mod form;
mod home;
mod journal;
mod library;
mod number;
mod outgoing;
mod paper;
mod print_set;
mod queue;
mod register;
mod retention;
mod scan;
mod scan_folder;
mod signature;
mod step;
mod template;
mod typeface;
mod update;
mod upkeep;
mod user;

pub(crate) use crate::args::{CertificateFields, DeviceFields, OfficialFields, OwnerFields};
pub(crate) use action::*;
pub(crate) use backup::*;
pub(crate) use batch::*;
pub(crate) use bundle::*;
pub(crate) use case::*;
pub(crate) use classification::*;
pub(crate) use desk::*;
pub(crate) use entry::*;
pub(crate) use form::*;
pub(crate) use home::*;
pub(crate) use journal::*;
pub(crate) use library::*;
pub(crate) use number::*;
pub(crate) use outgoing::*;
pub(crate) use paper::*;
pub(crate) use print_set::*;
pub(crate) use queue::*;
pub(crate) use register::*;
pub(crate) use retention::*;
pub(crate) use scan::*;
pub(crate) use scan_folder::*;
pub(crate) use signature::*;
pub(crate) use step::*;
pub(crate) use template::*;
pub(crate) use typeface::*;
pub(crate) use update::*;
pub(crate) use upkeep::*;
pub(crate) use user::*;

use chrono::NaiveDateTime;
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;

/// A moment by the office's clock, `YYYY-MM-DDTHH:MM:SS`.
pub(crate) fn local(moment: Moment, zone: Zone) -> String {
    clock(zone.local(moment))
}

/// A moment of the office's clock.
pub(crate) fn clock(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// How many there are, as the wire tells it.
pub(crate) fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
