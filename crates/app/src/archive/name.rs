//! Names within a ZIP file: such as every system can write, so that unpacking puts a file where it says and nowhere else.

use super::refused;
use crate::error::AppError;
use sandika_store::backup::is_device_name;
use std::collections::BTreeSet;
use std::path::Path;

/// Longest name with its folders, bytes: Windows unpacks into folders that have long names themselves.
const LONGEST: usize = 120;

/// Longest part that is made of a text.
const PART: usize = 60;

/// Why a name is not taken; the sentence goes on after "ditolak:".
fn fault(name: &str) -> Option<&'static str> {
    if name.is_empty() || name.len() > LONGEST {
        return Some("sebuah nama di dalamnya kosong atau terlalu panjang");
    }
    if name.starts_with(['/', '\\']) || name.contains(':') {
        return Some("sebuah nama di dalamnya menunjuk tempat tertentu di komputer, bukan tempat di dalam berkas ini");
    }
    if name.split(['/', '\\']).any(|part| part == "..") {
        return Some("sebuah nama di dalamnya menunjuk ke luar folder tujuan (“..”)");
    }
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let part =
        |part: &str| !part.is_empty() && part.chars().all(plain) && !part.starts_with('.') && !part.ends_with('.') && !is_device_name(part);
    (!name.split('/').all(part)).then_some("sebuah nama di dalamnya tidak dapat dipakai pada Windows")
}

/// Refuses a name that is not safe everywhere, and one that another file has already as Windows sees it.
pub(super) fn check(path: &Path, name: &str, taken: &mut BTreeSet<String>) -> Result<(), AppError> {
    if let Some(why) = fault(name) {
        return Err(refused(path, why));
    }
    if !taken.insert(name.to_ascii_lowercase()) {
        return Err(refused(path, "sebuah nama terdapat dua kali di dalamnya"));
    }
    Ok(())
}

/// Any text as part of a name: small letters, digits and dashes; empty where nothing of it can be shown so.
pub(crate) fn fit(text: &str) -> String {
    let mut part = String::new();
    for letter in text.chars() {
        match letter {
            _ if part.len() >= PART => break,
            letter if letter.is_ascii_alphanumeric() => part.push(letter.to_ascii_lowercase()),
            _ if part.ends_with('-') || part.is_empty() => {}
            _ => part.push('-'),
        }
    }
    part.trim_end_matches('-').to_owned()
}

/// The name of the file at a place: "berkas/007-kartu-identitas.pdf". The number keeps it from being a device's or another file's.
pub(crate) fn numbered(folder: &str, number: usize, about: &str, ending: &str) -> String {
    let about = fit(about);
    let dash = if about.is_empty() { "" } else { "-" };
    format!("{folder}/{number:03}{dash}{about}.{ending}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_or_that_windows_cannot_have_are_refused() {
        for (name, good) in [
            ("manifest.json", true),
            ("BACA-SAYA.txt", true),
            ("surat/001-surat-rekomendasi.pdf", true),
            ("../rahasia.txt", false),
            ("surat/../../x", false),
            ("..\\x", false),
            ("/etc/passwd", false),
            ("\\\\server\\x", false),
            ("C:\\x", false),
            ("C:x", false),
            ("a//b", false),
            ("a/./b", false),
            (".", false),
            ("", false),
            ("surat/", false),
            ("con", false),
            ("berkas/NUL.pdf", false),
            ("com1.txt", false),
            ("community.txt", true),
            ("a.", false),
            (".tersembunyi", false),
            ("a b", false),
            ("a\u{202e}fdp.exe", false),
            ("é.pdf", false),
            ("a\0b", false),
            ("x?.pdf", false),
            (&"a".repeat(121), false),
        ] {
            assert_eq!(fault(name).is_none(), good, "{name:?}");
        }
        let mut taken = BTreeSet::new();
        check(Path::new("x.zip"), "surat/a.pdf", &mut taken).unwrap();
        let text = check(Path::new("x.zip"), "Surat/A.pdf", &mut taken).unwrap_err().to_string();
        assert!(text.contains("dua kali"), "{text}");
    }

    #[test]
    fn any_text_becomes_a_good_name() {
        for (text, expected) in [
            ("Surat Rekomendasi Pencabutan", "surat-rekomendasi-pencabutan"),
            ("  ..\\..//CON: \u{202e} é ", "con"),
            ("漢字", ""),
            ("", ""),
        ] {
            assert_eq!(fit(text), expected, "{text:?}");
        }
        assert!(fit(&"panjang sekali ".repeat(90)).len() <= PART);
        for text in ["", "con", "../../x", &"ab ".repeat(90)] {
            let name = numbered("berkas", 7, text, "pdf");
            assert_eq!(fault(&name), None, "{name}");
        }
        assert_eq!(numbered("surat", 12, "Surat Kuasa", "pdf"), "surat/012-surat-kuasa.pdf");
    }
}
