//! Working time and calendar time: office hours, Ramadan hours, holidays, and due times (Perpres 21/2023).
//!
//! All moments are local times of the office ([`Zone`] turns UTC into them); nothing here reads a clock. What an office may edit comes in as
//! TOML text through [`Calendar::parse`].

mod clock;
mod file;
mod holiday;
mod hours;
mod standard;
#[cfg(test)]
pub(crate) mod testing;
mod zone;

pub use clock::{Calendar, CalendarError};
pub use holiday::{DateRange, Holiday, HolidayKind};
pub use hours::{HoursError, Interval, OfficeHours};
pub use standard::{CLOCK_DAY_MINUTES, StandardTime, StandardTimeError, TimeClock, TimeUnit, WORKING_DAY_MINUTES};
pub use zone::Zone;
