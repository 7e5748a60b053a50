//! The letters that ship with the product: usable, complete for every reason, and each about its own service.

use super::fault::TemplateFault;
use super::fill::LetterValues;
use super::model::{Block, Head, Signature};
use super::{LetterModel, Template, names, samples};

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => { &[$(($id, include_str!(concat!("../../../../content/letters/", $id, ".toml")))),+] };
}

pub(super) const SHIPPED: &[(&str, &str)] = shipped![
    "daftar-kelengkapan",
    "kartu-kendali",
    "laporan-pembaruan",
    "lembar-disposisi",
    "surat-keterangan-alasan-pencabutan",
    "surat-pemberitahuan",
    "surat-permohonan-pencabutan",
    "surat-permohonan-perubahan-data",
    "surat-pernyataan",
    "surat-rekomendasi-pembaruan",
    "surat-rekomendasi-pencabutan",
    "tanda-terima-berkas",
];

const REASONS: &[&str] = &["pensiun", "meninggal", "berhenti", "mutasi", "kunci-hilang", "kunci-bocor", "perubahan-data", "lainnya"];

fn template(id: &str) -> Template {
    let (_, source) = SHIPPED.iter().find(|(known, _)| *known == id).unwrap();
    parse(id, source)
}

fn parse(id: &str, source: &str) -> Template {
    Template::parse(&format!("{id}.toml"), source.as_bytes()).unwrap_or_else(|faults| panic!("{}", printed(&faults)))
}

fn printed(faults: &[TemplateFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn compose(template: &Template, values: &LetterValues) -> LetterModel {
    template.compose(values, &samples::setup()).unwrap_or_else(|faults| panic!("{}", printed(&faults)))
}

/// The letter as lines of text, as a reader meets them; a blank that does not break is `~`.
fn text(letter: &LetterModel) -> String {
    let mut lines: Vec<String> = Vec::new();
    match &letter.head {
        Head::Correspondence { place_date, rows, addressee, at } => {
            lines.push(place_date.clone());
            lines.extend(rows.iter().map(|(label, value)| format!("{label}: {value}")));
            lines.push(format!("Yth. {}", addressee.join(" / ")));
            lines.push(format!("di {at}"));
        }
        Head::Title { title, number } => lines.extend(title.iter().chain(std::iter::once(number)).cloned()),
    }
    lines.extend(letter.blocks.iter().flat_map(block_lines));
    lines.extend(letter.signatures.iter().map(signature_line));
    for attachment in &letter.attachments {
        lines.push(attachment.heading.join(" / "));
        lines.extend(attachment.rows.iter().map(|(label, value)| format!("{label}: {value}")));
        lines.extend(attachment.title.iter().cloned());
        lines.extend(attachment.blocks.iter().flat_map(block_lines));
        lines.extend(attachment.signatures.iter().map(signature_line));
    }
    lines.push(letter.footer.clone());
    lines.retain(|line| !line.is_empty());
    lines.join("\n").replace('\u{a0}', "~")
}

fn signature_line(signature: &Signature) -> String {
    [&signature.above[..], &signature.post[..], std::slice::from_ref(&signature.name), &signature.below[..]].concat().join(" / ")
}

fn block_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { text, .. } => vec![text.clone()],
        Block::Fields { rows } => rows.iter().map(|(label, value)| format!("  {label}: {value}")).collect(),
        Block::Numbered { items } => items.iter().map(|item| format!("  - {item}")).collect(),
        Block::Table { columns, rows } => {
            let head = columns.iter().map(|column| column.title.clone()).collect::<Vec<_>>();
            std::iter::once(&head).chain(rows).map(|row| format!("  | {} |", row.join(" | "))).collect()
        }
        Block::Sheet { rows } => rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| {
                let boxes = cell.boxes.iter().map(|(ticked, label)| format!("[{}] {label}", if *ticked { "x" } else { " " }));
                format!("  {}: {}", cell.label, cell.text.iter().cloned().chain(boxes).collect::<Vec<_>>().join("; "))
            })
            .collect(),
        Block::Space { .. } | Block::Symbol { .. } => Vec::new(),
    }
}

#[test]
fn every_template_is_sound_and_named_like_its_file() {
    for (id, source) in SHIPPED {
        let template = parse(id, source);
        assert_eq!(printed(&template.check()), "", "{id}");
        assert_eq!(&template.id, id);
        assert!(template.name.starts_with(char::is_uppercase) && !template.placeholders().is_empty());
    }
}

