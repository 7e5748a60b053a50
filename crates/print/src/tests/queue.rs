//! What counts as printed, and what does not.

use super::fake::Fake;
use super::letters::letter;
use crate::port::Job;
use sandika_domain::letter::model::Paper;
use sandika_windows::printing::JobSeen;
use std::io;

fn at(status: u32) -> Result<Option<JobSeen>, i32> {
    Ok(Some(JobSeen { status, says: String::new() }))
}

#[test]
fn a_job_counts_when_the_queue_says_so_and_is_taken_back_when_it_fails() {
    let pdf = letter(Paper::A4);
    let printed: [&[_]; 4] = [&[Ok(None)], &[at(0x8), at(0x10), Ok(None)], &[at(0), at(0x80)], &[at(0x10), at(0x1000)]];
    for answers in printed {
        let office = Fake::new().with(|inner| inner.jobs = answers.iter().cloned().collect());
        assert_eq!(office.print(&pdf, 1).unwrap(), "Loket", "{answers:?}");
        assert_eq!(office.told().last().unwrap(), "finish", "{answers:?}");
    }
    let failed: [(&[_], &str, bool); 6] = [
        (&[at(0x10), at(0x10 | 0x40)], "kertas habis", true),
        (&[at(0x2)], "gangguan", true),
        (&[at(0x20)], "tidak terhubung", true),
        (&[at(0x100)], "dibatalkan dari antrean", false),
        (&[at(0x10), Err(1722)], "Print Spooler", true),
        (&[Err(1801)], "printer “Loket” tidak ada lagi", true),
    ];
    for (answers, expected, deleted) in failed {
        let office = Fake::new().with(|inner| inner.jobs = answers.iter().cloned().collect());
        let error = office.print(&pdf, 1).unwrap_err().to_string();
        assert!(error.contains(expected), "{answers:?}: {error}");
        assert_eq!(office.told().last().unwrap() == "delete 7", deleted, "{answers:?}");
    }
}

#[test]
fn a_job_that_only_waits_is_kept_by_what_keeps_its_printer() {
    let office = Fake::new().with(|inner| {
        inner.jobs.push_front(at(0x10));
        inner.described.status = 0x8;
    });
    let error = office.print(&letter(Paper::A4), 1).unwrap_err().to_string();
    assert!(error.contains("kertas macet"), "{error}");
    assert_eq!(office.told().last().unwrap(), "delete 7");
}

#[test]
fn what_was_held_and_is_gone_does_not_count() {
    let office = Fake::new().with(|inner| inner.jobs = [at(0x40), Ok(None)].into());
    let mut port = office.port();
    port.patience.held = port.patience.whole;
    let job = Job { title: "Surat", pdf: &letter(Paper::A4), copies: 1, printer: None, stop: &|| false };
    let error = port.print(&job).unwrap_err().to_string();
    assert!(error.contains("hilang dari antrean: kertas habis"), "{error}");
}

#[test]
fn a_job_that_cannot_be_taken_back_is_told() {
    for (answers, expected) in
        [(vec![at(0x40)], "masih tertinggal di antrean"), (vec![at(0x40), Ok(None)], "periksa apakah kertasnya keluar")]
    {
        let office = Fake::new().with(|inner| {
            inner.jobs = answers.into();
            inner.clings = true;
        });
        let error = office.print(&letter(Paper::A4), 1).unwrap_err().to_string();
        assert!(error.contains("kertas habis") && error.contains(expected), "{error}");
    }
}

#[test]
fn nothing_is_left_of_what_was_stopped_or_refused_while_it_was_drawn() {
    let pdf = letter(Paper::A4);
    let office = Fake::new();
    let error = office.port().print(&Job { title: "Surat", pdf: &pdf, copies: 1, printer: None, stop: &|| true }).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (io::ErrorKind::Interrupted, "pencetakan dihentikan"));
    assert_eq!(office.told().last().unwrap(), "taken back");
    for (code, expected) in [(112, "ruang penyimpanan komputer penuh"), (1722, "Print Spooler"), (63, "dibatalkan di Windows")] {
        let office = Fake::new().with(|inner| inner.refusing = Some(code));
        let error = office.print(&pdf, 1).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(office.told(), ["begin Surat, 1", "taken back"]);
    }
}

#[test]
fn a_stop_in_the_queue_takes_the_job_back() {
    let office = Fake::new().with(|inner| inner.jobs = [at(0x10)].into());
    // Wished once the job has gone into the queue, where it stays.
    let stop = || office.told().contains(&"finish".to_owned());
    let job = Job { title: "Surat", pdf: &letter(Paper::A4), copies: 1, printer: None, stop: &stop };
    assert_eq!(office.port().print(&job).unwrap_err().kind(), io::ErrorKind::Interrupted);
    assert_eq!(office.told().last().unwrap(), "delete 7");
}

#[test]
fn a_printer_that_would_only_keep_it_gets_no_job() {
    let pdf = letter(Paper::A4);
    for (change, expected) in [
        ((0x1, "USB001", false), "antrean printer sedang dijeda"),
        ((0, "USB001", true), "luring"),
        ((0, "PORTPROMPT:", false), "menyimpan berkas"),
    ] {
        let (status, port, works_offline) = change;
        let office = Fake::new().with(|inner| {
            inner.described.status = status;
            inner.described.port = port.to_owned();
            inner.described.works_offline = works_offline;
        });
        let error = office.print(&pdf, 1).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert!(office.told().is_empty());
    }
    let gone = Fake::new().with(|inner| inner.printers.clear());
    assert!(gone.print(&pdf, 1).unwrap_err().to_string().contains("printer “Loket” tidak ada lagi"));
    let job = Job { title: "Surat", pdf: &pdf, copies: 1, printer: None, stop: &|| false };
    assert!(gone.port().print(&job).unwrap_err().to_string().contains("belum ada printer yang dipilih"));
}
