//! Identifiers. Each kind has its own type, so that none can be taken for another; all are made outside the domain and handed in.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

id! {
    /// A case (*perkara*): one request walked along one SOP. Time-ordered (UUID v7).
    CaseId,
    /// The owner of certificates (*pemilik*). Never a NIP, because a NIP may change (domain facts 4.2).
    OwnerId,
    /// One electronic certificate of an owner.
    CertificateId,
    /// One letter, through all of its versions.
    LetterId,
    /// An official of the office who signs letters (*pejabat*).
    OfficialId,
    /// Whoever a sealed part of a fact speaks of: an owner or an official. Names the key that opens it.
    PersonId,
    /// A proposal to destroy files whose time is over (*usulan musnah*).
    ProposalId,
    /// One journal entry, unique across all desks.
    EntryId,
}

impl From<OwnerId> for PersonId {
    fn from(owner: OwnerId) -> Self {
        Self(owner.0)
    }
}

impl From<OfficialId> for PersonId {
    fn from(official: OfficialId) -> Self {
        Self(official.0)
    }
}
