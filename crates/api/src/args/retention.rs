//! Arguments of commands about how long files are kept.

use super::{id, word};
use crate::error::ApiError;
use sandika_app::{DestructionDetails, RetentionList, Witness};
use sandika_domain::ids::OwnerId;
use sandika_domain::retention::{RetentionTable, Rule};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The table, whole.
#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionTableFields {
    /// The office has compared it with the JRA of its region.
    pub(crate) confirmed: bool,
    /// The regulation that it follows.
    pub(crate) basis: String,
    /// `sejak-selesai` or `akhir-tahun`.
    pub(crate) count: String,
    /// One for each kind of service.
    pub(crate) rules: Vec<RetentionRuleFields>,
}

/// How long files of one kind of service are kept.
#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionRuleFields {
    /// `pembaruan`, `pencabutan` …
    pub(crate) service: String,
    /// Years in use.
    pub(crate) active: u32,
    /// Years that follow, out of use.
    pub(crate) inactive: u32,
    /// `musnah`, `dinilai-kembali` or `permanen`.
    pub(crate) fate: String,
    /// `biasa`, `terbuka`, `terbatas` or `rahasia`.
    pub(crate) security: String,
}

/// A list of files.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RetentionListWord {
    /// A case is open, or a certificate can sign.
    Running,
    /// In use.
    Active,
    /// Out of use, kept.
    Inactive,
    /// Over, to be destroyed.
    Destroy,
    /// Over, to be judged again.
    Review,
    /// Over, to be kept for ever.
    Keep,
    /// Held back.
    Held,
}

/// A page of a list of files.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionListArgs {
    /// The list.
    pub(crate) list: RetentionListWord,
    /// Only owners whose name or institution has this text, in capitals or not; all if empty.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) text: Option<String>,
    /// How many rows come before the page; none if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) skip: Option<u32>,
    /// Most rows; 50 if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) limit: Option<u32>,
}

/// A list of files as PDF.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionListSaveArgs {
    /// The list.
    pub(crate) list: RetentionListWord,
    /// Where to.
    pub(crate) path: String,
}

/// A file that is to be held back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionHoldArgs {
    /// Whose.
    pub(crate) owner: String,
    /// Why.
    pub(crate) reason: String,
}

/// Files that are to be destroyed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DestructionProposeArgs {
    /// Whose.
    pub(crate) owners: Vec<String>,
}

/// A proposal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DestructionArgs {
    /// The proposal.
    pub(crate) proposal: String,
}

/// A proposal that is carried out, and what its official record says besides.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DestructionCarryOutArgs {
    /// The proposal.
    pub(crate) proposal: String,
    /// Number of the record; empty leaves room for the hand.
    pub(crate) number: String,
    /// The written consent, with number and date; may be empty.
    pub(crate) consent: String,
    /// First witness: name with titles; empty leaves room for the hand.
    pub(crate) witness_1: String,
    /// Their post.
    pub(crate) witness_1_post: String,
    /// Second witness.
    pub(crate) witness_2: String,
    /// Their post.
    pub(crate) witness_2_post: String,
}

/// An official record that is saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct DestructionSaveArgs {
    /// The proposal.
    pub(crate) proposal: String,
    /// Where to.
    pub(crate) path: String,
}

impl TryFrom<RetentionTableFields> for RetentionTable {
    type Error = ApiError;

    fn try_from(fields: RetentionTableFields) -> Result<Self, ApiError> {
        let rule = |rule: RetentionRuleFields| {
            Ok::<_, ApiError>(Rule {
                service: word("service", &rule.service)?,
                active: rule.active,
                inactive: rule.inactive,
                fate: word("fate", &rule.fate)?,
                security: word("security", &rule.security)?,
            })
        };
        let rules = fields.rules.into_iter().map(rule).collect::<Result<_, _>>()?;
        Ok(Self { confirmed: fields.confirmed, basis: fields.basis, count: word("count", &fields.count)?, rules })
    }
}

impl From<RetentionListWord> for RetentionList {
    fn from(word: RetentionListWord) -> Self {
        match word {
            RetentionListWord::Running => Self::Running,
            RetentionListWord::Active => Self::Active,
            RetentionListWord::Inactive => Self::Inactive,
            RetentionListWord::Destroy => Self::Destroy,
            RetentionListWord::Review => Self::Review,
            RetentionListWord::Keep => Self::Keep,
            RetentionListWord::Held => Self::Held,
        }
    }
}

impl DestructionProposeArgs {
    /// The owners.
    pub(crate) fn owners(&self) -> Result<Vec<OwnerId>, ApiError> {
        self.owners.iter().map(|owner| id("owners", owner)).collect()
    }
}

impl From<DestructionCarryOutArgs> for DestructionDetails {
    fn from(args: DestructionCarryOutArgs) -> Self {
        let witness = |name: String, post: String| Witness { name, post };
        Self {
            number: args.number,
            consent: args.consent,
            witnesses: [witness(args.witness_1, args.witness_1_post), witness(args.witness_2, args.witness_2_post)],
        }
    }
}
