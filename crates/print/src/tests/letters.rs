//! Letters from the templates that ship, with a letterhead in colour.

use sandika_domain::letter::model::{Letterhead, Paper};
use sandika_domain::letter::{LetterSetup, LetterValues, Template, samples};

/// About one owner: a page upright.
pub(super) fn letter(paper: Paper) -> Vec<u8> {
    made(paper, &samples::values())
}

/// About several: the list of them lies crosswise behind the letter.
pub(super) fn letter_with_list(paper: Paper) -> Vec<u8> {
    made(paper, &samples::values_of(3))
}

fn made(paper: Paper, values: &LetterValues) -> Vec<u8> {
    let text = include_bytes!("../../../../content/letters/surat-rekomendasi-pencabutan.toml");
    let template = Template::parse("surat-rekomendasi-pencabutan.toml", text).unwrap();
    let letterhead = Letterhead { logo_png: Some(emblem()), ..samples::letterhead(&samples::values()) };
    let mut setup = LetterSetup { letterhead: Some(letterhead), ..samples::setup() };
    setup.page.paper = paper;
    sandika_letters::render(&template.compose(values, &setup).unwrap()).unwrap()
}

/// A red square in a green frame.
fn emblem() -> Vec<u8> {
    const SIDE: u32 = 120;
    let inside = 20..SIDE - 20;
    let dot = |x: u32, y: u32| if inside.contains(&x) && inside.contains(&y) { [200, 30, 40] } else { [20, 120, 60] };
    let dots: Vec<u8> = (0..SIDE).flat_map(|y| (0..SIDE).flat_map(move |x| dot(x, y))).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&dots).unwrap();
    bytes
}
