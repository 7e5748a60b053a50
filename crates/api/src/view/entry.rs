//! The timeline of a case.

use super::{local, office_sentence};
use sandika_app::Timeline;
use sandika_domain::fact::{
    Answers, ApprovedStep, DetachedDocument, Fact, FailedPrint, FilledLetter, Moment, OtherNumber, Personal, ReasonedReprint, SharedLetter,
};
use sandika_domain::words::date_time;
use serde::Serialize;
use ts_rs::TS;

/// One entry of the journal.
#[derive(Debug, Serialize, TS)]
pub(crate) struct EntryView {
    /// When, by the office's clock.
    pub(crate) at: String,
    /// User name.
    pub(crate) by: String,
    /// The command.
    pub(crate) action: String,
    /// What happened, in order.
    pub(crate) facts: Vec<FactView>,
}

/// One fact.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FactView {
    /// Kind, as the journal names it.
    pub(crate) kind: String,
    /// Step, where it is about one.
    pub(crate) step: Option<u32>,
    /// Letter, where it is about one.
    pub(crate) letter: Option<String>,
    /// What happened, as a sentence.
    pub(crate) text: String,
}

impl EntryView {
    /// All entries of a timeline.
    pub(crate) fn all(timeline: &Timeline) -> Vec<Self> {
        let view = |entry: &sandika_store::Entry| Self {
            at: local(entry.header.at, timeline.zone),
            by: entry.header.actor.clone(),
            action: entry.header.action.clone(),
            facts: entry.facts.iter().map(|fact| fact_view(fact, timeline)).collect(),
        };
        timeline.entries.iter().map(view).collect()
    }
}

impl FactView {
    /// A fact that is told without its case.
    pub(crate) fn plain(fact: &Fact, text: String) -> Self {
        Self { kind: kind(fact), step: step(fact), letter: letter(fact), text }
    }
}

fn fact_view(fact: &Fact, timeline: &Timeline) -> FactView {
    FactView { kind: kind(fact), step: step(fact), letter: letter(fact), text: case_sentence(fact, timeline) }
}

