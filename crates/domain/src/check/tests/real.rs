//! The five SOPs that the product ships: every defect of their source documents is found, and nothing else is.

use super::super::{Finding, check_file};
use super::shipped_office;
use crate::sop::Sop;

/// Name and bytes of a shipped SOP.
macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/sops/", $name)).as_slice())),+]
    };
}

pub(super) const SHIPPED: [(&str, &[u8]); 5] = shipped![
    "natuna-pencabutan.toml",
    "ciamis-pencabutan.toml",
    "natuna-pembaruan.toml",
    "sumbar-pembaruan.toml",
    "demak-pencabutan.toml",
];

fn source(name: &str) -> &'static [u8] {
    SHIPPED.iter().find(|(file, _)| *file == name).map(|(_, bytes)| *bytes).unwrap()
}

/// The findings as a reader sees them, with the line itself in place of its number, so that edits elsewhere in the file do not matter.
fn told(name: &str) -> String {
    let bytes = source(name);
    let lines: Vec<&str> = std::str::from_utf8(bytes).unwrap().lines().collect();
    let tell = |finding: Finding| {
        let at = lines[finding.line as usize - 1].trim();
        let start: String = at.chars().take(60).collect();
        format!("{} {start}\n     {}", finding.code, finding.message)
    };
    check_file(name, bytes, &shipped_office()).into_iter().map(tell).collect::<Vec<_>>().join("\n")
}

#[test]
fn natuna_revocation() {
    insta::assert_snapshot!(told("natuna-pencabutan.toml"), @"");
}

#[test]
fn ciamis_revocation() {
    insta::assert_snapshot!(told("ciamis-pencabutan.toml"), @"");
}

#[test]
fn natuna_renewal() {
    insta::assert_snapshot!(told("natuna-pembaruan.toml"), @"");
}

#[test]
fn sumbar_renewal() {
    insta::assert_snapshot!(told("sumbar-pembaruan.toml"), @"");
}

#[test]
fn demak_revocation() {
    insta::assert_snapshot!(told("demak-pencabutan.toml"), @"");
}

#[test]
fn main_paths_and_times_are_those_of_the_documents() {
    for (name, path, minutes) in [
        ("natuna-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 45),
        ("ciamis-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 185),
        ("natuna-pembaruan.toml", vec![1, 2, 3, 4, 5], 90),
        ("sumbar-pembaruan.toml", vec![1, 2, 3, 5, 6], 35),
        ("demak-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7], 160),
    ] {
        let sop = Sop::parse(name, source(name)).unwrap().sop;
        let walked: Vec<u32> = sop.main_path().iter().map(|step| step.number).collect();
        assert_eq!((walked, sop.working_minutes_total()), (path, minutes), "{name}");
        assert!(sop.main_path().last().is_some_and(|step| sop.is_last(step)), "{name}");
    }
}

#[test]
fn a_parsed_sop_serializes_under_the_keys_of_its_file() {
    let json = serde_json::to_value(&Sop::parse("demak.toml", source("demak-pencabutan.toml")).unwrap().sop).unwrap();
    for (pointer, expected) in [
        ("/jenis", serde_json::json!("pencabutan")),
        ("/identitas/tanggal_pembuatan", serde_json::json!("Februari 2022")),
        ("/langkah/3/keputusan/1/kembali", serde_json::json!(true)),
        ("/langkah/2/berkas/0/bila", serde_json::json!({ "perkara.alasan": ["pensiun"] })),
        ("/peralatan/2", serde_json::json!("ATK")),
    ] {
        assert_eq!(json.pointer(pointer), Some(&expected), "{pointer}");
    }
}

/// Twice the time that five checks may take in a release build: even this slow build must be far from it.
#[test]
fn five_checks_are_quick() {
    let office = shipped_office();
    let start = std::time::Instant::now();
    for (name, bytes) in SHIPPED {
        assert!(!check_file(name, bytes, &office).is_empty());
    }
    assert!(start.elapsed().as_millis() < 400, "{:?}", start.elapsed());
}
