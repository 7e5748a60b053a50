//! Reading a large office: opening it, one case, pages of the list, searches; each beside the same in a small office.

use super::fill::Known;
use super::office::{BenchOffice, Opened};
use super::person::mix;
use super::samples::Samples;
use super::table::{Line, Table, milliseconds};
use sandika_store::StoreError;
use sandika_testkit::PASSPHRASE;
use serde_json::{Value, json};
use std::hint::black_box;
use xtask::Result;

const OPENINGS: usize = 9;
const CASES: u64 = 200;
const PAGES: usize = 25;

/// A small and a large office in the same state.
pub(crate) struct Pair<T> {
    pub(crate) small: T,
    pub(crate) large: T,
}

/// Times of one thing in both.
type Times = Pair<Samples>;

impl<T> Pair<T> {
    /// Does something in both by turns, `times` times, and takes the time.
    fn by_turns(&mut self, times: usize, mut work: impl FnMut(&mut T, usize) -> Result) -> Result<Times> {
        let mut taken = Times { small: Samples::default(), large: Samples::default() };
        for turn in 0..times {
            taken.small.time(|| work(&mut self.small, turn))?;
            taken.large.time(|| work(&mut self.large, turn))?;
        }
        Ok(taken)
    }
}

impl Times {
    fn line(&self, what: &str) -> Line {
        Line::time(what, &self.large).beside(&self.large, &self.small)
    }

    fn line_within(&self, what: &str, limit: f64) -> Line {
        self.line(what).target(&format!("≤ {limit} ms"), self.large.median() <= limit)
    }
}

/// Opening with the right passphrase, and what a wrong one costs: the difference is the store's own part.
pub(crate) fn opening(table: &mut Table, offices: &mut Pair<BenchOffice>) -> Result {
    let whole = offices.by_turns(OPENINGS, |office, _| Ok(office.store(PASSPHRASE).map(drop)?))?;
    let refused = offices.by_turns(OPENINGS, |office, _| match office.store("sandi yang keliru") {
        Err(StoreError::WrongPassphrase) => Ok(()),
        Err(other) => Err(other.into()),
        Ok(_) => Err("a wrong passphrase opened the store".into()),
    })?;
    table.add(whole.line_within("open the store", 300.0).flat());
    let (opened, passphrase) = (whole.large.median(), refused.large.median());
    table.add(Line::figure("… of this Argon2id, by a wrong passphrase", milliseconds(passphrase)));
    table.add(Line::figure("… of this the store itself", milliseconds((opened - passphrase).max(0.0))));
    let office = offices.by_turns(OPENINGS, |office, _| office.open().map(drop))?;
    table.add(office.line("open the office, its SOPs and letters read and checked"));
    Ok(())
}

/// One case straight from the store.
pub(crate) fn case_in_store(table: &mut Table, offices: &Pair<BenchOffice>) -> Result {
    let Pair { small, large } = offices;
    let mut stores = Pair {
        small: (small.store(PASSPHRASE)?, any_cases(&small.filled.known)),
        large: (large.store(PASSPHRASE)?, any_cases(&large.filled.known)),
    };
    let times = stores.by_turns(CASES as usize, |(store, cases), turn| {
        let Some(known) = cases.get(turn % cases.len()) else { return Ok(()) };
        Ok(store.read().case(known.case).map(black_box).map(drop)?)
    })?;
    table.add(times.line("one case, facts to state").flat());
    Ok(())
}

