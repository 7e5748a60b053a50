//! Pages as dots, drawn by another program than ours, and compared.

use std::path::Path;
use std::process::Command;

/// Dots in an inch that pages are compared at.
pub(super) const DPI: u32 = 150;
/// Dots that something may stand off: two are 0.34 mm.
const OFF: usize = 2;
/// What counts as ink, and what still counts as its edge.
const DARK: u8 = 110;
const EDGE: u8 = 225;

/// A page in grey.
pub(super) struct Page {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) dots: Vec<u8>,
}

impl Page {
    /// The same a quarter turn to the right.
    #[cfg(windows)]
    pub(super) fn turned(&self) -> Self {
        let column = |x: usize| (0..self.height).rev().map(move |y| self.dots[y * self.width + x]);
        Self { width: self.height, height: self.width, dots: (0..self.width).flat_map(column).collect() }
    }
}

/// Every page of a PDF, as poppler draws it.
pub(super) fn pages(pdf: &[u8]) -> Vec<Page> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.pdf"), pdf).unwrap();
    let mut command = Command::new("pdftoppm");
    command.current_dir(folder.path()).args(["-gray", "-r", &DPI.to_string(), "x.pdf", "x"]);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "pgm"));
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Page {
    let bytes = std::fs::read(file).unwrap();
    let mut rest = bytes.as_slice();
    let mut word = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        let (word, after) = rest.split_at(end);
        rest = &after[1..];
        String::from_utf8_lossy(word).into_owned()
    };
    assert_eq!(word(), "P5");
    let (width, height) = (word().parse().unwrap(), word().parse().unwrap());
    assert_eq!(word(), "255");
    assert_eq!(rest.len(), width * height);
    Page { width, height, dots: rest.to_vec() }
}

/// Whether all ink of either page has ink of the other within half a millimetre, and both are of one size.
pub(super) fn assert_alike(drawn: &Page, printed: &Page, what: &str) {
    let off = |one: usize, other: usize| one.abs_diff(other);
    assert!(
        off(drawn.width, printed.width) <= 2 && off(drawn.height, printed.height) <= 2,
        "{what}: {}x{} is printed as {}x{}",
        drawn.width,
        drawn.height,
        printed.width,
        printed.height
    );
    let inked = drawn.dots.iter().filter(|dot| **dot < DARK).count();
    assert!(inked > 1000, "{what}: an empty page proves nothing");
    for (one, other, way) in [(drawn, printed, "is not printed"), (printed, drawn, "is not in the letter")] {
        let lost = astray(one, other);
        // A serif may be thinner in one drawing than in the other.
        assert!(
            lost.len() * 2000 <= inked,
            "{what}: {} of {inked} dark dots have none near, such as {:?}: {way}",
            lost.len(),
            lost.first()
        );
    }
}

/// Dark dots of one page without any near them on the other.
fn astray(one: &Page, other: &Page) -> Vec<(usize, usize)> {
    let near = |x: usize, y: usize| {
        let rows = y.saturating_sub(OFF)..(y + OFF + 1).min(other.height);
        rows.into_iter().any(|row| {
            let columns = x.saturating_sub(OFF)..(x + OFF + 1).min(other.width);
            columns.into_iter().any(|column| other.dots[row * other.width + column] < EDGE)
        })
    };
    let dots = one.dots.iter().enumerate().filter(|(_, dot)| **dot < DARK);
    dots.map(|(index, _)| (index % one.width, index / one.width)).filter(|(x, y)| !near(*x, *y)).collect()
}
