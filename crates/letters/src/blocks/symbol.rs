//! A QR code in the body, for what is too long to be typed by everybody.

use qrcode::{EcLevel, QrCode};

use crate::code::dark_modules;
use crate::draw::{MM, Mark};
use crate::error::LetterError;
use crate::flow::Item;
use crate::frame::Frame;

/// Sides that a symbol may have, millimetres.
const SIDES: (f64, f64) = (15.0, 120.0);
/// White around it, in modules.
const QUIET: f64 = 4.0;

/// The symbol as one item, in the middle of the column.
///
/// # Errors
/// [`LetterError::Code`] when no symbol holds the text.
pub(super) fn item(frame: &Frame<'_>, text: &str, side: f64) -> Result<Item, LetterError> {
    let symbol = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::Q).map_err(|_| LetterError::Code(text.to_owned()))?;
    let side = if side.is_finite() { side.clamp(SIDES.0, SIDES.1) * MM } else { SIDES.0 * MM };
    let module = side / symbol.width() as f64;
    let (column, quiet) = (frame.column(), QUIET * module);
    let x = column.x + (column.width - side).max(0.0) / 2.0;
    let mark = Mark::Symbol { x, y: quiet, module, dark: dark_modules(&symbol) };
    Ok(Item { height: side + 2.0 * quiet, marks: vec![mark], ..Item::default() })
}
