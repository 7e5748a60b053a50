//! The closed table of values that a letter may carry: what a template may name, what it means, and what it looks like.
//!
//! Templates are checked against this table before they are used; the same lines serve as help and as the list to pick from. All values are
//! text as it is printed: dates are written out, a NIP is spaced, both with blanks that do not break where real letters have them.

/// A value that a template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// As a template writes it, e.g. `pemilik.nama_lengkap`.
    pub name: &'static str,
    /// What it is, in Indonesian.
    pub meaning: &'static str,
    /// A fictitious value.
    pub sample: &'static str,
}

/// A set of rows that a table or a list repeats over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowSet {
    /// As `untuk_setiap` names it; its values are `name.field`.
    pub name: &'static str,
    /// What a row is, in Indonesian.
    pub meaning: &'static str,
    /// Values of a row that only rows have. Rows of `pemilik` hold the values of the owner instead.
    pub fields: &'static [Name],
}

/// The running number of the row, within a repetition.
pub const ROW_NUMBER: &str = "urutan";

/// The letter's number: the one value that a draft does not have yet.
pub const LETTER_NUMBER: &str = "nomor_surat";

/// How many owners the letter is about, in digits and words. It is counted, not given.
pub const OWNER_COUNT: &str = "jumlah_pemilik";

/// The same in digits, for conditions; no text can name it.
pub(super) const OWNER_COUNT_DIGITS: &str = "jumlah_pemilik/angka";

/// The set of rows with one row for each owner.
pub const OWNERS: &str = "pemilik";

/// Groups of values that are one owner's own: where a letter is about several, a row of [`OWNERS`] answers for them.
pub(super) const OF_AN_OWNER: [&str; 4] = ["pemilik.", "sertifikat.", "sertifikat_baru.", "perkara."];

macro_rules! names {
    ($($name:literal $meaning:literal $sample:literal)*) => { &[$(Name { name: $name, meaning: $meaning, sample: $sample }),*] };
}

