//! Agenda books: the numbers of a register and a period, saved and printed.

use sandika_api::ErrorCode;
use sandika_app::LongWork;
use sandika_app::ports::{PrintJob, Printer};
use sandika_testkit::{TestOffice, Walker};
use serde_json::{Value, json};
use std::io;
use std::process::Command;
use std::sync::{Arc, Mutex, Weak};

fn account(office: &mut TestOffice, first: u32, more: Value) {
    let mut told = json!({ "register": "keluar", "year": 2026, "first": first, "use": "buku", "about": format!("Undangan {first}") });
    told.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    office.ok("number_account", told);
}

/// Saves a book; answers with what was told of it and its pages as text.
fn saved(office: &mut TestOffice, request: &Value) -> (Value, Vec<String>) {
    let path = office.folder().join("agenda.pdf");
    let made = office.ok("agenda_book_save", json!({ "book": request, "path": path }));
    let read = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    assert!(read.status.success(), "{read:?}");
    let text = String::from_utf8(read.stdout).unwrap();
    let pages: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect();
    assert_eq!(made["pages"], pages.len());
    (made, pages)
}

/// The numbers that begin the rows of a book, in the order of its pages.
fn orders(pages: &[String]) -> Vec<u32> {
    let body = pages.iter().flat_map(|page| page.lines().skip_while(|line| !line.contains("No. urut")).skip(1));
    let first = |line: &str| line.trim_start().split([' ', '–']).next().and_then(|word| word.parse().ok());
    body.filter(|line| line.len() - line.trim_start().len() < 12).filter_map(first).collect()
}

/// One text without line breaks.
fn joined(pages: &[String]) -> String {
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_book_tells_what_became_of_every_number_in_order() {
    let mut office = TestOffice::new();
    account(&mut office, 1, json!({ "last": 3, "dated": "2026-03-01", "about": "Surat undangan menurut buku manual", "party": "Camat" }));
    account(&mut office, 6, json!({ "use": "tidak-dipakai", "about": "Lembar rusak tersiram kopi" }));
    account(
        &mut office,
        7,
        json!({ "use": "sistem-lain", "text": "B-7/SRI", "dated": "2026-05-02", "continues": true, "about": "Nota 😀" }),
    );
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let of = json!({ "case": walker.case, "letter": issued["letter"], "version": 1 });
    let with = |more: Value| {
        let mut of = of.clone();
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of
    };
    walker.office.ok("letter_number_elsewhere", with(json!({ "system": "SRIKANDI", "number": "B-12/2026" })));
    walker.office.ok("letter_void", with(json!({ "why": "Nama pejabat salah ketik" })));
    let again = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    let (made, pages) = saved(&mut office, &json!({ "register": "keluar" }));
    assert_eq!(made["numbers"], 9);
    assert_eq!(orders(&pages), [1, 4, 6, 7, 8, 9]);
    let text = joined(&pages);
    for words in [
        "PEMERINTAH KABUPATEN CONTOH",
        "BUKU AGENDA SURAT KELUAR",
        "Tahun 2026",
        "1–3",
        "01-03-2026",
        "Buku manual",
        "4–5",
        "2 nomor kosong, belum",
        "Tidak dipakai: Lembar",
        "B-7/SRI",
        "Diberikan sistem lain",
        "Nota ?",
        "BATAL 20-11-2026:",
        "SRIKANDI: B-12/2026",
        "Agenda 1/2026",
        again["number"].as_str().unwrap(),
        "9 nomor: 1 diterbitkan, 1 dibatalkan, 3 dari buku manual, 1 dari sistem lain, 1 tidak dipakai dengan alasan, dan 2 kosong.",
        "Nomor kosong yang belum dijelaskan: 2.",
        "diganti dengan “?”",
        "Kota Contoh, 20 November 2026",
        "Mengetahui,",
        "Dra. Contoh Kepala Dinas, M.Si.",
        "Contoh Petugas, A.Md.",
        "Dicetak 20 November 2026 pukul 09.",
        "WIB oleh petugas.",
    ] {
        assert!(text.contains(words), "{words}: {}", pages.join("\n"));
    }
    let (made, pages) = saved(&mut office, &json!({ "register": "keluar", "since": "2026-05-01", "until": "2026-11-19" }));
    assert_eq!((&made["numbers"], orders(&pages)), (&json!(1), vec![7]));
    let (_, pages) = saved(&mut office, &json!({ "register": "keluar", "since": "2026-03-01", "until": "2026-03-31" }));
    assert_eq!(orders(&pages), [1, 4, 6], "a number without a day goes with the one before it");
}

#[test]
fn the_agenda_of_incoming_letters_tells_the_requests() {
    let mut office = TestOffice::new();
    for number in 1..=2 {
        Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), number);
    }
    let told = json!({ "register": "masuk", "year": 2026, "first": 4, "use": "buku", "about": "Permohonan lewat loket", "party": "Camat", "dated": "2026-11-20",
        "continues": true, "text": "4/2026" });
    office.ok("number_account", told);
    let (_, pages) = saved(&mut office, &json!({ "register": "masuk" }));
    assert_eq!(orders(&pages), [1, 2, 3, 4]);
    let text = joined(&pages);
    for words in [
        "BUKU AGENDA SURAT MASUK",
        "Nomor agenda",
        "1/2026",
        "800/2/Dinkes",
        "19-11-2026",
        "Permohonan",
        "a.n.",
        "2 permohonan tercatat, 1 dari buku manual, dan 1 kosong",
    ] {
        assert!(text.contains(words), "{words}: {}", pages.join("\n"));
    }
}

