//! The text of an entry and the chain that its hashes form.
//!
//! The text is JSON with its keys in this order: `v`, `id`, `desk`, `desk_seq`, `at`, `actor`, `action`, `case`, `person`, `prev` (hash of the
//! desk's entry before, null for its first), `facts` (without their personal parts), `sealed` (base64, or null). The hash runs over the text as
//! it is stored, so that it never depends on how a later program would write it.

use super::EntryHeader;
use chrono::SecondsFormat;
use data_encoding::HEXLOWER;
use sandika_domain::fact::{Fact, Moment};
use sandika_domain::ids::{CaseId, EntryId, PersonId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Version of the text's layout.
const VERSION: u32 = 1;

/// SHA-256.
pub(crate) type Hash = [u8; 32];

/// An entry's text, read.
pub(crate) struct Body {
    pub(crate) header: EntryHeader,
    pub(crate) prev: Option<String>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) sealed: Option<String>,
}

#[derive(Deserialize)]
struct BodyRead {
    v: u32,
    id: EntryId,
    desk: String,
    desk_seq: i64,
    at: Moment,
    actor: String,
    action: String,
    case: Option<CaseId>,
    person: Option<PersonId>,
    prev: Option<String>,
    facts: Vec<Fact>,
    sealed: Option<String>,
}

#[derive(Serialize)]
struct BodyText<'a> {
    v: u32,
    id: EntryId,
    desk: &'a str,
    desk_seq: i64,
    at: String,
    actor: &'a str,
    action: &'a str,
    case: Option<CaseId>,
    person: Option<PersonId>,
    prev: Option<String>,
    facts: &'a [Fact],
    sealed: Option<String>,
}

/// Writes an entry's text.
pub(crate) fn write(header: &EntryHeader, prev: Option<&Hash>, facts: &[Fact], sealed: Option<String>) -> serde_json::Result<String> {
    serde_json::to_string(&BodyText {
        v: VERSION,
        id: header.id,
        desk: &header.desk,
        desk_seq: header.desk_seq,
        at: header.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        actor: &header.actor,
        action: &header.action,
        case: header.case,
        person: header.person,
        prev: prev.map(|hash| HEXLOWER.encode(hash)),
        facts,
        sealed,
    })
}

/// Reads the text of the entry at `seq`; the error says why it cannot be read.
pub(crate) fn read(seq: i64, text: &str) -> Result<Body, String> {
    let read: BodyRead = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let BodyRead { v, id, desk, desk_seq, at, actor, action, case, person, prev, facts, sealed } = read;
    if v != VERSION {
        return Err(format!("susunan versi {v} tidak dikenal"));
    }
    let header = EntryHeader { seq, id, desk, desk_seq, at, actor, action, case, person };
    Ok(Body { header, prev, facts, sealed })
}

/// The hash of an entry's text.
pub(crate) fn hash(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}
