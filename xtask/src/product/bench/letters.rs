//! Letters and SOPs: a one-page letter in bulk and from a cold process, and the check of the five SOPs.

use super::samples::Samples;
use super::table::{Line, Table};
use sandika_app::content::Content;
use sandika_domain::check::check_file;
use sandika_domain::ids::LetterId;
use sandika_domain::letter::code::code_of;
use sandika_domain::letter::{LetterModel, samples};
use sandika_letters::Typesetter;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use uuid::Uuid;
use xtask::Result;

/// The letter that is drawn: one page with emblem, letterhead, fields and code.
const TEMPLATE: &str = "surat-rekomendasi-pencabutan";
const LETTERS: usize = 200;
const PROCESSES: usize = 25;
const CHECKS: usize = 50;
/// Arguments of a process that draws one letter, and of one that does nothing.
pub(crate) const ONE_LETTER: &str = "satu-surat";
pub(crate) const NOTHING: &str = "kosong";

/// Measures; `folder` takes the emblem.
pub(crate) fn measure(table: &mut Table, folder: &Path) -> Result {
    let emblem = folder.join("lambang.png");
    fs::write(&emblem, picture()?)?;
    let content = Content::load(None)?;
    let model = letter(&content, &emblem)?;
    let drawn = Typesetter::shared().render(&model)?;
    let mut bulk = Samples::default();
    for _ in 0..LETTERS {
        bulk.time(|| Typesetter::shared().render(&model).map(|letter| drop(black_box(letter))))?;
    }
    table.add(Line::time("one-page letter, in bulk", &bulk).target("≤ 10 ms", bulk.median() <= 10.0));
    cold(table, &emblem)?;
    let pages = format!("{} bytes ({} page)", drawn.bytes.len(), drawn.pages);
    table.add(Line::figure("… its file, with emblem and fonts", pages));
    sops(table, &content)
}

/// The work of the process that is started cold: content read, letter composed, drawn, written nowhere.
pub(crate) fn one(emblem: &Path) -> Result {
    let model = letter(&Content::load(None)?, emblem)?;
    drop(black_box(Typesetter::shared().render(&model)?));
    Ok(())
}

fn cold(table: &mut Table, emblem: &Path) -> Result {
    let own = std::env::current_exe()?;
    let start = |argument: &str| -> Result {
        let mut command = Command::new(&own);
        command.args(["bench", &format!("--{argument}")]).arg(emblem).stdin(Stdio::null()).stdout(Stdio::null());
        if command.status()?.success() { Ok(()) } else { Err(format!("the process for {argument} failed").into()) }
    };
    let (mut letter, mut nothing) = (Samples::default(), Samples::default());
    for _ in 0..PROCESSES {
        nothing.time(|| start(NOTHING))?;
        letter.time(|| start(ONE_LETTER))?;
    }
    let own = letter.median() - nothing.median();
    let line = Line::time("one-page letter, from a cold process (empty process beside)", &letter).beside(&letter, &nothing);
    table.add(line.target("≤ 50 ms", own <= 50.0));
    Ok(())
}

fn sops(table: &mut Table, content: &Content) -> Result {
    let knowledge = content.knowledge();
    let mut times = Samples::default();
    for _ in 0..CHECKS {
        times.time(|| {
            for sop in content.sops.values() {
                drop(black_box(check_file(&sop.parsed.file, sop.text.as_bytes(), &knowledge)));
            }
            Ok::<_, std::convert::Infallible>(())
        })?;
    }
    let line = Line::time(&format!("check of the {} SOPs, text to findings", content.sops.len()), &times);
    table.add(line.target("≤ 20 ms", times.median() <= 20.0));
    Ok(())
}

fn letter(content: &Content, emblem: &Path) -> Result<LetterModel> {
    let library = content.templates.get(TEMPLATE).ok_or("the letter's template is not shipped")?;
    let mut setup = samples::setup();
    if let Some(letterhead) = &mut setup.letterhead {
        letterhead.logo_png = Some(fs::read(emblem)?);
    }
    setup.code = Some(code_of(LetterId(Uuid::from_u128(0x0193_4d2e_8f00_7000_8000_0000_0000_0001)), 1));
    let faults = |faults: Vec<sandika_domain::letter::TemplateFault>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(library.template.compose(&samples::values(), &setup).map_err(faults)?)
}

/// An emblem as offices have them: some 300 pixels, soft edges on a transparent ground.
fn picture() -> Result<Vec<u8>> {
    let (width, height) = (300_u32, 340_u32);
    let pixel = |at: u32| {
        let (x, y) = (f64::from(at % width) - 150.0, f64::from(at / width) - 170.0);
        let from_centre = x.hypot(y);
        let [red, green, blue] = if from_centre > 120.0 { [0xd9, 0xb4, 0x2e] } else { [0x1e, 0x7a, 0x3c] };
        [red, green, blue, ((150.0 - from_centre).clamp(0.0, 1.0) * 255.0) as u8]
    };
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}
