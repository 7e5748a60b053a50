//! Letters as an office issues them: number, PDF, file and journal, each durable, from the command's JSON to the answer's.

use super::{LETTERS, Table};
use crate::bench::commit::Bare;
use crate::bench::samples::Samples;
use crate::bench::table::Line;
use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};
use std::path::Path;
use xtask::Result;

const SOP: &str = "demak-pencabutan";
const REASON: &str = "pensiun";
/// The step after the first, to which the letter belongs.
const STEP: u32 = 2;

/// Opens as many cases and issues a letter in each.
pub(super) fn measure(table: &mut Table, folder: &Path, emblem: &Path) -> Result {
    let place = folder.join("terbit");
    std::fs::create_dir_all(&place)?;
    let mut office = TestOffice::staying_in(&place);
    let mut profile = sample::profile();
    profile["logo"] = office.ok("emblem_store", json!({ "path": emblem }));
    office.ok("office_record", profile);
    let requests: Vec<Value> = (1..=LETTERS).map(|number| request(&mut office, number as u32)).collect();
    let bare = Bare::make(&place)?;
    let (mut all, mut each, mut commits) = (Samples::default(), Samples::default(), Samples::default());
    all.time(|| requests.iter().try_for_each(|request| each.time(|| office.call("letter_issue", request.clone())).map(drop)))
        .map_err(|error| error.message)?;
    for _ in &requests {
        commits.time(|| bare.commit())?;
    }
    let what = format!("{LETTERS} letters drawn and stored");
    table.add(Line::time(&what, &all).target("≤ 1.5 s", all.median() <= 1500.0));
    table.add(Line::time("… each (a bare durable commit beside)", &each).beside(&each, &commits));
    Ok(())
}

/// A case at the step of its letter, and the command that issues it.
fn request(office: &mut TestOffice, number: u32) -> Value {
    let mut walker = Walker::open(office, SOP, Some(REASON), number);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": super::sample::TEMPLATE, "values": sample::letter_values() });
    walker.office.with_revision(json!({ "step": STEP, "letter": letter }))
}
