//! Which kinds of service a text speaks of.

use super::terms::words_of;
use crate::sop::ServiceKind;

/// The words that only one kind of service is spoken of with.
const PHRASES: &[(ServiceKind, &[&str])] = &[
    (ServiceKind::Issuance, &["penerbitan"]),
    (ServiceKind::Renewal, &["pembaruan", "pembaharuan", "perpanjangan"]),
    (ServiceKind::Revocation, &["pencabutan"]),
    (ServiceKind::DataChange, &["perubahan data"]),
    (ServiceKind::PassphraseReset, &["lupa passphrase", "reset passphrase"]),
];

/// The kinds of service that `text` speaks of, in a fixed order.
pub(super) fn kinds_in(text: &str) -> Vec<ServiceKind> {
    let text = format!(" {} ", words_of(text).join(" "));
    let speaks_of = |phrase: &&str| text.contains(&format!(" {phrase} "));
    PHRASES.iter().filter(|(_, phrases)| phrases.iter().any(speaks_of)).map(|(kind, _)| *kind).collect()
}

/// The kinds as a reader names them: "pembaruan, lupa passphrase".
pub(super) fn named(kinds: &[ServiceKind]) -> String {
    kinds.iter().map(|kind| kind.to_string().replace('-', " ")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_heard_in_titles_and_lines() {
        for (text, expected) in [
            ("Pembaharuan Sertifikat Elektronik", &[ServiceKind::Renewal][..]),
            ("PENCABUTAN SERTIFIKAT ELEKTRONIK", &[ServiceKind::Revocation]),
            ("Surat Permohonan Lupa  Passphrase", &[ServiceKind::PassphraseReset]),
            ("Email Dinas", &[]),
            ("Pendaftaran, Pembaruan dan Pencabutan", &[ServiceKind::Renewal, ServiceKind::Revocation]),
        ] {
            assert_eq!(kinds_in(text), expected, "{text}");
        }
    }
}
