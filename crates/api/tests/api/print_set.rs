//! Print sets: several papers of a case in one go, in their order, each with its own end in the print log.

use sandika_app::Outlet;
use sandika_app::ports::{PrintJob, Printer};
use sandika_domain::letter::model::Paper;
use sandika_testkit::{TestOffice, Walker};
use serde_json::{Value, json};
use std::io;
use std::sync::{Arc, Mutex};

/// A printer that keeps what it was given, and refuses whatever is called by one of these words.
#[derive(Default)]
struct Tray {
    printed: Mutex<Vec<(String, u32, Option<Paper>)>>,
    refused: Mutex<Vec<&'static str>>,
}

impl Printer for Tray {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        assert!(job.pdf.starts_with(b"%PDF"));
        if self.refused.lock().unwrap().iter().any(|word| job.title.contains(word)) {
            return Err(io::Error::other("kertas habis"));
        }
        self.printed.lock().unwrap().push((job.title.split(" v").next().unwrap().to_owned(), job.copies, job.paper));
        Ok("Loket".to_owned())
    }
}

impl Tray {
    /// What came out, by the first words of each title.
    fn titles(&self) -> Vec<String> {
        let printed = self.printed.lock().unwrap();
        printed
            .iter()
            .map(|(title, copies, _)| format!("{} ×{copies}", title.split_whitespace().take(2).collect::<Vec<_>>().join(" ")))
            .collect()
    }
}

/// An office which a printer serves, with a case whose recommendation is issued and not printed yet.
fn office(tray: &Arc<Tray>) -> (TestOffice, String) {
    let mut office = TestOffice::new().printing_with(tray.clone(), None);
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let case = walker.case;
    let letter = json!({ "case": case, "template": "surat-rekomendasi-pencabutan" });
    office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    (office, case)
}

fn shown(office: &mut TestOffice, case: &str) -> Vec<Value> {
    office.ok("print_set_show", json!({ "case": case })).as_array().unwrap().clone()
}

fn item(paper: &Value, copies: u32) -> Value {
    let mut item = json!({ "template": paper["template"], "copies": copies });
    if !paper["letter"].is_null() {
        (item["letter"], item["version"]) = (paper["letter"].clone(), paper["version"].clone());
    }
    item
}

/// The papers that are suggested, one copy each.
fn suggested(office: &mut TestOffice, case: &str) -> Vec<Value> {
    shown(office, case).iter().filter(|paper| paper["suggested"] == true).map(|paper| item(paper, 1)).collect()
}

fn send(office: &mut TestOffice, case: &str, papers: &[Value], reason: &str) -> Vec<Value> {
    let set = json!({ "case": case, "papers": papers, "way": "printer", "reason": reason });
    office.ok("print_set_send", set).as_array().unwrap().clone()
}

fn carry(office: &mut TestOffice) {
    while let Some(parcel) = office.office.begin_outgoing(Outlet::Printer).unwrap() {
        let outcome = parcel.carry();
        office.office.settle_outgoing(&parcel, outcome).unwrap();
    }
}

/// The print log as lines, the oldest first.
fn log(office: &mut TestOffice) -> Vec<String> {
    let rows = office.ok("print_log", json!({}));
    let line = |row: &Value| {
        let word = |name: &str| row[name].as_str().unwrap().to_owned();
        format!(
            "{}: {} {} {}",
            word("title").split_whitespace().take(2).collect::<Vec<_>>().join(" "),
            word("result"),
            word("why"),
            word("reason")
        )
    };
    rows.as_array().unwrap().iter().rev().map(|row| line(row).trim().to_owned()).collect()
}

fn is_sound(office: &mut TestOffice) {
    office.ok("store_rebuild", json!({}));
    let report = office.ok("store_verify", json!({}));
    assert_eq!(report["sound"], true, "{report}");
}

#[test]
fn a_set_comes_out_in_its_order_with_companions_made_for_it() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    let papers = shown(&mut office, &case);
    let told: Vec<_> =
        papers.iter().map(|paper| (paper["template"].as_str().unwrap(), paper["letter"].is_null(), paper["suggested"] == true)).collect();
    let expected = [
        ("surat-rekomendasi-pencabutan", false, true),
        ("lembar-disposisi", false, true),
        ("daftar-kelengkapan", true, true),
        ("kartu-kendali", true, false),
        ("tanda-terima-berkas", true, false),
    ];
    assert_eq!(told, expected);
    assert!(papers.iter().all(|paper| paper["why"] == json!([]) && paper["paper"] == "f4"), "{papers:?}");

    let mut chosen = suggested(&mut office, &case);
    chosen[1]["copies"] = json!(2);
    let lines = send(&mut office, &case, &chosen, "");
    assert!(lines.iter().all(|line| line["why"] == json!([]) && line["queued"]["state"] == "menunggu"), "{lines:?}");
    let queue = office.ok("outgoing_list", json!({}));
    let order = |list: &Value| list.as_array().unwrap().iter().map(|one| one["letter"].clone()).collect::<Vec<_>>();
    assert_eq!(order(&queue), lines.iter().map(|line| line["letter"].clone()).collect::<Vec<_>>());
    carry(&mut office);
    assert_eq!(tray.titles(), ["Surat Rekomendasi ×1", "Lembar Disposisi ×2", "Daftar Kelengkapan ×1"]);
    assert!(tray.printed.lock().unwrap().iter().all(|(_, _, paper)| *paper == Some(Paper::F4)), "a job names its paper");
    assert_eq!(log(&mut office), ["Surat Rekomendasi: tercetak", "Lembar Disposisi: tercetak", "Daftar Kelengkapan: tercetak"]);

    // What is out is listed as printed, and is not suggested again; no number was used for the companions.
    let papers = shown(&mut office, &case);
    let told: Vec<_> = papers
        .iter()
        .map(|paper| (paper["printed"].as_u64().unwrap(), paper["suggested"] == true, paper["reason_needed"] == true))
        .collect();
    assert_eq!(told, [(1, false, true), (2, false, true), (1, false, true), (0, false, false), (0, false, false)]);
    let used = office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    assert_eq!(used.as_array().unwrap().len(), 1);
    is_sound(&mut office);
}

