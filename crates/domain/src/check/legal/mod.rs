//! S106: legal bases that are impossible, mistaken, newer than the document or known to be replaced.

mod citation;
mod table;

pub use citation::Citation;
pub use table::{LegalTable, Relation};

use super::report::Report;
use super::terms::words_of;
use crate::document::Code;
use crate::sop::Identity;
use table::Title;

/// The years in which Indonesian law can have been made; the upper end only catches slips of the finger.
const POSSIBLE_YEARS: std::ops::RangeInclusive<u32> = 1945..=2099;

pub(super) fn check(report: &mut Report<'_>, table: &LegalTable) {
    let sop = report.sop();
    let written_in = year_of(&sop.identity);
    for (at, line) in sop.headings.legal_basis.iter().enumerate() {
        let Some(citation) = Citation::read(line, table) else { continue };
        if let Some(message) = fault_of(&citation, written_in, table) {
            report.add(Code::S106, &format!("dasar_hukum[{at}]"), message);
        }
    }
}

/// The gravest fault of a legal basis, as a sentence.
fn fault_of(citation: &Citation, written_in: Option<u32>, table: &LegalTable) -> Option<String> {
    impossible(citation, table)
        .or_else(|| mistaken(citation, table))
        .or_else(|| newer(citation, written_in))
        .or_else(|| replaced(citation, table))
}

fn impossible(citation: &Citation, table: &LegalTable) -> Option<String> {
    if POSSIBLE_YEARS.contains(&citation.year) {
        return None;
    }
    let meant = table.title_of(citation).first().map(|title| format!(" Mungkin maksudnya {}.", named(table, title)));
    Some(format!(
        "Dasar hukum \"{citation}\": tahun {} tidak mungkin.{}",
        citation.year,
        meant.unwrap_or_else(|| " Perbaiki tahunnya.".to_owned())
    ))
}

/// The title belongs to a law of another number or year.
fn mistaken(citation: &Citation, table: &LegalTable) -> Option<String> {
    let titles = table.title_of(citation);
    let title = titles.first()?;
    if titles.iter().any(|title| (title.number, title.year) == (citation.number, citation.year)) {
        return None;
    }
    Some(format!(
        "Dasar hukum \"{citation}\": peraturan tentang {} adalah {}. Perbaiki nomor atau tahunnya.",
        title.subject,
        named(table, title)
    ))
}

fn newer(citation: &Citation, written_in: Option<u32>) -> Option<String> {
    let written_in = written_in.filter(|year| citation.year > *year)?;
    Some(format!("Dasar hukum \"{citation}\" lebih baru daripada dokumen ini ({written_in}). Perbaiki tahunnya atau tanggal dokumen."))
}

fn replaced(citation: &Citation, table: &LegalTable) -> Option<String> {
    let row = table.replacement_of(citation)?;
    let (perhaps, doubt) = if row.unverified { ("mungkin ", " Pastikan dahulu.") } else { ("", "") };
    let fate = match row.relation {
        Relation::Revoked => format!("sudah tidak berlaku; penggantinya {}. Ganti pada perubahan SOP berikutnya.", row.by),
        Relation::Amended => format!("telah diubah, terakhir dengan {}. Sebutkan bersama perubahannya.", row.by),
        Relation::Followed => format!("sudah disusul perubahan berikutnya, {}. Sebutkan perubahan yang terakhir.", row.by),
    };
    Some(format!("Dasar hukum \"{citation}\" {perhaps}{fate}{doubt}"))
}

fn named(table: &LegalTable, title: &Title) -> String {
    format!("{} Nomor {} Tahun {}", table.name_of(&title.kind), title.number, title.year)
}

/// The latest year that the document's own dates name.
fn year_of(identity: &Identity) -> Option<u32> {
    let dates = [&identity.created, &identity.revised, &identity.effective].into_iter().flatten();
    dates.flat_map(|date| words_of(date)).filter_map(|word| word.parse().ok()).filter(|year| POSSIBLE_YEARS.contains(year)).max()
}
