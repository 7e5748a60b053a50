//! Papers that come from outside.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A small real PDF of one page with the given words, under a name in the folder. Different words are different bytes.
///
/// # Panics
/// When it cannot be written.
pub fn pdf(folder: &Path, name: &str, words: &str) -> PathBuf {
    file(folder, name, &drawn(words, ""))
}

/// The same, locked with a password.
pub fn locked(folder: &Path, name: &str) -> PathBuf {
    file(folder, name, &drawn("terkunci", "/Encrypt << /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>"))
}

/// A file of any bytes.
///
/// # Panics
/// When it cannot be written.
pub fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A file that is said to be that long, and takes no room.
///
/// # Panics
/// When it cannot be made.
pub fn hollow(folder: &Path, name: &str, length: u64) -> PathBuf {
    let path = file(folder, name, b"%PDF-1.4\n");
    File::options().write(true).open(&path).and_then(|file| file.set_len(length)).unwrap();
    path
}

fn drawn(words: &str, more: &str) -> Vec<u8> {
    let plain: String = words.chars().filter(|character| character.is_ascii_alphanumeric() || *character == ' ').collect();
    let drawn = format!("BT /F1 14 Tf 72 760 Td ({plain}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 609 935] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(text.len());
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (start, rows) = (text.len(), places.iter().map(|place| format!("{place:010} 00000 n \n")).collect::<String>());
    text.push_str(&format!("xref\n0 6\n0000000000 65535 f \n{rows}trailer\n<< /Size 6 /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n"));
    text.into_bytes()
}
