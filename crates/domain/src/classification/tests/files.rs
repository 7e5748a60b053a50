//! Files as offices have them: sound ones in every form, and faulty ones with what is said of them.

use super::row;
use crate::classification::{FaultKind, ListFault, MOST_CODES, read};
use encoding_rs::{UTF_16LE, WINDOWS_1252};

#[test]
fn a_list_is_read_in_whatever_form_it_comes() {
    let expected = [row("000.1.2", "Rumah tangga, dalam negeri", ""), row("555.4", "Pos “dan” telekomunikasi", "lama")];
    for text in [
        "kode;uraian;keterangan\r\n555.4;Pos “dan” telekomunikasi;lama\r\n000.1.2;Rumah tangga, dalam negeri;\r\n",
        "555.4\tPos “dan” telekomunikasi\tlama\n000.1.2\tRumah tangga, dalam negeri\n",
        "kode,uraian,keterangan\n555.4,Pos “dan” telekomunikasi,lama\n000.1.2,\"Rumah tangga, dalam negeri\",\n",
        "Keterangan;KODE KLASIFIKASI;Nama\rlama;555.4;Pos “dan” telekomunikasi\r;000.1.2;Rumah tangga, dalam negeri\r",
        "No;Uraian;Kode;Ket.\n1;Pos “dan” telekomunikasi;555.4;lama\n2;Rumah tangga, dalam negeri;000.1.2;\n",
        "sep=,\n555.4,Pos “dan” telekomunikasi,lama\n000.1.2,\"Rumah tangga, dalam negeri\"\n",
        "\n\n  ;;\n555.4;  Pos   “dan”\u{a0}telekomunikasi ;lama;;;\n\n000.1.2;\"Rumah tangga,\ndalam negeri\";;\n",
        "555.4;Pos “dan” telekomunikasi;lama\n000.1.2;Rumah tangga, dalam negeri\n555.4;Pos “dan” telekomunikasi;lama",
    ] {
        let ansi = WINDOWS_1252.encode(text).0;
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(UTF_16LE.decode(&utf16).0, text, "the sample itself");
        for bytes in [text.as_bytes(), &[b"\xef\xbb\xbf", text.as_bytes()].concat(), &ansi, &utf16] {
            assert_eq!(read(bytes).as_deref(), Ok(&expected[..]), "{text}");
        }
    }
}

#[test]
fn a_heading_with_remarks_alone_takes_them_for_names() {
    assert_eq!(read(b"KODE,KETERANGAN\n555,Pos\n").unwrap(), [row("555", "Pos", "")]);
    assert_eq!(read(b"045;Klasifikasi\n").unwrap(), [row("045", "Klasifikasi", "")], "a name that could be a title");
}

#[test]
fn codes_stand_in_their_own_order() {
    let text = "KP.08.1;a\nKP;b\n000.10;c\n000.2;d\n000;e\n1;f\n000.2.1;g\n";
    let codes: Vec<String> = read(text.as_bytes()).unwrap().into_iter().map(|row| row.code).collect();
    assert_eq!(codes, ["000", "000.2", "000.2.1", "000.10", "1", "KP", "KP.08.1"]);
}

#[test]
fn every_fault_is_named_with_its_line() {
    let bad = |code: &str| FaultKind::BadCode(code.to_owned());
    let doubled = |first| FaultKind::Doubled { code: "555.1".into(), first };
    let long = "x".repeat(501);
    for (text, expected) in [
        ("", vec![(0, FaultKind::Empty)]),
        ("kode;uraian\n\n", vec![(0, FaultKind::Empty)]),
        ("PK\u{3}\u{4}", vec![(0, FaultKind::Workbook)]),
        ("555;a\0b", vec![(0, FaultKind::NotText)]),
        ("Kode;Judul\n555;Pos\n", vec![(1, FaultKind::NoNameColumn)]),
        ("555;Pos\n\n;Telepon\n000.1;\n;;\n", vec![(3, FaultKind::NoCode), (4, FaultKind::NoName)]),
        ("Sandi;Judul\n555;Pos\n", vec![(1, bad("Sandi"))]),
        ("000.1;a\n000.2;b\n555.;a\n.555;a\n5 5;a\n55,5;a\n5..5;a\nétape1;a\n5/5;a", {
            (3..).zip(["555.", ".555", "5 5", "55,5", "5..5", "étape1", "5/5"].map(bad)).collect()
        }),
        (&format!("{};a", "1.".repeat(20) + "1"), vec![(1, FaultKind::CodeTooLong)]),
        (&format!("1;{long}\n2;a;{long}"), vec![(1, FaultKind::NameTooLong), (2, FaultKind::NoteTooLong)]),
        ("\n555.1;Pos\n\n555.1;Telepon\n555.1;Pos\n", vec![(4, doubled(2))]),
        ("555.1;Pos\n555.1;Pos;baru\n", vec![(2, doubled(1))]),
        ("555;a\u{1}b\n", vec![(1, FaultKind::Control)]),
        ("555,Humas, pers, dan media\n", vec![(1, FaultKind::ExtraCells)]),
        ("kode;uraian\n555;Pos;sisa\n", vec![(2, FaultKind::ExtraCells)]),
        ("555;Pos\n556;\"Telepon\n557;Radio\n", vec![(2, FaultKind::OpenQuote)]),
        ("555|Pos", vec![(1, bad("555|Pos")), (1, FaultKind::NoName)]),
    ] {
        let expected: Vec<ListFault> = expected.into_iter().map(|(line, kind)| ListFault { line, kind }).collect();
        assert_eq!(read(text.as_bytes()), Err(expected), "{text:?}");
    }
}

#[test]
fn a_list_has_an_end_and_a_great_one_is_read_at_once() {
    let lines = |count: usize| (0..count).map(|number| format!("000.{number};Uraian ke-{number}\n")).collect::<String>();
    assert_eq!(read(lines(MOST_CODES).as_bytes()).map(|list| list.len()), Ok(MOST_CODES));
    let over = read(lines(MOST_CODES + 1).as_bytes()).unwrap_err();
    assert_eq!(over, [ListFault { line: 0, kind: FaultKind::TooMany }]);
}

#[test]
fn sentences_say_what_to_do() {
    let said: Vec<String> = read(b"555.1;Pos\n555.1;Telepon\n5-5;x\n").unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "Baris 2: Kode “555.1” sudah ada pada baris 1 dengan uraian atau keterangan lain. Sisakan satu saja; bila berkasnya dibuat di Excel, \
             periksa apakah angka nol di belakang kode hilang.",
            "Baris 3: Kode “5-5” tidak dapat dipakai. Kode terdiri atas angka dan huruf dengan titik di antaranya, misalnya 000.1.2.",
        ]
    );
    assert!(read(b"").unwrap_err()[0].to_string().starts_with("Berkas ini tidak berisi"));
}
