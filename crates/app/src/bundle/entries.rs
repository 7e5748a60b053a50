//! What the entries of a bundle say of files: only what they name belongs to the case.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Line {
    body: String,
}

#[derive(Deserialize)]
struct Body {
    facts: Vec<Value>,
}

/// The hash of every file that an entry names as its own. Lines that cannot be read name none; the verification of the lines tells them.
pub(super) fn named_files(lines: &[u8]) -> BTreeSet<String> {
    let lines = lines.split(|byte| *byte == b'\n');
    let bodies = lines.filter_map(|line| serde_json::from_slice::<Line>(line).ok()).map(|line| line.body);
    let facts = bodies.filter_map(|body| serde_json::from_str::<Body>(&body).ok()).flat_map(|body| body.facts);
    facts.flat_map(|fact| fact.as_object().and_then(|fact| named(fact.values().next()?))).collect()
}

fn named(fact: &Value) -> Option<String> {
    Some(fact.get("file")?.get("hash")?.as_str()?.to_owned())
}