/// What the screens of an office ask for.
pub(crate) fn screens(table: &mut Table, offices: &mut Pair<Opened<'_>>) -> Result {
    let times = offices.by_turns(CASES as usize, |office, turn| {
        let cases = any_cases(&office.filled.known);
        let Some(known) = cases.get(turn % cases.len()) else { return Ok(()) };
        ask(office, "case_show", &json!({ "case": known.case.to_string() }))
    })?;
    table.add(times.line_within("one case, with times and letters (case_show)", 5.0).flat());
    for (what, filter) in [
        ("list, first page (50 rows, all open)", json!({})),
        ("list, open cases", json!({ "standings": ["open"] })),
        ("list, open and waiting, of one officer", json!({ "standings": ["open", "waiting"], "assignee": "petugas" })),
        ("list, closed renewals", json!({ "standings": ["closed"], "service": "pembaruan" })),
        ("list, closed, with a common name", json!({ "standings": ["closed"], "text": "santoso" })),
        ("list, open, with a common name", json!({ "standings": ["open"], "text": "dinas kesehatan" })),
    ] {
        let times = offices.by_turns(PAGES, |office, _| ask(office, "case_list", &filter))?;
        table.add(times.line_within(what, 20.0).flat());
    }
    for (what, command, arguments) in [
        ("the first page (home_show)", "home_show", json!({})),
        ("list, overdue cases", "case_list", json!({ "queue": "overdue" })),
        ("list, cases due today", "case_list", json!({ "queue": "due-today" })),
    ] {
        let times = offices.by_turns(PAGES, |office, _| ask(office, command, &arguments))?;
        table.add(times.line_within(what, 100.0));
    }
    let cursors = Pair { small: middle(&mut offices.small)?, large: middle(&mut offices.large)? };
    let mut deep = Pair { small: (&mut offices.small, cursors.small), large: (&mut offices.large, cursors.large) };
    let times = deep.by_turns(PAGES, |(office, cursor), turn| ask(office, "case_list", &json!({ "before": *cursor - turn as i64 })))?;
    table.add(times.line_within("list, a page in the middle of all", 20.0).flat());
    Ok(())
}

/// Searches as officers make them; the target is for the 95th percentile of all.
pub(crate) fn searches(table: &mut Table, offices: &mut Pair<Opened<'_>>) -> Result {
    let mut all = Times { small: Samples::default(), large: Samples::default() };
    for (what, kinds, text) in [
        ("search, a word of a third of all", &["case", "owner"][..], (|_| "dinas".into()) as fn(&Known) -> String),
        ("search, the beginning of a word", &["case", "owner"], |_| "sa".into()),
        ("search, one letter", &["case", "owner"], |_| "b".into()),
        ("search, a whole name", &["case", "owner"], |known| known.name.clone()),
        ("search, two common words", &["case", "owner"], |_| "budi santoso".into()),
        ("search, NIP with blanks", &["case", "owner"], |known| spaced(&known.nip)),
        ("search, agenda number", &["case"], |known| known.agenda.clone()),
        ("search, letter number", &["case", "letter"], |known| format!("000.6.5/{}", known.agenda.split('/').next().unwrap_or_default())),
        ("search, title of a letter", &["letter"], |_| "surat rekomendasi".into()),
        ("search, nothing like it", &["case", "owner", "letter"], |_| "xyzzy dinas".into()),
    ] {
        let times = offices.by_turns(PAGES, |office, turn| {
            let cases = any_cases(&office.filled.known);
            let (Some(known), Some(kind)) = (cases.get(turn % cases.len()), kinds.get(turn % kinds.len())) else { return Ok(()) };
            ask(office, "search", &json!({ "text": text(known), "kind": kind }))
        })?;
        table.add(times.line(what));
        all.small.join(&times.small);
        all.large.join(&times.large);
    }
    table.add(all.line("search, all of these").target("p95 ≤ 30 ms", all.large.p95() <= 30.0).flat());
    Ok(())
}

fn ask(office: &mut Opened<'_>, command: &str, arguments: &Value) -> Result {
    office.call(command, arguments).map(|answer| drop(black_box(answer)))
}

/// Cases from everywhere in the office, always the same ones.
fn any_cases(known: &[Known]) -> Vec<&Known> {
    (0..CASES).filter_map(|turn| known.get(mix(turn) as usize % known.len().max(1))).collect()
}

/// The cursor that stands in the middle of the list.
fn middle(office: &mut Opened<'_>) -> Result<i64> {
    let newest: Vec<Value> = serde_json::from_str(&office.call("case_list", &json!({ "limit": 1 }))?)?;
    let newest = newest.first().and_then(|row| row["cursor"].as_i64()).ok_or("the list is empty")?;
    Ok(newest / 2)
}

/// A NIP as it is printed.
fn spaced(nip: &str) -> String {
    let parts = [nip.get(..8), nip.get(8..14), nip.get(14..15), nip.get(15..)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
