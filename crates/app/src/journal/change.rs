//! What an entry changed: how each thing stood before it, and how it stands since.

use super::course;
use super::details::differences;
use crate::cases::Names;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::calendar::Zone;
use sandika_domain::case::Case;
use sandika_domain::classification::{Classification, RecordedList, merge};
use sandika_domain::document::Word;
use sandika_domain::fact::{AdoptedTemplate, Fact, Personal, Retention};
use sandika_domain::letter::TemplateOrigin;
use sandika_domain::letter::values::service_name;
use sandika_domain::retention::RetentionTable;
use sandika_domain::words::date_time;
use sandika_store::{Entry, Subject};
use serde::Serialize;

/// Facts about one thing that are looked through for its state before: more never stand between two changes of the same kind.
const BACK: usize = 32;
/// Most codes, or lines of a template, that are told.
const MOST: usize = 40;
/// What stands where an erased person's data stood.
pub(super) const ERASED: &str = "(telah dihapus)";

/// One field, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the field is called.
    pub label: String,
    /// What it was; empty where it was not filled in.
    pub before: String,
    /// What it is since; empty where it was emptied.
    pub after: String,
}

impl Change {
    pub(super) fn new(label: impl Into<String>, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { label: label.into(), before: before.into(), after: after.into() }
    }
}

/// What an entry is seen against.
pub(super) struct Past<'p> {
    /// Its case before it, and what the things of the case are called.
    pub(super) case: Option<(Case, &'p Names)>,
    pub(super) zone: Zone,
}

impl Office {
    /// What the facts of an entry changed, in their order.
    pub(super) fn changes(&self, entry: &Entry, past: &Past<'_>) -> Result<Vec<Change>, AppError> {
        let mut changes = Vec::new();
        for (index, fact) in entry.facts.iter().enumerate() {
            match Subject::of(fact) {
                Some(subject) => {
                    let before = self.read().said_before(&subject, entry.header.seq, index, BACK)?;
                    changes.extend(self.of_thing(fact, &before, past.zone));
                }
                None => changes.extend(course::changes(fact, past)),
            }
        }
        Ok(changes)
    }

    fn of_thing(&self, fact: &Fact, before: &[Fact], zone: Zone) -> Vec<Change> {
        match fact {
            Fact::OfficeRecorded { profile } => differences(before.iter().find_map(profile_of), Some(profile)),
            Fact::OfficialRecorded { personal, .. } => personal_changes(before.iter().find_map(official_of), personal, |details| details),
            Fact::OwnerRecorded { personal, .. } => {
                personal_changes(before.iter().find_map(owner_of), personal, |recorded| &recorded.details)
            }
            Fact::CertificateRecorded { personal, .. } => {
                personal_changes(before.iter().find_map(certificate_of), personal, |details| details)
            }
            Fact::TemplateAdopted(adopted) => template(before.first(), &adopted.text),
            Fact::TemplateReset { .. } => vec![Change::new("Bentuk surat", version(before.first()), "bawaan")],
            Fact::ClassificationsRecorded(list) => classifications(before.iter().find_map(list_of).unwrap_or_default(), &list.codes),
            Fact::Retention(Retention::TableRecorded(table)) => retention(before.iter().find_map(table_of), table),
            _ => state_of(fact, zone).map(|after| state_change(before, after, zone)).into_iter().collect(),
        }
    }
}

fn profile_of(fact: &Fact) -> Option<&sandika_domain::office::OfficeProfile> {
    if let Fact::OfficeRecorded { profile } = fact { Some(profile) } else { None }
}

fn official_of(fact: &Fact) -> Option<&Personal<sandika_domain::office::OfficialDetails>> {
    if let Fact::OfficialRecorded { personal, .. } = fact { Some(personal) } else { None }
}

fn owner_of(fact: &Fact) -> Option<&Personal<sandika_domain::fact::RecordedOwner>> {
    if let Fact::OwnerRecorded { personal, .. } = fact { Some(personal) } else { None }
}

fn certificate_of(fact: &Fact) -> Option<&Personal<sandika_domain::owner::CertificateDetails>> {
    if let Fact::CertificateRecorded { personal, .. } = fact { Some(personal) } else { None }
}

fn table_of(fact: &Fact) -> Option<&RetentionTable> {
    if let Fact::Retention(Retention::TableRecorded(table)) = fact { Some(table) } else { None }
}

fn list_of(fact: &Fact) -> Option<&[Classification]> {
    if let Fact::ClassificationsRecorded(RecordedList { codes }) = fact { Some(codes) } else { None }
}

