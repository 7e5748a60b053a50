//! Sample data as the wire takes it.

use serde_json::{Value, json};

/// An office in a fictitious regency.
pub fn profile() -> Value {
    json!({
        "government": "Pemerintah Kabupaten Contoh",
        "name": "Dinas Komunikasi dan Informatika",
        "short_name": "Diskominfo",
        "section": "Bidang Persandian dan Keamanan Informasi",
        "region": "Kabupaten Contoh",
        "province": "Provinsi Contoh",
        "city": "Kota Contoh",
        "address": "Jalan Contoh Nomor 1, Kota Contoh 99999",
        "phone": "(0999) 123456",
        "email": "diskominfo@contohkab.go.id",
        "website": "diskominfo.contohkab.go.id",
        "zone": "wib",
        "registers": {
            "keluar": { "pattern": "{klasifikasi}/{urut}/{unit}.{bidang}", "classification": "000.6.5", "unit": "Diskominfo", "section": "05" },
            "masuk": { "pattern": "{urut}/{tahun}" },
        },
    })
}

/// The head of the office, a head of section, and an officer.
pub fn officials() -> Vec<Value> {
    [
        (
            "kepala-dinas",
            "Dra. Contoh Kepala Dinas, M.Si.",
            "19700101 199601 2 001",
            "Pembina Utama Muda",
            "Kepala Dinas Komunikasi dan Informatika",
        ),
        (
            "kepala-bidang",
            "Contoh Kepala Bidang, S.Kom.",
            "19780202 200501 1 002",
            "Pembina",
            "Kepala Bidang Persandian dan Keamanan Informasi",
        ),
        ("petugas", "Contoh Petugas, A.Md.", "19910303 201503 2 003", "Penata Muda", "Sandiman Ahli Pertama"),
    ]
    .map(|(role, name, nip, rank, post)| json!({ "details": { "role": role, "name": name, "nip": nip, "rank": rank, "post": post } }))
    .to_vec()
}

/// An owner; each number is another person.
pub fn owner(number: u32) -> Value {
    const NAMES: [&str; 5] = ["Rahmat Hidayat", "Siti Aminah", "Yohanes Siregar", "Ni Luh Ayu Lestari", "Ahmad Fauzi"];
    let woman = number % 2 == 1;
    let day = 1 + number % 28;
    let (nik_day, sex) = if woman { (day + 40, 2) } else { (day, 1) };
    let name = NAMES.get(number as usize % NAMES.len()).copied().unwrap_or("Contoh");
    json!({
        "details": {
            "name": if number < 5 { name.to_owned() } else { format!("{name} {}", roman_like(number)) },
            "title_after": "S.Kom.",
            "nik": format!("317101{nik_day:02}0380{:04}", number % 9999 + 1),
            "nip": format!("198003{day:02}200501{sex}{:03}", number % 999 + 1),
            "employment": "pns",
            "grade": "III/d",
            "post": "Kepala Seksi Pelayanan",
            "unit": "Bidang Pelayanan Kesehatan",
            "institution": "Dinas Kesehatan Kabupaten Contoh",
            "email": format!("pegawai{number}@contohkab.go.id"),
            "phone": "0812-3456-7890",
            "ams_user": format!("pegawai{number}"),
        }
    })
}

/// Letters only, so that names stay names.
fn roman_like(number: u32) -> String {
    number.to_string().bytes().map(|digit| char::from(b'A' + digit - b'0')).collect()
}

/// A certificate of an owner, near its end.
pub fn certificate(owner: &Value, number: u32) -> Value {
    json!({
        "owner": owner,
        "details": {
            "serial": format!("77140925551{number:05}"),
            "subject_dn": format!("CN=Contoh Pemilik {number}, O=Pemerintah Kabupaten Contoh, C=ID"),
            "issuer": "BSRE CA DS G1",
            "valid_from": "2024-12-05",
            "valid_until": "2026-12-05",
        }
    })
}

/// Values of letters that no register holds.
pub fn letter_values() -> Value {
    json!({
        "atasan.nama": "dr. Contoh Atasan, M.Kes.",
        "atasan.nip": "19750202 200003 1 002",
        "atasan.pangkat_golongan": "Pembina Tk. I (IV/b)",
        "atasan.jabatan": "Kepala Dinas Kesehatan",
        "atasan.instansi": "Dinas Kesehatan Kabupaten Contoh",
        "sistem": "Tata Naskah Dinas Elektronik",
        "kegunaan": "Penandatanganan naskah dinas secara elektronik",
        "jumlah_lampiran": "1 (satu) berkas",
    })
}
