//! Facts: what has happened, in the words of the journal. One command of a user becomes one journal entry with one or more facts.
//! Written once, read for ten years: variants and fields are only added, with defaults. `personal` is never part of the text (see [`Personal`]).

mod access;
mod letter;
mod number;
mod parts;
mod personal;
pub mod restored;
mod retention;
mod sealing;
mod update;

pub use access::{Access, TakenOut};
pub use letter::{AdoptedTemplate, FailedPrint, FilledLetter, LetterChoice, OtherNumber, ReasonedReprint, SharedLetter};
pub use number::{AgendaBookEnd, AgendaBookPrint, NumberRange, NumbersAccount};
pub use parts::*;
pub use personal::Personal;
pub use retention::Retention;
pub use sealing::SealError;
pub use update::UpdateStarted;

use crate::ids::{CaseId, CertificateId, LetterId, OfficialId, OwnerId, PersonId};
use crate::office::{OfficeProfile, OfficialDetails};
use crate::owner::CertificateDetails;
use crate::sop::{Channel, ServiceKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The office described itself.
    OfficeRecorded {
        /// The whole profile as it holds from now on.
        profile: OfficeProfile,
    },
    /// An official was recorded or changed.
    OfficialRecorded {
        /// Whose key seals the personal part.
        official: OfficialId,
        /// Details as they hold from now on.
        #[serde(skip)]
        personal: Personal<OfficialDetails>,
    },
    /// A version of an SOP was taken into use; its text is kept as long as a case stands on it.
    SopAdopted {
        /// The SOP's id.
        sop: String,
        /// SHA-256 of the text, lower-case hex.
        hash: String,
        /// The file's text.
        text: String,
    },
    /// The text of a letter template: the office saved it, or a letter was first issued from it. Either way it can be read for ever.
    TemplateAdopted(AdoptedTemplate),
    /// The office gave its own version of a letter template up: the one of a file, or the shipped one, holds again.
    TemplateReset {
        /// The template's id.
        template: String,
    },
    /// The office's list of archive classification codes.
    ClassificationsRecorded(crate::classification::RecordedList),
    /// A passphrase was changed.
    PassphraseChanged(KeyChange),
    /// Somebody may sign in, or may no more, or somebody could not, or saw what is masked.
    Access(Access),
    /// How long files are kept, which are held back, and the way of those that are destroyed.
    Retention(Retention),
    /// The computer's clock was found set back, or far ahead. Recorded by the store before the entry that shows it.
    ClockMoved(ClockMove),
    /// The office was put back as a backup held it.
    OfficeRestored(restored::RestoredOffice),
    /// Somebody had an update installed over the program. That it was installed is not known then.
    UpdateStarted(UpdateStarted),
    /// An owner was recorded or changed.
    OwnerRecorded {
        /// The owner.
        owner: OwnerId,
        /// Details as they hold from now on.
        #[serde(skip)]
        personal: Personal<RecordedOwner>,
    },
    /// A person's data was destroyed: its key is gone. Recorded by the store with that; a key that is gone without it was tampered with.
    PersonErased {
        /// The person.
        person: PersonId,
    },
    /// A certificate was recorded or corrected.
    CertificateRecorded {
        /// The certificate.
        certificate: CertificateId,
        /// Its owner.
        owner: OwnerId,
        /// Details as they hold from now on.
        #[serde(skip)]
        personal: Personal<CertificateDetails>,
    },
    /// BSrE revoked a certificate.
    CertificateRevoked {
        /// The certificate.
        certificate: CertificateId,
        /// When, as BSrE or AMS reports it.
        at: Moment,
    },
    /// A certificate was replaced by a renewed one.
    CertificateReplaced {
        /// The old certificate.
        certificate: CertificateId,
        /// The new one, recorded in the same entry.
        by: CertificateId,
    },
    /// An effect on a certificate was taken back, because its step was undone: the certificate is active again.
    CertificateRestored {
        /// The certificate.
        certificate: CertificateId,
        /// The renewed certificate that goes with the undone step, if there was one.
        withdrawn: Option<CertificateId>,
    },
    /// A request was accepted as a case.
    CaseOpened {
        /// The case.
        case: CaseId,
        /// SOP id and the hash of the version that the case keeps.
        sop: String,
        /// Hash of the SOP's text.
        sop_hash: String,
        /// Kind of service.
        service: ServiceKind,
        /// Owner of the certificate.
        owner: OwnerId,
        /// The certificate concerned, if it is known already.
        certificate: Option<CertificateId>,
        /// Day on which the request arrived.
        received_on: NaiveDate,
        /// How it came in.
        channel: Channel,
        /// Agenda number in the register of incoming letters.
        agenda: TakenNumber,
        /// The SOP's first step.
        first_step: u32,
        /// What the request says.
        #[serde(skip)]
        personal: Personal<Opening>,
    },
    /// Fields of a step were filled in. An empty text clears a field.
    AnswersRecorded {
        /// Step number.
        step: u32,
        /// The changed fields.
        #[serde(skip)]
        personal: Personal<Answers>,
    },
    /// A document was put to a step.
    DocumentAttached {
        /// Step number.
        step: u32,
        /// Document id.
        document: String,
        /// The stored bytes.
        file: FileRef,
        /// The file's name.
        #[serde(skip)]
        personal: Personal<FileLabel>,
    },
    /// A document was taken from a step. Its bytes stay stored.
    DocumentDetached(DetachedDocument),
    /// A required document may be missing, in writing.
    DocumentWaived {
        /// Step number.
        step: u32,
        /// Document id.
        document: String,
        /// Who and why.
        #[serde(skip)]
        personal: Personal<Waiver>,
    },
    /// An officer went on in spite of a warning.
    WarningConfirmed {
        /// Step number.
        step: u32,
        /// Code of the warning.
        code: String,
        /// Why.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// A letter was issued; its bytes never change.
    LetterIssued {
        /// The letter.
        letter: LetterId,
        /// Version, from 1; a correction is a new version.
        version: u32,
        /// Template id.
        template: String,
        /// SHA-256 of the template's text.
        template_hash: String,
        /// Step number.
        step: u32,
        /// Number, if the template draws one.
        number: Option<TakenNumber>,
        /// Date of the letter.
        dated: NaiveDate,
        /// The PDF.
        file: FileRef,
        /// Pages.
        pages: u32,
        /// The step asks for the signed scan.
        scan_back: bool,
        /// The cases that the one paper is about, this one first; empty where it is about this case alone.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        cases: Vec<CaseId>,
        /// Title of the document.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// A letter that another case has issued is about this case too: the same paper under the same number, which the other case took.
    LetterShared(SharedLetter),
    /// What the officer filled in for the [`Self::LetterIssued`] or [`Self::LetterShared`] before it in the same entry, where that was anything.
    LetterFilled(FilledLetter),
    /// The signed letter came back.
    LetterReturned {
        /// The letter.
        letter: LetterId,
        /// Version that was signed.
        version: u32,
        /// The scan or the signed PDF, byte for byte.
        file: FileRef,
        /// The file's name.
        #[serde(skip)]
        personal: Personal<FileLabel>,
    },
    /// A letter was handed to a printer or a folder.
    LetterPrinted {
        /// The letter.
        letter: LetterId,
        /// Version.
        version: u32,
        /// Name of the printer or folder.
        printer: String,
        /// How many copies.
        copies: u32,
        /// The same version had been printed before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        reprint: bool,
    },
    /// A letter did not come out of a printer or into a folder; nothing counts as printed.
    LetterPrintFailed(FailedPrint),
    /// Why a version was to be printed again: of the [`Self::LetterPrinted`] or [`Self::LetterPrintFailed`] before it in the same entry.
    LetterReprintReasoned(ReasonedReprint),
    /// A letter will not be used: it was not sent, or is called back. Its number stays used and is never given again.
    LetterVoided {
        /// The letter.
        letter: LetterId,
        /// Version.
        version: u32,
        /// Why.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// A letter bears a number of another system as well, such as SRIKANDI.
    LetterNumberedElsewhere(OtherNumber),
    /// Numbers of a register that no letter of ours bears are accounted for: a book on paper or another system gave them, or nobody uses them.
    NumbersAccounted(NumbersAccount),
    /// What was said with [`Self::NumbersAccounted`] of exactly these numbers was a mistake.
    NumbersReleased(NumberRange),
    /// The agenda book of a register and a period was sent to a printer or a folder. It is no letter, and takes no number.
    AgendaBookPrinted(AgendaBookPrint),
    /// A message was sent or told.
    MessageSent {
        /// Step number.
        step: u32,
        /// Message id.
        message: String,
        /// `e-mail`, `whatsapp`, `telepon`, `langsung`.
        way: String,
        /// The text as it was sent.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// Somebody agreed to the revocation that a step is about.
    RevocationApproved(ApprovedStep),
    /// A step was completed and the case went on.
    StepCompleted {
        /// Step number.
        step: u32,
        /// Outcome at a decision.
        outcome: Option<String>,
        /// Where the case stands now; none at the end.
        next: Option<u32>,
        /// The way back for completion: earlier answers and files are kept.
        returned: bool,
        /// When it was really done: an outside party's work is recorded afterwards.
        done_at: Moment,
        /// What is missing, or a remark; may be empty.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// The last completion was taken back.
    StepUndone {
        /// The step that is current again.
        step: u32,
        /// Why; may be empty.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// The case waits for somebody outside; the working clock rests.
    WaitStarted {
        /// Step number.
        step: u32,
        /// Lane id or name of the party.
        party: String,
        /// For what.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// The waiting is over.
    WaitEnded {
        /// Step number.
        step: u32,
    },
    /// The last step is done.
    CaseClosed {},
    /// The applicant or the office gave the request up.
    CaseWithdrawn {
        /// Why.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// A closed or withdrawn case goes on.
    CaseReopened {
        /// Step at which it goes on.
        step: u32,
        /// Why.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// A remark.
    CaseNoted {
        /// The text.
        #[serde(skip)]
        personal: Personal<String>,
    },
    /// Somebody of the office takes the case.
    CaseAssigned {
        /// User name; none takes the assignment back.
        to: Option<String>,
    },
}
