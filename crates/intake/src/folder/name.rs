//! Names of files that are no scans: what programs put down while they write, and what systems put beside.

use std::ffi::OsStr;

/// Endings of files that are being written.
const UNFINISHED: [&str; 7] = [".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart"];

/// Files that systems make for themselves.
const SYSTEM: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// Whether a file of this name is looked at at all. Temporary names are left alone until they are renamed.
pub fn is_scan_name(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let hidden = name.starts_with('.') || name.starts_with("~$");
    !hidden && !SYSTEM.contains(&name.as_str()) && !UNFINISHED.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_being_written_are_left_alone() {
        for (name, scan) in [
            ("SCAN0001.PDF", true),
            ("surat (2).jpeg", true),
            ("tanpa akhiran", true),
            ("~$surat.docx", false),
            (".surat.pdf.swp", false),
            ("surat.pdf.tmp", false),
            ("SCAN.PART", false),
            ("Thumbs.db", false),
        ] {
            assert_eq!(is_scan_name(OsStr::new(name)), scan, "{name}");
        }
    }
}
