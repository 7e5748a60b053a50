//! The QR code of a page: symbol and the words beside it, in the lower left corner inside the bottom margin, away from signature and stamp.
//!
//! Error correction H and a version 3 symbol of 22 mm survive ink, a stamp's ring and poor scanners best (measured over several hundred degraded
//! scans); a shorter payload would be read worse, not better.

use qrcode::{Color, EcLevel, QrCode};
use sandika_domain::letter::code::page_payload;
use sandika_domain::letter::model::Code;

use crate::draw::{MM, Mark, Stretch};
use crate::error::LetterError;

/// Side of the symbol without its quiet zone.
pub(crate) const SIDE: f64 = 22.0 * MM;
/// White around the symbol: four modules of a version 3 symbol (29 modules).
pub(crate) const QUIET: f64 = SIDE * 4.0 / 29.0;
/// Least distance of the symbol from the left and the lower edge of the paper; nearer, many printers cut it.
pub(crate) const FROM_EDGE: f64 = 10.0 * MM;
/// Modules of a version 5 symbol. A longer payload would shrink the modules of 22 mm below what a poor scanner resolves.
const MOST_MODULES: usize = 37;

/// The symbol of one page as one filled shape, its upper left corner at (`x`, `y`).
///
/// # Errors
/// [`LetterError::Code`] when the payload needs a symbol beyond version 5.
pub(crate) fn symbol(code: &Code, page: usize, of: usize, x: f64, y: f64) -> Result<Mark, LetterError> {
    let payload = page_payload(code, page, of);
    let symbol = QrCode::with_error_correction_level(payload.as_bytes(), EcLevel::H).ok().filter(|symbol| symbol.width() <= MOST_MODULES);
    let symbol = symbol.ok_or(LetterError::Code(payload))?;
    Ok(Mark::Symbol { x, y, module: SIDE / symbol.width() as f64, dark: dark_modules(&symbol) })
}

/// The dark modules of a symbol, row by row, neighbours together.
pub(crate) fn dark_modules(symbol: &QrCode) -> Vec<Stretch> {
    let mut dark = Vec::new();
    for (row, colors) in symbol.to_colors().chunks(symbol.width()).enumerate() {
        let mut column = 0;
        for stretch in colors.chunk_by(|a, b| a == b) {
            if stretch[0] == Color::Dark {
                dark.push(Stretch { column, row, length: stretch.len() });
            }
            column += stretch.len();
        }
    }
    dark
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_symbol_is_version_3_and_22_mm_wide() {
        let code = Code { payload: "SDK1/0123456789ABCDEF/1".into(), readable: String::new() };
        let Mark::Symbol { x, y, module, dark } = symbol(&code, 1, 2, 10.0, 20.0).unwrap() else { unreachable!() };
        let right = dark.iter().map(|stretch| stretch.column + stretch.length).max();
        let bottom = dark.iter().map(|stretch| stretch.row + 1).max();
        assert_eq!((x, y, right, bottom), (10.0, 20.0, Some(29), Some(29)));
        assert!((module - SIDE / 29.0).abs() < 1e-9);
    }

    #[test]
    fn a_payload_beyond_version_5_is_an_error() {
        // Version 5 with correction H holds 64 capitals and digits; the page part "/1-1/C" takes six of them.
        for (length, fits) in [(24, true), (58, true), (59, false), (4000, false)] {
            let code = Code { payload: "X".repeat(length), readable: String::new() };
            let drawn = symbol(&code, 1, 1, 0.0, 0.0);
            assert_eq!(drawn.is_ok(), fits, "{length}");
            assert!(fits || matches!(drawn, Err(LetterError::Code(_))), "{length}");
        }
    }
}
