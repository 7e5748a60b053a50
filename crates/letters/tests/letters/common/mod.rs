//! Letters to draw, and the foreign tools that judge what was drawn (poppler-utils, qpdf).

use std::path::Path;
use std::process::Command;

use rxing::{BarcodeFormat, DecodeHints};
use sandika_domain::ids::LetterId;
use sandika_domain::letter::code::code_of;
use sandika_domain::letter::model::{
    Align, Attachment, Block, Column, Head, LetterModel, Letterhead, Orientation, PageSetup, SheetCell, SheetRow, Signature, Signing,
};
use uuid::Uuid;

pub(crate) fn strings<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

pub(crate) fn pairs<const N: usize>(rows: [(&str, &str); N]) -> Vec<(String, String)> {
    rows.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec()
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: text.to_owned(), align: Align::Justified, bold: false }
}

/// An emblem of our own: a disc with soft edges on a transparent ground.
pub(crate) fn logo(width: u32, height: u32) -> Vec<u8> {
    let radius = f64::from(width.min(height)) / 2.0;
    let pixel = |at: u32| {
        let (x, y) = (f64::from(at % width) - f64::from(width) / 2.0, f64::from(at / width) - f64::from(height) / 2.0);
        let edge = (radius - x.hypot(y)).clamp(0.0, 1.0);
        let ring = if x.hypot(y) > radius * 0.8 { [0xd9, 0xb4, 0x2e] } else { [0x1e, 0x7a, 0x3c] };
        [ring[0], ring[1], ring[2], (edge * 255.0) as u8]
    };
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

pub(crate) fn letterhead() -> Letterhead {
    Letterhead {
        government: "PEMERINTAH KABUPATEN CONTOH MAKMUR".into(),
        office: "DINAS KOMUNIKASI DAN INFORMATIKA".into(),
        lines: strings([
            "Jalan Jenderal Sudirman No. 45, Kelurahan Sukamaju, Kecamatan Kota Baru 12345",
            "Telepon (0721) 123456, Pos-el: diskominfo@contohmakmur.go.id, Laman: diskominfo.contohmakmur.go.id",
        ]),
        logo_png: Some(logo(300, 340)),
    }
}

pub(crate) fn signature(signing: Signing) -> Signature {
    Signature {
        above: Vec::new(),
        post: strings(["Kepala Dinas Komunikasi", "dan Informatika,"]),
        signing,
        name: "Drs. H. Bambang Sutrisno, M.M.".into(),
        below: strings(["Pembina Utama Muda", "NIP 19680815 199303 1 006"]),
    }
}

pub(crate) fn owners(rows: usize) -> Block {
    let column = |title: &str, weight, align| Column { title: title.into(), weight, align };
    let people = [
        ("Dr. Siti Rahmawati, M.Pd.", "19780512 200312 2 004", "Pengawas Sekolah Ahli Madya"),
        ("Ahmad Fauzi, S.Kom., M.T.", "19850923 201001 1 012", "Pranata Komputer Ahli Muda"),
        ("I Gusti Ayu Ketut Wijayanti, S.E.", "19900117 201503 2 003", "Analis Keuangan Pusat dan Daerah Ahli Pertama"),
        ("Yohanes Bangun Siregar, A.Md.", "19920630 201903 1 007", "Pengelola Sarana dan Prasarana Pendidikan"),
    ];
    let row = |at: usize| {
        let (name, nip, post) = people[at % people.len()];
        vec![format!("{}.", at + 1), name.to_owned(), nip.to_owned(), post.to_owned()]
    };
    Block::Table {
        columns: vec![
            column("No.", 0.6, Align::Centre),
            column("Nama", 3.2, Align::Left),
            column("NIP", 2.6, Align::Left),
            column("Jabatan", 3.3, Align::Left),
        ],
        rows: (0..rows).map(row).collect(),
    }
}

/// A letter of the correspondence shape, one page.
pub(crate) fn correspondence() -> LetterModel {
    LetterModel {
        title: "Permohonan Pencabutan Sertifikat Elektronik – 000.6.5/12".into(),
        page: PageSetup::default(),
        face: None,
        letterhead: Some(letterhead()),
        head: Head::Correspondence {
            place_date: "Kota Baru, 21 November 2026".into(),
            rows: pairs([
                ("Nomor", "000.6.5/12/DISKOMINFO/2026"),
                ("Sifat", "Penting"),
                ("Lampiran", "1 (satu) berkas"),
                ("Hal", "Permohonan Pencabutan Sertifikat Elektronik Pegawai yang Pensiun"),
            ]),
            addressee: strings(["Kepala Balai Besar Sertifikasi Elektronik", "Badan Siber dan Sandi Negara"]),
            at: "Jakarta".into(),
        },
        blocks: vec![
            paragraph(
                "Berdasarkan Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan \
                 Peraturan Pemerintah Nomor 17 Tahun 2020, serta memperhatikan surat Kepala Badan Kepegawaian Nomor 800/112/BKPSDM/2026 \
                 tanggal 3 November 2026, dengan ini kami sampaikan permohonan pencabutan sertifikat elektronik atas nama pegawai sebagai berikut:",
            ),
            owners(4),
            paragraph(
                "Sehubungan dengan hal tersebut, bersama ini kami lampirkan dokumen persyaratan masing-masing pegawai dimaksud, antara lain \
                 salinan keputusan pensiun yang bernilai “Sah”, serta surat keterangan dari atasan langsung. Verifikasi berkas dilakukan pada \
                 tanggal 24–28 November 2026 secara daring.",
            ),
            paragraph("Demikian permohonan ini kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."),
        ],
        signatures: vec![signature(Signing::Wet)],
        copies: strings(["Bupati Contoh Makmur", "Inspektur Daerah Kabupaten Contoh Makmur"]),
        attachments: Vec::new(),
        footer: String::new(),
        code: Some(code_of(LetterId(Uuid::from_u128(0x0190_0000_0000_7000_8123_4567_89ab_cdef)), 1)),
        draft: false,
        practice: false,
        date: "2026-11-21".into(),
    }
}

/// A letter of the title shape with identity lists, to be signed electronically.
pub(crate) fn recommendation() -> LetterModel {
    LetterModel {
        title: "Surat Rekomendasi".into(),
        head: Head::Title {
            title: strings(["SURAT REKOMENDASI", "PERMOHONAN PENERBITAN SERTIFIKAT ELEKTRONIK"]),
            number: "NOMOR 000.6.5/13/DISKOMINFO/2026".into(),
        },
        blocks: vec![
            Block::Paragraph { text: "Saya yang bertanda tangan di bawah ini:".into(), align: Align::Flush, bold: false },
            Block::Fields {
                rows: pairs([
                    ("Nama", "Drs. H. Bambang Sutrisno, M.M."),
                    ("NIP", "19680815 199303 1 006"),
                    ("Pangkat/Golongan", "Pembina Utama Muda (IV/c)"),
                    (
                        "Jabatan",
                        "Kepala Dinas Komunikasi dan Informatika Kabupaten Contoh Makmur selaku Penanggung Jawab Sertifikat Elektronik",
                    ),
                ]),
            },
            Block::Paragraph { text: "dengan ini memberikan rekomendasi kepada:".into(), align: Align::Flush, bold: false },
            Block::Fields {
                rows: pairs([
                    ("Nama", "Dr. Siti Rahmawati, M.Pd."),
                    ("NIP", "19780512 200312 2 004"),
                    ("Pos-el dinas", "siti.rahmawati@contohmakmur.go.id"),
                ]),
            },
            paragraph("untuk didaftarkan sebagai pemilik sertifikat elektronik dengan ketentuan:"),
            Block::Numbered {
                items: strings([
                    "sertifikat elektronik dipakai untuk menandatangani dokumen kedinasan pada sistem pemerintahan berbasis elektronik di lingkungan Pemerintah Kabupaten Contoh Makmur;",
                    "pemilik menjaga kerahasiaan passphrase; dan",
                    "pemilik segera melapor apabila mutasi, pensiun, atau kehilangan perangkat.",
                ]),
            },
            paragraph("Demikian surat rekomendasi ini dibuat untuk dipergunakan sebagaimana mestinya."),
        ],
        signatures: vec![Signature {
            above: strings(["Ditetapkan di Kota Baru", "pada tanggal 21 November 2026"]),
            ..signature(Signing::Electronic)
        }],
        copies: Vec::new(),
        footer: "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Besar \
                 Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara."
            .into(),
        ..correspondence()
    }
}

/// The recommendation with a landscape attachment of so many people, each with numbers and an address of their own.
pub(crate) fn with_attachment(people: usize) -> LetterModel {
    let columns = [
        ("No.", 2.0),
        ("Nama", 8.0),
        ("NIP", 6.0),
        ("NIK", 6.0),
        ("Pangkat/Gol. Ruang", 5.0),
        ("Jabatan", 8.0),
        ("Instansi", 8.0),
        ("Kabupaten/Kota", 5.0),
        ("Provinsi", 5.0),
        ("E-mail", 8.0),
        ("No. Telp.", 5.0),
    ];
    let row = |at: usize| {
        vec![
            format!("{}.", at + 1),
            "Dr. Siti Rahmawati Kusumaningtyas, M.Pd.".to_owned(),
            format!("19780512\u{a0}200312\u{a0}2\u{a0}{:03}", at + 1),
            format!("{:016}", 9_999_010_101_900_000_u64 + at as u64),
            "Pembina Tk. I (IV/b)".to_owned(),
            "Pengawas Sekolah Ahli Madya".to_owned(),
            "Dinas Pendidikan dan Kebudayaan".to_owned(),
            "Kabupaten Contoh Makmur".to_owned(),
            "Kepulauan Contoh".to_owned(),
            format!("siti.rahmawati{}@contohmakmurkab.go.id", at + 1),
            format!("0812-0000-{:04}", at + 1),
        ]
    };
    let columns = columns.map(|(title, weight)| Column { title: title.into(), weight, align: Align::Left });
    let attachment = Attachment {
        orientation: Orientation::Landscape,
        heading: strings(["LAMPIRAN", "SURAT REKOMENDASI"]),
        rows: pairs([("Nomor", "000.6.5/13/DISKOMINFO/2026"), ("Tanggal", "21 November 2026")]),
        title: strings(["DAFTAR PEMILIK SERTIFIKAT ELEKTRONIK"]),
        blocks: vec![Block::Table { columns: columns.to_vec(), rows: (0..people).map(row).collect() }],
        signatures: vec![signature(Signing::Wet)],
    };
    LetterModel { attachments: vec![attachment], ..recommendation() }
}

/// A disposition sheet.
pub(crate) fn disposition() -> LetterModel {
    let cell = |label: &str, text: &[&str], boxes: &[(bool, &str)]| SheetCell {
        weight: 1.0,
        label: label.into(),
        text: text.iter().map(|line| (*line).to_owned()).collect(),
        boxes: boxes.iter().map(|(ticked, label)| (*ticked, (*label).to_owned())).collect(),
    };
    let row = |min_height, cells| SheetRow { min_height, cells };
    LetterModel {
        title: "Lembar Disposisi".into(),
        head: Head::Title { title: strings(["LEMBAR DISPOSISI"]), number: String::new() },
        blocks: vec![Block::Sheet {
            rows: vec![
                row(
                    0.0,
                    vec![
                        cell("Surat dari", &["Dinas Pendidikan dan Kebudayaan"], &[]),
                        cell("Diterima tanggal", &["20 November 2026"], &[]),
                    ],
                ),
                row(0.0, vec![cell("Nomor surat", &["800.1.3/1/DISDIKBUD/2026"], &[]), cell("Nomor agenda", &["112"], &[])]),
                row(
                    0.0,
                    vec![
                        cell("Tanggal surat", &["19 November 2026"], &[]),
                        cell("Sifat", &[], &[(false, "Sangat segera"), (true, "Segera"), (false, "Rahasia")]),
                    ],
                ),
                row(0.0, vec![cell("Hal", &["Permohonan Penerbitan Sertifikat Elektronik"], &[])]),
                row(
                    40.0,
                    vec![
                        cell("Diteruskan kepada", &[], &[(true, "Sekretaris"), (false, "Kepala Bidang Persandian dan Keamanan Informasi")]),
                        cell(
                            "Dengan hormat harap",
                            &[],
                            &[(false, "Tanggapan dan saran"), (true, "Proses lebih lanjut"), (false, "Koordinasi/konfirmasi")],
                        ),
                    ],
                ),
                row(60.0, vec![cell("Catatan", &[], &[])]),
            ],
        }],
        copies: Vec::new(),
        ..correspondence()
    }
}

/// A letter whose body is so many sentences, each one paragraph of its own.
pub(crate) fn with_sentences(count: usize) -> LetterModel {
    let blocks = (1..=count).map(|at| paragraph(&format!("Butir {at} diperiksa oleh petugas."))).collect();
    LetterModel { blocks, copies: Vec::new(), ..correspondence() }
}

/// What a tool says about a PDF. A tool that is missing or fails is the test's failure.
pub(crate) fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("surat.pdf");
    std::fs::write(&path, pdf).unwrap();
    let path = path.to_str().unwrap().to_owned();
    let arguments = arguments.iter().map(|argument| if *argument == "@" { path.as_str() } else { argument });
    let output = Command::new(name).args(arguments).output().unwrap_or_else(|error| panic!("{name} cannot be run: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The text layer, page by page.
pub(crate) fn pages_of_text(pdf: &[u8]) -> Vec<String> {
    let text = tool("pdftotext", &["-layout", "@", "-"], pdf);
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// The text layer in reading order as one line.
pub(crate) fn text(pdf: &[u8]) -> String {
    tool("pdftotext", &["@", "-"], pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page as grey pixels: (pixels, width, height).
pub(crate) fn grey(pdf: &[u8], page: usize, dpi: u32) -> (Vec<u8>, u32, u32) {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("surat.pdf");
    std::fs::write(&source, pdf).unwrap();
    let (page, dpi) = (page.to_string(), dpi.to_string());
    let target = folder.path().join("halaman");
    let status = Command::new("pdftoppm")
        .args(["-gray", "-singlefile", "-r", &dpi, "-f", &page])
        .args([source.as_path(), target.as_path()].map(Path::as_os_str))
        .status()
        .unwrap();
    assert!(status.success());
    parse_pgm(&std::fs::read(target.with_extension("pgm")).unwrap())
}

/// The code that a scan of the page shows.
pub(crate) fn scanned(pdf: &[u8], page: usize, dpi: u32) -> Option<String> {
    let (pixels, width, height) = grey(pdf, page, dpi);
    let mut hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let found = rxing::helpers::detect_in_luma_with_hints(pixels, width, height, Some(BarcodeFormat::QR_CODE), &mut hints);
    found.ok().map(|found| found.getText().to_owned())
}

/// "P5 <width> <height> 255", one white space, then the pixels.
fn parse_pgm(bytes: &[u8]) -> (Vec<u8>, u32, u32) {
    let mut words = bytes.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number = |_| std::str::from_utf8(words.next().unwrap()).unwrap().to_owned();
    let [magic, width, height] = std::array::from_fn(&mut number);
    assert_eq!(magic, "P5");
    let (width, height): (u32, u32) = (width.parse().unwrap(), height.parse().unwrap());
    (bytes[bytes.len() - (width * height) as usize..].to_vec(), width, height)
}
