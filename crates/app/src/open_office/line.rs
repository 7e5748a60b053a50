//! The entries as lines: one object for each, with everything that it says, and nothing that only the store of one office could mean: neither the seals
//! nor the hashes over them.

use super::{ENTRIES, FORMAT_OF_LINES, PACE, VERSION, Watch, told};
use crate::archive::ArchiveWriter;
use crate::error::AppError;
use crate::office::Office;
use chrono::SecondsFormat;
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId, PersonId};
use sandika_store::{EntryHeader, OpenEntry, Stage};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io::Write;

/// Stands where the data of an erased person stood.
const ERASED: &str = "\"dihapus\"";

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct First {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) office: String,
    pub(super) desk: String,
}

#[derive(Serialize)]
struct LineOut<'a> {
    seq: i64,
    id: EntryId,
    desk: &'a str,
    desk_seq: i64,
    at: String,
    actor: &'a str,
    action: &'a str,
    case: Option<CaseId>,
    person: Option<PersonId>,
    facts: &'a [Fact],
    personal: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineIn<'a> {
    seq: i64,
    id: EntryId,
    desk: String,
    desk_seq: i64,
    at: Moment,
    actor: String,
    action: String,
    case: Option<CaseId>,
    person: Option<PersonId>,
    facts: Vec<Fact>,
    #[serde(borrow)]
    personal: Option<&'a RawValue>,
}

/// Puts every entry in; answers with how many there are.
pub(super) fn write(office: &Office, zip: &mut ArchiveWriter, name: &str, watch: &mut Watch<'_>) -> Result<u64, AppError> {
    let total = u64::try_from(office.read().journal_head()?.seq).unwrap_or_default();
    let first =
        First { format: FORMAT_OF_LINES.to_owned(), version: VERSION, office: name.to_owned(), desk: office.read().desk().to_owned() };
    let mut count = 0;
    zip.put_with(ENTRIES, &mut |to| {
        put(to, &first)?;
        office.read().open_entries(|entry| {
            if u64::is_multiple_of(count, PACE) {
                told(watch, Stage::Journal, count, total)?;
            }
            count += 1;
            entry_line(to, &entry)
        })
    })?;
    Ok(count)
}

fn put(to: &mut dyn Write, line: &impl Serialize) -> Result<(), AppError> {
    let mut text = serde_json::to_vec(line).map_err(std::io::Error::from)?;
    text.push(b'\n');
    Ok(to.write_all(&text)?)
}

fn entry_line(to: &mut dyn Write, entry: &OpenEntry) -> Result<(), AppError> {
    let EntryHeader { seq, id, desk, desk_seq, at, actor, action, case, person } = &entry.header;
    let personal = personal(entry)?;
    let line = LineOut {
        seq: *seq,
        id: *id,
        desk,
        desk_seq: *desk_seq,
        at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        actor,
        action,
        case: *case,
        person: *person,
        facts: &entry.facts,
        personal: personal.as_deref(),
    };
    put(to, &line)
}

/// An array with a place for each fact; nothing where no fact says anything of a person.
fn personal(entry: &OpenEntry) -> Result<Option<Box<RawValue>>, AppError> {
    let unwritable = |_| std::io::Error::from(std::io::ErrorKind::InvalidData);
    if entry.erased {
        return Ok(Some(RawValue::from_string(ERASED.to_owned()).map_err(std::io::Error::from)?));
    }
    let parts = entry.facts.iter().map(Fact::personal_json).collect::<Result<Vec<_>, _>>().map_err(unwritable)?;
    if parts.iter().all(Option::is_none) {
        return Ok(None);
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.as_deref().unwrap_or("null")).collect();
    Ok(Some(RawValue::from_string(format!("[{}]", parts.join(","))).map_err(std::io::Error::from)?))
}

/// The first line; nothing where it is none of ours.
pub(super) fn first(line: &[u8]) -> Option<First> {
    let first: First = line.starts_with(b"{").then(|| serde_json::from_slice(line).ok()).flatten()?;
    (first.format == FORMAT_OF_LINES && first.version == VERSION).then_some(first)
}

/// An entry; nothing where the line is none.
pub(super) fn entry(line: &[u8]) -> Option<OpenEntry> {
    let line: LineIn<'_> = line.starts_with(b"{").then(|| serde_json::from_slice(line).ok()).flatten()?;
    let LineIn { seq, id, desk, desk_seq, at, actor, action, case, person, mut facts, personal } = line;
    let header = EntryHeader { seq, id, desk, desk_seq, at, actor, action, case, person };
    let Some(personal) = personal else { return Some(OpenEntry { header, facts, erased: false }) };
    if personal.get() == ERASED {
        return Some(OpenEntry { header, facts, erased: true });
    }
    let parts: Vec<Option<&RawValue>> = serde_json::from_str(personal.get()).ok()?;
    if parts.len() != facts.len() {
        return None;
    }
    for (fact, part) in facts.iter_mut().zip(parts) {
        if let Some(part) = part {
            fact.restore_personal(part.get()).ok()?;
        }
    }
    Some(OpenEntry { header, facts, erased: false })
}
