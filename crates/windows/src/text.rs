//! Texts as Windows takes and gives them.

/// A text with its end. What would end it earlier is left out.
pub(crate) fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().filter(|unit| *unit != 0).chain([0]).collect()
}

/// A text with its end in a room of its own. What does not fit is cut off, between two characters.
pub(crate) fn put(room: &mut [u16], text: &str) {
    let most = room.len().saturating_sub(1);
    let mut length = 0;
    let fits = text.chars().filter(|letter| *letter != '\0').take_while(|letter| {
        length += letter.len_utf16();
        length <= most
    });
    let fits: String = fits.collect();
    room.iter_mut().zip(wide(&fits)).for_each(|(place, unit)| *place = unit);
}

/// A text up to its end, or whole where it fills its room.
pub(crate) fn narrow(units: &[u16]) -> String {
    let end = units.iter().position(|unit| *unit == 0).unwrap_or(units.len());
    String::from_utf16_lossy(&units[..end])
}

/// A text that the system points to; empty where it points nowhere.
///
/// # Safety
/// `at` is null, or points to units that end with a zero and stay while they are read.
pub(crate) unsafe fn pointed(at: *const u16) -> String {
    if at.is_null() {
        return String::new();
    }
    // SAFETY: each unit up to the zero may be read, as the caller promised.
    let length = (0..).take_while(|index| unsafe { *at.add(*index) } != 0).count();
    // SAFETY: these are the units that were just read.
    String::from_utf16_lossy(unsafe { std::slice::from_raw_parts(at, length) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_long_for_its_room_is_cut_between_two_characters() {
        for (text, seen) in [("", ""), ("abc", "abc"), ("abcd", "abc"), ("ab😀", "ab"), ("a😀", "a😀"), ("a\0b", "ab")] {
            let mut room = [0; 4];
            put(&mut room, text);
            assert_eq!(narrow(&room), seen, "{text:?}");
        }
    }
}
