//! What stands between letterhead and body, in the two shapes of Indonesian official letters (domain facts 2.1).

use sandika_domain::letter::model::Head;

use crate::blocks::fields::{self, Labels};
use crate::draw::{MM, Mark};
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};

/// Share of the width that number, subject and addressee may take; the date stands beside them.
const LEFT_SHARE: f64 = 0.6;
/// Room between the number and the date.
const DATE_GAP: f64 = 6.0 * MM;
/// How far the place stands in from "di".
const PLACE_INDENT: f64 = 5.0 * MM;

/// The head's items, all tied to the body's first line.
pub(crate) fn items(frame: &Frame<'_>, head: &Head) -> Result<Vec<Item>, LetterError> {
    let mut items = match head {
        Head::Correspondence { place_date, rows, addressee, at } => {
            let mut items = rows_with_date(frame, place_date, rows)?;
            items.extend(addressee_items(frame, addressee, at)?);
            items
        }
        Head::Title { title, number } => title_items(frame, title, number)?,
    };
    if let Some(first) = items.first_mut() {
        first.gap = frame.gap() * 2.0;
    }
    items.iter_mut().for_each(|item| item.keep = true);
    Ok(items)
}

fn rows_with_date(frame: &Frame<'_>, place_date: &str, rows: &[(String, String)]) -> Result<Vec<Item>, LetterError> {
    let setting = frame.body(Style::Regular, Place::Head)?;
    let date_width = frame.case.width(setting, place_date)?;
    let room = (frame.width * LEFT_SHARE).min(frame.width - date_width - DATE_GAP).max(frame.width * 0.4);
    let date_room = Column { x: frame.left + room + DATE_GAP, width: frame.width - room - DATE_GAP };
    let date = set(frame.case, setting, place_date, date_room, Fit::Right)?;
    let mut items: Vec<Item> = Vec::new();
    for row in fields::rows(frame, rows, Column { x: frame.left, width: room }, Labels::Tight, setting)? {
        items.extend(row);
    }
    for (at, run) in date.into_iter().enumerate() {
        if items.len() <= at {
            items.push(Item { height: setting.line, ..Item::default() });
        }
        items[at].marks.push(Mark::Text(run).lowered(-(at as f64) * setting.line));
    }
    Ok(items)
}

fn addressee_items(frame: &Frame<'_>, addressee: &[String], at: &str) -> Result<Vec<Item>, LetterError> {
    let setting = frame.body(Style::Regular, Place::Head)?;
    let mut items = Vec::new();
    let hang = frame.case.width(setting, "Yth.\u{a0}")?;
    let column = Column { x: frame.left + hang, width: frame.width * LEFT_SHARE - hang };
    for (number, text) in addressee.iter().enumerate() {
        let prefix =
            if number == 0 { vec![frame.case.run(setting, "Yth.", frame.left, frame.case.baseline(setting)?)?] } else { Vec::new() };
        items.extend(lines(vec![prefix, set(frame.case, setting, text, column, Fit::Left)?], setting.line));
    }
    for (text, indent) in [("di", 0.0), (at, PLACE_INDENT)].into_iter().filter(|_| !at.trim().is_empty()) {
        let column = Column { x: column.x + indent, width: column.width - indent };
        items.extend(lines(vec![set(frame.case, setting, text, column, Fit::Left)?], setting.line));
    }
    if let Some(first) = items.first_mut() {
        first.gap = frame.gap() * 2.0;
    }
    Ok(items)
}

fn title_items(frame: &Frame<'_>, title: &[String], number: &str) -> Result<Vec<Item>, LetterError> {
    let bold = frame.body(Style::Bold, Place::Head)?;
    let regular = frame.body(Style::Regular, Place::Head)?;
    let mut items = Vec::new();
    for text in title {
        items.extend(lines(vec![set(frame.case, bold, text, frame.column(), Fit::Centre)?], bold.line));
    }
    items.extend(lines(vec![set(frame.case, regular, number, frame.column(), Fit::Centre)?], regular.line));
    Ok(items)
}
