//! The cases that the bench office is made of: each of the five SOPs walked once to its end through the wire, as a user would, and then read back
//! as facts.

use sandika_domain::case::Case;
use sandika_domain::fact::{Fact, RecordedOwner};
use sandika_domain::ids::{CaseId, CertificateId};
use sandika_domain::owner::CertificateDetails;
use sandika_store::Store;
use sandika_testkit::{PASSPHRASE, TestOffice, Walker};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use xtask::Result;

/// SOP, reason, and the step at which the case is sent back once.
const CASES: [(&str, Option<&str>, Option<u64>); 5] = [
    ("natuna-pencabutan", Some("pensiun"), Some(6)),
    ("ciamis-pencabutan", Some("kunci-hilang"), None),
    ("natuna-pembaruan", None, None),
    ("sumbar-pembaruan", None, None),
    ("demak-pencabutan", Some("pensiun"), None),
];

/// A finished case as its facts.
pub(crate) struct Pattern {
    /// The SOP that it follows: id, hash, text.
    pub(crate) sop: (String, String, String),
    pub(crate) owner: RecordedOwner,
    /// The certificate concerned, under its id in the pattern.
    pub(crate) certificate: (CertificateId, CertificateDetails),
    /// Entries of the case: the user's command, and its facts.
    pub(crate) entries: Vec<(String, Vec<Fact>)>,
}

impl Pattern {
    /// What was filled in at a step.
    pub(crate) fn answers(&self, step: u32) -> BTreeMap<String, String> {
        let facts = self.entries.iter().flat_map(|(_, facts)| facts);
        let filled = facts.filter_map(|fact| match fact {
            Fact::AnswersRecorded { step: of, personal } if *of == step => personal.known().cloned(),
            _ => None,
        });
        filled.flatten().collect()
    }

    /// How many entries it takes until a step is completed for the first time, that one included.
    pub(crate) fn entries_until(&self, completed: u32) -> usize {
        let completes = |fact: &Fact| matches!(fact, Fact::StepCompleted { step, .. } if *step == completed);
        self.entries.iter().position(|(_, facts)| facts.iter().any(completes)).map_or(0, |place| place + 1)
    }
}

/// Walks the five cases in a practice office in `folder`. The first is that of `natuna-pencabutan`.
pub(crate) fn walk_all(folder: &Path) -> Result<Vec<Pattern>> {
    let mut office = TestOffice::staying_in(folder);
    let mut cases = Vec::new();
    for (number, (sop, reason, back)) in (0..).zip(CASES) {
        let mut walker = Walker::open(&mut office, sop, reason, number);
        walk(&mut walker, back);
        cases.push(walker.case.parse::<CaseId>()?);
    }
    let now = office.office.now();
    drop(office);
    let store = Store::open(&folder.join("kantor"), PASSPHRASE, now)?;
    cases.into_iter().map(|case| read(&store, case)).collect()
}

/// Walks to the end, with what an office does on the way: it takes the case, makes a note, writes to the applicant, asks for completion.
fn walk(walker: &mut Walker<'_>, mut back: Option<u64>) {
    let case = walker.case.clone();
    walker.office.ok("case_assign", json!({ "case": case, "to": "petugas" }));
    walker.office.ok("case_note", json!({ "case": case, "text": "Pemohon menanyakan kelanjutannya lewat telepon." }));
    while walker.is_open() {
        let view = walker.view();
        tell(walker, &view);
        match back.take_if(|at| Some(*at) == view["step"].as_u64()) {
            Some(_) => walker.send_back("Surat keterangan belum ditandatangani"),
            None => drop(walker.pass()),
        }
    }
}

fn tell(walker: &mut Walker<'_>, view: &Value) {
    for message in view["form"]["messages"].as_array().into_iter().flatten() {
        let text = "Permohonan Bapak/Ibu sedang kami proses. Kami kabarkan kembali bila sudah selesai.";
        let sent = json!({ "case": walker.case, "step": view["step"], "message": message["message"], "way": "whatsapp", "text": text });
        walker.office.ok("message_record", sent);
    }
}

fn read(store: &Store, id: CaseId) -> Result<Pattern> {
    let ledger = store.read();
    let case: Case = ledger.case(id)?.ok_or("a walked case is not there")?;
    let owner = ledger.owner(case.owner)?.and_then(|row| row.recorded.known().cloned()).ok_or("an owner is not there")?;
    let certificate = ledger.certificates_of(case.owner)?.into_iter().next().ok_or("a certificate is not there")?;
    let details = certificate.details.known().cloned().ok_or("a certificate has no details")?;
    let text = ledger.sop_text(&case.sop_hash)?.ok_or("an SOP is not there")?;
    let entries = as_a_screen_sends(ledger.case_entries(id)?.into_iter().map(|entry| (entry.header.action, entry.facts)));
    Ok(Pattern { sop: (case.sop, case.sop_hash, text), owner, certificate: (certificate.id, details), entries })
}

/// What is typed into a form is a draft until the step is completed: the answers travel with the completion, or go before a letter that needs them.
fn as_a_screen_sends(entries: impl Iterator<Item = (String, Vec<Fact>)>) -> Vec<(String, Vec<Fact>)> {
    let mut sent: Vec<(String, Vec<Fact>)> = Vec::new();
    let mut typed: Vec<Fact> = Vec::new();
    for (action, mut facts) in entries {
        match action.as_str() {
            "fill_step" => typed.append(&mut facts),
            "complete_step" | "close_case" => {
                typed.append(&mut facts);
                sent.push((action, std::mem::take(&mut typed)));
            }
            "issue_letter" if !typed.is_empty() => sent.extend([("fill_step".to_owned(), std::mem::take(&mut typed)), (action, facts)]),
            _ => sent.push((action, facts)),
        }
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_travel_with_what_needs_them() {
        let entry = |action: &str, facts: usize| (action.to_owned(), vec![Fact::CaseClosed {}; facts]);
        let walked = [
            ("open_case", 1),
            ("fill_step", 1),
            ("attach_document", 1),
            ("complete_step", 2),
            ("fill_step", 1),
            ("issue_letter", 1),
            ("complete_step", 1),
        ];
        let sent =
            [("open_case", 1), ("attach_document", 1), ("complete_step", 3), ("fill_step", 1), ("issue_letter", 1), ("complete_step", 1)];
        let expected: Vec<_> = sent.map(|(action, facts)| entry(action, facts)).into();
        assert_eq!(as_a_screen_sends(walked.into_iter().map(|(action, facts)| entry(action, facts))), expected);
    }
}
