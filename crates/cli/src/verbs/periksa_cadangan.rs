//! `periksa --cadangan`: whether the newest backup of the office in a folder restores.

use super::cadangkan::told_of_test;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use crate::page::Page;
use sandika_app::check_place;
use std::path::{self, Path};

/// Width of the labels of the counts.
const LABEL: usize = 24;

/// `sandika periksa --cadangan FOLDER`
pub(super) fn run(arguments: &Arguments, folder: &Path) -> Result<Answer, Failure> {
    let office = Access::by_a_person(arguments)?.open_alone()?;
    let folder = path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let (backup, report) = check_place(&office, &folder, None)?;
    let listing = office.backups_in(&folder)?;
    let zone = office.zone()?;
    let mut page = Page::default();
    for (label, value) in [
        ("Cadangan terbaru", zone.local(backup.made_at).format("%d-%m-%Y %H.%M").to_string()),
        ("Cadangan di folder ini", listing.backups.len().to_string()),
        ("Catatan jurnal", backup.counts.entries.to_string()),
        ("Perkara", backup.counts.cases.to_string()),
        ("Berkas tersimpan", format!("{}, dibaca {}", backup.counts.blobs, report.files_read)),
    ] {
        page.entry("", label, LABEL, &[value]);
    }
    page.gap();
    for (stamp, why) in &listing.unreadable {
        page.verbatim(&format!("masalah cadangan: {stamp}: {why}"));
    }
    for fallen in listing.standing_shrink().into_iter().flat_map(|backup| &backup.shrink) {
        page.verbatim(&format!("masalah isi-berkurang: {fallen}"));
    }
    told_of_test(&mut page, &report);
    let sound = report.is_good() && listing.unreadable.is_empty() && listing.standing_shrink().is_none();
    Ok(Answer { text: page.into_text(), sound })
}