#[test]
fn what_is_asked_for_is_asked_in_the_order_of_the_letter() {
    let (id, source) = SHIPPED.iter().find(|(id, _)| *id == "surat-keterangan-alasan-pencabutan").unwrap();
    let asked = parse(id, source).placeholders();
    let superior: Vec<_> = asked.iter().filter_map(|name| name.strip_prefix("atasan.")).collect();
    assert_eq!(superior, ["nama", "nip", "pangkat_golongan", "jabatan", "instansi"]);
}

#[test]
fn every_template_in_the_folder_is_tested() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/letters");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> = files.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    found.sort();
    assert_eq!(found, SHIPPED.iter().map(|(id, _)| (*id).to_owned()).collect::<Vec<_>>());
}

/// With every optional value gone a letter still reads like one: no stray blanks, no sentence that ends in the air.
#[test]
fn letters_stay_whole_without_optional_values() {
    for (id, source) in SHIPPED {
        let template = parse(id, source);
        for reason in REASONS {
            let mut values = samples::values();
            values.values.insert("perkara.alasan_id".into(), (*reason).into());
            let optional = optional_names(&template);
            values.values.retain(|name, _| !optional.contains(name));
            if *id != "surat-permohonan-perubahan-data" {
                values.rows.remove("perubahan");
            }
            let text = text(&compose(&template, &values));
            for stray in ["  ,", " ,", " ;", "()", ", ,", "Nomor  ", "Nomor .", "tanggal .", "NIP /", "NIP\n", "[", "{", "?"] {
                let body = text.replace("........................................", "").replace("[ ]", "").replace("[x]", "");
                assert!(!body.contains(stray), "{id}, {reason}: {stray:?} in\n{text}");
            }
            for line in text.lines().map(str::trim_start) {
                assert!(!line.contains("  "), "{id}, {reason}: {line:?}");
            }
        }
    }
}

/// Names that the template asks for with `?` and nowhere without.
fn optional_names(template: &Template) -> Vec<String> {
    let (texts, _) = template.parts();
    let holes: Vec<_> = texts.iter().flat_map(|(text, _)| text.holes()).collect();
    let is_required = |name: &str| holes.iter().any(|hole| hole.name == name && !hole.optional);
    holes.iter().filter(|hole| !is_required(&hole.name)).map(|hole| hole.name.clone()).collect()
}

#[test]
fn every_reason_has_its_statement() {
    let template = template("surat-keterangan-alasan-pencabutan");
    let mut statements = Vec::new();
    let reasons = || REASONS.iter().chain(&["alasan-milik-kantor"]);
    for reason in reasons() {
        let mut values = samples::values();
        values.values.insert("perkara.alasan_id".into(), (*reason).into());
        let text = text(&compose(&template, &values));
        let after = text.lines().find(|line| line.contains("dicabut")).unwrap_or_else(|| panic!("{reason}: {text}")).to_owned();
        assert!(after.contains("882/15/BKPSDM tanggal 2~November 2026") && after.contains("1~Desember 2026"), "{after}");
        statements.push(after);
    }
    statements.sort();
    statements.dedup();
    assert_eq!(statements.len(), reasons().count());
}

/// Official forms are copied from each other, and the old service's words stay behind (domain facts 1.1). Each letter speaks of its own.
#[test]
fn the_words_of_a_template_fit_its_service() {
    const SERVICES: &[&str] = &["pencabutan", "pembaruan", "perpanjangan", "penerbitan", "perubahan data", "lupa passphrase"];
    for (id, own, also) in [
        ("surat-permohonan-pencabutan", "pencabutan", &[][..]),
        ("surat-keterangan-alasan-pencabutan", "pencabutan", &["perubahan data"]), // one of the reasons
        ("surat-rekomendasi-pencabutan", "pencabutan", &[]),
        ("surat-pernyataan", "pencabutan", &[]),
        ("surat-rekomendasi-pembaruan", "pembaruan", &[]),
        ("laporan-pembaruan", "pembaruan", &[]),
        ("surat-permohonan-perubahan-data", "perubahan data", &[]),
        ("surat-pemberitahuan", "permohonan", &[]),
        ("tanda-terima-berkas", "permohonan", &[]),
        ("lembar-disposisi", "permohonan", &[]),
        ("kartu-kendali", "permohonan", &[]),
        ("daftar-kelengkapan", "permohonan", &[]),
    ] {
        let mut values = samples::values();
        for name in ["perkara.layanan", "perkara.alasan", "perkara.sop"] {
            values.values.insert(name.into(), "X".into());
        }
        // The result of a general letter is that of the sample case: not its wording, but its value.
        values.values.insert("perkara.jenis".into(), "lainnya".into());
        let template = template(id);
        for reason in REASONS {
            values.values.insert("perkara.alasan_id".into(), (*reason).into());
            let text = format!("{}\n{}", template.name, text(&compose(&template, &values))).to_lowercase();
            assert!(text.contains(own), "{id} does not speak of {own}");
            for stranger in SERVICES.iter().filter(|service| **service != own && !also.contains(service)) {
                assert!(!text.contains(stranger), "{id} speaks of {stranger}:\n{text}");
            }
        }
    }
}

