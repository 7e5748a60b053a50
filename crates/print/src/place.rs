//! Where a page lies on a sheet, and in how many dots it is drawn.

use crate::paper::{Millimetres, alike};
use sandika_windows::printing::Surface;

/// Dots in an inch that are enough for letters. A finer printer is given each dot as several of its own.
const ENOUGH: i32 = 600;
/// Millimetres in an inch, points in an inch.
const INCH: f64 = 25.4;
const POINTS: f64 = 72.0;
/// Millimetres by which a page may reach over a sheet: papers are rounded.
const SLACK: f64 = 1.5;

/// Where a page lies. Pairs are across, then down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// The printer's dots in one drawn dot.
    pub(crate) grain: (i32, i32),
    /// Drawn dots in a point of the page.
    pub(crate) scale: (f64, f64),
    /// Drawn dots of the page.
    pub(crate) size: (u16, u16),
    /// Its upper left corner in the printer's dots, from where the sheet can be printed on.
    pub(crate) at: (i32, i32),
}

/// Places a page, whose size is in points, at its true size: its corner on the sheet's corner, whatever part of the sheet can be printed on. Where the
/// sheet is another paper and too small, the page is made smaller and stands in the middle of what can be printed on, so that nothing is lost.
/// None for a sheet or page that no letter has.
pub(crate) fn place(page: (f64, f64), surface: &Surface) -> Option<Place> {
    let resolution = surface.resolution;
    if resolution.0 <= 0 || resolution.1 <= 0 || page.0 <= 0.0 || page.1 <= 0.0 {
        return None;
    }
    let dots = (f64::from(resolution.0) / POINTS, f64::from(resolution.1) / POINTS);
    let printable = (f64::from(surface.printable.0), f64::from(surface.printable.1));
    let shrunk = if is_true_size(page, surface) { 1.0 } else { (printable.0 / (page.0 * dots.0)).min(printable.1 / (page.1 * dots.1)) };
    let grain = (grain(resolution.0), grain(resolution.1));
    let scale = (dots.0 * shrunk / f64::from(grain.0), dots.1 * shrunk / f64::from(grain.1));
    let size = (whole(page.0 * scale.0)?, whole(page.1 * scale.1)?);
    let middle = |printable: i32, size: u16, grain: i32| (printable - i32::from(size) * grain) / 2;
    let at = if shrunk < 1.0 {
        (middle(surface.printable.0, size.0, grain.0), middle(surface.printable.1, size.1, grain.1))
    } else {
        (-surface.offset.0, -surface.offset.1)
    };
    Some(Place { grain, scale, size, at })
}

fn is_true_size(page: (f64, f64), surface: &Surface) -> bool {
    let page = (millimetres(page.0), millimetres(page.1));
    let dots = |dots: i32, resolution: i32| f64::from(dots) / f64::from(resolution) * INCH;
    let sheet = (dots(surface.paper.0, surface.resolution.0), dots(surface.paper.1, surface.resolution.1));
    let fits = page.0 <= sheet.0 + SLACK && page.1 <= sheet.1 + SLACK;
    fits || alike(upright(page), upright(sheet))
}

/// Points as millimetres.
pub(crate) fn millimetres(points: f64) -> f64 {
    points / POINTS * INCH
}

/// The short side first.
pub(crate) fn upright(size: Millimetres) -> Millimetres {
    (size.0.min(size.1), size.0.max(size.1))
}

fn grain(resolution: i32) -> i32 {
    (resolution + ENOUGH - 1) / ENOUGH
}

fn whole(length: f64) -> Option<u16> {
    let dots = length.round();
    (1.0..=f64::from(u16::MAX)).contains(&dots).then_some(dots as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of so many millimetres, with a margin that cannot be printed on.
    fn sheet(resolution: (i32, i32), size: Millimetres, margin: f64) -> Surface {
        let dots = |length: f64, resolution: i32| (length / INCH * f64::from(resolution)).round() as i32;
        let paper = (dots(size.0, resolution.0), dots(size.1, resolution.1));
        let offset = (dots(margin, resolution.0), dots(margin, resolution.1));
        Surface { resolution, paper, offset, printable: (paper.0 - 2 * offset.0, paper.1 - 2 * offset.1) }
    }

    fn points(millimetres: f64) -> f64 {
        millimetres / INCH * POINTS
    }

    #[test]
    fn a_page_stands_at_its_true_size_on_its_own_paper() {
        for (page, resolution, size, grain, drawn) in [
            ((210.0, 297.0), (600, 600), (210.0, 297.0), (1, 1), (4961, 7016)),
            ((215.0, 330.0), (600, 600), (215.0, 330.0), (1, 1), (5079, 7795)),
            ((330.0, 215.0), (600, 600), (330.0, 215.0), (1, 1), (7795, 5079)),
            ((215.0, 330.0), (1200, 600), (215.9, 330.2), (2, 1), (5079, 7795)),
            ((215.0, 330.0), (2400, 1200), (210.0, 330.0), (4, 2), (5079, 7795)),
            ((210.0, 297.0), (300, 300), (215.9, 355.6), (1, 1), (2480, 3508)),
            ((210.0, 297.0), (203, 203), (210.0, 297.0), (1, 1), (1678, 2374)),
        ] {
            let surface = sheet(resolution, size, 4.2);
            let placed = place((points(page.0), points(page.1)), &surface).unwrap();
            assert_eq!((placed.grain, placed.size), (grain, drawn), "{page:?} at {resolution:?}");
            assert_eq!(placed.at, (-surface.offset.0, -surface.offset.1));
        }
    }

    #[test]
    fn a_page_is_made_smaller_only_on_another_paper() {
        let surface = sheet((600, 600), (210.0, 297.0), 5.0);
        let placed = place((points(215.0), points(330.0)), &surface).unwrap();
        let printed = (f64::from(placed.size.0) / 600.0 * INCH, f64::from(placed.size.1) / 600.0 * INCH);
        assert!((printed.1 - 287.0).abs() < 0.1 && (printed.0 / printed.1 - 215.0 / 330.0).abs() < 0.001, "{printed:?}");
        assert_eq!(placed.at.1, 0);
        assert!((placed.at.0 * 2 + i32::from(placed.size.0) - surface.printable.0).abs() <= 1, "it stands in the middle");
    }

    #[test]
    fn what_is_no_page_has_no_place() {
        let surface = sheet((600, 600), (210.0, 297.0), 5.0);
        assert_eq!(place((0.0, 842.0), &surface), None);
        assert_eq!(place((595.0, 842.0), &Surface { resolution: (0, 0), ..surface }), None);
        assert_eq!(place((595.0, 842.0), &Surface { paper: (0, 0), printable: (0, 0), ..surface }), None);
    }
}