/// Every value outside rows, by group.
#[rustfmt::skip]
pub const NAMES: &[Name] = names![
    "tanggal_surat" "tanggal surat" "21\u{a0}November 2026"
    "tempat_surat" "tempat surat ditandatangani" "Kota Contoh"
    "nomor_surat" "nomor surat dari register" "000.6.5/12/Diskominfo.05"
    "jumlah_pemilik" "jumlah pemilik sertifikat dalam surat; `bila` membandingkan angkanya" "1 (satu)"
    "jumlah_lampiran" "jumlah lampiran" "1 (satu) berkas"
    "sistem" "sistem elektronik tempat sertifikat digunakan" "Tata Naskah Dinas Elektronik"
    "kegunaan" "kegunaan sertifikat elektronik" "Penandatanganan naskah dinas secara elektronik"

    "kantor.pemerintah" "pemerintah daerah pada kop surat" "Pemerintah Kabupaten Contoh"
    "kantor.nama" "nama kantor" "Dinas Komunikasi dan Informatika"
    "kantor.singkatan" "nama singkat kantor" "Diskominfo"
    "kantor.alamat" "alamat kantor" "Jalan Contoh Nomor 1, Kota Contoh"
    "kantor.telepon" "telepon kantor" "(0999) 123456"
    "kantor.email" "pos-el kantor" "diskominfo@contohkab.go.id"
    "kantor.laman" "laman kantor" "diskominfo.contohkab.go.id"
    "kantor.daerah" "daerah kantor" "Kabupaten Contoh"
    "kantor.ibu_kota" "kota tempat kantor" "Kota Contoh"
    "kantor.provinsi" "provinsi kantor" "Provinsi Contoh"

    "penandatangan.jabatan" "jabatan pejabat penandatangan" "Kepala Dinas Komunikasi dan Informatika"
    "penandatangan.nama" "nama pejabat penandatangan dengan gelar" "Dra. Contoh Kepala Dinas, M.Si."
    "penandatangan.pangkat" "pangkat pejabat penandatangan" "Pembina Utama Muda"
    "penandatangan.golongan" "golongan pejabat penandatangan" "IV/c"
    "penandatangan.nip" "NIP pejabat penandatangan" "19700101\u{a0}199601\u{a0}2\u{a0}001"

    "pemilik.nama" "nama pemilik sertifikat tanpa gelar" "Contoh Pemilik"
    "pemilik.nama_lengkap" "nama pemilik sertifikat dengan gelar" "Contoh Pemilik, S.Kom."
    "pemilik.nik" "NIK pemilik sertifikat" "9999010101900001"
    "pemilik.nip" "NIP pemilik sertifikat" "19900101\u{a0}201501\u{a0}1\u{a0}001"
    "pemilik.status" "status kepegawaian pemilik sertifikat" "PNS"
    "pemilik.pangkat" "pangkat pemilik sertifikat" "Penata"
    "pemilik.golongan" "golongan pemilik sertifikat" "III/c"
    "pemilik.pangkat_golongan" "pangkat dan golongan pemilik sertifikat" "Penata (III/c)"
    "pemilik.jabatan" "jabatan pemilik sertifikat" "Pranata Komputer Ahli Muda"
    "pemilik.unit_kerja" "unit kerja pemilik sertifikat" "Sekretariat"
    "pemilik.instansi" "instansi pemilik sertifikat" "Dinas Kesehatan Kabupaten Contoh"
    "pemilik.email" "pos-el dinas pemilik sertifikat" "contoh.pemilik@contohkab.go.id"
    "pemilik.telepon" "telepon pemilik sertifikat" "0812-0000-0000"

    "atasan.nama" "nama atasan langsung dengan gelar" "dr. Contoh Atasan, M.Kes."
    "atasan.nip" "NIP atasan langsung" "19750202\u{a0}200003\u{a0}1\u{a0}002"
    "atasan.pangkat_golongan" "pangkat dan golongan atasan langsung" "Pembina Tk. I (IV/b)"
    "atasan.jabatan" "jabatan atasan langsung" "Kepala Dinas Kesehatan"
    "atasan.instansi" "instansi atasan langsung" "Dinas Kesehatan Kabupaten Contoh"

    "sertifikat.nomor_seri" "nomor seri sertifikat" "100000000000000000000000000001"
    "sertifikat.subjek_dn" "subjek (DN) sertifikat" "CN=Contoh Pemilik,O=Personal,C=ID"
    "sertifikat.penerbit" "penerbit sertifikat" "BSRE CA DS G1"
    "sertifikat.berlaku_mulai" "awal masa berlaku sertifikat" "1\u{a0}Desember 2024"
    "sertifikat.berlaku_sampai" "akhir masa berlaku sertifikat" "1\u{a0}Desember 2026"

    "sertifikat_baru.nomor_seri" "nomor seri sertifikat baru" "100000000000000000000000000002"
    "sertifikat_baru.subjek_dn" "subjek (DN) sertifikat baru" "CN=Contoh Pemilik,O=Personal,C=ID"
    "sertifikat_baru.berlaku_mulai" "awal masa berlaku sertifikat baru" "21\u{a0}November 2026"
    "sertifikat_baru.berlaku_sampai" "akhir masa berlaku sertifikat baru" "21\u{a0}November 2028"

    "perkara.layanan" "nama layanan menurut judul SOP" "Pencabutan Sertifikat Elektronik"
    "perkara.jenis" "jenis layanan menurut SOP (pencabutan, pembaruan, …)" "pencabutan"
    "perkara.agenda" "nomor agenda perkara" "45/2026"
    "perkara.kanal" "kanal permohonan" "surat"
    "perkara.diterima" "tanggal permohonan diterima" "19\u{a0}November 2026"
    "perkara.pengirim" "instansi pengirim permohonan" "Dinas Kesehatan Kabupaten Contoh"
    "perkara.nomor_surat_masuk" "nomor surat permohonan" "800/77/Dinkes"
    "perkara.tanggal_surat_masuk" "tanggal surat permohonan" "18\u{a0}November 2026"
    "perkara.alasan" "alasan pencabutan" "Purna tugas/pensiun"
    "perkara.alasan_id" "tanda pengenal alasan pencabutan, untuk `bila`" "pensiun"
    "perkara.alasan_uraian" "uraian alasan pencabutan" "Yang bersangkutan purna tugas pada usia 58 tahun."
    "perkara.dokumen_hukum_nomor" "nomor dokumen yang menjadi dasar (SK, akta, surat keterangan)" "882/15/BKPSDM"
    "perkara.dokumen_hukum_tanggal" "tanggal dokumen yang menjadi dasar" "2\u{a0}November 2026"
    "perkara.berlaku_efektif" "tanggal mulai berlakunya alasan" "1\u{a0}Desember 2026"
    "perkara.pemohon_dapat_masuk_ams" "apakah pemilik dapat masuk ke AMS (ya atau tidak)" "ya"
    "perkara.hasil" "hasil akhir perkara (selesai atau dibatalkan)" "selesai"
    "perkara.selesai" "tanggal hasil akhir perkara" "20\u{a0}November 2026"
    "perkara.catatan" "catatan petugas pada perkara" "Berkas lengkap."
    "perkara.sop" "judul dan nomor SOP perkara" "SOP Pencabutan Sertifikat Elektronik"

    "disposisi.kepada" "penerima disposisi" "Kepala Bidang Persandian dan Keamanan Informasi"
    "disposisi.instruksi" "isi disposisi" "Proses sesuai ketentuan"
    "disposisi.sifat" "sifat surat pada disposisi" "Segera"
    "disposisi.batas" "batas waktu disposisi" "24\u{a0}November 2026"
    "disposisi.catatan" "catatan disposisi" "Laporkan hasilnya."

    "petugas.nama" "nama petugas" "Contoh Petugas, A.Md."
];

