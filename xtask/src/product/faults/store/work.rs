//! The process under fire: works without rest, and says what it was told is done.

use sandika_testkit::{TestOffice, Walker};
use serde_json::json;
use std::io::{Write, stdout};
use std::path::Path;
use xtask::Result;

/// The SOPs that it walks by turns, with the reason where it is a revocation.
const SOPS: [(&str, Option<&str>); 5] = [
    ("natuna-pencabutan", Some("pensiun")),
    ("ciamis-pencabutan", Some("kunci-hilang")),
    ("natuna-pembaruan", None),
    ("sumbar-pembaruan", None),
    ("demak-pencabutan", Some("meninggal")),
];

/// Drafts that are written over and over.
const DRAFTS: u64 = 3;

/// Works in the office of a folder until it is ended. `life` makes what it records other than what was recorded before. A command that is refused,
/// as on a full disk, ends it.
pub(super) fn run(place: &Path, life: u64) -> Result {
    let mut office = TestOffice::held_in(place);
    say("buka")?;
    let mut typed = life << 20;
    for number in (u32::try_from(life)? * 8 + 1).. {
        let (sop, reason) = SOPS[number as usize % SOPS.len()];
        let mut walker = Walker::open(&mut office, sop, reason, number);
        while walker.is_open() {
            walker.pass();
            let view = walker.view();
            say(&format!("perkara {} {}", walker.case, view["revision"]))?;
            typed += 1;
            let key = format!("langkah/{}", typed % DRAFTS);
            walker.office.ok("draft_save", json!({ "key": key, "body": typed.to_string() }));
            say(&format!("ketikan {key} {typed}"))?;
        }
    }
    Ok(())
}

/// A line that is out when this returns.
fn say(line: &str) -> Result {
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
