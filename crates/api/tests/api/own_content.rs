//! An office's own files: they join in, take the place of shipped ones, and never touch a running case.

use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::json;
use std::fs;

const SHIPPED: &str = include_str!("../../../../content/sops/natuna-pencabutan.toml");

fn put(office: &TestOffice, place: &str, text: &str) {
    let path = office.folder().join("kantor/content").join(place);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_running_case_keeps_the_sop_that_it_began_with() {
    let office = TestOffice::new();
    let own = SHIPPED.replace("id = \"natuna-pencabutan\"", "id = \"kantor-kami\"");
    put(&office, "sops/kantor-kami.toml", &own);
    let mut office = office.reopened();
    let mut walker = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 1);
    walker.pass();
    let (case, before) = (walker.case.clone(), walker.view());
    let changed =
        own.replace("waktu = \"20 menit\"", "waktu = \"40 menit\"").replace("Pemohon login ke dalam aplikasi AMS", "Pemohon masuk ke AMS");
    assert_ne!(changed, own);
    put(&office, "sops/kantor-kami.toml", &changed);
    let mut office = office.reopened();
    assert_eq!(office.ok("case_show", json!({ "case": case })), before, "editing an SOP touches no running case");
    let mut newer = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 2);
    assert_ne!(newer.view()["sop_hash"], before["sop_hash"]);
    assert_eq!(newer.view()["steps"][0]["standard"], 40);
    fs::remove_file(office.folder().join("kantor/content/sops/kantor-kami.toml")).unwrap();
    let mut office = office.reopened();
    let mut walker = Walker { office: &mut office, case, pace: chrono::TimeDelta::minutes(1) };
    walker.finish();
    assert_eq!(walker.view()["status"], "closed", "the pinned text is enough, though the file is gone");
}

/// The SOP with other words for everything that a case shows by name.
fn renamed(sop: &str) -> String {
    let words = [
        ("judul = \"Pencabutan Sertifikat Elektronik\"", "judul = \"Judul baru\""),
        ("nama = \"Pemohon\"", "nama = \"Pihak baru\""),
        ("label = \"Nomor tiket SITANTE\"", "label = \"Label baru\""),
        ("nama = \"Form Pencabutan Sertifikat Elektronik\"", "nama = \"Berkas baru\""),
    ];
    words.iter().fold(sop.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    })
}

#[test]
fn a_running_case_is_told_in_the_words_of_its_own_version() {
    let office = TestOffice::new();
    let own = SHIPPED.replace("id = \"natuna-pencabutan\"", "id = \"kantor-kami\"");
    put(&office, "sops/kantor-kami.toml", &own);
    let mut office = office.reopened();
    let mut walker = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 1);
    walker
        .office
        .ok("case_fill", json!({ "case": walker.case, "step": 1, "answers": { "tanggal_tiket": "2026-11-19", "nomor_tiket": "T-7" } }));
    walker.pass();
    let case = walker.case.clone();
    office.ok_now("case_wait", json!({ "case": case, "party": "pemohon", "why": "Berkas asli" }));
    let told = |office: &mut TestOffice| {
        let view = office.ok("case_show", json!({ "case": case }));
        (view, office.ok("case_timeline", json!({ "case": case })))
    };
    let (view, timeline) = told(&mut office);
    assert_eq!((&view["sop_title"], &view["waiting"]["party"]), (&json!("Pencabutan Sertifikat Elektronik"), &json!("Pemohon")));
    assert_eq!((&view["sop_government"], &view["sop_version"]), (&json!("Pemerintah Kabupaten Natuna"), &json!(1)));
    let parties =
        json!([{ "id": "pemohon", "name": "Pemohon", "outside": true }, { "id": "bsre-op", "name": "BSrE/OP", "outside": false }]);
    assert_eq!(view["parties"], parties);
    let done = &view["steps"][0];
    let answers = json!([
        { "field": "nomor_tiket", "label": "Nomor tiket SITANTE", "kind": "teks", "value": "T-7" },
        { "field": "tanggal_tiket", "label": "Tanggal tiket SITANTE", "kind": "tanggal", "value": "2026-11-19" },
    ]);
    assert_eq!(done["answers"], answers, "in the order of the form");
    assert_eq!(done["documents"][0]["title"], "Form Pencabutan Sertifikat Elektronik");
    put(&office, "sops/kantor-kami.toml", &renamed(&own));
    let mut office = office.reopened();
    let shown = office.ok("sop_show", json!({ "sop": "kantor-kami" }));
    assert_eq!(shown["definition"]["pelaksana"][0]["nama"], "Pihak baru", "the library has moved on");
    let kept = office.ok("sop_show", json!({ "sop": "kantor-kami", "version": view["sop_hash"] }));
    assert_eq!(kept["definition"]["pelaksana"][0]["nama"], "Pemohon", "the case's own version is shown on asking");
    assert_eq!((&shown["current"], &kept["current"]), (&json!(true), &json!(false)));
    office.refused("sop_show", json!({ "sop": "natuna-pencabutan", "version": view["sop_hash"] }));
    assert_eq!(told(&mut office), (view, timeline));
    let mut newer = Walker::open(&mut office, "kantor-kami", Some("pensiun"), 2);
    assert_eq!((&newer.view()["parties"][0]["name"], &newer.view()["sop_version"]), (&json!("Pihak baru"), &json!(2)));
}