/// Every set of rows.
#[rustfmt::skip]
pub const ROW_SETS: &[RowSet] = &[
    RowSet { name: "pemilik", meaning: "pemilik sertifikat, satu baris satu orang", fields: &[] },
    RowSet { name: "perubahan", meaning: "data yang berubah", fields: names![
        "perihal" "apa yang berubah" "Jabatan"
        "semula" "isi sebelum perubahan" "Pranata Komputer Ahli Pertama"
        "menjadi" "isi sesudah perubahan" "Pranata Komputer Ahli Muda"
    ] },
    RowSet { name: "berkas", meaning: "berkas permohonan", fields: names![
        "nama" "nama berkas" "Surat permohonan"
        "keadaan" "keadaan berkas" "Asli"
    ] },
    RowSet { name: "kelengkapan", meaning: "berkas yang diminta SOP perkara, dan berkas lain yang ada", fields: names![
        "nama" "nama berkas" "Surat permohonan"
        "langkah" "langkah SOP yang meminta berkas" "1"
        "ada" "tanda bila berkas ada" "√"
        "tidak_ada" "tanda bila berkas tidak ada" "√"
        "tanggal" "tanggal berkas terakhir dilampirkan" "20\u{a0}November 2026"
        "keadaan" "jumlah berkas, atau mengapa tidak ada" "2 berkas"
    ] },
];

/// The value named `name`, outside rows.
pub fn find(name: &str) -> Option<&'static Name> {
    NAMES.iter().find(|known| known.name == name)
}

/// The set of rows named `name`.
pub fn row_set(name: &str) -> Option<&'static RowSet> {
    ROW_SETS.iter().find(|set| set.name == name)
}

/// The set and the field of a value that only rows have, e.g. `perubahan.semula`.
pub fn find_in_rows(name: &str) -> Option<(&'static RowSet, &'static Name)> {
    let (set, field) = name.split_once('.')?;
    let set = row_set(set)?;
    set.fields.iter().find(|known| known.name == field).map(|known| (set, known))
}

/// How a row of `set` calls a value: without the set's own group, e.g. `nama` for `pemilik.nama`, and `sertifikat.nomor_seri` as it is.
pub fn field_of<'n>(set: &str, name: &'n str) -> &'n str {
    name.strip_prefix(set).and_then(|rest| rest.strip_prefix('.')).unwrap_or(name)
}

/// Whether a row of `set` may hold a value called `field`.
pub fn is_in_row(set: &str, field: &str) -> bool {
    let name = format!("{set}.{field}");
    let is_of_owner = set == OWNERS && OF_AN_OWNER.iter().any(|group| field.starts_with(group));
    find(&name).is_some() || find_in_rows(&name).is_some() || (is_of_owner && find(field).is_some())
}

/// What a condition (`bila`) compares. As in SOP files, `perkara.alasan` means the reason's id there, whatever the reason is called in print; and
/// `jumlah_pemilik` is compared without its words.
pub fn compared(name: &str) -> &str {
    match name {
        "perkara.alasan" => "perkara.alasan_id",
        OWNER_COUNT => OWNER_COUNT_DIGITS,
        other => other,
    }
}

