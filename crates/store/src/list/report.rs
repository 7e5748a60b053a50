//! What a report of a period counts.

use super::{rows, word};
use crate::sql::{At, Day};
use crate::{Ledger, StoreError};
use chrono::NaiveDate;
use rusqlite::params;
use sandika_domain::fact::Moment;
use sandika_domain::sop::ServiceKind;

/// A case that was there in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportCase {
    /// What it is about.
    pub service: ServiceKind,
    /// The day on which the request came.
    pub received_on: NaiveDate,
    /// When it ended; none while it runs.
    pub ended_at: Option<Moment>,
    /// It was given up.
    pub withdrawn: bool,
}

impl Ledger {
    /// Cases that had come by the `last` day and had not ended before `begins`.
    pub fn report_cases(&self, last: NaiveDate, begins: Moment) -> Result<Vec<ReportCase>, StoreError> {
        let sql = "SELECT service, received_on, closed_at, status FROM case_row WHERE received_on <= ?1 AND (closed_at IS NULL OR closed_at >= ?2)";
        rows(self.conn(), sql, params![Day(last), At(begins)], |row| {
            Ok(ReportCase {
                service: word(row, "service")?,
                received_on: row.get::<_, Day>("received_on")?.0,
                ended_at: row.get::<_, Option<At>>("closed_at")?.map(|at| at.0),
                withdrawn: row.get::<_, String>("status")? == "withdrawn",
            })
        })
    }

    /// How many letters of each template are dated within a period, by template id. A corrected letter is one letter.
    pub fn report_letters(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<(String, u32)>, StoreError> {
        let sql =
            "SELECT template, count(DISTINCT letter_id) FROM letter_row WHERE dated BETWEEN ?1 AND ?2 GROUP BY template ORDER BY template";
        rows(self.conn(), sql, params![Day(first), Day(last)], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// How many certificates were revoked from `begins` until before `ends`.
    pub fn report_revoked(&self, begins: Moment, ends: Moment) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM certificate WHERE withdrawn = 0 AND revoked_at >= ?1 AND revoked_at < ?2";
        Ok(self.conn().prepare_cached(sql)?.query_row(params![At(begins), At(ends)], |row| row.get(0))?)
    }
}
