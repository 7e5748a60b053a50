//! The five SOPs that the product ships: every defect of their source documents is found, and nothing else is.

use super::super::{Finding, check_file};
use super::shipped_office;
use crate::sop::Sop;

/// Name and bytes of a shipped SOP.
macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/sops/", $name)).as_slice())),+]
    };
}

pub(super) const SHIPPED: [(&str, &[u8]); 5] = shipped![
    "natuna-pencabutan.toml",
    "ciamis-pencabutan.toml",
    "natuna-pembaruan.toml",
    "sumbar-pembaruan.toml",
    "demak-pencabutan.toml",
];

fn source(name: &str) -> &'static [u8] {
    SHIPPED.iter().find(|(file, _)| *file == name).map(|(_, bytes)| *bytes).unwrap()
}

/// The findings as a reader sees them, with the line itself in place of its number, so that edits elsewhere in the file do not matter.
fn told(name: &str) -> String {
    let bytes = source(name);
    let lines: Vec<&str> = std::str::from_utf8(bytes).unwrap().lines().collect();
    let tell = |finding: Finding| {
        let at = lines[finding.line as usize - 1].trim();
        let start: String = at.chars().take(60).collect();
        format!("{} {start}\n     {}", finding.code, finding.message)
    };
    check_file(name, bytes, &shipped_office()).into_iter().map(tell).collect::<Vec<_>>().join("\n")
}