/// Where an officer fills in the value, as the end of a sentence.
pub fn filled_in(name: &str) -> &'static str {
    match name.split_once('.').map_or(name, |(group, _)| group) {
        LETTER_NUMBER => "terbitkan surat agar nomor diambil dari register",
        _ if name == "perkara.catatan" => "lengkapi pada isian surat",
        "jumlah_lampiran" | "sistem" | "kegunaan" | "tanggal_surat" => "lengkapi pada isian surat",
        "tempat_surat" | "kantor" => "lengkapi pada pengaturan kantor",
        "penandatangan" => "pilih pejabat penandatangan, atau lengkapi datanya pada daftar pejabat",
        "pemilik" | OWNER_COUNT => "lengkapi pada data pemilik sertifikat",
        "atasan" => "lengkapi data atasan langsung pada isian surat",
        "sertifikat" => "lengkapi pada data sertifikat dalam perkara",
        "sertifikat_baru" => "lengkapi pada langkah yang mencatat sertifikat baru",
        "perubahan" => "lengkapi pada langkah yang mencatat perubahan data (semula dan menjadi)",
        "berkas" | "kelengkapan" => "lengkapi pada daftar berkas perkara",
        "disposisi" => "lengkapi pada langkah disposisi",
        "petugas" => "lengkapi nama pada data pengguna",
        _ => "lengkapi pada data permohonan dalam perkara",
    }
}

/// What `name` means: the words of the table.
pub fn meaning(name: &str) -> &'static str {
    if name == ROW_NUMBER {
        return "nomor urut baris";
    }
    find(name).or_else(|| find_in_rows(name).map(|(_, field)| field)).map_or("", |known| known.meaning)
}

/// The sentence about a name that letters do not have.
pub fn unknown(typed: &str) -> String {
    let advice = nearest(typed).map_or("Lihat daftar isian surat.".to_owned(), |meant| format!("Mungkin maksudnya `{meant}`."));
    format!("Isian `{}` tidak dikenal. {advice}", shown(typed))
}

/// The end of the sentence about a set of rows that letters do not have; it begins with where the set was named.
pub fn unknown_set(typed: &str) -> String {
    let known: Vec<&str> = ROW_SETS.iter().map(|set| set.name).collect();
    format!("tidak mengenal `{}`. Pilihannya: {}.", shown(typed), known.join(", "))
}

/// What was typed, fit for a sentence.
fn shown(typed: &str) -> String {
    typed.chars().filter(|letter| !letter.is_control()).take(60).collect()
}

/// The known name that was probably meant by `typed`.
pub fn nearest(typed: &str) -> Option<String> {
    // Long strangers are no typing slips, and the distance is quadratic.
    if typed.len() > 60 {
        return None;
    }
    let in_rows = ROW_SETS.iter().flat_map(|set| set.fields.iter().map(|field| format!("{}.{}", set.name, field.name)));
    let known = NAMES.iter().map(|known| known.name.to_owned()).chain(in_rows);
    let allowed = (typed.chars().count() / 3).clamp(1, 4);
    known.map(|name| (distance(typed, &name), name)).filter(|(far, _)| *far <= allowed).min().map(|(_, name)| name)
}

/// Letters to insert, remove or replace to turn `a` into `b`.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, right) in b.chars().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_described() {
        let names: BTreeSet<&str> = NAMES.iter().map(|known| known.name).collect();
        assert_eq!(names.len(), NAMES.len());
        for known in NAMES.iter().chain(ROW_SETS.iter().flat_map(|set| set.fields)) {
            assert!(!known.meaning.is_empty() && !known.sample.is_empty(), "{}", known.name);
        }
    }

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        for (typed, expected) in [
            ("pemilik.nma", Some("pemilik.nama")),
            ("pemilik.nama_lengka", Some("pemilik.nama_lengkap")),
            ("nomor_sura", Some("nomor_surat")),
            ("perubahan.semla", Some("perubahan.semula")),
            ("kantor.ibukota", Some("kantor.ibu_kota")),
            ("cuaca", None),
        ] {
            assert_eq!(nearest(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn every_name_says_where_it_is_filled_in() {
        for known in NAMES {
            assert!(!filled_in(known.name).is_empty() && meaning(known.name) == known.meaning);
        }
        assert_eq!(meaning("berkas.nama"), "nama berkas");
        assert_eq!(find_in_rows("pemilik.nama"), None, "an owner's values are the same in rows and outside");
    }
}
