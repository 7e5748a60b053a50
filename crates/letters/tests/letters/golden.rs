//! Every letter that ships, on every paper, with ordinary and with extreme values: whole, readable, and looking as it did before.

use crate::common::*;
use sandika_domain::letter::code::page_payload;
use sandika_domain::letter::model::{Letterhead, Paper};
use sandika_domain::letter::{LetterModel, LetterSetup, LetterValues, Template, samples};
use sandika_letters::{Rendered, render_with_pages};

const TEMPLATES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/letters");

/// The letters that ship, by id.
fn templates() -> Vec<Template> {
    let mut paths: Vec<_> = std::fs::read_dir(TEMPLATES).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let parse = |path: &std::path::PathBuf| Template::parse(&path.display().to_string(), &std::fs::read(path).unwrap()).unwrap();
    paths.iter().map(parse).collect()
}

/// What real offices write at their longest, and longer.
fn extreme() -> LetterValues {
    let mut values = samples::values();
    let reason =
        "Yang bersangkutan telah memasuki masa purna tugas, sehingga sertifikat elektroniknya tidak lagi digunakan untuk kedinasan. ";
    for (name, value) in [
        (
            "kantor.nama",
            "Dinas Komunikasi, Informatika, Persandian, Statistik, Pemberdayaan Masyarakat, Perpustakaan, dan Kearsipan Daerah",
        ),
        (
            "pemilik.nama_lengkap",
            "Prof. Dr. dr. Raden Ayu Siti Nurhaliza Kusumaningtyas Prawirodirdjo Wiryosumarto, Sp.PD., M.Kes., M.Sc., Ph.D.",
        ),
        (
            "pemilik.instansi",
            "Badan Perencanaan Pembangunan, Penelitian, Pengembangan, Pengendalian Penduduk, dan Keluarga Berencana Kabupaten Contoh",
        ),
        (
            "pemilik.jabatan",
            "Kepala Subbagian Perencanaan, Evaluasi, Pelaporan, Keuangan, Umum, dan Kepegawaian pada Sekretariat Dinas Kesehatan",
        ),
        ("pemilik.email", "raden.ayu.siti.nurhaliza.kusumaningtyas.prawirodirdjo.wiryosumarto@dinaskesehatan.contohkabupaten.go.id"),
        (
            "sertifikat.subjek_dn",
            "E=raden.ayu@contohkab.go.id,CN=Raden Ayu Siti Nurhaliza Kusumaningtyas,OU=Dinas Kesehatan,O=Pemerintah Kabupaten Contoh,L=Kota Contoh,ST=Provinsi Contoh,C=ID,2.5.4.13=1234567890_pengguna",
        ),
        (
            "penandatangan.jabatan",
            "a.n. Sekretaris Daerah,\nPlt. Kepala Dinas Komunikasi, Informatika, Persandian, dan Statistik,\nu.b. Kepala Bidang Persandian dan Keamanan Informasi",
        ),
        ("penandatangan.nama", "Dra. Hj. Contoh Kepala Dinas Sementara dengan Nama yang Panjang Sekali, S.H., M.Si., M.M."),
        ("perkara.alasan_uraian", &reason.repeat(4000 / reason.len() + 1)),
        (
            "perkara.pengirim",
            "Badan Perencanaan Pembangunan, Penelitian, Pengembangan, Pengendalian Penduduk, dan Keluarga Berencana Kabupaten Contoh",
        ),
        ("perkara.catatan", &reason.repeat(6)),
    ] {
        assert!(values.values.insert(name.to_owned(), value.to_owned()).is_some(), "{name}");
    }
    for (set, count) in [("pemilik", 200), ("perubahan", 60), ("berkas", 60), ("kelengkapan", 60)] {
        let rows = values.rows.get_mut(set).unwrap();
        let row = rows[0].clone();
        rows.resize(count, row);
    }
    values
}

fn letter(template: &Template, values: &LetterValues, paper: Paper) -> (LetterModel, Rendered) {
    let letterhead = Letterhead { logo_png: Some(logo(120, 136)), ..samples::letterhead(values) };
    let mut setup = LetterSetup { code: recommendation().code, letterhead: Some(letterhead), ..samples::setup() };
    setup.page.paper = paper;
    let model = template.compose(values, &setup).unwrap();
    let rendered = render_with_pages(&model).unwrap_or_else(|error| panic!("{} {paper:?}: {error}", template.id));
    (model, rendered)
}

/// Every text that a reader should find, whatever part of the letter it stands in.
fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => found.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        serde_json::Value::Object(parts) => {
            let words = parts.iter().filter(|(name, _)| !matches!(name.as_str(), "kind" | "shape" | "align" | "signing" | "orientation"));
            words.for_each(|(_, value)| texts(value, found));
        }
        _ => {}
    }
}

/// Each word of the model stands in the text layer, and each page's code is read back from a scan of 150 dpi.
fn assert_whole(template: &Template, model: &LetterModel, rendered: &Rendered, paper: Paper) {
    let at = format!("{} on {}", template.id, paper.name());
    let layer: String = text(&rendered.bytes).split_whitespace().collect();
    let mut said = Vec::new();
    let parts = [
        serde_json::to_value(&model.head),
        serde_json::to_value(&model.blocks),
        serde_json::to_value(&model.signatures),
        serde_json::to_value(&model.attachments),
    ];
    for part in parts {
        texts(&part.unwrap(), &mut said);
    }
    said.extend(model.letterhead.iter().flat_map(|letterhead| [letterhead.government.clone(), letterhead.office.clone()]));
    said.extend(model.copies.iter().cloned().chain([model.footer.clone()]));
    for word in said.iter().flat_map(|text| text.split_whitespace()) {
        assert!(layer.contains(word), "{at} lacks {word}");
    }
    let code = model.code.as_ref().unwrap();
    for page in 1..=rendered.pages {
        assert_eq!(scanned(&rendered.bytes, page, 150), Some(page_payload(code, page, rendered.pages)), "{at}, page {page}");
    }
    tool("qpdf", &["--check", "@"], &rendered.bytes);
}

