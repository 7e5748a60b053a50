//! S009: letters, messages and reasons that an SOP names are there in the office.

use std::collections::BTreeSet;

use super::conditions::conditions_of;
use super::legal::LegalTable;
use super::report::Report;
use crate::document::Code;
use crate::sop::{ConditionPath, Step};

/// What the checker knows of the office: the ids in its `content/`, and its table of legal bases.
#[derive(Clone, Debug, Default)]
pub struct OfficeKnowledge {
    /// Templates of `content/letters/`.
    pub letters: BTreeSet<String>,
    /// Messages of `content/messages.toml`.
    pub messages: BTreeSet<String>,
    /// Reasons of `content/reasons.toml`.
    pub reasons: BTreeSet<String>,
    /// `content/legal.toml`.
    pub legal: LegalTable,
}

pub(super) fn check(report: &mut Report<'_>, office: &OfficeKnowledge) {
    for (at, step) in report.sop().steps.iter().enumerate() {
        check_papers(report, office, at, step);
        check_reasons(report, office, at, step);
    }
}

fn check_papers(report: &mut Report<'_>, office: &OfficeKnowledge, at: usize, step: &Step) {
    for (item, letter) in step.letters.iter().enumerate().filter(|(_, letter)| !office.letters.contains(&letter.id)) {
        let message =
            format!("Surat `{0}` tidak ada di kantor ini. Tambahkan templat content/letters/{0}.toml atau perbaiki id-nya.", letter.id);
        report.add(Code::S009, &format!("langkah[{at}].surat[{item}].id"), message);
    }
    for (item, offer) in step.messages.iter().enumerate().filter(|(_, offer)| !office.messages.contains(&offer.id)) {
        let message = format!("Pesan `{}` tidak ada di content/messages.toml. Tambahkan pesan itu atau perbaiki id-nya.", offer.id);
        report.add(Code::S009, &format!("langkah[{at}].pesan[{item}].id"), message);
    }
}

fn check_reasons(report: &mut Report<'_>, office: &OfficeKnowledge, at: usize, step: &Step) {
    for (place, condition) in conditions_of(step) {
        let reasons = condition.0.iter().filter(|(path, _)| *path == ConditionPath::Reason).flat_map(|(_, values)| values);
        for reason in reasons.filter(|reason| !office.reasons.contains(*reason)) {
            let message = format!("Alasan `{reason}` tidak ada di content/reasons.toml. Tambahkan alasan itu atau perbaiki id-nya.");
            report.add(Code::S009, &format!("langkah[{at}].{place}.bila"), message);
        }
    }
}
