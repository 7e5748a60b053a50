//! The document for people: who made what, under which terms, and those word by word.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Part;

const HEAD: &str = "\
Sandika memuat karya pihak lain di bawah ini, masing-masing dengan lisensinya. Teks lisensi dimuat sebagaimana diterbitkan pembuatnya.
";

/// The list first, then each text once, with the parts that it belongs to.
pub(super) fn document(parts: &[Part]) -> String {
    let mut document = HEAD.to_owned();
    document.push('\n');
    for part in parts {
        let _ = writeln!(document, "{} {} — {}", part.name, part.version, part.licence);
    }
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in parts {
        for text in &part.texts {
            owners.entry(text.trim()).or_default().push(&part.name);
        }
    }
    for (text, names) in owners {
        let _ = write!(document, "\n{}\n{}\n\n{text}\n", "─".repeat(80), names.join(", "));
    }
    // What opens it is Windows' own editor, older ones of which know no other line's end.
    document.replace("\r\n", "\n").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_text_of_two_parts_stands_once_with_both_names() {
        let said = document(&[sample("satu", &["Izin A\r\n"]), sample("dua", &["Izin A", "Izin B"])]);
        assert!(said.contains("satu 1.0.0 — MIT\r\ndua 1.0.0 — MIT\r\n"), "{said}");
        assert_eq!(said.matches("Izin A").count(), 1, "{said}");
        assert!(said.contains("satu, dua\r\n\r\nIzin A\r\n"), "{said}");
        assert!(!said.replace("\r\n", "").contains('\n'), "{said}");
    }
}
