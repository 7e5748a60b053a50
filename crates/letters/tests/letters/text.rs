//! What a reader of the text layer finds: every word, in order.

use crate::common::*;
use sandika_domain::letter::model::{Align, Block, Head, LetterModel, Typeface};
use sandika_letters::{LetterError, Place, render, render_with_pages};

const LINE_CROSSING: &str = "Berdasarkan Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah \
    dengan Peraturan Pemerintah Nomor 17 Tahun 2020, serta memperhatikan surat Kepala Badan Kepegawaian Nomor 800/112/BKPSDM/2026 tanggal 3 November 2026";

#[test]
fn sentences_quotes_dashes_and_hyphens_are_found_in_every_face() {
    for typeface in [Typeface::Arimo, Typeface::Tinos, Typeface::Bonum] {
        let mut model = correspondence();
        model.page.typeface = typeface;
        let text = text(&render(&model).unwrap());
        for phrase in [
            LINE_CROSSING,
            "dokumen persyaratan masing-masing pegawai dimaksud",
            "yang bernilai “Sah”, serta",
            "tanggal 24–28 November 2026 secara daring.",
            "PEMERINTAH KABUPATEN CONTOH MAKMUR DINAS KOMUNIKASI DAN INFORMATIKA",
            "Kota Baru, 21 November 2026",
            "Drs. H. Bambang Sutrisno, M.M. Pembina Utama Muda NIP 19680815 199303 1 006",
            "Tembusan: 1. Bupati Contoh Makmur 2. Inspektur Daerah Kabupaten Contoh Makmur",
            "Kode ini menautkan pindaian surat dengan perkaranya.",
        ] {
            assert!(text.contains(phrase), "{typeface:?}: {phrase}\n{text}");
        }
    }
}

#[test]
fn labels_colons_and_values_stand_on_one_line() {
    let page = pages_of_text(&render(&recommendation()).unwrap()).remove(0);
    let lines: Vec<String> = page.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for expected in ["Nama : Dr. Siti Rahmawati, M.Pd.", "NIP : 19780512 200312 2 004", "2. pemilik menjaga kerahasiaan passphrase; dan"] {
        assert!(lines.iter().any(|line| line == expected), "{expected}\n{page}");
    }
    let colons: Vec<usize> =
        page.lines().filter(|line| line.starts_with("Nama") || line.starts_with("NIP")).filter_map(|line| line.find(':')).collect();
    assert!(colons.len() == 4 && colons.windows(2).all(|pair| pair[0] == pair[1]), "{colons:?}");
}

#[test]
fn a_table_of_200_rows_repeats_its_head_and_loses_no_row() {
    let model = LetterModel { blocks: vec![owners(200)], ..correspondence() };
    let rendered = render_with_pages(&model).unwrap();
    let pages = pages_of_text(&rendered.bytes);
    assert_eq!(pages.len(), rendered.pages);
    let mut next = 1;
    for page in &pages {
        let has_row = |number: i32| page.lines().any(|line| line.trim_start().starts_with(&format!("{number}. ")) && line.contains(" 19"));
        let heads = page.lines().filter(|line| line.contains("No.") && line.contains("Jabatan")).count();
        assert_eq!(heads, usize::from(has_row(next)), "{page}");
        while has_row(next) {
            next += 1;
        }
    }
    assert_eq!(next, 201);
}

#[test]
fn a_row_higher_than_a_page_goes_on_over_pages() {
    let text = (1..=900).map(|at| format!("kata{at}")).collect::<Vec<_>>().join(" ");
    let Block::Table { columns, .. } = owners(0) else { unreachable!() };
    let row = vec!["1.".to_owned(), text.clone(), "19780512 200312 2 004".to_owned(), String::new()];
    let model = LetterModel { blocks: vec![Block::Table { columns, rows: vec![row] }], ..correspondence() };
    let pages = pages_of_text(&render(&model).unwrap());
    assert!(pages.len() > 2);
    let all = pages.join(" ");
    let found: Vec<&str> = all.split_whitespace().filter(|word| word.starts_with("kata")).collect();
    assert_eq!(found.join(" "), text);
}

