//! S104: the obligatory headings of the SOP form (PermenPAN-RB 35/2012) are not empty.

use super::report::Report;
use crate::document::Code;

pub(super) fn check(report: &mut Report<'_>) {
    let headings = &report.sop().headings;
    let lists = [
        ("dasar_hukum", "Dasar hukum", &headings.legal_basis),
        ("kualifikasi_pelaksana", "Kualifikasi pelaksana", &headings.qualifications),
        ("keterkaitan", "Keterkaitan", &headings.related),
        ("peralatan", "Peralatan/perlengkapan", &headings.equipment),
        ("peringatan", "Peringatan", &headings.warnings),
        ("pencatatan", "Pencatatan dan pendataan", &headings.records),
    ];
    for (key, name, lines) in lists {
        if lines.iter().all(|line| says_nothing(line)) {
            report.add(
                Code::S104,
                key,
                format!("{name} kosong, padahal wajib ada dalam format SOP. Lengkapi pada perubahan SOP berikutnya."),
            );
        }
    }
    if report.sop().identity.effective.as_deref().is_none_or(says_nothing) {
        let message = "Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.";
        report.add(Code::S104, "identitas.tanggal_efektif", message);
    }
}

/// Blank, or a dash that stands for nothing.
fn says_nothing(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric)
}
