//! Names of subjects and issuers as text.

use der::asn1::ObjectIdentifier;
use der::{Any, Encode, Tag};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{Name, RelativeDistinguishedName};

/// Short names of parts. `E` and `SERIALNUMBER` are no names of RFC 4514, but what BSrE and AMS write (domain facts 5.4).
const SHORT: [(&str, &str); 13] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.4", "SN"),
    ("2.5.4.5", "SERIALNUMBER"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.9", "STREET"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "T"),
    ("1.2.840.113549.1.9.1", "E"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("0.9.2342.19200300.100.1.1", "UID"),
];

/// The distinguished name as RFC 4514 writes it, "CN=…,O=…,C=ID".
///
/// The country stands last whichever way the certificate was encoded: some issuers write it first, as X.500 does, others last.
pub(crate) fn dn(name: &Name) -> String {
    let mut parts: Vec<&RelativeDistinguishedName> = name.iter_rdn().collect();
    let is_country = |part: Option<&&RelativeDistinguishedName>| part.is_some_and(|part| part.iter().any(|pair| short(&pair.oid) == "C"));
    if is_country(parts.first()) || !is_country(parts.last()) {
        parts.reverse();
    }
    let written = parts.iter().map(|part| part.iter().map(pair).collect::<Vec<_>>().join("+"));
    written.collect::<Vec<_>>().join(",")
}

/// The common name, or the whole name where there is none.
pub(crate) fn common_name(name: &Name) -> String {
    value_of(name, "CN").unwrap_or_else(|| dn(name))
}

/// The first value under a short name.
pub(crate) fn value_of(name: &Name, wanted: &str) -> Option<String> {
    name.iter().find(|pair| short(&pair.oid) == wanted).and_then(|pair| text(&pair.value))
}

fn short(oid: &ObjectIdentifier) -> String {
    let dotted = oid.to_string();
    SHORT.iter().find(|(known, _)| *known == dotted).map_or(dotted, |(_, short)| (*short).to_owned())
}

fn pair(pair: &AttributeTypeAndValue) -> String {
    let value = text(&pair.value).map(|text| escaped(&text));
    let value = value.unwrap_or_else(|| format!("#{}", data_encoding::HEXLOWER.encode(&pair.value.to_der().unwrap_or_default())));
    format!("{}={value}", short(&pair.oid))
}

/// A string of any of ASN.1's kinds.
pub(crate) fn text(value: &Any) -> Option<String> {
    let bytes = value.value();
    match value.header().tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String | Tag::NumericString | Tag::VisibleString => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        Tag::TeletexString => Some(bytes.iter().copied().map(char::from).collect()),
        Tag::BmpString => {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|unit| u16::from(unit[0]) << 8 | u16::from(unit[1])).collect();
            Some(String::from_utf16_lossy(&units))
        }
        _ => None,
    }
}

/// RFC 4514, 2.4. Control signs are written as `\0D`, so that a name cannot draw lines of its own.
fn escaped(value: &str) -> String {
    let last = value.chars().count().saturating_sub(1);
    let mut out = String::with_capacity(value.len());
    for (at, sign) in value.chars().enumerate() {
        match sign {
            ',' | '+' | '"' | '\\' | '<' | '>' | ';' => out.extend(['\\', sign]),
            '#' | ' ' if at == 0 => out.extend(['\\', sign]),
            ' ' if at == last => out.extend(['\\', sign]),
            control if control.is_control() => {
                let mut bytes = [0; 4];
                control.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("\\{byte:02X}")));
            }
            plain => out.push(plain),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{common_name, dn};
    use std::str::FromStr;
    use x509_cert::name::Name;

    #[test]
    fn the_country_stands_last_and_signs_are_escaped() {
        for (given, expected) in [
            ("CN=Contoh,O=Pemerintah Kabupaten Contoh,C=ID", "CN=Contoh,O=Pemerintah Kabupaten Contoh,C=ID"),
            ("C=ID,O=Pemerintah Kabupaten Contoh,CN=Contoh", "CN=Contoh,O=Pemerintah Kabupaten Contoh,C=ID"),
            (r"CN=Contoh\, S.Kom.,C=ID", r"CN=Contoh\, S.Kom.,C=ID"),
            ("CN=Contoh", "CN=Contoh"),
        ] {
            assert_eq!(dn(&Name::from_str(given).unwrap()), expected);
        }
        assert_eq!(dn(&Name::default()), "");
        assert_eq!(common_name(&Name::from_str(r"CN=Contoh\, S.Kom.,C=ID").unwrap()), "Contoh, S.Kom.");
        assert_eq!(common_name(&Name::from_str("O=Tanpa Nama,C=ID").unwrap()), "O=Tanpa Nama,C=ID");
    }

    #[test]
    fn every_special_sign_is_told_apart() {
        for (given, expected) in [("#a", r"\#a"), (" a ", r"\ a\ "), ("a\"<b>", r#"a\"\<b\>"#), ("a\nb", r"a\0Ab"), (" ", r"\ "), ("", "")]
        {
            assert_eq!(super::escaped(given), expected);
        }
    }
}
