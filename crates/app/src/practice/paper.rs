//! Papers of the practice office: wherever a file is asked for, a small PDF that says that it is one for practice.

use crate::ports::Files;
use std::io;
use std::path::Path;

/// Answers with a paper for any path, and takes none.
pub(super) struct Papers;

impl Files for Papers {
    fn read(&self, path: &Path, _limit: u64) -> io::Result<Vec<u8>> {
        Ok(pdf(&path.with_extension("").to_string_lossy()))
    }

    fn write(&self, _path: &Path, _bytes: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// A page with a heading and the given words; different words are different bytes.
fn pdf(words: &str) -> Vec<u8> {
    let plain: String = words.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { ' ' }).collect();
    let drawn = format!("BT /F1 18 Tf 72 780 Td (BERKAS LATIHAN) Tj /F1 12 Tf 0 -32 Td ({plain}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (start, size) = (text.len(), objects.len() + 1);
    text.push_str(&format!(
        "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    text.into_bytes()
}
