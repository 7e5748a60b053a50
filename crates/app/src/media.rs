//! What a file really is, by its first bytes, whatever its name says; and what is never taken in.

/// The media type of a file that an office may keep with a case.
///
/// # Errors
/// A sentence for the officer: empty files, and private keys, which nobody but their owner may hold (domain facts, part 7).
pub(crate) fn accepted(bytes: &[u8]) -> Result<&'static str, &'static str> {
    if bytes.is_empty() {
        return Err("Berkas kosong (0 bita). Pindai atau simpan ulang berkasnya, lalu lampirkan lagi.");
    }
    if is_private_key(bytes) {
        return Err("Berkas ini memuat kunci privat dan tidak boleh disimpan. Kunci privat hanya boleh dipegang oleh pemiliknya.");
    }
    let known: [(&[u8], &str); 6] = [
        (b"%PDF-", "application/pdf"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"PK\x03\x04", "application/zip"),
    ];
    // A PDF may have junk before its head; readers look for it within the first kilobyte.
    let head = bytes.get(..1024).unwrap_or(bytes);
    let pdf = head.windows(5).any(|window| window == b"%PDF-").then_some("application/pdf");
    let found = known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, media)| *media).or(pdf);
    Ok(found.unwrap_or(if head.starts_with(b"From ") || looks_like_mail(head) { "message/rfc822" } else { "application/octet-stream" }))
}

fn looks_like_mail(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    text.contains("\nsubject:") && (text.starts_with("from:") || text.contains("\nfrom:"))
}

/// PEM keys, and the PKCS#12 container: a sequence that begins with version 3 and the PKCS#7 data identifier.
fn is_private_key(bytes: &[u8]) -> bool {
    const PKCS7_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07";
    let head = bytes.get(..4096).unwrap_or(bytes);
    let pem = String::from_utf8_lossy(head);
    let armoured = pem.contains("-----BEGIN") && pem.contains("PRIVATE KEY-----");
    let start = head.get(..64).unwrap_or(head);
    let container = head.first() == Some(&0x30)
        && start.windows(3).any(|window| window == b"\x02\x01\x03")
        && start.windows(PKCS7_DATA.len()).any(|window| window == PKCS7_DATA);
    armoured || container
}

#[cfg(test)]
mod tests {
    use super::accepted;

    #[test]
    fn files_are_known_by_their_bytes() {
        let pkcs12 = b"\x30\x82\x0a\x00\x02\x01\x03\x30\x82\x09\xc6\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01\xa0";
        for (bytes, expected) in [
            (&b"%PDF-1.7\n"[..], Ok("application/pdf")),
            (b"junk\n%PDF-1.4", Ok("application/pdf")),
            (b"\xff\xd8\xff\xe0", Ok("image/jpeg")),
            (b"II*\0....", Ok("image/tiff")),
            (b"From: a@b.go.id\nSubject: Notifikasi\n\nteks", Ok("message/rfc822")),
            (b"sembarang", Ok("application/octet-stream")),
            (b"", Err("kosong")),
            (b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n", Err("kunci privat")),
            (b"Bag Attributes\n-----BEGIN PRIVATE KEY-----\n", Err("kunci privat")),
            (pkcs12, Err("kunci privat")),
        ] {
            match (accepted(bytes), expected) {
                (Ok(found), Ok(media)) => assert_eq!(found, media),
                (Err(text), Err(part)) => assert!(text.contains(part), "{text}"),
                other => unreachable!("{other:?}"),
            }
        }
    }
}
