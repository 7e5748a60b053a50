//! A clock that has moved: entries stand in the order of their recording whatever the clock says, and the journal itself notes where it was set back.

use super::Recording;
use crate::sql::At;
use crate::{StoreError, cipher};
use chrono::TimeDelta;
use rusqlite::{Connection, OptionalExtension};
use sandika_domain::fact::{ClockMove, Fact, Moment};
use sandika_domain::ids::EntryId;

/// What the journal calls it. The index `entry_action` finds it.
pub(crate) const ACTION: &str = "clock_moved";

/// A clock that a time server corrects may step back by as much.
const BACK: TimeDelta = TimeDelta::minutes(1);

/// A pause of weeks is nothing; a year without a single entry is a clock that was set ahead, or worth knowing.
const AHEAD: TimeDelta = TimeDelta::days(366);

/// How the clock has moved since the last entry, if it has moved too far.
pub(crate) fn moved(conn: &Connection, now: Moment) -> Result<Option<ClockMove>, StoreError> {
    let last: Option<At> =
        conn.prepare_cached("SELECT at FROM entry ORDER BY seq DESC LIMIT 1")?.query_row([], |row| row.get(0)).optional()?;
    Ok(last.map(|At(before)| ClockMove { before, now }).filter(|clock| clock.now < clock.before - BACK || clock.now > clock.before + AHEAD))
}

/// The entry that notes it.
pub(crate) fn recording(clock: ClockMove) -> Result<Recording, StoreError> {
    let mut random = [0; 10];
    cipher::random(&mut random)?;
    let millis = u64::try_from(clock.now.timestamp_millis()).unwrap_or_default();
    let entry = EntryId(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid());
    Ok(Recording { entry, action: ACTION.to_owned(), case: None, person: None, facts: vec![Fact::ClockMoved(clock)] })
}