#[test]
fn what_is_filled_in_and_said_is_told_by_name() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    while walker.view()["step"] != 9 {
        walker.pass();
    }
    let view = walker.view();
    let offered = json!([{ "message": "sertifikat-telah-dicabut", "name": "Sertifikat telah dicabut" }]);
    assert_eq!(view["form"]["messages"], offered);
    let chosen = view["steps"][3]["answers"].as_array().unwrap().iter().find(|answer| answer["kind"] == "alasan").unwrap();
    assert_eq!(chosen["value"], "Purna tugas (pensiun)", "a reason by its label");
    let case = walker.case.clone();
    office.ok(
        "message_record",
        json!({ "case": case, "step": 9, "message": "sertifikat-telah-dicabut", "way": "whatsapp", "text": "Sudah dicabut." }),
    );
    let timeline = office.ok("case_timeline", json!({ "case": case }));
    let last = &timeline.as_array().unwrap().last().unwrap()["facts"][0]["text"];
    assert_eq!(last, "Pesan “Sertifikat telah dicabut” disampaikan melalui WhatsApp");
    // An office may take a message away; what was said with it is still told.
    let own = include_str!("../../../../content/messages.toml").replace("id = \"sertifikat-telah-dicabut\"", "id = \"pesan-lain\"");
    put(&office, "messages.toml", &own);
    let mut office = office.reopened();
    let timeline = office.ok("case_timeline", json!({ "case": case }));
    assert_eq!(
        timeline.as_array().unwrap().last().unwrap()["facts"][0]["text"],
        "Pesan “sertifikat telah dicabut” disampaikan melalui WhatsApp"
    );
}

#[test]
fn a_faulty_file_is_left_aside_with_its_findings_and_the_shipped_one_holds() {
    let office = TestOffice::new();
    put(&office, "sops/natuna-pencabutan.toml", &SHIPPED.replace("ke = 7", "ke = 70").replace("wajib = true", "wajib = ya"));
    put(&office, "reasons.toml", "format = 1\n[[alasan]]\n");
    put(&office, "letters/surat-pernyataan.toml", "format = 1\nid = \"surat-pernyataan\"\n");
    put(&office, "calendar/libur-2026.toml", "rusak");
    put(&office, "sop/salah-tempat.toml", SHIPPED);
    let mut office = office.reopened();
    let findings = office.ok("content_findings", json!({}));
    let files: std::collections::BTreeSet<&str> =
        findings.as_array().unwrap().iter().map(|finding| finding["file"].as_str().unwrap()).collect();
    assert_eq!(
        files.into_iter().collect::<Vec<_>>(),
        [
            "calendar/libur-2026.toml",
            "letters/surat-pernyataan.toml",
            "reasons.toml",
            "sop/salah-tempat.toml",
            "sops/natuna-pencabutan.toml"
        ]
    );
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    assert_eq!(walker.finish().len(), 10);
    assert_eq!(office.ok("holiday_list", json!({ "year": 2026 })).as_array().unwrap().len(), 25);
}

#[test]
fn an_office_changes_a_letter_and_adds_a_holiday() {
    let office = TestOffice::new();
    let letter = include_str!("../../../../content/letters/kartu-kendali.toml").replace("\"KARTU KENDALI\"", "\"KARTU KENDALI SURAT\"");
    put(&office, "letters/kartu-kendali.toml", &letter);
    let holidays = include_str!("../../../../content/calendar/libur-2026.toml");
    let local = "\n[[libur]]\ntanggal = \"2026-10-12\"\nnama = \"Hari jadi kabupaten\"\njenis = \"lokal\"\nsumber = \"Keputusan Bupati\"\n";
    put(&office, "calendar/libur-2026.toml", &format!("{holidays}{local}"));
    let mut office = office.reopened();
    assert_eq!(office.ok("content_findings", json!({})), json!([]));
    let days = office.ok("holiday_list", json!({ "year": 2026 }));
    assert!(days.as_array().unwrap().iter().any(|day| day["date"] == "2026-10-12" && day["kind"] == "local"), "{days}");
    let walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let issued = json!({ "step": 1, "letter": { "case": walker.case, "template": "kartu-kendali", "values": sample::letter_values() } });
    let letter = walker.office.ok_now("letter_issue", issued);
    assert!(letter["case"]["letters"][0]["title"].as_str().unwrap().contains("Kartu Kendali"), "{}", letter["case"]["letters"][0]["title"]);
}

#[test]
fn a_slip_in_an_own_letter_is_told_with_its_code_and_its_part() {
    let office = TestOffice::new();
    let own = include_str!("../../../../content/letters/surat-pernyataan.toml").replacen("{pemilik.", "{pemilk.", 1);
    put(&office, "letters/surat-pernyataan.toml", &own);
    let findings = office.reopened().ok("content_findings", json!({}));
    let message = findings[0]["message"].as_str().unwrap();
    assert!(message.starts_with("(L003, bagian ") && message.contains("Mungkin maksudnya `pemilik."), "{findings}");
}

#[test]
fn two_own_files_with_one_id_are_named() {
    let office = TestOffice::new();
    let own = SHIPPED.replace("id = \"natuna-pencabutan\"", "id = \"sama\"");
    put(&office, "sops/a.toml", &own);
    put(&office, "sops/b.toml", &own);
    let mut office = office.reopened();
    let findings = office.ok("content_findings", json!({}));
    assert_eq!(findings[0]["file"], "sops/b.toml");
    assert!(findings[0]["message"].as_str().unwrap().contains("sops/a.toml"), "{findings}");
}