/// The variant's name on the journal's wire.
fn kind(fact: &Fact) -> String {
    match serde_json::to_value(fact) {
        Ok(serde_json::Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

fn step(fact: &Fact) -> Option<u32> {
    match fact {
        Fact::AnswersRecorded { step, .. }
        | Fact::DocumentAttached { step, .. }
        | Fact::DocumentDetached(DetachedDocument { step, .. })
        | Fact::RevocationApproved(ApprovedStep { step })
        | Fact::DocumentWaived { step, .. }
        | Fact::WarningConfirmed { step, .. }
        | Fact::LetterIssued { step, .. }
        | Fact::LetterShared(SharedLetter { step, .. })
        | Fact::MessageSent { step, .. }
        | Fact::StepCompleted { step, .. }
        | Fact::StepUndone { step, .. }
        | Fact::WaitStarted { step, .. }
        | Fact::WaitEnded { step }
        | Fact::CaseReopened { step, .. } => Some(*step),
        _ => None,
    }
}

fn letter(fact: &Fact) -> Option<String> {
    match fact {
        Fact::LetterIssued { letter, .. }
        | Fact::LetterShared(SharedLetter { letter, .. })
        | Fact::LetterReturned { letter, .. }
        | Fact::LetterPrinted { letter, .. }
        | Fact::LetterPrintFailed(FailedPrint { letter, .. })
        | Fact::LetterReprintReasoned(ReasonedReprint { letter, .. })
        | Fact::LetterVoided { letter, .. }
        | Fact::LetterFilled(FilledLetter { letter, .. })
        | Fact::LetterNumberedElsewhere(OtherNumber { letter, .. }) => Some(letter.to_string()),
        _ => None,
    }
}

struct Words<'t>(&'t Timeline);

impl Words<'_> {
    fn fields(&self, step: u32, answers: &Answers) -> String {
        answers.keys().map(|id| self.0.names.label(step, id)).collect::<Vec<_>>().join("; ")
    }

    /// What a warning was about: the field, where its code names one.
    fn warning(&self, code: &str) -> String {
        let field = code.split_once(':').and_then(|(_, field)| self.0.names.label_anywhere(field));
        match (field, code) {
            (Some(label), _) => format!("“{label}”"),
            (None, "certificate-ended") => "sertifikat yang sudah berakhir".to_owned(),
            (None, "owner-not-updated") => "data pemilik yang belum diperbarui".to_owned(),
            (None, _) => code.to_owned(),
        }
    }

    fn moment(&self, at: Moment) -> String {
        date_time(self.0.zone.local(at))
    }
}

/// How a message reached somebody.
fn by_way(way: &str) -> String {
    match way {
        "langsung" => "secara langsung".to_owned(),
        "whatsapp" => "melalui WhatsApp".to_owned(),
        other => format!("melalui {other}"),
    }
}

/// What happened in a case, as a sentence.
pub(crate) fn case_sentence(fact: &Fact, timeline: &Timeline) -> String {
    let words = Words(timeline);
    let names = &timeline.names;
    match fact {
        Fact::CaseOpened { agenda, .. } => format!("Perkara dibuka dengan nomor agenda {}", agenda.text),
        Fact::AnswersRecorded { step, personal } => match personal.known() {
            Some(answers) => format!("Isian langkah {step} dicatat: {}", words.fields(*step, answers)),
            None => format!("Isian langkah {step} dicatat"),
        },
        Fact::DocumentAttached { step, document, personal, .. } => {
            let file = personal.known().map(|label| format!(" ({})", label.name)).unwrap_or_default();
            format!("Berkas “{}” dilampirkan{file}", names.document(*step, document))
        }
        Fact::RevocationApproved(_) => "Pencabutan disetujui".to_owned(),
        Fact::DocumentDetached(gone) => format!("Berkas “{}” dilepas", names.document(gone.step, &gone.document)),
        Fact::DocumentWaived { step, document, personal } => match personal.known() {
            Some(waiver) => format!("Berkas “{}” dikecualikan oleh {}: {}", names.document(*step, document), waiver.by, waiver.why),
            None => format!("Berkas “{}” dikecualikan", names.document(*step, document)),
        },
        Fact::WarningConfirmed { code, personal, .. } => with("Peringatan tentang ", &words.warning(code), " dilanjutkan", personal),
        Fact::LetterIssued { template, version, number, cases, .. }
        | Fact::LetterShared(SharedLetter { template, version, number, cases, .. }) => {
            let number = number.as_ref().map(|number| format!(" nomor {}", number.text)).unwrap_or_default();
            let version = if *version > 1 { format!(" versi {version}") } else { String::new() };
            let together = if cases.is_empty() { String::new() } else { format!(" untuk {} permohonan sekaligus", cases.len()) };
            format!("{}{version}{number} diterbitkan{together}", names.letter(template))
        }
        _ => course(fact, &words),
    }
}

fn course(fact: &Fact, words: &Words<'_>) -> String {
    match fact {
        Fact::LetterFilled(_) => "Isian surat disimpan".to_owned(),
        Fact::LetterReturned { .. } => "Surat yang sudah ditandatangani diterima kembali".to_owned(),
        Fact::LetterPrinted { copies, printer, reprint, .. } => {
            format!("Surat dicetak{} {copies} rangkap di {printer}", if *reprint { " lagi" } else { "" })
        }
        Fact::LetterPrintFailed(FailedPrint { copies, printer, why, stopped, .. }) => unprinted(*copies, printer, why, *stopped),
        Fact::LetterReprintReasoned(ReasonedReprint { personal, .. }) => with("Alasan mencetak lagi", "", "", personal),
        Fact::LetterVoided { personal, .. } => with("Surat dibatalkan", "", "", personal),
        Fact::LetterNumberedElsewhere(OtherNumber { system, number, .. }) if number.is_empty() => {
            format!("Nomor surat pada {system} dihapus")
        }
        Fact::LetterNumberedElsewhere(OtherNumber { system, number, .. }) => format!("Surat bernomor {number} pada {system}"),
        Fact::MessageSent { message, way, .. } => format!("Pesan “{}” disampaikan {}", words.0.names.message(message), by_way(way)),
        Fact::StepCompleted { step, outcome, returned, done_at, personal, .. } => {
            let outcome = outcome.as_ref().map(|outcome| format!(" dengan hasil “{outcome}”")).unwrap_or_default();
            let verb = if *returned { "dikembalikan" } else { "selesai" };
            with("Langkah ", &step.to_string(), &format!(" {verb}{outcome} pada {}", words.moment(*done_at)), personal)
        }
        Fact::StepUndone { step, personal } => with("Langkah ", &step.to_string(), " diurungkan", personal),
        Fact::WaitStarted { party, personal, .. } => with("Menunggu ", &words.0.names.lane(party), "", personal),
        Fact::WaitEnded { .. } => "Selesai menunggu".to_owned(),
        Fact::CaseClosed {} => "Perkara ditutup".to_owned(),
        Fact::CaseWithdrawn { personal } => with("Permohonan dibatalkan", "", "", personal),
        Fact::CaseReopened { step, personal } => with("Perkara dibuka kembali di langkah ", &step.to_string(), "", personal),
        Fact::CaseNoted { personal } => with("Catatan", "", "", personal),
        Fact::CaseAssigned { to: Some(to) } => format!("Ditugaskan kepada {to}"),
        Fact::CaseAssigned { to: None } => "Penugasan ditarik kembali".to_owned(),
        Fact::CertificateRecorded { .. } => "Sertifikat dicatat".to_owned(),
        other => office_sentence(other, words.0.zone),
    }
}

/// Nothing came out: where it was to, and why.
fn unprinted(copies: u32, printer: &str, why: &str, stopped: bool) -> String {
    let printer = if printer.is_empty() { "printer bawaan" } else { printer };
    let how = if stopped { "dihentikan" } else { "gagal" };
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    format!("Pencetakan surat {copies} rangkap ke {printer} {how}{why}")
}

fn with(before: &str, what: &str, after: &str, said: &Personal<String>) -> String {
    let said = match said {
        Personal::Known(text) if !text.is_empty() => format!(": {text}"),
        Personal::Known(_) => String::new(),
        Personal::Erased => " (isi telah dihapus)".to_owned(),
    };
    format!("{before}{what}{after}{said}")
}
