//! Identity lists: label, colon, value. Colons stand below each other, values hang.

use crate::draw::MM;
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};
use crate::shape::Setting;

/// Room between label and colon, and between colon and value.
const COLON_GAPS: (f64, f64) = (3.0 * MM, 2.0 * MM);
/// Labels may take this share of the width; longer ones wrap.
const LABEL_SHARE: f64 = 0.4;

/// How wide the column of labels is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Labels {
    /// As wide as the longest label.
    Tight,
    /// At least 38 mm, so that several lists in a letter have their colons in one line.
    Roomy,
}

/// A list of the body.
pub(super) fn items(frame: &Frame<'_>, fields: &[(String, String)]) -> Result<Vec<Item>, LetterError> {
    let setting = frame.body(Style::Regular, Place::Body)?;
    let rows = rows(frame, fields, frame.column(), Labels::Roomy, setting)?;
    Ok(rows.into_iter().flatten().collect())
}

/// The lines of each row.
pub(crate) fn rows(
    frame: &Frame<'_>,
    fields: &[(String, String)],
    column: Column,
    labels: Labels,
    setting: Setting,
) -> Result<Vec<Vec<Item>>, LetterError> {
    let mut widest: f64 = if labels == Labels::Roomy { 38.0 * MM } else { 0.0 };
    for (label, _) in fields {
        widest = widest.max(frame.case.width(setting, label)?);
    }
    let label_column = Column { x: column.x, width: widest.min(column.width * LABEL_SHARE) };
    let colon_x = label_column.x + label_column.width + COLON_GAPS.0;
    let value_x = colon_x + frame.case.width(setting, ":")? + COLON_GAPS.1;
    let value_column = Column { x: value_x, width: column.x + column.width - value_x };
    let baseline = frame.case.baseline(setting)?;
    let row = |(label, value): &(String, String)| {
        let label = set(frame.case, setting, label, label_column, Fit::Left)?;
        let colon = vec![frame.case.run(setting, ":", colon_x, baseline)?];
        let value = set(frame.case, setting, value, value_column, Fit::Left)?;
        Ok(lines(vec![label, colon, value], setting.line))
    };
    fields.iter().map(row).collect()
}
