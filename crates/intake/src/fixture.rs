//! Signed documents and certificates that tests read; how they were made: `tests/fixtures/signed/README.md`.

use crate::trust::TrustList;
use std::path::Path;

/// A file of the folder.
pub(crate) fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/signed").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The list that trusts the fixtures' root.
pub(crate) fn trusting() -> TrustList {
    list(&["sertifikat/akar.cer"])
}

/// The list of these files.
pub(crate) fn list(names: &[&str]) -> TrustList {
    let (list, faults) = TrustList::of(names.iter().map(|name| (*name, file(name))));
    assert_eq!(faults, []);
    list
}
