//! Chains that are known by name: enough to tell the officer which root is missing, never enough to trust. Where fingerprints are known too, a document
//! that carries those very certificates leads to them, and another certificate of the root's name is not taken for it.

use serde::Deserialize;
use thiserror::Error;

/// The chains that the program ships with (domain facts 5.4).
const SHIPPED: &str = include_str!("../../../../content/kepercayaan.toml");

/// The list of chains cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("Daftar rantai penerbit (kepercayaan.toml) tidak dapat dibaca: {0} Perbaiki berkas itu, atau hapus agar yang bawaan dipakai.")]
pub struct ChainsFault(String);

/// One chain: its root, and who issues under it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownChain {
    #[serde(rename = "akar")]
    pub(super) root: String,
    #[serde(rename = "penerbit", default)]
    issuers: Vec<String>,
    /// SHA-256 of the root's bytes, lower-case hex; empty where it is not known.
    #[serde(rename = "sidik_akar", default)]
    fingerprint: String,
    /// The same of issuers under it.
    #[serde(rename = "sidik_penerbit", default)]
    issuer_fingerprints: Vec<String>,
    #[serde(rename = "nama")]
    _name: String,
    #[serde(rename = "berlaku", default)]
    _validity: String,
    #[serde(rename = "belum_dipastikan", default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(rename = "rantai", default)]
    chains: Vec<KnownChain>,
}

/// Chains as a file tells them.
pub(super) fn read(text: &str) -> Result<Vec<KnownChain>, ChainsFault> {
    toml::from_str::<File>(text).map(|file| file.chains).map_err(|error| ChainsFault(error.message().to_owned() + "."))
}

/// The chains that ship with the program; that they can be read is a test's to prove.
pub(super) fn shipped() -> Vec<KnownChain> {
    read(SHIPPED).unwrap_or_default()
}

impl KnownChain {
    /// Whether a certificate of this issuer belongs to the chain, by name.
    pub(super) fn names(&self, issuer: &str) -> bool {
        is_same(&self.root, issuer) || self.issuers.iter().any(|known| is_same(known, issuer))
    }

    /// The common name of the root.
    pub(super) fn root_name(&self) -> String {
        let part = self.root.split(',').find_map(|part| part.trim().strip_prefix("CN="));
        part.unwrap_or(&self.root).to_owned()
    }

    /// The root's fingerprint, if it is known.
    pub(super) fn fingerprint(&self) -> Option<&str> {
        Some(self.fingerprint.as_str()).filter(|known| !known.is_empty())
    }

    /// Whether the certificate of this fingerprint is one of the chain; `false` where nobody has compared that with its publisher.
    pub(super) fn pins(&self, fingerprint: &str) -> Option<bool> {
        let known = self.fingerprint().into_iter().chain(self.issuer_fingerprints.iter().map(String::as_str));
        known.into_iter().any(|known| known.eq_ignore_ascii_case(fingerprint)).then_some(!self.unverified)
    }

    /// Whether this is the root's name.
    pub(super) fn is_root(&self, subject: &str) -> bool {
        is_same(&self.root, subject)
    }
}

/// Case and order of a name's parts do not matter (domain facts 5.4).
fn is_same(one: &str, other: &str) -> bool {
    let parts = |name: &str| {
        let mut parts: Vec<String> = name.split(',').map(|part| part.trim().to_lowercase()).collect();
        parts.sort_unstable();
        parts
    };
    parts(one) == parts(other)
}

#[cfg(test)]
mod tests {
    use super::{read, shipped};

    #[test]
    fn the_shipped_chains_are_known_by_name() {
        for (issuer, root) in [
            ("CN=BSRE CA DS G1,O=Badan Siber dan Sandi Negara,C=ID", Some("Root CA Indonesia DS G1")),
            ("c=id, o=badan siber dan sandi negara, cn=bsre ca ds g1", Some("Root CA Indonesia DS G1")),
            ("CN=OSD LU Kelas 2,O=Lembaga Sandi Negara,C=ID", Some("OSD LU Kelas 2")),
            ("CN=BSRE CA DS G1,O=Lain,C=ID", None),
            ("", None),
        ] {
            let chain = shipped().into_iter().find(|chain| chain.names(issuer));
            assert_eq!(chain.map(|chain| chain.root_name()).as_deref(), root, "{issuer}");
        }
    }

    #[test]
    fn a_list_that_cannot_be_read_is_told() {
        for text in ["format = ", "rantai = 1", "format = 1\n[[rantai]]\nnama = \"x\"", "format = 1\nlain = 2"] {
            assert!(read(text).is_err_and(|fault| fault.to_string().contains("kepercayaan.toml")), "{text}");
        }
        assert!(read("format = 1").is_ok_and(|chains| chains.is_empty()));
    }
}
