//! Taking the personal part of a fact out and putting it back. The store does the sealing; it sees bytes only.

use super::{Fact, FilledLetter, NumbersAccount, Personal, ReasonedReprint, Retention};
use serde::{Serialize, de::DeserializeOwned};
use thiserror::Error;

/// A sealed part does not fit its fact.
#[derive(Debug, Error)]
#[error("bagian pribadi dari fakta tidak dapat dibaca: {0}")]
pub struct SealError(#[from] serde_json::Error);

/// Calls `$do` with the personal part of any fact that has one.
macro_rules! with_personal {
    ($fact:expr, $part:ident => $do:expr, else $none:expr) => {
        match $fact {
            Fact::OfficialRecorded { personal: $part, .. } => $do,
            Fact::OwnerRecorded { personal: $part, .. } => $do,
            Fact::CertificateRecorded { personal: $part, .. } => $do,
            Fact::CaseOpened { personal: $part, .. } => $do,
            Fact::AnswersRecorded { personal: $part, .. } => $do,
            Fact::DocumentAttached { personal: $part, .. } | Fact::LetterReturned { personal: $part, .. } => $do,
            Fact::DocumentWaived { personal: $part, .. } => $do,
            Fact::NumbersAccounted(NumbersAccount { personal: $part, .. }) => $do,
            Fact::LetterFilled(FilledLetter { personal: $part, .. }) => $do,
            Fact::Retention(Retention::Held { personal: $part, .. }) => $do,
            Fact::WarningConfirmed { personal: $part, .. }
            | Fact::LetterIssued { personal: $part, .. }
            | Fact::LetterVoided { personal: $part, .. }
            | Fact::LetterReprintReasoned(ReasonedReprint { personal: $part, .. })
            | Fact::MessageSent { personal: $part, .. }
            | Fact::StepCompleted { personal: $part, .. }
            | Fact::StepUndone { personal: $part, .. }
            | Fact::WaitStarted { personal: $part, .. }
            | Fact::CaseWithdrawn { personal: $part }
            | Fact::CaseReopened { personal: $part, .. }
            | Fact::CaseNoted { personal: $part } => $do,
            Fact::OfficeRecorded { .. }
            | Fact::SopAdopted { .. }
            | Fact::TemplateAdopted(_)
            | Fact::TemplateReset { .. }
            | Fact::ClassificationsRecorded(_)
            | Fact::PassphraseChanged(_)
            | Fact::Access(_)
            | Fact::Retention(_)
            | Fact::ClockMoved(_)
            | Fact::OfficeRestored(_)
            | Fact::UpdateStarted(_)
            | Fact::PersonErased { .. }
            | Fact::CertificateRevoked { .. }
            | Fact::CertificateReplaced { .. }
            | Fact::CertificateRestored { .. }
            | Fact::DocumentDetached(_)
            | Fact::RevocationApproved(_)
            | Fact::LetterShared(_)
            | Fact::LetterPrinted { .. }
            | Fact::LetterPrintFailed(_)
            | Fact::LetterNumberedElsewhere(_)
            | Fact::NumbersReleased(_)
            | Fact::AgendaBookPrinted(_)
            | Fact::WaitEnded { .. }
            | Fact::CaseClosed {}
            | Fact::CaseAssigned { .. } => $none,
        }
    };
}

impl Fact {
    /// The personal part as JSON text, to be sealed. `None` when the fact has none or it is erased.
    ///
    /// # Errors
    /// Only if a value cannot be written as JSON, which no type of ours does.
    pub fn personal_json(&self) -> Result<Option<String>, SealError> {
        fn json<T: Serialize>(part: &Personal<T>) -> Result<Option<String>, SealError> {
            Ok(part.known().map(serde_json::to_string).transpose()?)
        }
        with_personal!(self, part => json(part), else Ok(None))
    }

    /// Puts an opened personal part back.
    ///
    /// # Errors
    /// [`SealError`] when the text is not what this kind of fact holds.
    pub fn restore_personal(&mut self, text: &str) -> Result<(), SealError> {
        fn read<T: DeserializeOwned>(part: &mut Personal<T>, text: &str) -> Result<(), SealError> {
            *part = Personal::Known(serde_json::from_str(text)?);
            Ok(())
        }
        with_personal!(self, part => read(part, text), else Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_personal_part_travels_apart() {
        let fact = Fact::CaseNoted { personal: "Pemilik sakit".to_owned().into() };
        let open = serde_json::to_string(&fact).unwrap();
        assert_eq!(open, r#"{"case_noted":{}}"#);
        let mut read: Fact = serde_json::from_str(&open).unwrap();
        assert_eq!(read, Fact::CaseNoted { personal: Personal::Erased });
        read.restore_personal(&fact.personal_json().unwrap().unwrap()).unwrap();
        assert_eq!(read, fact);
    }

    #[test]
    fn a_part_of_another_kind_is_refused() {
        let mut fact = Fact::AnswersRecorded { step: 1, personal: Personal::Erased };
        assert!(fact.restore_personal("[1]").is_err());
        assert_eq!(fact, Fact::AnswersRecorded { step: 1, personal: Personal::Erased });
    }
}