#[test]
fn the_notification_says_the_result_of_the_case() {
    let template = template("surat-pemberitahuan");
    for (kind, result, expected) in [
        ("pencabutan", "selesai", "telah dicabut pada tanggal 20~November 2026"),
        ("pembaruan", "selesai", "berlaku sampai dengan tanggal 21~November 2028"),
        ("perubahan-data", "selesai", "telah selesai diproses"),
        ("", "selesai", "telah selesai diproses"),
        ("pencabutan", "dibatalkan", "tidak dilanjutkan"),
    ] {
        let mut values = samples::values();
        values.values.extend([("perkara.jenis", kind), ("perkara.hasil", result)].map(|(name, value)| (name.to_owned(), value.to_owned())));
        let text = text(&compose(&template, &values));
        assert_eq!(text.matches("dengan ini kami beri tahukan").count(), 1, "{kind} {result}");
        assert!(text.contains(expected) && !text.contains("NIK"), "{text}");
    }
}

#[test]
fn the_statement_is_made_by_whoever_can_make_it() {
    let template = template("surat-pernyataan");
    for (can_log_in, name) in [("ya", "pemilik.nama_lengkap"), ("", "pemilik.nama_lengkap"), ("tidak", "atasan.nama")] {
        let mut values = samples::values();
        values.values.insert("perkara.pemohon_dapat_masuk_ams".into(), can_log_in.into());
        let letter = compose(&template, &values);
        let names: Vec<&str> = letter.signatures.iter().map(|signature| signature.name.as_str()).collect();
        assert_eq!(names, [names::find(name).unwrap().sample], "{can_log_in}");
    }
}

