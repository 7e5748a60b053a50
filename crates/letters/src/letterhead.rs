//! The letterhead (*kop*): emblem left, three kinds of lines centred beside it, closed by a thick and a thin rule (domain facts 2.2).

use sandika_domain::letter::model::Letterhead;

use crate::draw::{MM, Mark, Rect, Run};
use crate::emblem;
use crate::error::{LetterError, Place};
use crate::flow::{Item, lines, stack};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};

/// The emblem's largest height and width.
const LOGO: (f64, f64) = (24.0 * MM, 24.0 * MM);
/// Room between emblem and lines.
const LOGO_GAP: f64 = 4.0 * MM;
/// The office's name, points; a name that needs more than two lines is set smaller. The government's line has 3/4 of it.
const OFFICE_SIZES: [f64; 2] = [16.0, 13.5];
const ADDRESS_SIZE: f64 = 9.0;
const THICK: f64 = 2.25;
const THIN: f64 = 0.75;
/// Room above the thick rule, and between the two.
const RULE_GAPS: (f64, f64) = (5.0, 1.5);

/// The letterhead as one item.
pub(crate) fn item(frame: &Frame<'_>, letterhead: &Letterhead) -> Result<Item, LetterError> {
    let logo = letterhead.logo_png.as_deref().map(logo_size).transpose()?;
    let beside = logo.map_or(0.0, |(width, _)| width + LOGO_GAP);
    let text = text(frame, letterhead, Column { x: frame.left + beside, width: frame.width - beside })?;
    let height = text.height.max(logo.map_or(0.0, |(_, height)| height));
    let text_top = (height - text.height) / 2.0;
    let mut marks: Vec<Mark> = text.marks.into_iter().map(|mark| mark.lowered(text_top)).collect();
    if let Some((width, logo_height)) = logo {
        marks.push(Mark::Logo(Rect { x: frame.left, y: (height - logo_height) / 2.0, width, height: logo_height }));
    }
    let thick = height + RULE_GAPS.0 + THICK / 2.0;
    let thin = thick + THICK / 2.0 + RULE_GAPS.1 + THIN / 2.0;
    marks.push(Mark::across(frame.left, thick, frame.width, THICK));
    marks.push(Mark::across(frame.left, thin, frame.width, THIN));
    Ok(Item { height: thin + THIN / 2.0, marks, keep: true, ..Item::default() })
}

/// Width and height in points, in the emblem's own proportion.
fn logo_size(png: &[u8]) -> Result<(f64, f64), LetterError> {
    let (width, height) = emblem::pixels(png).map_err(LetterError::Logo)?;
    let (width, height) = (f64::from(width), f64::from(height));
    let scale = (LOGO.0 / width).min(LOGO.1 / height);
    Ok((width * scale, height * scale))
}

fn text(frame: &Frame<'_>, letterhead: &Letterhead, column: Column) -> Result<Item, LetterError> {
    let centred = |text: &str, size: f64, style: Style| -> Result<(Vec<Run>, f64), LetterError> {
        let setting = frame.sized(size, style, Place::Letterhead)?;
        Ok((set(frame.case, setting, text, column, Fit::Centre)?, setting.line))
    };
    let mut size = OFFICE_SIZES[0];
    let (mut office, mut office_line) = centred(&letterhead.office, size, Style::Bold)?;
    if office.len() > 2 {
        size = OFFICE_SIZES[1];
        (office, office_line) = centred(&letterhead.office, size, Style::Bold)?;
    }
    let (government, government_line) = centred(&letterhead.government, size * 0.75, Style::Regular)?;
    let mut parts = lines(vec![government], government_line);
    parts.extend(lines(vec![office], office_line));
    for (at, address) in letterhead.lines.iter().enumerate() {
        let (runs, line) = centred(address, ADDRESS_SIZE, Style::Regular)?;
        let mut address = lines(vec![runs], line);
        if let Some(first) = address.first_mut().filter(|_| at == 0) {
            first.gap = 2.0;
        }
        parts.extend(address);
    }
    Ok(stack(parts))
}
