//! `susun-ulang`: every table anew from the journal.

use super::{no_operands, periksa};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::dispatch;
use serde::Deserialize;
use std::ffi::OsString;

/// The answer of `store_rebuild`.
#[derive(Deserialize)]
struct Rebuilt {
    value: Counts,
}

#[derive(Deserialize)]
struct Counts {
    entries: u64,
    facts: u64,
}

/// `sandika susun-ulang`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    let mut office = Access::by_a_person(arguments)?.open()?;
    let Rebuilt { value: Counts { entries, facts } } = periksa::read(&dispatch(&mut office, "store_rebuild", "")?)?;
    Ok(Answer::sound(format!("Tabel turunan disusun ulang dari jurnal: {entries} catatan, {facts} fakta.\n")))
}
