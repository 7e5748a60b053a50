//! Files as they come: what cannot be used is told in plain words, and the case stays as it was.

use sandika_shell_tests::{Parcel, Portal, Program, Window, button, paper, until};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const OTHER: &str =
    "//*[@id='berkas-lainnya']//button[starts-with(@aria-label, 'Pilih berkas') or starts-with(@aria-label, 'Tambah berkas')]";

/// What is brought, how it is made, and what is said of it.
type Bad = (&'static str, fn(&Path) -> PathBuf, &'static str);
const BAD: [Bad; 8] = [
    ("half a gigabyte", |folder| paper::hollow(folder, "besar.pdf", 500 << 20), "berkas terlalu besar, paling banyak 100 MB"),
    ("nothing in it", |folder| paper::file(folder, "kosong.pdf", b""), "Berkas kosong (0 bita)"),
    ("a folder", |folder| made(folder.join("map permohonan")), "ini folder, bukan berkas"),
    ("gone before it was read", |folder| folder.join("sudah dihapus.pdf"), "tidak ditemukan, mungkin sudah dipindahkan atau dihapus"),
    (
        "a program behind the ending of a picture",
        |folder| paper::file(folder, "foto.png", b"MZ\x90\x00 no picture"),
        "tidak sesuai dengan akhiran namanya",
    ),
    ("text behind the ending of a PDF", |folder| paper::file(folder, "surat.pdf", b"Kepada Yth."), "tidak sesuai dengan akhiran namanya"),
    ("a locked PDF", |folder| paper::locked(folder, "terkunci.pdf"), "PDF ini terkunci"),
    ("a private key", |folder| paper::file(folder, "kunci.pem", b"-----BEGIN PRIVATE KEY-----\n"), "kunci privat"),
];

fn made(folder: PathBuf) -> PathBuf {
    fs::create_dir(&folder).unwrap();
    folder
}

#[test]
fn what_cannot_be_used_is_refused_in_plain_words_and_harms_nothing() {
    let start = Program::new();
    let portal = Portal::stand(&start.screen);
    let papers = tempfile::tempdir().unwrap();
    let window = Window::open(&start);
    let case = window.open_cases().remove(0);
    window.show_case(&case);
    let before = start.peak_memory();
    for (what, make, words) in BAD {
        let path = make(papers.path());
        window.click(OTHER);
        portal.choose(&[&path]);
        until(what, || window.text("[role='alert']").contains(words).then_some(()));
        assert_eq!(window.case(&case)["revision"], case["revision"], "{what}");
    }
    // What is too large is not even read.
    let grown = start.peak_memory() - before;
    assert!(grown < 64 << 10, "{grown} KiB more");

    // After all that, a good one is taken.
    window.click(OTHER);
    portal.choose(&[&paper::pdf(papers.path(), "baik.pdf", "baik")]);
    window.text(&button("Lihat baik.pdf"));
    until("no complaint", || (!window.shows("[role='alert']")).then_some(()));
}

#[test]
fn names_as_long_as_a_disk_allows_and_of_many_scripts_are_kept() {
    let start = Program::new();
    let portal = Portal::stand(&start.screen);
    let papers = tempfile::tempdir().unwrap();
    let window = Window::open(&start);
    let case = window.open_cases().remove(0);
    window.show_case(&case);
    let long = format!("{}{}.pdf", "surat keterangan ñ 日本 عربى ".repeat(6), "a".repeat(35));
    assert_eq!(long.len(), 255);
    for name in [long.as_str(), "satu\nbaris dan \"kutip\" 'lain' #1 50%.pdf", "e\u{301}kor – 👩🏽‍💻.pdf"] {
        window.click(OTHER);
        portal.choose(&[&paper::pdf(papers.path(), name, name)]);
        let held = || {
            let view = window.case(&case);
            let steps = view["steps"].as_array()?.clone();
            steps
                .iter()
                .flat_map(|step| step["documents"].as_array().cloned().unwrap_or_default())
                .any(|file| file["name"] == name)
                .then_some(())
        };
        until(name, held);
        until("its row", || {
            window.run("return [...document.querySelectorAll('button')].some((button) => button.getAttribute('aria-label')?.includes(arguments[0]) ?? false);").as_bool().map(drop)
        });
    }
}

#[test]
fn a_file_dragged_out_of_another_window_is_attached_where_it_is_dropped() {
    let start = Program::new();
    let papers = tempfile::tempdir().unwrap();
    let window = Window::open(&start);
    let asks = |case: &Value| case["form"]["documents"][0]["id"].as_str().map(str::to_owned);
    let (case, document) =
        window.open_cases().into_iter().find_map(|case| Some((asks(&case)?, case))).map(|(id, case)| (case, id)).unwrap();
    window.show_case(&case);
    let row = format!("[id='berkas-{document}']");

    let mut parcel = Parcel::with(&paper::pdf(papers.path(), "diseret dari map.pdf", "diseret"), &start.screen);
    let place = window.middle(&row);
    parcel.take();
    parcel.carry(place);
    until("the word that it can be let go", || window.text(&row).contains("Lepaskan di sini").then_some(()));
    parcel.drop_here();
    window.text(&format!("//*[@id='berkas-{document}']{}", button("Lihat diseret dari map.pdf")));
    let view = window.case(&case);
    let held = view["form"]["documents"][0]["files"].as_array().unwrap();
    assert!(held.iter().any(|file| file["name"] == "diseret dari map.pdf"), "{held:?}");
}
