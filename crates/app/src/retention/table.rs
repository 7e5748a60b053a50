//! The table that holds: the one that the office recorded, else that of its content.

use crate::error::AppError;
use crate::office::Office;
use sandika_domain::fact::{Fact, Moment, Retention};
use sandika_domain::retention::RetentionTable;

/// The table that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionRules {
    /// The table.
    pub table: RetentionTable,
    /// When and by whom it was recorded; none for the one of the content files.
    pub recorded: Option<(Moment, String)>,
}

impl Office {
    /// The table that holds.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn retention_rules(&self) -> Result<RetentionRules, AppError> {
        Ok(match self.read().retention_table()? {
            Some(row) => RetentionRules { table: row.table, recorded: Some((row.recorded_at, row.actor)) },
            None => RetentionRules { table: self.content.retention.clone(), recorded: None },
        })
    }

    /// Records another table. One that says the same is no change.
    ///
    /// # Errors
    /// [`AppError::Input`] for a table that cannot hold.
    pub fn record_retention_table(&mut self, table: RetentionTable) -> Result<(), AppError> {
        let table = table.checked().map_err(|fault| AppError::Input { field: fault.field(), text: fault.to_string() })?;
        if self.retention_rules()?.table == table {
            return Ok(());
        }
        self.record("retention_table", None, None, vec![Fact::Retention(Retention::TableRecorded(table))])
    }
}
