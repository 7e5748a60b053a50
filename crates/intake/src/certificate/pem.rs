//! Text around certificates: PEM blocks (RFC 7468), and plain Base64 as some portals save it.

use data_encoding::BASE64;
use memchr::memmem;

/// One block: its label and its bytes; `None` where the block is damaged.
pub(super) struct Block {
    pub(super) label: String,
    pub(super) bytes: Option<Vec<u8>>,
}

const BEGIN: &[u8] = b"-----BEGIN ";
const DASHES: &[u8] = b"-----";

/// Every block of a text, one after the other, at most `most`.
pub(super) fn blocks(text: &[u8], most: usize) -> Vec<Block> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = memmem::find(rest, BEGIN) {
        rest = &rest[at + BEGIN.len()..];
        let Some(end) = memmem::find(rest, DASHES) else { break };
        let label = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + DASHES.len()..];
        let closed = memmem::find(rest, format!("-----END {label}-----").as_bytes());
        found.push(Block { label, bytes: closed.and_then(|end| base64(&rest[..end])) });
        rest = &rest[closed.unwrap_or(0)..];
        if found.len() == most {
            break;
        }
    }
    found
}

/// The bytes behind Base64 with blanks and line ends in it.
pub(super) fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let plain: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64.decode(&plain).ok().filter(|bytes| !bytes.is_empty())
}