/// Details that are sealed for a person; once they are erased, only that is told.
fn personal_changes<T, D: Serialize>(before: Option<&Personal<T>>, after: &Personal<T>, details: fn(&T) -> &D) -> Vec<Change> {
    match after.known() {
        Some(after) => differences(before.and_then(Personal::known).map(details), Some(details(after))),
        None => vec![Change::new("Data pribadi", ERASED, ERASED)],
    }
}

/// How a certificate stands after a fact, if the fact says so.
fn state_of(fact: &Fact, zone: Zone) -> Option<String> {
    match fact {
        Fact::CertificateRevoked { at, .. } => Some(format!("dicabut pada {}", date_time(zone.local(*at)))),
        Fact::CertificateReplaced { .. } => Some("diganti".to_owned()),
        Fact::CertificateRestored { .. } => Some("aktif".to_owned()),
        _ => None,
    }
}

fn state_change(before: &[Fact], after: String, zone: Zone) -> Change {
    let before = before.iter().find_map(|fact| state_of(fact, zone)).unwrap_or_else(|| "aktif".to_owned());
    Change::new("Keadaan sertifikat", before, after)
}

/// Which version of a template held after a fact.
fn version(fact: Option<&Fact>) -> &'static str {
    match fact {
        Some(Fact::TemplateAdopted(AdoptedTemplate { origin: TemplateOrigin::Office, .. })) => "versi kantor",
        _ => "bawaan",
    }
}

/// The lines between the first and the last that differ.
fn template(before: Option<&Fact>, after: &str) -> Vec<Change> {
    let Some(Fact::TemplateAdopted(AdoptedTemplate { text: before, .. })) = before else {
        return vec![Change::new("Bentuk surat", "bawaan", format!("versi kantor ({} baris)", after.lines().count()))];
    };
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let begun = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let (old, new) = (old.get(begun..).unwrap_or_default(), new.get(begun..).unwrap_or_default());
    let ended = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let middle = |lines: &[&str]| shortened(lines.get(..lines.len() - ended).unwrap_or_default());
    let (old, new) = (middle(old), middle(new));
    if old == new { Vec::new() } else { vec![Change::new(format!("Bentuk surat, mulai baris {}", begun + 1), old, new)] }
}

fn shortened(lines: &[&str]) -> String {
    let mut text = lines.iter().take(MOST).copied().collect::<Vec<_>>().join("\n");
    if lines.len() > MOST {
        text.push_str(&format!("\n… dan {} baris lagi", lines.len() - MOST));
    }
    text
}

/// The first table of an office stands against nothing: the shipped one was nobody's.
fn retention(before: Option<&RetentionTable>, after: &RetentionTable) -> Vec<Change> {
    let lines = |table: &RetentionTable| -> Vec<(String, String)> {
        let confirmed = if table.confirmed { "ya" } else { "belum" };
        let rules = table.rules.iter().map(|rule| {
            let kept = format!("{} tahun aktif, {} tahun inaktif, {}, {}", rule.active, rule.inactive, rule.fate, rule.security);
            (service_name(rule.service).to_owned(), kept)
        });
        let whole = [("Sesuai JRA daerah", confirmed), ("Dasar", table.basis.as_str()), ("Dihitung", table.count.word())];
        whole.into_iter().map(|(label, value)| (label.to_owned(), value.to_owned())).chain(rules).collect()
    };
    let old = before.map(lines).unwrap_or_default();
    let was = |label: &str| old.iter().find(|(known, _)| known == label).map(|(_, value)| value.clone()).unwrap_or_default();
    let changes = lines(after).into_iter().map(|(label, value)| Change::new(label.clone(), was(&label), value));
    changes.filter(|change| change.before != change.after).collect()
}

fn classifications(before: &[Classification], after: &[Classification]) -> Vec<Change> {
    let (_, difference) = merge(before, after.to_vec(), true);
    let name = |row: &Classification| if row.note.is_empty() { row.name.clone() } else { format!("{} ({})", row.name, row.note) };
    let label = |row: &Classification| format!("Kode {}", row.code);
    let added = difference.added.iter().map(|row| Change::new(label(row), "", name(row)));
    let changed = difference.changed.iter().map(|both| Change::new(label(&both.after), name(&both.before), name(&both.after)));
    let removed = difference.removed.iter().map(|row| Change::new(label(row), name(row), ""));
    let all = difference.added.len() + difference.changed.len() + difference.removed.len();
    let mut changes = vec![Change::new("Banyaknya kode", before.len().to_string(), after.len().to_string())];
    changes.extend(changed.chain(removed).chain(added).take(MOST));
    if all > MOST {
        changes.push(Change::new("Kode lain yang berubah", "", format!("{} kode lagi", all - MOST)));
    }
    changes
}
