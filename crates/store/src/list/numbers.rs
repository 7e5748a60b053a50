//! Number registers.

use super::rows;
use crate::sql::{At, Id};
use crate::{Ledger, StoreError};
use sandika_domain::fact::{Moment, TakenNumber};
use sandika_domain::ids::{CaseId, LetterId};
use std::ops::RangeInclusive;

/// A number that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number.
    pub number: TakenNumber,
    /// The case that took it.
    pub case: Option<CaseId>,
    /// The letter that bears it; none for an agenda number.
    pub letter: Option<LetterId>,
    /// When it was taken.
    pub taken_at: Moment,
}

impl Ledger {
    /// The numbers of a register's year that lie in `range`, in order.
    pub fn numbers(&self, register: &str, year: i32, range: RangeInclusive<u32>) -> Result<Vec<NumberRow>, StoreError> {
        let sql = "SELECT * FROM number_taken WHERE register = ?1 AND year = ?2 AND number BETWEEN ?3 AND ?4 ORDER BY number";
        rows(self.conn(), sql, (register, year, range.start(), range.end()), |row| {
            Ok(NumberRow {
                number: TakenNumber {
                    register: row.get("register")?,
                    year: row.get("year")?,
                    number: row.get("number")?,
                    text: row.get("text")?,
                },
                case: row.get::<_, Option<Id>>("case_id")?.map(|id| CaseId(id.0)),
                letter: row.get::<_, Option<Id>>("letter_id")?.map(|id| LetterId(id.0)),
                taken_at: row.get::<_, At>("taken_at")?.0,
            })
        })
    }
}
