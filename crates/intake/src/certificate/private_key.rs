//! Private keys are known by their bytes, whatever the file is called; and by the file's name, whatever its bytes are.

use super::pem;
use memchr::memmem;

/// Endings of files that are made to hold private keys.
const ENDINGS: [&str; 7] = ["p12", "pfx", "key", "jks", "keystore", "ppk", "p8"];

/// First bytes of key stores: Java's two kinds, and PuTTY's key files.
const STARTS: [&[u8]; 3] = [b"\xfe\xed\xfe\xed", b"\xce\xce\xce\xce", b"PuTTY-User-Key-File-"];

/// Whether the file holds a private key, or is named like one.
pub(super) fn is_held(name: &str, bytes: &[u8]) -> bool {
    let ending = name.trim_end().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str()) || STARTS.iter().any(|start| bytes.starts_with(start)) || is_armoured(bytes) || is_key(bytes)
}

/// "-----BEGIN … PRIVATE KEY" anywhere (PKCS#1, PKCS#8, SEC1, OpenSSH, PGP), also in a text that was saved with two bytes a letter; and
/// keys under a label that says something else.
fn is_armoured(bytes: &[u8]) -> bool {
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let said = memmem::find_iter(&narrow, b"PRIVATE KEY").any(|at| memmem::rfind(&narrow[at.saturating_sub(48)..at], b"BEGIN ").is_some());
    let inside = || pem::blocks(&narrow, 64).iter().filter_map(|block| block.bytes.as_deref()).any(is_key);
    said || inside() || pem::base64(&narrow).is_some_and(|bytes| is_key(&bytes))
}

/// The shapes that private keys have in ASN.1. No certificate begins with any of them: its first part is a sequence without an algorithm.
fn is_key(bytes: &[u8]) -> bool {
    let Some((0x30, inside)) = opened(bytes) else { return false };
    match opened(inside) {
        // PKCS#12: version 3, then a content type.
        Some((0x02, rest)) if rest.starts_with(&[3]) => {
            opened(&rest[1..]).is_some_and(|(tag, inner)| tag == 0x30 && inner.first() == Some(&0x06))
        }
        // PKCS#8 and SEC1: version 0 or 1, then the algorithm, or the key itself; PKCS#1: version 0 or 1, then the modulus.
        Some((0x02, [0 | 1, rest @ ..])) if inside.get(1) == Some(&1) => matches!(rest.first(), Some(0x30 | 0x04 | 0x02)),
        // PKCS#8, encrypted: an algorithm of PKCS#5 or PKCS#12, then the sealed key.
        Some((0x30, algorithm)) => {
            let sealed: [&[u8]; 2] = [b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05", b"\x06\x0a\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01"];
            sealed.iter().any(|start| algorithm.starts_with(start))
        }
        _ => false,
    }
}

/// The tag at the start, and what follows its length, however the length is written.
fn opened(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let more = if *length > 0x80 { usize::from(length & 0x7f) } else { 0 };
    rest.get(more..).map(|inside| (*tag, inside))
}