#[test]
fn a_long_book_has_its_head_on_every_page() {
    let mut office = TestOffice::new();
    for first in (1..=240).filter(|first| first % 40 != 0) {
        let more = json!({ "party": "Sekretariat Daerah Kabupaten Contoh", "text": format!("000.6.5/{first}/Diskominfo.05"), "dated": "2026-02-01" });
        account(&mut office, first, more);
    }
    account(&mut office, 241, json!({ "continues": true }));
    let (made, pages) = saved(&mut office, &json!({ "register": "keluar" }));
    assert_eq!((&made["numbers"], orders(&pages)), (&json!(241), (1..=241).collect()));
    assert!(pages.len() > 5);
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("No. urut") && page.contains("Keterangan"), "{page}");
        assert!(page.contains(&format!("Halaman {} dari {}", at + 1, pages.len())), "{page}");
    }
    assert_eq!(joined(&pages).matches("Kosong, belum dijelaskan").count(), 6);
}

#[test]
fn what_cannot_be_is_refused_in_words_and_no_file_is_written() {
    let mut office = TestOffice::new();
    account(&mut office, 1, json!({ "dated": "2026-03-01" }));
    let path = office.folder().join("agenda.pdf");
    for (request, field, said) in [
        (json!({ "register": "masuk" }), "since", "Tidak ada nomor pada register surat masuk untuk tahun 2026"),
        (
            json!({ "register": "keluar", "since": "2026-04-01", "until": "2026-04-30" }),
            "since",
            "untuk 1 April 2026 sampai dengan 30 April 2026, sehingga bukunya tidak dibuat. Pilih kurun lain.",
        ),
        (json!({ "register": "keluar", "since": "2026-04-01", "until": "2026-03-01" }), "until", "mendahului awalnya (1 April 2026)"),
        (json!({ "register": "keluar", "since": "2025-12-01", "until": "2026-03-01" }), "until", "dalam satu tahun"),
        (json!({ "register": "nota" }), "register", "Register yang ada: keluar, masuk."),
    ] {
        let refused = office.refused("agenda_book_save", json!({ "book": request, "path": path }));
        assert_eq!((refused.code, refused.field.as_deref()), (ErrorCode::InvalidFields, Some(field)), "{request}");
        assert!(refused.message.contains(said), "{}", refused.message);
        let arguments = json!({ "book": request, "copies": 1, "way": "printer" });
        assert_eq!(office.refused("agenda_book_print", arguments).message, refused.message);
    }
    assert!(!path.exists());
    let print = |copies: u32, way: &str| json!({ "book": { "register": "keluar" }, "copies": copies, "way": way });
    for (copies, way, field) in [(0, "printer", "copies"), (100, "printer", "copies"), (1, "folder", "way")] {
        assert_eq!(office.refused("agenda_book_print", print(copies, way)).field.as_deref(), Some(field));
    }
    let missing = office.folder().join("tidak/ada/agenda.pdf");
    assert_eq!(office.refused("agenda_book_save", json!({ "book": { "register": "keluar" }, "path": missing })).code, ErrorCode::File);
    assert_eq!(office.ok("print_log", json!({})), json!([]), "nothing was sent");
}

