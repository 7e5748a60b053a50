//! One sound SOP, and for each code a damage that must bring exactly that finding at the damaged line.

use super::super::check_file;
use super::shipped_office;

const SOUND: &str = r#"format = 1
id = "contoh-pencabutan"
jenis = "pencabutan"
dasar_hukum = ["UU Nomor 25 Tahun 2009 tentang Pelayanan Publik"]
kualifikasi_pelaksana = ["Mampu mengoperasikan komputer"]
keterkaitan = ["SOP Penerbitan"]
peralatan = ["Komputer"]
peringatan = ["Laksanakan segera"]
pencatatan = ["Buku agenda"]

[identitas]
pemerintah = "Pemerintah Kabupaten Contoh"
dinas = "Dinas Kominfo"
judul = "Pencabutan Sertifikat Elektronik"
tanggal_pembuatan = "2025-04-08"
tanggal_efektif = "2025-05-01"

[[pelaksana]]
id = "pemohon"
nama = "Pemohon"
pihak = "luar"
[[pelaksana]]
id = "op"
nama = "OP"
pihak = "dinas"

[[langkah]]
nomor = 1
kegiatan = "Mengajukan permohonan"
pelaksana = ["pemohon"]
simbol = "mulai"
kelengkapan = ["Surat Permohonan"]
waktu = "10 menit"
output = ["Permohonan diterima"]
  [[langkah.isian]]
  id = "kanal"
  label = "Kanal"
  jenis = "pilihan"
  pilihan = ["Surat", "E-mail"]

[[langkah]]
nomor = 2
kegiatan = "Memeriksa permohonan"
pelaksana = ["op"]
simbol = "keputusan"
kelengkapan = ["Surat Permohonan"]
waktu = "20 menit"
output = ["Hasil pemeriksaan"]
  [[langkah.keputusan]]
  hasil = "Sesuai"
  ke = 3
  [[langkah.keputusan]]
  hasil = "Perlu dilengkapi"
  ke = 1
  kembali = true
  [[langkah.berkas]]
  id = "surat-kehilangan"
  nama = "Surat kehilangan"
  bila = { "perkara.alasan" = ["kunci-hilang"], "langkah.1.kanal" = ["Surat"] }
  [[langkah.surat]]
  id = "lembar-disposisi"
  [[langkah.pesan]]
  id = "perlu-dilengkapi"
  kepada = "pemohon"

[[langkah]]
nomor = 3
kegiatan = "Mencabut sertifikat"
pelaksana = ["op"]
simbol = "proses"
waktu = "5 menit"
output = ["Sertifikat dicabut"]
akibat = ["sertifikat.dicabut"]

[[langkah]]
nomor = 4
kegiatan = "Selesai"
pelaksana = ["op"]
simbol = "selesai"

[[waktu_penyelesaian]]
nama = "Semua"
waktu = "35 menit"
"#;

/// The sound SOP with `from` replaced by `to` once.
fn damaged(from: &str, to: &str) -> String {
    assert_eq!(SOUND.matches(from).count(), 1, "`{from}` must stand exactly once in the sound SOP");
    SOUND.replace(from, to)
}

/// The line of `text` in `file`.
fn line_of(file: &str, text: &str) -> u32 {
    let before = &file[..file.find(text).unwrap_or_else(|| panic!("`{text}` is not in the damaged SOP"))];
    u32::try_from(before.matches('\n').count()).unwrap() + 1
}

#[test]
fn the_sound_sop_is_sound() {
    assert_eq!(check_file("a.toml", SOUND.as_bytes(), &shipped_office()), []);
}

