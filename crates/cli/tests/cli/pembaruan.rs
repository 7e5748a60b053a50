//! `pembaruan periksa`: as a person checks a file before it is handed on.

use crate::support::{Run, sandika};
use sandika_testkit::UpdateKey;
use std::fs;
use std::path::Path;

fn check(file: &Path, key: &str) -> Run {
    sandika(&["pembaruan".as_ref(), "periksa".as_ref(), file.as_os_str(), "--kunci".as_ref(), key.as_ref()])
}

#[test]
fn a_file_is_told_and_what_is_wrong_with_it_has_its_reason() {
    let (folder, key) = (tempfile::tempdir().unwrap(), UpdateKey::new());
    let file = folder.path().join("Sandika-9.1.0.pembaruan");
    key.write(&file, "9.1.0", b"MZ pemasang rekaan");
    let run = check(&file, &key.public());
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{run:?}");
    for part in ["Sandika 9.1.0, dibuat 1 November 2026", "baik, dari kunci", "utuh, 18 bita", "Pencarian lebih cepat.", "dapat dipasang"] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }

    let run = check(&file, &UpdateKey::new().public());
    assert!(run.status == Some(1) && run.err.contains("tidak dikenal program ini"), "{run:?}");
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(8).position(|window| window == b"pemasang").unwrap();
    bytes[at] = b'P';
    fs::write(&file, &bytes).unwrap();
    let run = check(&file, &key.public());
    assert!(run.status == Some(1) && run.out.is_empty() && run.err.contains("berkas pembaruan"), "{run:?}");

    key.write(&folder.path().join("lama.pembaruan"), "0.0.1", b"MZ");
    let run = check(&folder.path().join("lama.pembaruan"), &key.public());
    assert!(run.status == Some(0) && run.out.contains("lebih lama daripada versi"), "{run:?}");
}

#[test]
fn a_program_without_keys_says_so() {
    let (folder, key) = (tempfile::tempdir().unwrap(), UpdateKey::new());
    let file = folder.path().join("Sandika-9.1.0.pembaruan");
    key.write(&file, "9.1.0", b"MZ");
    let run = sandika(&["pembaruan".as_ref(), "periksa".as_ref(), file.as_os_str()]);
    let expected = if option_env!("SANDIKA_KUNCI_PEMBARUAN").is_some() { "tidak dikenal" } else { "tanpa kunci pembaruan" };
    assert!(run.status == Some(1) && run.err.contains(expected), "{run:?}");
}