#[test]
fn natuna_revocation() {
    insta::assert_snapshot!(told("natuna-pencabutan.toml"), @r#"
    S106 "UU Nomor 19 Tahun 2016 tentang Perubahan Atas Undang-Undang
         Dasar hukum "UU Nomor 19 Tahun 2016" sudah disusul perubahan berikutnya, UU Nomor 1 Tahun 2024 (perubahan kedua atas UU Nomor 11 Tahun 2008). Sebutkan perubahan yang terakhir.
    S104 keterkaitan = []
         Keterkaitan kosong, padahal wajib ada dalam format SOP. Lengkapi pada perubahan SOP berikutnya.
    S104 tanggal_efektif = ""
         Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.
    "#);
}

#[test]
fn ciamis_revocation() {
    insta::assert_snapshot!(told("ciamis-pencabutan.toml"), @r#"
    S106 "Undang-undang Nomor 11 Tahun 2008 tentang Informasi dan Tra
         Dasar hukum "Undang-undang Nomor 11 Tahun 2008" telah diubah, terakhir dengan UU Nomor 1 Tahun 2024. Sebutkan bersama perubahannya.
    S106 "Peraturan Pemerintah No 82 Tahun 2012 tentang Penyelenggara
         Dasar hukum "Peraturan Pemerintah No 82 Tahun 2012" sudah tidak berlaku; penggantinya Peraturan Pemerintah Nomor 71 Tahun 2019. Ganti pada perubahan SOP berikutnya.
    S104 keterkaitan = []
         Keterkaitan kosong, padahal wajib ada dalam format SOP. Lengkapi pada perubahan SOP berikutnya.
    S105 "Surat Pernyataan Lupa Passphrase",
         Baris "Surat Pernyataan Lupa Passphrase" berbicara tentang lupa passphrase, sedangkan SOP ini tentang pencabutan. Mungkin tersalin dari SOP lain.
    S105 "Surat Permohonan Lupa Passphrase",
         Baris "Surat Permohonan Lupa Passphrase" berbicara tentang lupa passphrase, sedangkan SOP ini tentang pencabutan. Mungkin tersalin dari SOP lain.
    S104 peringatan = []
         Peringatan kosong, padahal wajib ada dalam format SOP. Lengkapi pada perubahan SOP berikutnya.
    S105 "Disimpan sebagai data Permohonan Lupa Passphrase",
         Baris "Disimpan sebagai data Permohonan Lupa Passphrase" berbicara tentang lupa passphrase, sedangkan SOP ini tentang pencabutan. Mungkin tersalin dari SOP lain.
    S104 tanggal_efektif = ""
         Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.
    "#);
}

#[test]
fn natuna_renewal() {
    insta::assert_snapshot!(told("natuna-pembaruan.toml"), @r#"
    S106 "UU Nomor 14 Tahun 2018 tentang Keterbukaan Informasi Publik
         Dasar hukum "UU Nomor 14 Tahun 2018": peraturan tentang Keterbukaan Informasi Publik adalah UU Nomor 14 Tahun 2008. Perbaiki nomor atau tahunnya.
    S106 "Peraturan Pemerintah Nomor 71 Tahun 219 tentang Penyelengga
         Dasar hukum "Peraturan Pemerintah Nomor 71 Tahun 219": tahun 219 tidak mungkin. Mungkin maksudnya Peraturan Pemerintah Nomor 71 Tahun 2019.
    S104 keterkaitan = []
         Keterkaitan kosong, padahal wajib ada dalam format SOP. Lengkapi pada perubahan SOP berikutnya.
    S104 tanggal_efektif = ""
         Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.
    S109 kelengkapan = ["Hasil Evaluasi Aplikasi", "Dokumentasi"]
         Langkah 3 meminta "Hasil Evaluasi Aplikasi", yang tidak dihasilkan langkah sebelumnya dan tidak dibawa pemohon. Jelaskan asalnya.
    "#);
}

#[test]
fn sumbar_renewal() {
    insta::assert_snapshot!(told("sumbar-pembaruan.toml"), @r#"
    S106 "Peraturan Badan Siber dan Sandi Negara Nomor 2 Tahun 2018 T
         Dasar hukum "Peraturan Badan Siber dan Sandi Negara Nomor 2 Tahun 2018" sudah tidak berlaku; penggantinya Peraturan BSSN Nomor 6 Tahun 2021, yang diubah dengan Peraturan BSSN Nomor 4 Tahun 2023. Ganti pada perubahan SOP berikutnya.
    S106 "Pedoman Kepala Lembaga Sandi Negara Nomor 3 Tahun 2017 tent
         Dasar hukum "Pedoman Kepala Lembaga Sandi Negara Nomor 3 Tahun 2017" mungkin sudah tidak berlaku; penggantinya kebijakan sertifikat elektronik BSrE yang berlaku. Ganti pada perubahan SOP berikutnya. Pastikan dahulu.
    S102 judul = "Pencabutan Sertifikat Elektronik untuk Individu Men
         Judul SOP berbicara tentang pencabutan, sedangkan jenisnya `pembaruan`. Perbaiki salah satunya.
    S102 judul_sampul = "Pembaruan Sertifikat Elektronik dengan Pengg
         Judul sampul berbicara tentang pembaruan, judul SOP tentang pencabutan. Samakan keduanya.
    S104 tanggal_efektif = ""
         Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.
    S101 waktu = "30 menit"
         Waktu penyelesaian "Dengan Perubahan Data" tertulis 30 menit, sedangkan jumlah waktu langkah 1, 2, 3, 4, 5, 6 adalah 35 menit. Perbaiki salah satunya.
    "#);
}

#[test]
fn demak_revocation() {
    insta::assert_snapshot!(told("demak-pencabutan.toml"), @r#"
    S106 "UU Nomor 19 Tahun 2016 tentang Perubahan Atas Undang-Undang
         Dasar hukum "UU Nomor 19 Tahun 2016" sudah disusul perubahan berikutnya, UU Nomor 1 Tahun 2024 (perubahan kedua atas UU Nomor 11 Tahun 2008). Sebutkan perubahan yang terakhir.
    S104 tanggal_efektif = ""
         Tanggal efektif kosong, sehingga tidak jelas sejak kapan SOP berlaku. Lengkapi pada perubahan SOP berikutnya.
    S103 waktu = ""
         Langkah 1 tidak mempunyai waktu, sehingga tenggatnya tidak dapat dihitung. Isi `waktu`.
    S108 kegiatan = "Verifikator menerima laporan bahwa pencabutan se
         Langkah 5 dan 6 hampir sama. Gabungkan keduanya atau perjelas bedanya.
    S109 kelengkapan = ["Bukti pencabutan sertifikat elektronik"]
         Langkah 7 meminta "Bukti pencabutan sertifikat elektronik", yang tidak dihasilkan langkah sebelumnya dan tidak dibawa pemohon. Jelaskan asalnya.
    "#);
}

#[test]
fn main_paths_and_times_are_those_of_the_documents() {
    for (name, path, minutes) in [
        ("natuna-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 45),
        ("ciamis-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 185),
        ("natuna-pembaruan.toml", vec![1, 2, 3, 4, 5], 90),
        ("sumbar-pembaruan.toml", vec![1, 2, 3, 5, 6], 35),
        ("demak-pencabutan.toml", vec![1, 2, 3, 4, 5, 6, 7], 160),
    ] {
        let sop = Sop::parse(name, source(name)).unwrap().sop;
        let walked: Vec<u32> = sop.main_path().iter().map(|step| step.number).collect();
        assert_eq!((walked, sop.working_minutes_total()), (path, minutes), "{name}");
        assert!(sop.main_path().last().is_some_and(|step| sop.is_last(step)), "{name}");
    }
}

#[test]
fn a_parsed_sop_serializes_under_the_keys_of_its_file() {
    let json = serde_json::to_value(&Sop::parse("demak.toml", source("demak-pencabutan.toml")).unwrap().sop).unwrap();
    for (pointer, expected) in [
        ("/jenis", serde_json::json!("pencabutan")),
        ("/identitas/tanggal_pembuatan", serde_json::json!("Februari 2022")),
        ("/langkah/3/keputusan/1/kembali", serde_json::json!(true)),
        ("/langkah/2/berkas/0/bila", serde_json::json!({ "perkara.alasan": ["pensiun"] })),
        ("/peralatan/2", serde_json::json!("ATK")),
    ] {
        assert_eq!(json.pointer(pointer), Some(&expected), "{pointer}");
    }
}
