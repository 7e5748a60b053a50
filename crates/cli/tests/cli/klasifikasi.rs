//! `klasifikasi impor` and `klasifikasi daftar`: a list is tried, taken, refused whole, and written out again.

use crate::support::Desk;
use std::fs;

#[test]
fn a_list_is_tried_then_taken_then_written_so_that_it_can_be_taken_again() {
    let desk = Desk::new();
    let file = desk.path("daftar.csv");
    fs::write(&file, "KODE,NAMA\r\n555.4,\"Pos, telepon\"\r\n000.10,Humas\r\n000.2,Rapat\r\n").unwrap();
    let path = file.to_str().unwrap();
    let import = |more: &[&str]| desk.run(&[&["klasifikasi", "impor", path], more].concat());

    let tried = import(&["--coba"]);
    let expected = "baru: 3\nberubah: 0\ntetap: 0\ndihapus: 0\nHanya diperiksa; tidak ada yang diambil.\n";
    assert_eq!((tried.status, tried.out.as_str(), tried.err.as_str()), (Some(0), expected, ""));
    let empty = desk.run(&["klasifikasi", "daftar"]).out;
    assert_eq!(empty, "Daftar klasifikasi masih kosong. Isi dengan: sandika klasifikasi impor FILE.csv\n");

    assert!(import(&[]).out.ends_with("Daftar klasifikasi diambil.\n"));
    assert!(import(&[]).out.ends_with("tetap: 3\ndihapus: 0\nTidak ada yang berubah.\n"));
    let list = "000.2   Rapat\n000.10  Humas\n555.4   Pos, telepon\n";
    assert_eq!(desk.run(&["klasifikasi", "daftar"]).out, list);
    let json = desk.run(&["klasifikasi", "daftar", "--json"]).out;
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()[2]["name"], "Pos, telepon");

    let copy = desk.path("salinan.csv");
    let saved = desk.run(&["klasifikasi", "daftar", "--ke", copy.to_str().unwrap()]);
    assert_eq!(saved.out, format!("Daftar klasifikasi disimpan di {}.\n", copy.display()));
    fs::write(&file, "555.4;Pos\n").unwrap();
    assert!(import(&["--ganti"]).out.starts_with("baru: 0\nberubah: 1\ntetap: 0\ndihapus: 2\n"));
    assert_eq!(desk.run(&["klasifikasi", "daftar"]).out, "555.4  Pos\n");
    desk.run(&["klasifikasi", "impor", copy.to_str().unwrap()]);
    assert_eq!(desk.run(&["klasifikasi", "daftar"]).out, list);
}

#[test]
fn a_faulty_file_is_refused_whole_with_every_line() {
    let desk = Desk::new();
    let file = desk.path("salah.csv");
    fs::write(&file, "kode;uraian\n000.1;Umum\n;Tanpa kode\n5 5;Pos\n").unwrap();
    let path = file.to_str().unwrap();
    for more in [&[][..], &["--coba"]] {
        let run = desk.run(&[&["klasifikasi", "impor", path], more].concat());
        let lines: Vec<&str> = run.out.lines().collect();
        assert_eq!((run.status, lines.len()), (Some(1), 3), "{run:?}");
        assert!(lines[0].starts_with(&format!("{path}:3: Kode kosong.")), "{run:?}");
        assert!(lines[1].starts_with(&format!("{path}:4: Kode “5 5” tidak dapat dipakai.")), "{run:?}");
        assert_eq!(lines[2], "Tidak diambil: 2 kesalahan. Daftar yang lama tetap berlaku.");
    }
    let many: String = (0..150).map(|number| format!("{number}\n")).collect();
    fs::write(&file, many).unwrap();
    let run = desk.run(&["klasifikasi", "impor", path]);
    assert!(run.out.ends_with("… dan 50 kesalahan lain.\nTidak diambil: 150 kesalahan. Daftar yang lama tetap berlaku.\n"), "{run:?}");
    let missing = desk.run(&["klasifikasi", "impor", "tidak-ada.csv"]);
    assert_eq!(missing.status, Some(1));
    assert!(missing.err.contains("tidak-ada.csv tidak dapat dipakai"), "{missing:?}");
    let nothing = desk.run(&["klasifikasi", "daftar", "--ke", path]);
    assert!(nothing.status == Some(1) && nothing.err.contains("masih kosong"), "{nothing:?}");
    for line in
        [&["klasifikasi", "impor"][..], &["klasifikasi", "impor", "a", "b"], &["klasifikasi", "daftar", "--ganti"], &["klasifikasi"]]
    {
        assert_eq!(desk.run(line).status, Some(2), "{line:?}");
    }
}
