//! The next number of a register, before it is taken.

#![allow(clippy::unwrap_used, reason = "test code")]

use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};

fn next(office: &mut TestOffice, register: &str, fields: Value) -> Value {
    office.ok("number_next", json!({ "register": register, "fields": fields }))
}

#[test]
fn the_settings_show_the_number_that_the_register_gives_next() {
    let mut office = TestOffice::new();
    let registers = sample::profile()["registers"].clone();
    assert_eq!(next(&mut office, "masuk", registers["masuk"].clone()), json!({ "number": 1, "text": "1/2026", "fault": null }));
    let mut walker = Walker::open(&mut office, "demak-pencabutan", Some("pensiun"), 1);
    walker.pass();
    let letter = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let told = next(walker.office, "keluar", registers["keluar"].clone());
    let issued = walker.office.ok_now("letter_issue", json!({ "step": 2, "letter": letter }));
    assert_eq!(told["text"], issued["number"], "what was shown is what was given");
    assert_eq!(next(&mut office, "masuk", json!({ "pattern": "A-{urut:4}/{bulan_romawi}/{tahun}" }))["text"], "A-0002/XI/2026");
    let typed = json!({ "pattern": "{urut}.{unit}", "unit": "Kominfo" });
    assert_eq!(next(&mut office, "keluar", typed.clone()), json!({ "number": 2, "text": "2.Kominfo", "fault": null }));
    assert_eq!(next(&mut office, "lain", typed)["number"], 1, "a register that is only being thought of");
    let used = office.ok("number_list", json!({ "register": "keluar", "year": 2026 }));
    assert_eq!(used.as_array().unwrap().len(), 1, "looking takes nothing");
}

#[test]
fn a_faulty_pattern_says_so_in_words() {
    let mut office = TestOffice::new();
    for (pattern, said) in [
        ("{urut", "Kurung kurawal pada posisi 1 tidak berpasangan. Tulis bagian nomor sebagai {nama}."),
        ("nomor", "Pola nomor harus memuat {urut}; tanpa itu semua surat bernomor sama."),
        ("{urut}/{unit}", "Nomor surat memerlukan {unit}, tetapi isinya kosong. Lengkapi di pengaturan kantor."),
    ] {
        assert_eq!(next(&mut office, "keluar", json!({ "pattern": pattern })), json!({ "number": 1, "text": null, "fault": said }));
    }
    let strange = next(&mut office, "keluar", json!({ "pattern": "{urut}/{hari}" }));
    assert!(strange["fault"].as_str().unwrap().starts_with("Bagian {hari} pada posisi 8 tidak dikenal."), "{strange}");
}
