//! What a file really is, by its first bytes, whatever its name says; and what is never taken in.

use sandika_intake::holds_private_key;
use sandika_intake::kind::Kind;

/// How far into a file a private key is looked for, bytes; files that hold one are far smaller.
const KEY_LIMIT: usize = 1 << 20;

/// The media type of a file that an office may keep with a case; `name` is the file's own.
///
/// # Errors
/// A sentence for the officer: empty files, files that are not what their name's ending says, locked PDFs, and
/// private keys, which nobody but their owner may hold (domain facts, part 7).
pub(crate) fn accepted(name: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
    let media = known(name, bytes)?;
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if promised(&ending).is_some_and(|promised| promised != media) {
        return Err(
            "Isi berkas ini tidak sesuai dengan akhiran namanya, mungkin rusak atau salah simpan. Pindai atau simpan ulang, lalu lampirkan lagi.",
        );
    }
    if media == "application/pdf" && is_locked(bytes) {
        return Err(
            "PDF ini terkunci (terenkripsi) dan kelak belum tentu dapat dibaca. Minta atau simpan salinan tanpa kata sandi, lalu lampirkan lagi.",
        );
    }
    Ok(media)
}

/// What the ending of a name promises.
fn promised(ending: &str) -> Option<&'static str> {
    match ending {
        "pdf" => Some("application/pdf"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "tif" | "tiff" => Some("image/tiff"),
        _ => None,
    }
}

/// A PDF names its lock in the dictionary of its trailer, which is never compressed.
fn is_locked(pdf: &[u8]) -> bool {
    const LOCK: &[u8] = b"/Encrypt";
    pdf.windows(LOCK.len() + 1).any(|window| window.starts_with(LOCK) && !window[LOCK.len()].is_ascii_alphanumeric())
}

fn known(name: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
    if bytes.is_empty() {
        return Err("Berkas kosong (0 bita). Pindai atau simpan ulang berkasnya, lalu lampirkan lagi.");
    }
    if holds_private_key(name, bytes.get(..KEY_LIMIT).unwrap_or(bytes)) {
        return Err("Berkas ini memuat kunci privat dan tidak boleh disimpan. Kunci privat hanya boleh dipegang oleh pemiliknya.");
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    Ok(match Kind::of(bytes) {
        // An archive may begin with a PDF that is packed in it.
        _ if bytes.starts_with(b"PK\x03\x04") => "application/zip",
        Some(kind) => kind.media_type(),
        None if head.starts_with(b"From ") || looks_like_mail(head) => "message/rfc822",
        None => "application/octet-stream",
    })
}

fn looks_like_mail(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    text.contains("\nsubject:") && (text.starts_with("from:") || text.contains("\nfrom:"))
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
            (b"PK\x03\x04\x14\0 surat.pdf %PDF-1.4", Ok("application/zip")),
            (b"sembarang", Ok("application/octet-stream")),
            (b"", Err("kosong")),
            (b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n", Err("kunci privat")),
            (b"Bag Attributes\n-----BEGIN PRIVATE KEY-----\n", Err("kunci privat")),
            (pkcs12, Err("kunci privat")),
            (b"\xfe\xed\xfe\xed\0\0\0\x02", Err("kunci privat")),
        ] {
            match (accepted("surat", bytes), expected) {
                (Ok(found), Ok(media)) => assert_eq!(found, media),
                (Err(text), Err(part)) => assert!(text.contains(part), "{text}"),
                other => unreachable!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_file_is_what_its_name_says_and_can_be_opened() {
        let locked = b"%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>";
        let open = b"%PDF-1.7\ntrailer << /Root 1 0 R /EncryptMetadata false >>";
        for (name, bytes, expected) in [
            ("surat.PDF", &b"%PDF-1.7\n"[..], Ok("application/pdf")),
            ("foto.jpeg", b"\xff\xd8\xff\xe0", Ok("image/jpeg")),
            ("foto.png", b"\xff\xd8\xff\xe0", Err("tidak sesuai")),
            ("surat.pdf", b"Kepada Yth.", Err("tidak sesuai")),
            ("surat.docx", b"PK\x03\x04", Ok("application/zip")),
            ("surat", b"sembarang", Ok("application/octet-stream")),
            ("surat.pdf", locked, Err("kata sandi")),
            ("surat.pdf", open, Ok("application/pdf")),
        ] {
            match (accepted(name, bytes), expected) {
                (Ok(found), Ok(media)) => assert_eq!(found, media, "{name}"),
                (Err(text), Err(part)) => assert!(text.contains(part), "{name}: {text}"),
                other => unreachable!("{name}: {other:?}"),
            }
        }
    }
}
