//! Pages as a scanner delivers them, drawn for tests and benches: text-like lines and a real page code, then whatever paper and glass do to it.
//! The same seed gives the same pages on every computer.

mod degrade;
mod dice;

pub use degrade::{Fate, degrade};
pub use dice::Dice;

use qrcode::{Color, EcLevel, QrCode};
use sandika_domain::ids::LetterId;
use sandika_domain::letter::code::{code_of, page_payload, short_id};
use sandika_intake::pages::Grey;

/// A page to draw.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Width and height of the paper in millimetres.
    pub paper: (u32, u32),
    /// Resolution.
    pub dpi: u32,
    /// Side of the symbol in millimetres; 0 leaves it out.
    pub side: u32,
    /// Whose code it is: the letter, its page, and how many it has.
    pub letter: u128,
    /// This page, from 1.
    pub page: usize,
    /// How many pages the letter has.
    pub of: usize,
}

impl Sheet {
    /// A4 at 200 dpi with a symbol as letters have it.
    pub fn a4(letter: u128, page: usize, of: usize) -> Self {
        Self { paper: (210, 297), dpi: 200, side: 22, letter, page, of }
    }

    /// The letter's identity as its code states it.
    pub fn short(&self) -> String {
        short_id(letter(self.letter))
    }

    /// Pixels of so many millimetres.
    pub fn pixels(&self, mm: u32) -> u32 {
        (mm * self.dpi * 10).div_ceil(254)
    }

    /// Where the symbol is: left, top and side in pixels.
    pub fn symbol(&self) -> (u32, u32, u32) {
        let side = self.pixels(self.side);
        (self.pixels(13), self.pixels(self.paper.1).saturating_sub(self.pixels(13) + side), side)
    }

    /// Draws it.
    pub fn draw(&self) -> Grey {
        let (width, height) = (self.pixels(self.paper.0), self.pixels(self.paper.1));
        let mut page = Grey { width, height, luma: vec![255; width as usize * height as usize] };
        self.lines(&mut page);
        if self.side > 0 {
            self.stick(&mut page);
        }
        page
    }

    /// Words as dark runs with the gaps of letters in them.
    fn lines(&self, page: &mut Grey) {
        let mut dice = Dice::new(self.letter as u64 ^ 0x5eed);
        let (left, right, bottom) = (self.pixels(25), self.pixels(self.paper.0 - 20), self.symbol().1.saturating_sub(self.pixels(8)));
        let (line, high, thick) = (self.pixels(6), self.pixels(2), (self.dpi / 75).max(1));
        for top in (self.pixels(20)..bottom).step_by(line as usize) {
            let mut at = left;
            while at < right {
                let letters = 2 + dice.below(9);
                for _ in 0..letters {
                    rect(page, at, top + dice.below(thick), thick, high - dice.below(high / 2));
                    rect(page, at, top + high / 2, high / 2, thick / 2 + 1);
                    at += high;
                }
                at += high;
            }
        }
    }

    fn stick(&self, page: &mut Grey) {
        let payload = page_payload(&code_of(letter(self.letter), 1), self.page, self.of);
        let symbol = QrCode::with_error_correction_level(payload.as_bytes(), EcLevel::H).unwrap();
        let (left, top, side) = self.symbol();
        let modules = symbol.width() as u32;
        for (at, _) in symbol.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            let (column, row) = (at as u32 % modules, at as u32 / modules);
            let edge = |number: u32| number * side / modules;
            rect(page, left + edge(column), top + edge(row), edge(column + 1) - edge(column), edge(row + 1) - edge(row));
        }
    }
}

fn letter(number: u128) -> LetterId {
    LetterId(uuid::Uuid::from_u128(number))
}

fn rect(page: &mut Grey, left: u32, top: u32, width: u32, height: u32) {
    let columns = left.min(page.width) as usize..(left + width).min(page.width) as usize;
    let across = page.width as usize;
    for row in page.luma.chunks_exact_mut(across).take((top + height) as usize).skip(top as usize) {
        row[columns.clone()].fill(15);
    }
}
