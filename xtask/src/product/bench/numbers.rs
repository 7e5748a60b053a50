//! Numbers under fire: a process issues one letter after the other, its number, its stored page and its fact in one transaction, and is killed again
//! and again. No number may be doubled, none may be missing, and every letter's page must be there.

use super::OFFICE;
use super::person::mix;
use super::table::{Line, Table};
use sandika_domain::fact::{Fact, FileRef, TakenNumber};
use sandika_domain::ids::{CaseId, EntryId, LetterId};
use sandika_store::{NumberFilter, Recording, Store};
use sandika_testkit::{PASSPHRASE, TestOffice, Walker};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use uuid::Uuid;
use xtask::Result;

/// Argument of the process that issues letters until it is killed.
pub(crate) const ISSUER: &str = "penerbit-surat";
const REGISTER: &str = "keluar";
/// The year of the test kit's clock.
const YEAR: i32 = 2026;
/// Most numbers that a process says before it is killed.
const LIFE: u64 = 1_500;
/// Letters of a case, about: many more than any has, and few enough that a case is read as quickly as those of an office.
const LETTERS: u32 = 100;
/// The file that names the cases, one a line.
const CASES: &str = "perkara.txt";

/// Has `wanted` numbers taken by processes that are killed, each after another while, and looks at what is there in the end.
pub(crate) fn measure(table: &mut Table, folder: &Path, wanted: u32) -> Result {
    let place = folder.join("nomor");
    let cases = begin(&place, wanted.div_ceil(LETTERS))?;
    let office = place.join(OFFICE);
    let (mut told, mut kills) = (Vec::new(), 0_u64);
    let began = Instant::now();
    while (told.len() as u32) < wanted {
        kills += 1;
        told.extend(one_life(&office, &cases, 1 + mix(kills) % LIFE)?);
    }
    let took = began.elapsed().as_secs_f64();
    let faults = prove(&office, &told)?;
    let what = format!("{} numbers, each with a stored page, over {kills} kills", told.len());
    table.add(Line::figure(&what, format!("{took:.0} s")));
    table.add(Line::figure("… doubled, missing, told and gone, without a page", faults.to_string()).target("0", faults == 0));
    Ok(())
}

/// An office with the cases whose letters are issued. Answers with the file that names them.
fn begin(folder: &Path, cases: u32) -> Result<PathBuf> {
    let mut office = TestOffice::staying_in(folder);
    let mut open = |number| Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), number).case.clone();
    let cases: Vec<String> = (1..=cases.max(1)).map(&mut open).collect();
    let list = folder.join(CASES);
    fs::write(&list, cases.join("\n"))?;
    Ok(list)
}

/// Starts an issuer, listens until it has said `numbers`, and kills it. Answers with all that it has said.
fn one_life(office: &Path, cases: &Path, numbers: u64) -> Result<Vec<u32>> {
    let mut issuer = Command::new(std::env::current_exe()?)
        .args(["bench", &format!("--{ISSUER}")])
        .arg(office)
        .arg(cases)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let said = listen(&mut issuer, numbers);
    issuer.kill()?;
    issuer.wait()?;
    said
}

fn listen(issuer: &mut Child, numbers: u64) -> Result<Vec<u32>> {
    let output = issuer.stdout.take().ok_or("the issuer says nothing")?;
    let mut lines = BufReader::new(output).lines();
    let mut said = Vec::new();
    while (said.len() as u64) < numbers {
        said.push(lines.next().ok_or("the issuer ended by itself")??.parse()?);
    }
    // What it says between this and its end was committed as well, as far as the line is whole.
    issuer.kill()?;
    said.extend(lines.map_while(std::result::Result::ok).filter_map(|line| line.parse::<u32>().ok()));
    Ok(said)
}

/// The work of the issuer: it does not end by itself. Every seventh letter is given up after its page was stored.
pub(crate) fn issue_for_ever(office: &Path, cases: &Path) -> Result {
    let now = chrono::Utc::now();
    let mut store = Store::open(office, PASSPHRASE, now)?;
    let cases: Vec<CaseId> =
        fs::read_to_string(cases)?.lines().map(str::parse).collect::<std::result::Result<_, _>>().map_err(|_| "no case")?;
    let first = Uuid::now_v7().as_u128() as usize;
    let mut out = std::io::stdout().lock();
    for turn in 0_u64.. {
        let letter = LetterId(Uuid::now_v7());
        let case = cases[first.wrapping_add(turn as usize) % cases.len()];
        let owner = store.read().case(case)?.ok_or("the issuer's case is not there")?.owner;
        let taken = store.transact(now, "petugas", |tx| {
            let number = tx.next_number(REGISTER, YEAR)?;
            let page = tx.read().put_blob(format!("%PDF-1.7 {number} {letter}").as_bytes(), 1_000)?;
            if turn % 7 == 6 {
                return Err(sandika_store::StoreError::Stopped);
            }
            let file = FileRef { hash: page.hash, size: page.size, media: "application/pdf".to_owned() };
            let facts = vec![issued(letter, number, file)];
            let entry = EntryId(Uuid::now_v7());
            tx.record(&Recording { entry, action: "issue_letter".to_owned(), case: Some(case), person: Some(owner.into()), facts })?;
            Ok(number)
        });
        match taken {
            Ok(number) => {
                writeln!(out, "{number}")?;
                out.flush()?;
            }
            Err(sandika_store::StoreError::Stopped) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn issued(letter: LetterId, number: u32, file: FileRef) -> Fact {
    Fact::LetterIssued {
        letter,
        version: 1,
        template: "surat-rekomendasi-pencabutan".to_owned(),
        template_hash: "00".repeat(32),
        step: 1,
        number: Some(TakenNumber { register: REGISTER.to_owned(), year: YEAR, number, text: format!("000.6.5/{number}/Diskominfo.05") }),
        dated: chrono::NaiveDate::from_ymd_opt(YEAR, 11, 20).unwrap_or_default(),
        file,
        pages: 1,
        scan_back: false,
        cases: Vec::new(),
        personal: "Surat Rekomendasi Pencabutan Sertifikat Elektronik".to_owned().into(),
    }
}

/// Counts what must not be: numbers that were said twice, missing ones, ones that were said and are not there, and whatever a verification finds, a
/// missing page among them.
fn prove(office: &Path, told: &[u32]) -> Result<u64> {
    let store = Store::open(office, PASSPHRASE, chrono::Utc::now())?;
    let read = store.read();
    let held: Vec<u32> =
        read.numbers(&NumberFilter::all(REGISTER, YEAR), false, told.len() * 2)?.iter().map(|row| row.number.number).collect();
    let mut once = told.to_vec();
    once.sort_unstable();
    once.dedup();
    let doubled = told.len() - once.len();
    let gone = once.iter().filter(|number| held.binary_search(number).is_err()).count();
    let missing: u64 = read.number_gaps(REGISTER, YEAR)?.iter().map(|gap| u64::from(gap.end() - gap.start()) + 1).sum();
    let report = store.verify(&mut |_| ControlFlow::Continue(()))?;
    Ok(doubled as u64 + gone as u64 + missing + report.problems.len() as u64)
}
