//! `cadangkan`: a backup, made and tested at once; fit for the task scheduler.

use super::no_operands;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use crate::page::Page;
use sandika_app::{BackedUp, Office, TestReport, check_place};
use std::ffi::OsString;
use std::path;

/// `sandika cadangkan [--ke FOLDER]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    let office = Access::by_a_person(arguments)?.open_alone()?;
    let folder = arguments.to.as_ref().map(|folder| path::absolute(folder).unwrap_or_else(|_| folder.clone()));
    let made = office.back_up(folder.as_deref())?;
    let (_, report) = check_place(&office, &made.folder, Some(&made.stamp))?;
    let sound = report.is_good() && made.shrink.is_empty();
    Ok(Answer { text: told(&office, &made, &report)?, sound })
}

fn told(office: &Office, made: &BackedUp, report: &TestReport) -> Result<String, Failure> {
    let mut page = Page::default();
    let at = office.zone()?.local(made.made_at).format("%d-%m-%Y %H.%M").to_string();
    page.block("", "", &format!("Cadangan {at} dibuat di {} ({} KB baru).", made.folder.display(), made.bytes.div_ceil(1024)));
    page.verbatim(&format!("nama {}", made.stamp));
    if made.pruned > 0 {
        page.block("", "", &format!("{} cadangan lama dihapus menurut tangga simpan.", made.pruned));
    }
    for left in &made.left {
        page.verbatim(&format!("masalah isi-tidak-dicadangkan: {left}"));
    }
    for fallen in &made.shrink {
        page.verbatim(&format!("masalah isi-berkurang: {fallen}"));
    }
    told_of_test(&mut page, report);
    Ok(page.into_text())
}

/// What became of a test, one problem a line.
pub(super) fn told_of_test(page: &mut Page, report: &TestReport) {
    for problem in &report.problems {
        page.verbatim(&format!("masalah cadangan: {problem}"));
    }
    page.block(
        "",
        "",
        &if report.is_good() {
            format!("Cadangan diuji dengan memulihkannya: hasil baik, {} berkas tersimpan dibaca.", report.files_read)
        } else {
            format!(
                "Cadangan diuji dengan memulihkannya: {} masalah ditemukan. Buat cadangan baru, dan periksa medianya.",
                report.problems.len()
            )
        },
    );
}
