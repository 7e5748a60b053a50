//! Times as signatures write them: in a signed attribute, in a time stamp, or as a text of the dictionary.

use crate::certificate::instant;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use der::{Any, Decode, Encode};
use memchr::memmem;
use x509_cert::time::Time;

/// The value of the attribute signingTime.
pub(super) fn of_attribute(value: &Any) -> Option<DateTime<Utc>> {
    Time::from_der(&value.to_der().ok()?).ok().map(instant)
}

/// GeneralizedTime of a time stamp, which may have parts of a second (RFC 3161, 2.4.2); they are left out.
pub(super) fn of_stamp(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (whole, parts) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (whole.len() == 14 && is_number(whole) && is_number(parts)).then(|| moment(whole, 0)).flatten()
}

/// `/M (D:20261130103000+07'00')` of a signature's dictionary.
pub(super) fn of_dictionary(object: &[u8]) -> Option<DateTime<Utc>> {
    let entry = |at: usize| literal(object[at + 2..].trim_ascii_start())?.strip_prefix("D:").map(str::to_owned);
    let text = memmem::find_iter(object, b"/M").take(64).find_map(entry)?;
    let digits: String = text.chars().take_while(char::is_ascii_digit).take(14).collect();
    moment(&digits, offset(text.get(digits.len()..)?)?)
}

/// A short string in parentheses, with letters written as `\072` put back.
fn literal(bytes: &[u8]) -> Option<String> {
    let inside = bytes.strip_prefix(b"(")?;
    let mut text = String::new();
    let mut rest = inside.iter().copied().take(80).peekable();
    while let Some(byte) = rest.next().filter(|byte| *byte != b')') {
        if byte != b'\\' {
            text.push(char::from(byte));
            continue;
        }
        let digits: Vec<u8> = std::iter::from_fn(|| rest.next_if(|byte| matches!(byte, b'0'..=b'7'))).take(3).collect();
        let code = digits.iter().fold(0u32, |code, digit| code * 8 + u32::from(digit - b'0'));
        text.extend(if digits.is_empty() { rest.next().map(char::from) } else { char::from_u32(code) });
    }
    Some(text)
}

/// `Z`, nothing, or `+07'00'`, in seconds east of Greenwich.
fn offset(text: &str) -> Option<i32> {
    let sign = match text.chars().next() {
        None | Some('Z') => return Some(0),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let digits: String = text[1..].chars().filter(char::is_ascii_digit).collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).unwrap_or("0").parse().ok()?;
    Some(sign * (hours * 3600 + minutes * 60))
}

/// Year to second as digits; what is missing at the end is the beginning.
fn moment(digits: &str, east: i32) -> Option<DateTime<Utc>> {
    let part = |at: usize, length: usize, missing: u32| match digits.get(at..at + length) {
        Some(text) => text.parse().ok(),
        None => Some(missing),
    };
    let year = digits.get(..4)?.parse().ok()?;
    let date = NaiveDate::from_ymd_opt(year, part(4, 2, 1)?, part(6, 2, 1)?)?;
    let local = date.and_hms_opt(part(8, 2, 0)?, part(10, 2, 0)?, part(12, 2, 0)?)?;
    let there = local.and_local_timezone(FixedOffset::east_opt(east)?).single()?;
    Some(there.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::{of_dictionary, of_stamp};

    #[test]
    fn times_of_dictionaries() {
        for (text, expected) in [
            ("<</M (D:20261130103000+07'00')>>", Some("2026-11-30T03:30:00Z")),
            ("<</M(D:20261130103000-0130)>>", Some("2026-11-30T12:00:00Z")),
            ("<</MK 1/M (D:20261130103000Z)>>", Some("2026-11-30T10:30:00Z")),
            (r"<</M (D\07220261130103000\05307\0600)>>", Some("2026-11-30T03:30:00Z")),
            ("<</M (D:202611)>>", Some("2026-11-01T00:00:00Z")),
            ("<</M (D:20261330)>>", None),
            ("<</M (D:20261130103000+99'99')>>", None),
            ("<</M (D:é)>>", None),
            ("<</M (D:20261130103000+07'00'", Some("2026-11-30T03:30:00Z")),
            (r"<</M (\", None),
            ("<</M>>", None),
        ] {
            let found = of_dictionary(text.as_bytes()).map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn times_of_stamps() {
        for (text, expected) in [
            ("20261120000000Z", Some(1_795_132_800)),
            ("20261120000000.123Z", Some(1_795_132_800)),
            ("20261120000000", None),
            ("202611200000Z", None),
            ("20261120000000.xZ", None),
        ] {
            assert_eq!(of_stamp(text.as_bytes()).map(|time| time.timestamp()), expected, "{text}");
        }
    }
}