#[test]
fn the_recommendation_reads_like_this() {
    insta::assert_snapshot!(text(&compose(&template("surat-rekomendasi-pencabutan"), &samples::values())), @r"
    SURAT REKOMENDASI
    PENCABUTAN SERTIFIKAT ELEKTRONIK
    NOMOR 000.6.5/12/Diskominfo.05
    Yang bertanda tangan di bawah ini:
      Nama: Dra. Contoh Kepala Dinas, M.Si.
      NIP: 19700101~199601~2~001
      Pangkat/Golongan: Pembina Utama Muda (IV/c)
      Jabatan: Kepala Dinas Komunikasi dan Informatika
      Instansi: Dinas Komunikasi dan Informatika Kabupaten Contoh
    dengan ini memberikan rekomendasi kepada Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara, untuk mencabut sertifikat elektronik atas nama:
      Nama: Contoh Pemilik, S.Kom.
      NIP: 19900101~201501~1~001
      NIK: 9999010101900001
      Pangkat/Golongan: Penata (III/c)
      Jabatan: Pranata Komputer Ahli Muda
      Unit Kerja: Sekretariat
      Instansi: Dinas Kesehatan Kabupaten Contoh
      Pos-el Dinas: contoh.pemilik@contohkab.go.id
      Nomor Seri Sertifikat: 100000000000000000000000000001
      Subjek Sertifikat: CN=Contoh Pemilik,O=Personal,C=ID
      Masa Berlaku: 1~Desember 2024 sampai dengan 1~Desember 2026
    Rekomendasi ini diberikan berdasarkan permohonan Dinas Kesehatan Kabupaten Contoh melalui surat Nomor 800/77/Dinkes tanggal 18~November 2026 dengan alasan pencabutan: Purna tugas/pensiun, sesuai dengan dokumen Nomor 882/15/BKPSDM tanggal 2~November 2026, terhitung mulai tanggal 1~Desember 2026.
    Yang bersangkutan purna tugas pada usia 58 tahun.
    Demikian surat rekomendasi ini dibuat untuk digunakan sebagaimana mestinya. Atas perhatian dan kerja sama yang baik, kami ucapkan terima kasih.
    Kota Contoh, 21~November 2026 / Kepala Dinas Komunikasi dan Informatika, / Dra. Contoh Kepala Dinas, M.Si. / Pembina Utama Muda / NIP 19700101~199601~2~001
    Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara
    ");
}

#[test]
fn the_disposition_sheet_reads_like_this() {
    insta::assert_snapshot!(text(&compose(&template("lembar-disposisi"), &samples::values())), @r"
    LEMBAR DISPOSISI
      Surat dari: Dinas Kesehatan Kabupaten Contoh
      Diterima tanggal: 19~November 2026
      Nomor surat: 800/77/Dinkes
      Nomor agenda: 45/2026
      Tanggal surat: 18~November 2026
      Sifat: [ ] Sangat Segera; [x] Segera; [ ] Rahasia
      Hal: Permohonan Pencabutan Sertifikat Elektronik atas nama Contoh Pemilik, S.Kom., Dinas Kesehatan Kabupaten Contoh
      Diteruskan kepada Saudara: [ ] Sekretaris; [x] Kepala Bidang Persandian dan Keamanan Informasi; [ ] Kepala Seksi Persandian
      Dengan hormat harap: [ ] Tanggapan dan saran; [ ] Proses lebih lanjut; [ ] Koordinasi/konfirmasi; [ ] Arsip; [x] Proses sesuai ketentuan
      Batas waktu: 24~November 2026
      Catatan: Laporkan hasilnya.
    Kota Contoh, 21~November 2026 / Kepala Dinas Komunikasi dan Informatika, / Dra. Contoh Kepala Dinas, M.Si. / NIP 19700101~199601~2~001
    ");
}

/// A letter about several owners names none of them in its body, and all of them in its attachment, each with what is their own.
#[test]
fn several_owners_stand_in_the_attachment() {
    for id in ["surat-rekomendasi-pembaruan", "surat-rekomendasi-pencabutan"] {
        let mut values = samples::values_of(3);
        let rows = values.rows.get_mut("pemilik").unwrap();
        rows[1].insert("nama_lengkap".into(), "Kedua, S.H.".into());
        rows[1].insert("perkara.alasan".into(), "Mutasi".into());
        let letter = compose(&template(id), &values);
        let body = text(&LetterModel { attachments: Vec::new(), ..letter.clone() });
        assert!(body.contains("3~(tiga) orang pemilik sertifikat elektronik sebagaimana tercantum dalam lampiran surat ini"), "{body}");
        assert!(!body.contains("Contoh Pemilik") && !body.contains("Kedua"), "{body}");
        let [attachment] = &letter.attachments[..] else { panic!("{id}: {}", letter.attachments.len()) };
        let [Block::Table { rows, .. }] = &attachment.blocks[..] else { panic!("{id}") };
        assert_eq!(
            rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(),
            ["Contoh Pemilik, S.Kom.", "Kedua, S.H.", "Contoh Pemilik, S.Kom."]
        );
        assert_eq!(id.ends_with("pencabutan"), rows[1][9].starts_with("Mutasi"), "{:?}", rows[1]);
        assert_eq!(id.ends_with("pembaruan"), !attachment.signatures.is_empty(), "signed by hand: the attachment too");
        assert!(compose(&template(id), &samples::values()).attachments.is_empty());
    }
}

#[test]
fn a_correction_says_in_its_text_what_it_replaces() {
    let replaces = super::Replaced { number: Some("000.6.5/12".into()), dated: samples::setup().date, version: 1 };
    let sentence = "Surat ini menggantikan surat Nomor 000.6.5/12 tanggal 21\u{a0}November 2026 (versi\u{a0}1).";
    for (id, source) in SHIPPED {
        let setup = super::LetterSetup { replaces: Some(replaces.clone()), ..samples::setup() };
        let letter = parse(id, source).compose(&samples::values(), &setup).unwrap_or_else(|faults| panic!("{}", printed(&faults)));
        assert_eq!(block_lines(&letter.blocks[0]), [sentence], "{id}");
        assert!(!text(&compose(&template(id), &samples::values())).contains("menggantikan"), "{id}");
    }
}
