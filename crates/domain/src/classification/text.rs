//! The bytes of a file as text, whatever program wrote them.

use super::FaultKind;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::str;

/// How workbooks begin: a ZIP archive, and the older compound file.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// The text with `\n` at the ends of its lines. A mark at the beginning says how it is encoded; without one it is UTF-8, and what is not UTF-8 is
/// Windows-1252, which spreadsheet programs here write.
///
/// # Errors
/// [`FaultKind::Workbook`], [`FaultKind::NotText`].
pub(super) fn decode(bytes: &[u8]) -> Result<String, FaultKind> {
    if WORKBOOKS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(FaultKind::Workbook);
    }
    let (text, broken) = match (Encoding::for_bom(bytes), str::from_utf8(bytes)) {
        (Some((encoding, mark)), _) => encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()),
        (None, Ok(text)) => (text.into(), false),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes),
    };
    if broken || text.contains('\0') {
        return Err(FaultKind::NotText);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}