/// Side of a cell in millimetres.
const CELL: u32 = 5;

/// A page as a person sees it from afar: one character for each cell, by how much of it is inked.
fn from_afar(pdf: &[u8], page: usize) -> String {
    // At 127 dpi a pixel is a fifth of a millimetre.
    let side = CELL * 5;
    let (pixels, width, height) = grey(pdf, page, 127);
    let cell = |column: u32, row: u32| {
        let lines = (row * side)..(row * side + side).min(height);
        let spans = lines.map(|y| &pixels[(y * width + column * side) as usize..(y * width + (column * side + side).min(width)) as usize]);
        let (ink, area) = spans.fold((0_u32, 0_u32), |(ink, area), span| {
            (ink + span.iter().map(|level| u32::from(255 - level)).sum::<u32>(), area + span.len() as u32 * 255)
        });
        match ink * 1000 / area.max(1) {
            0..=4 => ' ',
            5..=60 => '.',
            61..=180 => ':',
            _ => '#',
        }
    };
    let rows = (0..height.div_ceil(side)).map(|row| (0..width.div_ceil(side)).map(|column| cell(column, row)).collect::<String>());
    rows.map(|row| row.trim_end().to_owned() + "\n").collect()
}

/// What a letter looks like: its first and its last page, and the text of the whole.
fn portrait(rendered: &Rendered, paper: Paper) -> String {
    let mut pages = vec![1, rendered.pages];
    pages.dedup();
    let pages =
        pages.into_iter().map(|page| format!("── {}, {page}/{}\n{}", paper.name(), rendered.pages, from_afar(&rendered.bytes, page)));
    pages.collect()
}

#[test]
fn ordinary_letters_look_as_they_did() {
    for template in templates() {
        let mut seen = String::new();
        for paper in Paper::ALL {
            let (model, rendered) = letter(&template, &samples::values(), paper);
            assert_whole(&template, &model, &rendered, paper);
            seen += &portrait(&rendered, paper);
            if paper == Paper::F4 {
                seen += &pages_of_text(&rendered.bytes).join("\u{2500}\u{2500} halaman baru\n");
            }
        }
        insta::assert_snapshot!(format!("biasa__{}", template.id), seen);
    }
}

/// A letter with an attachment is about one owner here: those about many are below.
fn about_one(template: &Template, mut values: LetterValues) -> LetterValues {
    if has_attachment(template) {
        values.rows.remove("pemilik");
    }
    values
}

fn has_attachment(template: &Template) -> bool {
    template.lists_owners() && !template.compose(&samples::values_of(2), &samples::setup()).unwrap().attachments.is_empty()
}

/// 200 owners: every second one with the longest values, and one with a reason of 4000 characters.
fn many() -> LetterValues {
    let extreme = extreme();
    let mut values = LetterValues { rows: samples::values_of(200).rows, ..extreme.clone() };
    for (at, row) in values.rows.get_mut("pemilik").unwrap().iter_mut().enumerate() {
        let long = row.iter_mut().filter_map(|(field, value)| Some((value, extreme.values.get(&format!("pemilik.{field}"))?)));
        long.filter(|_| at % 2 == 1).for_each(|(value, long)| value.clone_from(long));
        if at == 6 {
            row.insert("perkara.alasan_uraian".into(), extreme.values["perkara.alasan_uraian"].clone());
        }
    }
    values
}

/// Each paper is a test of its own: hundreds of pages are scanned.
fn extreme_letters_on(paper: Paper) {
    for template in templates() {
        let (model, rendered) = letter(&template, &about_one(&template, extreme()), paper);
        assert_whole(&template, &model, &rendered, paper);
        insta::assert_snapshot!(format!("luar_biasa__{}__{}", template.id, paper.name().to_lowercase()), portrait(&rendered, paper));
    }
}

/// Letters about 20 ordinary owners and about 200 with extreme values.
fn letters_about_many_on(paper: Paper) {
    for template in templates().iter().filter(|template| has_attachment(template)) {
        let (model, twenty) = letter(template, &samples::values_of(20), paper);
        assert_whole(template, &model, &twenty, paper);
        let (model, many) = letter(template, &many(), paper);
        assert_whole(template, &model, &many, paper);
        let seen = format!("{}{}", portrait(&twenty, paper), portrait(&many, paper));
        insta::assert_snapshot!(format!("banyak__{}__{}", template.id, paper.name().to_lowercase()), seen);
    }
}

#[test]
fn letters_about_many_owners_on_a4_are_whole_and_look_as_they_did() {
    letters_about_many_on(Paper::A4);
}

#[test]
fn letters_about_many_owners_on_f4_are_whole_and_look_as_they_did() {
    letters_about_many_on(Paper::F4);
}

#[test]
fn letters_about_many_owners_on_legal_are_whole_and_look_as_they_did() {
    letters_about_many_on(Paper::Legal);
}

#[test]
fn extreme_letters_on_a4_are_whole_and_look_as_they_did() {
    extreme_letters_on(Paper::A4);
}

#[test]
fn extreme_letters_on_f4_are_whole_and_look_as_they_did() {
    extreme_letters_on(Paper::F4);
}

#[test]
fn extreme_letters_on_legal_are_whole_and_look_as_they_did() {
    extreme_letters_on(Paper::Legal);
}