#[test]
#[rustfmt::skip] // a damage stays one line
fn each_damage_brings_exactly_its_finding_at_its_line() {
    let mut wrong = Vec::new();
    // Damage (from, to), the code, and a text on the line that must be named.
    for (from, to, code, at) in [
        ("id = \"contoh-pencabutan\"", "id = \"Contoh Pencabutan\"", "S001", "id = \"Contoh"),
        ("format = 1", "format = 2", "S001", "format"),
        ("jenis = \"pencabutan\"", "jenis = \"cabut\"", "S001", "jenis = \"cabut\""),
        ("peralatan = [\"Komputer\"]\n", "", "S001", "format"),
        ("pihak = \"dinas\"", "pihak = \"dinas\"\nwarna = \"biru\"", "S001", "warna"),
        ("  id = \"kanal\"", "  id = \"kanal\"\n  id = \"kanal\"", "S001", "  id = \"kanal\"\n  label"),
        (
            "  pilihan = [\"Surat\", \"E-mail\"]",
            "  pilihan = [\"Surat\", \"E-mail\"]\n  [[langkah.isian]]\n  id = \"kanal\"\n  label = \"Lagi\"\n  jenis = \"teks\"",
            "S001",
            "  id = \"kanal\"\n  label = \"Lagi\"",
        ),
        ("simbol = \"selesai\"", "simbol = \"selesai\"\nlanjut = 1", "S001", "lanjut"),
        ("  pilihan = [\"Surat\", \"E-mail\"]", "  pilihan = [\"Surat\"]\n  wajib = \"ya\"", "S001", "wajib"),
        ("nomor = 4", "nomor = 3", "S002", "nomor = 3\nkegiatan = \"Selesai\""),
        ("pelaksana = [\"op\"]\nsimbol = \"selesai\"", "pelaksana = [\"opd\"]\nsimbol = \"selesai\"", "S003", "[\"opd\"]"),
        ("pelaksana = [\"op\"]\nsimbol = \"selesai\"", "pelaksana = []\nsimbol = \"selesai\"", "S003", "pelaksana = []"),
        ("kepada = \"pemohon\"", "kepada = \"opd\"", "S003", "kepada = \"opd\""),
        ("ke = 3", "ke = 9", "S004", "ke = 9"),
        ("simbol = \"proses\"", "simbol = \"proses\"\nlanjut = 7", "S004", "lanjut = 7"),
        ("waktu = \"35 menit\"", "waktu = \"35 menit\"\nlangkah = [1, 8]", "S004", "langkah = [1, 8]"),
        (
            "nama = \"Semua\"\nwaktu = \"35 menit\"\n",
            "nama = \"Semua\"\nwaktu = \"35 menit\"\n[[sub_sop]]\nlangkah = 8\nid = \"lain\"\n",
            "S004",
            "langkah = 8",
        ),
        ("ke = 3", "ke = 4", "S005", "[[langkah]]\nnomor = 3"),
        ("simbol = \"selesai\"\n\n[[waktu_penyelesaian]]\nnama = \"Semua\"\nwaktu = \"35 menit\"\n", "simbol = \"proses\"\nwaktu = \"1 menit\"\n", "S005", "simbol = \"proses\"\nwaktu = \"1 menit\""),
        ("simbol = \"proses\"", "simbol = \"keputusan\"", "S006", "simbol = \"keputusan\"\nwaktu = \"5 menit\""),
        ("waktu = \"5 menit\"", "waktu = \"5 menitan\"", "S007", "waktu = \"5 menitan\""),
        ("waktu = \"35 menit\"", "waktu = \"setengah jam\"", "S007", "waktu = \"setengah jam\""),
        ("\"langkah.1.kanal\"", "\"perkara.warna\"", "S008", "bila"),
        ("\"langkah.1.kanal\"", "\"langkah.3.kanal\"", "S008", "bila"),
        ("\"langkah.1.kanal\"", "\"langkah.1.kanall\"", "S008", "bila"),
        ("\"langkah.1.kanal\" = [\"Surat\"]", "\"langkah.1.kanal\" = [\"Surta\"]", "S008", "bila"),
        ("\"langkah.1.kanal\" = [\"Surat\"]", "\"langkah.1.kanal\" = []", "S008", "bila"),
        ("\"langkah.1.kanal\" = [\"Surat\"]", "\"perkara.kanal\" = [\"fax\"]", "S008", "bila"),
        ("\"langkah.1.kanal\" = [\"Surat\"]", "\"perkara.pemohon_dapat_masuk_ams\" = [\"bisa\"]", "S008", "bila"),
        ("[\"kunci-hilang\"]", "[\"kunci-dicuri\"]", "S009", "bila"),
        ("id = \"lembar-disposisi\"", "id = \"lembar-lain\"", "S009", "id = \"lembar-lain\""),
        ("id = \"perlu-dilengkapi\"", "id = \"perlu-lain\"", "S009", "id = \"perlu-lain\""),
        ("waktu = \"35 menit\"", "waktu = \"30 menit\"", "S101", "waktu = \"30 menit\""),
        ("waktu = \"35 menit\"", "waktu = \"35 menit\"\nlangkah = [1, 2]", "S101", "waktu = \"35 menit\""),
        ("judul = \"Pencabutan Sertifikat Elektronik\"", "judul = \"Pembaruan Sertifikat Elektronik\"", "S102", "judul ="),
        ("judul = \"Pencabutan", "judul_sampul = \"Pembaharuan SE\"\njudul = \"Pencabutan", "S102", "judul_sampul"),
        ("dasar_hukum = [\"UU Nomor 25 Tahun 2009 tentang Pelayanan Publik\"]", "dasar_hukum = []", "S104", "dasar_hukum"),
        ("keterkaitan = [\"SOP Penerbitan\"]", "keterkaitan = [\"-\"]", "S104", "keterkaitan"),
        ("tanggal_efektif = \"2025-05-01\"", "tanggal_efektif = \"-\"", "S104", "tanggal_efektif"),
        ("peralatan = [\"Komputer\"]", "peralatan = [\"Komputer\",\n\"Surat Lupa Passphrase\"]", "S105", "\"Surat Lupa"),
        ("pencatatan = [\"Buku agenda\"]", "pencatatan = [\"Data Permohonan Pembaruan\"]", "S105", "pencatatan"),
        ("UU Nomor 25 Tahun 2009", "UU Nomor 25 Tahun 209", "S106", "dasar_hukum"),
        ("UU Nomor 25 Tahun 2009", "UU Nomor 24 Tahun 2009", "S106", "dasar_hukum"),
        ("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", "PP No. 82/2012 tentang PSTE", "S106", "dasar_hukum"),
        ("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", "Peraturan Bupati Nomor 3 Tahun 2026 tentang SE", "S106", "dasar_hukum"),
        ("  ke = 1\n  kembali = true", "  ke = 4", "S107", "kegiatan = \"Memeriksa"),
        ("kegiatan = \"Mencabut sertifikat\"", "kegiatan = \"Verifikasi sertifikat\"", "S107", "kegiatan = \"Verifikasi"),
        (
            "waktu = \"5 menit\"\noutput = [\"Sertifikat dicabut\"]",
            "waktu = \"5 menit\"\nkelengkapan = [\"Berita Acara\"]\noutput = [\"Sertifikat dicabut\"]",
            "S109",
            "[\"Berita Acara\"]",
        ),
    ] {
        let file = damaged(from, to);
        let found: Vec<String> = check_file("a.toml", file.as_bytes(), &shipped_office()).iter().map(ToString::to_string).collect();
        let expected = format!("a.toml:{}: {} {code} ", line_of(&file, at), if code < "S100" { "galat" } else { "peringatan" });
        if found.len() != 1 || !found[0].starts_with(&expected) {
            wrong.push(format!("{from} -> {to}\n  expected {expected}\n  found    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Damages in two places.
#[test]
fn a_missing_time_a_twin_and_a_trap_are_named() {
    let without_time = damaged("waktu = \"5 menit\"", "waktu = \"\"");
    let twin = damaged(
        "[[langkah]]\nnomor = 4\nkegiatan = \"Selesai\"",
        "[[langkah]]\nnomor = 4\nkegiatan = \"Operator mencabut sertifikat\"\npelaksana = [\"op\"]\nsimbol = \"proses\"\nwaktu = \"0001 menit\"\n\
         output = [\"Sertifikat telah dicabut\"]\n\n[[langkah]]\nnomor = 5\nkegiatan = \"Selesai\"",
    )
    .replace("35 menit", "36 menit");
    let trap = damaged("  kembali = true", "  kembali = true\n  [[langkah.keputusan]]\n  hasil = \"Ditolak\"\n  ke = 5").replace(
        "[[waktu_penyelesaian]]",
        "[[langkah]]\nnomor = 5\nkegiatan = \"Menunggu\"\npelaksana = [\"op\"]\nsimbol = \"proses\"\nwaktu = \"1 hari\"\nlanjut = 5\n\n[[waktu_penyelesaian]]",
    );
    for (file, code, at) in
        [(trap, "S005", "[[langkah]]\nnomor = 5"), (without_time, "S103", "waktu = \"\""), (twin, "S108", "kegiatan = \"Operator")]
    {
        let found = check_file("a.toml", file.as_bytes(), &shipped_office());
        let told: Vec<(&str, u32)> = found.iter().map(|finding| (finding.code.as_str(), finding.line)).collect();
        assert_eq!(told, [(code, line_of(&file, at))]);
    }
}

#[test]
fn faults_of_form_and_of_sense_are_reported_together() {
    let file = damaged("waktu = \"5 menit\"", "waktu = \"lama\"\nwarna = 1").replace("ke = 3", "ke = 9");
    let found: Vec<&str> = check_file("a.toml", file.as_bytes(), &shipped_office()).iter().map(|finding| finding.code.as_str()).collect();
    assert!(["S001", "S004", "S007"].iter().all(|code| found.contains(code)), "{found:?}");
}
