//! What the bits of a queue mean: whether a job is printed, and in words why it is not. The numbers are those of `winspool.h`.

use sandika_windows::printing::{Described, JobSeen};

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JobState {
    /// In the queue or on its way to the paper.
    Waiting,
    /// Printed.
    Done,
    /// It will not be printed, and is out of the queue or soon will be.
    Gone(&'static str),
    /// Something keeps it; it may pass.
    Held(&'static str),
}

type Words = (u32, &'static str);

/// `JOB_STATUS_PRINTED`, `JOB_STATUS_COMPLETE`.
const DONE: u32 = 0x80 | 0x1000;
/// `JOB_STATUS_DELETING`, `JOB_STATUS_DELETED`.
const GONE: u32 = 0x4 | 0x100;

const PAPER_OUT: &str = "kertas habis. Isi kertas, lalu cetak lagi";
const OFFLINE: &str = "printer tidak terhubung. Periksa daya, kabel, dan jaringannya, lalu cetak lagi";
const ATTENTION: &str = "printer menunggu tindakan petugas. Lihat pesan pada printer, lalu cetak lagi";
const TROUBLE: &str = "printer melaporkan gangguan. Lihat pesan pada printer, lalu cetak lagi";

/// What keeps a job, by `JOB_STATUS_…`; the plainest reason first.
const JOB: [Words; 6] = [
    (0x40, PAPER_OUT),
    (0x400, ATTENTION),
    (0x20, OFFLINE),
    (0x1, "pekerjaan dijeda di antrean. Lanjutkan antrean dari pengaturan printer Windows, lalu cetak lagi"),
    (0x200, "driver printer tidak dapat mencetaknya. Minta pengelola komputer memeriksa driver printer"),
    (0x2, TROUBLE),
];

/// What keeps every job of a printer, by `PRINTER_STATUS_…`; the plainest reason first.
const PRINTER: [Words; 13] = [
    (0x10, PAPER_OUT),
    (0x8, "kertas macet. Keluarkan kertas yang macet, lalu cetak lagi"),
    (0x40_0000, "tutup printer terbuka. Tutup dahulu, lalu cetak lagi"),
    (0x4_0000, "toner atau tinta habis. Ganti dahulu, lalu cetak lagi"),
    (0x800, "baki hasil cetak penuh. Kosongkan dahulu, lalu cetak lagi"),
    (0x20, "printer menunggu kertas yang dimasukkan dengan tangan. Masukkan kertas, lalu cetak lagi"),
    (0x40, "ada gangguan pada kertas. Periksa baki kertas, lalu cetak lagi"),
    (0x10_0000, ATTENTION),
    (0x200_0000, "komputer tempat printer terpasang tidak terhubung. Nyalakan komputer itu, lalu cetak lagi"),
    (0x80, OFFLINE),
    (0x1000, "printer tidak tersedia. Periksa dayanya, lalu cetak lagi"),
    (0x20_0000, "ingatan printer penuh. Matikan lalu nyalakan printer, lalu cetak lagi"),
    (0x2, TROUBLE),
];

/// What keeps a printer from taking any job at all, by `PRINTER_STATUS_…`.
const CLOSED: [Words; 2] = [
    (0x1, "antrean printer sedang dijeda. Lanjutkan antrean dari pengaturan printer Windows"),
    (0x4, "printer sedang dihapus dari komputer ini. Pilih printer lain"),
];

/// Ports behind which a file is made, each with a question where to, instead of paper.
const FILES: [&str; 4] = ["PORTPROMPT:", "FILE:", "XPSPORT:", "NUL:"];

/// How a job in the queue stands.
pub(crate) fn of_job(seen: &JobSeen) -> JobState {
    if seen.status & GONE != 0 {
        return JobState::Gone("pekerjaan dibatalkan dari antrean");
    }
    if seen.status & DONE != 0 {
        return JobState::Done;
    }
    first(&JOB, seen.status).map_or(JobState::Waiting, JobState::Held)
}

/// What keeps the jobs of a printer for now.
pub(crate) fn trouble(printer: &Described) -> Option<&'static str> {
    first(&PRINTER, printer.status)
}

/// Why a job is not even tried: it would only lie in the queue, or no paper would come of it.
pub(crate) fn closed(printer: &Described) -> Option<&'static str> {
    let makes_files = printer.port.split(',').any(|port| FILES.iter().any(|file| port.trim().eq_ignore_ascii_case(file)));
    if makes_files {
        return Some("printer ini menyimpan berkas, bukan mencetak pada kertas. Pilih printer lain, atau simpan dokumen sebagai berkas");
    }
    if printer.works_offline {
        return Some("printer sedang dipakai luring. Matikan “Gunakan Printer Offline” pada pengaturan printer Windows");
    }
    first(&CLOSED, printer.status)
}

fn first(words: &[Words], status: u32) -> Option<&'static str> {
    words.iter().find(|(bit, _)| status & bit != 0).map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_printed_kept_or_gone() {
        for (status, expected) in [
            (0, "Waiting"),
            (0x8, "Waiting"),
            (0x10, "Waiting"),
            (0x2000, "Waiting"),
            (0x10 | 0x80, "Done"),
            (0x1000, "Done"),
            (0x10 | 0x40, "kertas habis"),
            (0x2 | 0x20, "tidak terhubung"),
            (0x2, "gangguan"),
            (0x1, "dijeda"),
            (0x400 | 0x2, "menunggu tindakan"),
            (0x4 | 0x80, "dibatalkan"),
            (0x100, "dibatalkan"),
        ] {
            let state = of_job(&JobSeen { status, ..JobSeen::default() });
            assert!(format!("{state:?}").contains(expected), "{status:x}: {state:?}");
        }
    }

    #[test]
    fn a_printer_says_why_it_does_not_print() {
        let printer =
            |status: u32, port: &str, works_offline: bool| Described { status, port: port.to_owned(), works_offline, place: String::new() };
        for (printer, kept, closed_by) in [
            (printer(0, "USB001", false), None, None),
            (printer(0x400 | 0x100_0000, "IP_10.0.0.9", false), None, None),
            (printer(0x2 | 0x10, "USB001", false), Some("kertas habis"), None),
            (printer(0x8, "USB001", false), Some("macet"), None),
            (printer(0x80, "USB001", false), Some("tidak terhubung"), None),
            (printer(0x2_0000, "USB001", false), None, None),
            (printer(0x1, "USB001", false), None, Some("dijeda")),
            (printer(0, "USB001", true), None, Some("luring")),
            (printer(0, "PORTPROMPT:", false), None, Some("menyimpan berkas")),
            (printer(0, "LPT1:, file:", false), None, Some("menyimpan berkas")),
        ] {
            for (found, expected) in [(trouble(&printer), kept), (closed(&printer), closed_by)] {
                assert_eq!(found.is_some(), expected.is_some(), "{printer:?}: {found:?}");
                assert!(found.unwrap_or_default().contains(expected.unwrap_or_default()), "{printer:?}: {found:?}");
            }
        }
    }
}
