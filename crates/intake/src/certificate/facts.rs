//! What an officer wants to know of a certificate.

use super::cert::Cert;
use super::name;
use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{KeyUsage, SubjectAltName};

/// Facts of one certificate, as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    /// Serial number in decimal digits, as AMS shows it.
    pub serial: String,
    /// The same in lower-case hexadecimal digits.
    pub serial_hex: String,
    /// The subject's distinguished name (RFC 4514), the country last.
    pub subject: String,
    /// The subject's common name.
    pub common_name: String,
    /// The issuer's common name, as the register keeps it.
    pub issuer: String,
    /// The issuer's distinguished name.
    pub issuer_dn: String,
    /// Start of validity.
    pub not_before: DateTime<Utc>,
    /// End of validity, itself still valid.
    pub not_after: DateTime<Utc>,
    /// E-mail address, from the alternative name or else from the subject.
    pub email: Option<String>,
    /// What the key may be used for, in words; empty where the certificate does not say.
    pub key_usage: Vec<&'static str>,
    /// A certificate of an authority.
    pub ca: bool,
    /// SHA-256 of the certificate, in lower-case hexadecimal digits.
    pub fingerprint: String,
}

impl CertificateFacts {
    pub(crate) fn of(cert: &Cert) -> Self {
        let serial = cert.parsed().tbs_certificate().serial_number().as_bytes();
        let (not_before, not_after) = cert.validity();
        Self {
            serial: decimal(serial),
            serial_hex: hexadecimal(serial),
            subject: name::dn(cert.subject()),
            common_name: cert.common_name(),
            issuer: name::common_name(cert.issuer()),
            issuer_dn: name::dn(cert.issuer()),
            not_before,
            not_after,
            email: email(cert),
            key_usage: cert.usage().ok().flatten().map(uses).unwrap_or_default(),
            ca: cert.is_ca(),
            fingerprint: HEXLOWER.encode(&cert.fingerprint()),
        }
    }
}

fn email(cert: &Cert) -> Option<String> {
    let names = cert.parsed().tbs_certificate().get_extension::<SubjectAltName>().ok().flatten();
    let alternative = names.and_then(|(_, names)| {
        names.0.iter().find_map(|name| match name {
            GeneralName::Rfc822Name(mail) => Some(mail.as_str().to_owned()),
            _ => None,
        })
    });
    alternative.or_else(|| name::value_of(cert.subject(), "E")).filter(|mail| !mail.trim().is_empty())
}

fn uses(usage: KeyUsage) -> Vec<&'static str> {
    let all = [
        (usage.digital_signature(), "tanda tangan digital"),
        (usage.non_repudiation(), "nirsangkal"),
        (usage.key_encipherment(), "penyandian kunci"),
        (usage.data_encipherment(), "penyandian data"),
        (usage.key_agreement(), "kesepakatan kunci"),
        (usage.key_cert_sign(), "penandatanganan sertifikat"),
        (usage.crl_sign(), "penandatanganan daftar pencabutan"),
    ];
    all.into_iter().filter_map(|(set, word)| set.then_some(word)).collect()
}

/// A big-endian number in decimal digits. Serial numbers have at most 21 bytes.
fn decimal(bytes: &[u8]) -> String {
    let mut digits = vec![0u8];
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            let value = u32::from(*digit) * 256 + carry;
            (*digit, carry) = ((value % 10) as u8, value / 10);
        }
        while carry > 0 {
            digits.push((carry % 10) as u8);
            carry /= 10;
        }
    }
    digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect()
}

fn hexadecimal(bytes: &[u8]) -> String {
    let written = HEXLOWER.encode(bytes);
    let trimmed = written.trim_start_matches('0');
    if trimmed.is_empty() { "0".into() } else { trimmed.into() }
}

#[cfg(test)]
mod tests {
    use super::{decimal, hexadecimal};

    #[test]
    fn serial_numbers_of_any_length_are_written_whole() {
        for (bytes, expected, hex) in [
            (&[][..], "0", "0"),
            (&[0], "0", "0"),
            (&[0, 255], "255", "ff"),
            (&[1, 0], "256", "100"),
            (&[0xff; 8], "18446744073709551615", "ffffffffffffffff"),
            (&[0xff; 16], "340282366920938463463374607431768211455", "ffffffffffffffffffffffffffffffff"),
        ] {
            assert_eq!((decimal(bytes).as_str(), hexadecimal(bytes).as_str()), (expected, hex));
        }
    }
}
