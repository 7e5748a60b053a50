//! The emblem is shown as it was stored, and nothing else is.

#![allow(clippy::unwrap_used, reason = "test code")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_testkit::{TestOffice, Walker};
use serde_json::json;
use std::fs;

/// A picture of one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

#[test]
fn an_emblem_comes_back_byte_by_byte() {
    let mut office = TestOffice::new();
    let path = office.papers().join("lambang.png");
    fs::write(&path, PNG).unwrap();
    let hash = office.ok("emblem_store", json!({ "path": path }));
    let shown = office.ok("emblem_show", json!({ "hash": hash }));
    assert_eq!(STANDARD.decode(shown["png"].as_str().unwrap()).unwrap(), PNG);
}

#[test]
fn what_is_no_emblem_is_not_shown() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    walker.attach_missing();
    let steps = walker.view()["steps"].clone();
    let scan = steps.as_array().unwrap().iter().find_map(|step| step["documents"][0]["hash"].as_str()).unwrap().to_owned();
    let codes =
        [scan.as_str(), &"0".repeat(64), "../kunci.json", ""].map(|hash| office.refused("emblem_show", json!({ "hash": hash })).code);
    assert_eq!(serde_json::to_value(codes).unwrap(), json!(["not-found", "stored-file", "stored-file", "stored-file"]));
}
