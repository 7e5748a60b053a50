//! How many degraded pages give their code: every kind of mishap, three sizes of the symbol, four resolutions, on pages of A5 with text.

use super::peer::Peer;
use crate::bench::table::{Line, Table};
use sandika_intake::code::{Effort, find_all};
use sandika_intake::samples::{Dice, Fate, Sheet, degrade};
use std::path::Path;
use xtask::Result;

const DPI: [u32; 4] = [100, 150, 200, 300];
/// Sides of the symbol, in millimetres.
const SIDES: [u32; 3] = [15, 20, 25];
/// Pages of each size with several mishaps at once; the other kinds have one each.
const WEARY: usize = 11;

/// What came of the pages.
#[derive(Default)]
struct Count {
    pages: usize,
    ours: usize,
    theirs: usize,
}

/// Reads every page by both.
pub(super) fn measure(table: &mut Table, folder: &Path, tools: &Path) -> Result {
    let mut peer = Peer::start(folder, tools);
    if let Err(error) = &peer {
        table.add(Line::figure("zxing-cpp", format!("left out: {error}")));
    }
    let (mut all, mut fit, mut wrong) = (Count::default(), Count::default(), 0);
    for (seed, (dpi, side, fate)) in kinds().enumerate() {
        let sheet = Sheet { paper: (148, 210), dpi, side, letter: (seed as u128 + 1) * 0x1_0001_0001, page: 1, of: 2 };
        let page = degrade(sheet.draw(), fate, sheet.symbol(), dpi, &mut Dice::new(seed as u64));
        let codes = find_all(&page, Effort::Full);
        wrong += codes.iter().filter(|code| code.letter != sheet.short()).count();
        let ours = codes.iter().any(|code| code.letter == sheet.short());
        let theirs = match &mut peer {
            Ok(peer) => peer.reads(&page, &sheet.short())?,
            Err(_) => false,
        };
        let counts = if dpi >= 150 && side >= 20 { vec![&mut all, &mut fit] } else { vec![&mut all] };
        for count in counts {
            count.pages += 1;
            count.ours += usize::from(ours);
            count.theirs += usize::from(theirs);
        }
    }
    let line = |what: &str, count: &Count| {
        let measured = format!("{} of {}", count.ours, count.pages);
        let line = Line::figure(what, measured);
        if peer.is_ok() { line.beside_figure(count.theirs.to_string()).target("≥ zxing-cpp", count.ours >= count.theirs) } else { line }
    };
    table.add(line("codes found on all pages", &all));
    table.add(line("… of symbols of 20 mm or more, at 150 dpi or more", &fit).target("≥ 98 %", fit.ours * 100 >= fit.pages * 98));
    table.add(Line::figure("codes read wrongly", wrong.to_string()).target("0", wrong == 0));
    Ok(())
}

fn kinds() -> impl Iterator<Item = (u32, u32, Fate)> {
    let sizes = DPI.into_iter().flat_map(|dpi| SIDES.into_iter().map(move |side| (dpi, side)));
    sizes.flat_map(|(dpi, side)| Fate::ALL.into_iter().chain([Fate::Weary; WEARY]).map(move |fate| (dpi, side, fate)))
}
