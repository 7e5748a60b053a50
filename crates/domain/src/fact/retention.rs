//! What facts say of retention: the table, files that are held back, and a destruction from its proposal to its end.

use super::{FileRef, Personal};
use crate::ids::{OwnerId, ProposalId};
use crate::retention::RetentionTable;
use serde::{Deserialize, Serialize};

/// Something that happened to the keeping of files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retention {
    /// The office's table, whole, as it holds from now on.
    TableRecorded(RetentionTable),
    /// The file of an owner is held back: it is not destroyed, however long it lies.
    Held {
        /// The owner.
        owner: OwnerId,
        /// Why.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// The file of an owner is held back no longer.
    Released {
        /// The owner.
        owner: OwnerId,
    },
    /// Files were proposed for destruction.
    Proposed {
        /// The proposal.
        proposal: ProposalId,
        /// Their owners, each once.
        owners: Vec<OwnerId>,
    },
    /// A head agreed to a proposal.
    Approved {
        /// The proposal.
        proposal: ProposalId,
    },
    /// A proposal was given up.
    Dropped {
        /// The proposal.
        proposal: ProposalId,
    },
    /// A proposal is carried out. The entries that follow erase the owners, each on its own; those left over by a crash are erased at the next
    /// opening.
    Done {
        /// The proposal.
        proposal: ProposalId,
        /// Those whose files are destroyed: the ones of the proposal that are still to be destroyed today.
        owners: Vec<OwnerId>,
        /// The official record (*berita acara*), a PDF that names nobody whose file is destroyed.
        record: FileRef,
    },
}