/// A printer that ends as it is told to, once for each job.
struct ToldPrinter {
    ends: Mutex<Vec<io::Result<&'static str>>>,
    jobs: Mutex<Vec<(String, u32, Option<String>)>>,
}

impl Printer for ToldPrinter {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        assert!(job.pdf.starts_with(b"%PDF-1.7"));
        self.jobs.lock().unwrap().push((job.title.to_owned(), job.copies, job.printer.map(str::to_owned)));
        self.ends.lock().unwrap().pop().unwrap().map(str::to_owned)
    }
}

#[test]
fn a_printed_book_takes_no_number_and_stands_in_the_log() {
    let ends = Mutex::new(vec![Err(io::Error::other("kertas habis")), Ok("Loket")]);
    let printer = Arc::new(ToldPrinter { ends, jobs: Mutex::default() });
    let mut office = TestOffice::new().printing_with(printer.clone(), None);
    account(&mut office, 1, json!({ "dated": "2026-03-01", "continues": true }));
    let print = json!({ "book": { "register": "keluar" }, "copies": 2, "way": "printer", "printer": "Lantai 2" });
    let made = office.ok("agenda_book_print", print.clone());
    assert_eq!(made, json!({ "numbers": 1, "pages": 1 }));
    assert_eq!(*printer.jobs.lock().unwrap(), [("Buku agenda surat keluar 2026".to_owned(), 2, Some("Lantai 2".to_owned()))]);
    let refused = office.refused("agenda_book_print", print);
    assert_eq!(refused.code, ErrorCode::Outside);
    assert!(refused.message.contains("kertas habis"), "{}", refused.message);
    assert_eq!(office.ok("register_show", json!({ "register": "keluar" }))["next"], 2);
    let told = |office: &mut TestOffice| office.ok("print_log", json!({}));
    let log = told(&mut office);
    let shown: Vec<_> =
        log.as_array().unwrap().iter().map(|row| (row["result"].clone(), row["why"].clone(), row["printer"].clone())).collect();
    assert_eq!(shown, [(json!("gagal"), json!("kertas habis"), json!("Lantai 2")), (json!("tercetak"), json!(""), json!("Loket"))]);
    assert_eq!((&log[0]["title"], &log[0]["letter"]), (&json!("Buku agenda surat keluar, tahun 2026"), &Value::Null));
    assert_eq!((&log[1]["by"], &log[1]["copies"]), (&json!("petugas"), &json!(2)));
    office.ok("store_rebuild", json!({}));
    assert_eq!(told(&mut office), log, "the same after a rebuild");
    assert_eq!(office.ok("store_verify", json!({}))["problems"], json!([]));
}

#[test]
fn a_book_that_is_stopped_leaves_nothing() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let work = Arc::new_cyclic(|itself: &Weak<LongWork>| {
        let (itself, told) = (itself.clone(), told.clone());
        LongWork::telling(move |progress| {
            told.lock().unwrap().push(progress);
            itself.upgrade().unwrap().stop();
        })
    });
    let mut office = TestOffice::new().watched_by(work);
    account(&mut office, 1, json!({ "dated": "2026-03-01" }));
    let path = office.folder().join("agenda.pdf");
    assert_eq!(office.refused("agenda_book_save", json!({ "book": { "register": "keluar" }, "path": path })).code, ErrorCode::Stopped);
    assert_eq!(
        office.refused("agenda_book_print", json!({ "book": { "register": "keluar" }, "copies": 1, "way": "printer" })).code,
        ErrorCode::Stopped
    );
    assert!(!path.exists() && !told.lock().unwrap().is_empty());
    assert_eq!(office.ok("print_log", json!({})), json!([]));
}