#[test]
fn very_long_paragraphs_and_names_are_wrapped_never_cut() {
    let sentence = "Sertifikat elektronik pegawai yang bersangkutan dicabut sejak tanggal keputusan ini berlaku. ";
    let long = sentence.repeat(4000 / sentence.len() + 1);
    let office =
        "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK, PERSANDIAN, PEMBERDAYAAN MASYARAKAT DAN DESA SERTA PENGENDALIAN PENDUDUK DAN KELUARGA";
    assert!(office.len() >= 120);
    let mut model = LetterModel { blocks: vec![paragraph(&long)], ..correspondence() };
    if let Some(letterhead) = &mut model.letterhead {
        letterhead.office = office.into();
    }
    model.signatures[0].name = "Prof. Dr. Ir. H. Muhammad Fakhruddin Abdurrahman Wahidiyat, S.T., M.T., M.Sc., Ph.D.".into();
    let text = text(&render(&model).unwrap());
    assert!(text.contains(office), "{text}");
    assert!(text.contains(&model.signatures[0].name), "{text}");
    assert_eq!(text.matches("bersangkutan").count(), long.len() / sentence.len(), "{text}");
}

#[test]
fn latin_letters_beyond_ascii_and_no_break_spaces_extract_plainly() {
    let input = "Ñandú Şahin Łukasz, “kutipan”, ‘tunggal’, 5 – 7, NIP\u{a0}19680903\u{a0}199302\u{a0}2\u{a0}001 dan kata\u{ad}kata.";
    let model = LetterModel { blocks: vec![paragraph(input)], ..correspondence() };
    let text = text(&render(&model).unwrap());
    assert!(text.contains("Ñandú Şahin Łukasz, “kutipan”, ‘tunggal’, 5 – 7, NIP 19680903 199302 2 001 dan katakata."), "{text}");
}

#[test]
fn a_character_without_glyph_is_an_error_that_names_character_and_place() {
    let with = |change: fn(&mut LetterModel)| {
        let mut model = correspondence();
        change(&mut model);
        render(&model).unwrap_err()
    };
    for (error, character, place) in [
        (with(|model| model.blocks.push(paragraph("Selesai 😀"))), '😀', Place::Body),
        (with(|model| model.copies.push("漢".into())), '漢', Place::Copies),
        (with(|model| model.signatures[0].name = "أحمد".into()), 'أ', Place::Signature),
        (with(|model| model.footer = "\u{1f4dd}".into()), '\u{1f4dd}', Place::Footer),
        (with(|model| model.head = Head::Title { title: vec!["字".into()], number: String::new() }), '字', Place::Head),
    ] {
        assert_eq!(error, LetterError::Glyph { character, place });
    }
}

#[test]
fn a_row_that_does_not_fit_its_table_is_an_error() {
    let Block::Table { columns, .. } = owners(0) else { unreachable!() };
    let model = LetterModel { blocks: vec![Block::Table { columns, rows: vec![strings(["1."])] }], ..correspondence() };
    assert_eq!(render(&model).unwrap_err(), LetterError::TableShape { row: 1, cells: 1, columns: 4 });
}

#[test]
fn a_draft_says_so_on_every_page() {
    let model = LetterModel { draft: true, ..with_sentences(90) };
    let rendered = render_with_pages(&model).unwrap();
    assert!(rendered.pages > 1);
    // Readers take slanted letters apart, so the word is looked for as light grey ink.
    let ink = |pdf: &[u8], page| grey(pdf, page, 36).0.into_iter().filter(|level| (0xcc..=0xd8).contains(level)).count();
    for page in 1..=rendered.pages {
        assert!(ink(&rendered.bytes, page) > 5000, "page {page}");
    }
    assert!(ink(&render(&correspondence()).unwrap(), 1) < 2000);
}

#[test]
fn forms_carry_labels_texts_and_box_labels() {
    let text = text(&render(&disposition()).unwrap());
    for phrase in [
        "LEMBAR DISPOSISI",
        "Surat dari",
        "Dinas Pendidikan dan Kebudayaan",
        "Sangat segera",
        "Kepala Bidang Persandian dan Keamanan Informasi",
        "Catatan",
    ] {
        assert!(text.contains(phrase), "{phrase}\n{text}");
    }
    let centred = Block::Paragraph { text: "MEMUTUSKAN:".into(), align: Align::Centre, bold: true };
    let model = LetterModel { blocks: vec![centred, Block::Space { height: f64::NAN }, paragraph("Isi.")], ..correspondence() };
    assert!(render(&model).is_ok());
}