#[test]
fn one_that_is_refused_is_recorded_as_failed_and_tried_again_alone() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    tray.refused.lock().unwrap().push("Disposisi");
    let chosen = suggested(&mut office, &case);
    let lines = send(&mut office, &case, &chosen, "");
    carry(&mut office);
    assert_eq!(tray.titles(), ["Surat Rekomendasi ×1", "Daftar Kelengkapan ×1"], "one that is refused holds up no other");
    assert_eq!(log(&mut office)[1], "Lembar Disposisi: gagal kertas habis");
    let queue = office.ok("outgoing_list", json!({}));
    assert_eq!((queue.as_array().unwrap().len(), &queue[0]["id"], &queue[0]["state"]), (1, &lines[1]["queued"]["id"], &json!("gagal")));
    tray.refused.lock().unwrap().clear();
    office.ok("outgoing_retry", json!({ "id": queue[0]["id"] }));
    carry(&mut office);
    assert_eq!(tray.titles().last().unwrap(), "Lembar Disposisi ×1");
    assert_eq!((office.ok("outgoing_list", json!({})), log(&mut office).len()), (json!([]), 4));
    is_sound(&mut office);
}

#[test]
fn a_set_that_is_cancelled_prints_no_more_and_the_log_says_so() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    let chosen = suggested(&mut office, &case);
    let lines = send(&mut office, &case, &chosen, "");
    let first = office.office.begin_outgoing(Outlet::Printer).unwrap().unwrap();
    let outcome = first.carry();
    office.office.settle_outgoing(&first, outcome).unwrap();
    for line in &lines[1..] {
        office.ok("outgoing_drop", json!({ "id": line["queued"]["id"] }));
    }
    carry(&mut office);
    assert_eq!(tray.titles(), ["Surat Rekomendasi ×1"]);
    let dropped = "dihentikan dihapus dari antrean oleh petugas";
    assert_eq!(log(&mut office)[1..], [format!("Lembar Disposisi: {dropped}"), format!("Daftar Kelengkapan: {dropped}")]);
    is_sound(&mut office);
}

#[test]
fn the_reason_is_asked_once_and_kept_with_those_that_were_printed_before() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    let recommendation = item(&shown(&mut office, &case)[0], 1);
    send(&mut office, &case, std::slice::from_ref(&recommendation), "");
    carry(&mut office);
    let mut both = vec![recommendation];
    both.extend(suggested(&mut office, &case));
    let before = office.ok("case_show", json!({ "case": case }))["letters"].clone();
    let refused = office.refused("print_set_send", json!({ "case": case, "papers": both, "way": "printer", "reason": " " }));
    assert_eq!(refused.field.as_deref(), Some("reason"));
    assert_eq!(office.ok("case_show", json!({ "case": case }))["letters"], before, "nothing is issued before the reason is told");
    assert_eq!(office.ok("outgoing_list", json!({})), json!([]));
    send(&mut office, &case, &both, "Cetakan rusak");
    carry(&mut office);
    let told = log(&mut office);
    let expected = ["Surat Rekomendasi: tercetak  Cetakan rusak", "Lembar Disposisi: tercetak", "Daftar Kelengkapan: tercetak"];
    assert_eq!(told[1..], expected);
    is_sound(&mut office);
}

