//! What the fields of an office's things are called on the screens, for whoever reads what was changed.

/// Labels by the place of a field, or by its last part.
const LABELS: &[(&str, &str)] = &[
    ("acting", "Kapasitas"),
    ("address", "Alamat"),
    ("ams_user", "Nama pengguna AMS"),
    ("city", "Kota surat"),
    ("email", "E-mail"),
    ("email_endings", "Akhiran e-mail dinas"),
    ("employment", "Status kepegawaian"),
    ("from", "Mulai bertugas"),
    ("until", "Sampai"),
    ("government", "Pemerintah daerah"),
    ("grade", "Golongan"),
    ("institution", "Instansi"),
    ("issuer", "Penerbit"),
    ("logo", "Lambang (sidik berkas)"),
    ("name", "Nama"),
    ("nik", "NIK"),
    ("nip", "NIP"),
    ("on_behalf_of", "Atas nama jabatan"),
    ("own_face.bold", "Huruf kantor: tebal (sidik berkas)"),
    ("own_face.family", "Huruf kantor"),
    ("own_face.italic", "Huruf kantor: miring (sidik berkas)"),
    ("own_face.regular", "Huruf kantor: biasa (sidik berkas)"),
    ("page.font_size", "Ukuran huruf (poin)"),
    ("page.line_spacing", "Jarak baris"),
    ("page.margins.bottom", "Tepi bawah (mm)"),
    ("page.margins.left", "Tepi kiri (mm)"),
    ("page.margins.right", "Tepi kanan (mm)"),
    ("page.margins.top", "Tepi atas (mm)"),
    ("page.paper", "Kertas"),
    ("page.typeface", "Huruf surat"),
    ("phone", "Telepon"),
    ("post", "Jabatan"),
    ("practice", "Kantor latihan"),
    ("province", "Provinsi"),
    ("rank", "Pangkat"),
    ("region", "Wilayah"),
    ("role", "Peran"),
    ("section", "Bidang"),
    ("serial", "Nomor seri"),
    ("short_name", "Nama singkat"),
    ("subject_dn", "Subjek (DN)"),
    ("title_after", "Gelar belakang"),
    ("title_before", "Gelar depan"),
    ("unit", "Unit kerja"),
    ("valid_from", "Berlaku mulai"),
    ("valid_until", "Berlaku sampai"),
    ("website", "Situs web"),
    ("zone", "Wilayah waktu"),
];

/// The same within a register.
const OF_REGISTERS: &[(&str, &str)] =
    &[("pattern", "pola nomor"), ("classification", "klasifikasi"), ("unit", "unit"), ("section", "bidang")];

/// Words of closed lists as officers read them, by the field that has them.
const VALUES: &[(&str, &str, &str)] = &[
    ("acting", "holder", "definitif"),
    ("acting", "plt", "Plt."),
    ("acting", "plh", "Plh."),
    ("acting", "atas-nama", "a.n."),
    ("acting", "untuk-beliau", "u.b."),
    ("employment", "pns", "PNS"),
    ("employment", "pppk", "PPPK"),
    ("employment", "lainnya", "lainnya"),
    ("page.typeface", "arimo", "Arimo (setara Arial)"),
    ("page.typeface", "tinos", "Tinos (setara Times New Roman)"),
    ("page.typeface", "bonum", "Bonum (setara Bookman)"),
    ("page.typeface", "own", "huruf kantor"),
];

/// The label of a field by its place; one that has none is called by its own name.
pub(super) fn label(place: &str) -> String {
    let last = place.rsplit('.').next().unwrap_or(place);
    if let Some(rest) = place.strip_prefix("registers.") {
        let register = rest.split('.').next().unwrap_or(rest);
        let what = OF_REGISTERS.iter().find(|(name, _)| *name == last).map_or(last, |(_, label)| label);
        return format!("Register {register}: {what}");
    }
    let known = LABELS.iter().find(|(name, _)| *name == place).or_else(|| LABELS.iter().find(|(name, _)| *name == last));
    known.map_or_else(|| last.replace('_', " "), |(_, label)| (*label).to_owned())
}

/// A value as officers read it.
pub(super) fn value_words(place: &str, value: &str) -> String {
    let known = VALUES.iter().find(|(field, word, _)| *field == place && *word == value);
    known.map_or_else(|| value.to_owned(), |(.., words)| (*words).to_owned())
}
