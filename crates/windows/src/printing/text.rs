//! Texts as Windows takes and gives them.

/// A text with its end. What would end it earlier is left out.
pub(super) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().filter(|unit| *unit != 0).chain([0]).collect()
}

/// A text up to its end, or whole where it fills its room.
pub(super) fn narrow(units: &[u16]) -> String {
    let end = units.iter().position(|unit| *unit == 0).unwrap_or(units.len());
    String::from_utf16_lossy(&units[..end])
}

/// A text that the system points to; empty where it points nowhere.
///
/// # Safety
/// `at` is null, or points to units that end with a zero and stay while they are read.
pub(super) unsafe fn pointed(at: *const u16) -> String {
    if at.is_null() {
        return String::new();
    }
    // SAFETY: each unit up to the zero may be read, as the caller promised.
    let length = (0..).take_while(|index| unsafe { *at.add(*index) } != 0).count();
    // SAFETY: these are the units that were just read.
    String::from_utf16_lossy(unsafe { std::slice::from_raw_parts(at, length) })
}