#[test]
fn a_companion_is_made_anew_where_the_case_has_changed() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    let chosen = suggested(&mut office, &case);
    send(&mut office, &case, &chosen, "");
    carry(&mut office);
    let list = |office: &mut TestOffice| shown(office, &case).into_iter().find(|paper| paper["template"] == "daftar-kelengkapan").unwrap();
    let first = list(&mut office);
    assert_eq!((&first["outdated"], &first["version"]), (&json!(false), &json!(1)));
    Walker { office: &mut office, case: case.clone(), pace: chrono::TimeDelta::minutes(3) }.pass();
    let old = list(&mut office);
    assert_eq!(old["outdated"], true);
    let mut again = item(&old, 1);
    again["renew"] = json!(true);
    let lines = send(&mut office, &case, &[again.clone()], "");
    assert_eq!((&lines[0]["letter"], &lines[0]["version"], &lines[0]["why"]), (&old["letter"], &json!(2), &json!([])));
    carry(&mut office);
    let new = list(&mut office);
    assert_eq!((&new["outdated"], &new["version"], &new["printed"]), (&json!(false), &json!(2), &json!(1)));
    // What the officer saw is no longer the newest version.
    let lines = send(&mut office, &case, &[again], "");
    assert!(lines[0]["queued"].is_null() && lines[0]["why"][0].as_str().unwrap().contains("menjadi versi 2"), "{lines:?}");
    is_sound(&mut office);
}

#[test]
fn what_cannot_be_part_of_a_set_is_told_and_changes_nothing() {
    let tray = Arc::new(Tray::default());
    let (mut office, case) = office(&tray);
    let papers = shown(&mut office, &case);
    let (letter, sheet) = (item(&papers[0], 1), item(&papers[1], 1));
    for (chosen, field) in [
        (json!([]), "papers"),
        (json!([sheet, sheet]), "papers"),
        (json!([{ "template": "lembar-disposisi", "copies": 0 }]), "copies"),
        (json!([{ "template": "lembar-disposisi", "copies": 100 }]), "copies"),
        (json!([{ "template": "lembar-disposisi", "copies": 1, "letter": "bukan" }]), "letter"),
    ] {
        let error = office.refused("print_set_send", json!({ "case": case, "papers": chosen, "way": "printer" }));
        assert_eq!(error.field.as_deref(), Some(field), "{chosen}: {}", error.message);
    }
    let nowhere = office.refused("print_set_send", json!({ "case": case, "papers": [sheet], "way": "folder" }));
    assert_eq!(nowhere.field.as_deref(), Some("way"));
    // A paper's own trouble is told at the paper; the others go out.
    let numbered = json!({ "template": "surat-pemberitahuan", "copies": 1 });
    let stranger = json!({ "template": "lembar-disposisi", "copies": 1, "letter": "0190b0a0-0000-7000-8000-000000000000" });
    let lines = send(&mut office, &case, &[numbered, stranger, letter.clone()], "");
    let told: Vec<_> = lines.iter().map(|line| (line["queued"].is_null(), line["why"].as_array().unwrap().len())).collect();
    assert_eq!(told, [(true, 1), (true, 1), (false, 0)], "{lines:?}");
    carry(&mut office);
    assert_eq!(tray.titles(), ["Surat Rekomendasi ×1"]);

    // A void letter is no part of a set any more, and is refused where the officer still saw it.
    let void = json!({ "case": case, "letter": letter["letter"], "version": 1, "why": "salah nama" });
    office.ok_now("letter_void", void);
    assert!(shown(&mut office, &case).iter().all(|paper| paper["letter"] != letter["letter"]));
    let lines = send(&mut office, &case, &[letter], "arsip");
    assert!(lines[0]["queued"].is_null() && lines[0]["why"].as_array().unwrap().len() == 1, "{lines:?}");
    is_sound(&mut office);
}

#[test]
fn a_companion_that_lacks_something_says_what_and_leaves_the_others_alone() {
    let tray = Arc::new(Tray::default());
    let mut office = TestOffice::bare().printing_with(tray.clone(), None);
    office.ok("office_record", sandika_testkit::sample::profile());
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    walker.fill();
    let case = walker.case;
    let papers = shown(&mut office, &case);
    let sheet = papers.iter().find(|paper| paper["template"] == "lembar-disposisi").unwrap();
    assert_eq!((&sheet["suggested"], sheet["why"].as_array().unwrap().len()), (&json!(false), 1), "{sheet}");
    assert!(sheet["why"][0].as_str().unwrap().contains("kepala-dinas"), "{sheet}");
    let list = papers.iter().find(|paper| paper["template"] == "daftar-kelengkapan").unwrap();
    let lines = send(&mut office, &case, &[item(sheet, 1), item(list, 1)], "");
    assert!(lines[0]["queued"].is_null() && lines[1]["why"] == json!([]), "{lines:?}");
    carry(&mut office);
    assert_eq!(tray.titles(), ["Daftar Kelengkapan ×1"]);
}

#[test]
fn a_case_that_has_ended_prints_what_it_has() {
    let tray = Arc::new(Tray::default());
    let mut office = TestOffice::new().printing_with(tray.clone(), None);
    let mut walker = Walker::open(&mut office, "natuna-pembaruan", None, 1);
    walker.finish();
    let case = walker.case;
    let papers = shown(&mut office, &case);
    assert!(!papers.is_empty() && papers.iter().all(|paper| paper["letter"].is_string()), "{papers:?}");
    let chosen: Vec<_> = papers.iter().map(|paper| item(paper, 1)).collect();
    send(&mut office, &case, &chosen, "");
    carry(&mut office);
    assert_eq!(tray.printed.lock().unwrap().len(), papers.len());
}
