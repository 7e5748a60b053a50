//! Syntax faults of TOML in the officer's language.

use toml::de::Error;

/// Beginnings of the parser's sentences, and what they mean to the reader of the file. The first that fits is taken.
const SENTENCES: &[(&str, &str)] = &[
    ("string values must be quoted", "Teks harus diapit tanda kutip dua, misalnya \"20 menit\"."),
    ("missing opening quote", "Tanda kutip pembuka tidak ada."),
    ("invalid basic string", "Teks tidak ditutup dengan tanda kutip, atau memuat karakter yang tidak boleh."),
    ("invalid literal string", "Teks tidak ditutup dengan tanda kutip, atau memuat karakter yang tidak boleh."),
    ("invalid multi-line", "Teks beberapa baris tidak ditutup dengan tiga tanda kutip, atau memuat karakter yang tidak boleh."),
    ("missing escaped value", "Garis miring terbalik (\\) tidak diikuti huruf yang dikenal; tulis \\\\ untuk garis miring itu sendiri."),
    ("missing comma", "Tanda koma di antara dua butir tidak ada."),
    ("extra comma", "Tanda koma berlebih."),
    ("unclosed array table", "Judul bagian [[…]] tidak ditutup."),
    ("unclosed array", "Daftar [ … ] tidak ditutup."),
    ("unclosed inline table", "Isi { … } tidak ditutup."),
    ("unclosed table", "Judul bagian […] tidak ditutup."),
    ("missing value", "Nilai sesudah tanda sama dengan tidak ada."),
    ("key with no value", "Kunci ini tidak mempunyai tanda sama dengan dan nilai."),
    ("missing assignment", "Tanda sama dengan antara kunci dan nilai tidak ada."),
    ("extra", "Tanda sama dengan berlebih."),
    ("invalid unquoted key", "Nama kunci hanya boleh memuat huruf, angka, tanda hubung, dan garis bawah."),
    ("unquoted keys cannot be empty", "Nama kunci tidak ada."),
    ("cannot extend value", "Kunci ini sudah diberi nilai; tidak dapat ditambah bagian di bawahnya."),
    ("unexpected leading zero", "Angka tidak boleh berawalan nol."),
    ("carriage return", "Akhir baris tidak lazim. Simpan ulang berkas dengan akhir baris biasa."),
    ("invalid comment character", "Komentar memuat karakter kendali; hapus karakter itu."),
    ("cannot recurse further", "Daftar atau isi bertumpuk terlalu dalam."),
    ("recursion limit", "Daftar atau isi bertumpuk terlalu dalam."),
];

const OTHERWISE: &str = "Baris ini bukan TOML yang benar. Periksa tanda kutip, tanda sama dengan, koma, dan kurung.";

/// An Indonesian sentence for a syntax fault found in `source`.
pub(super) fn sentence(error: &Error, source: &str) -> String {
    let culprit = error.span().and_then(|span| source.get(span)).unwrap_or_default().trim();
    let message = match error.message() {
        message if message.starts_with("duplicate key") => return format!("Kunci `{culprit}` ditulis dua kali. Hapus salah satu."),
        // The parser takes an absent value for an unquoted empty text.
        message if message.starts_with("string values must be quoted") && culprit.is_empty() => "missing value",
        message => message,
    };
    let known = SENTENCES.iter().find(|(beginning, _)| message.starts_with(beginning));
    known.map_or(OTHERWISE, |(_, sentence)| sentence).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_slips_have_their_own_sentence() {
        for (source, fragment) in [
            ("a = 20 menit", "tanda kutip"),
            ("a = menit", "tanda kutip dua"),
            ("a = \"x", "tidak ditutup"),
            ("a = [\"x\" \"y\"]", "koma"),
            ("a = [\"x\"", "tidak ditutup"),
            ("a =", "Nilai sesudah"),
            ("a", "tanda sama dengan"),
            ("[a", "tidak ditutup"),
            ("a = 1\na = 2", "Kunci `a` ditulis dua kali"),
            ("a = \"\\q\"", "Garis miring"),
            ("a = 007", "nol"),
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(source);
            let sentences: Vec<String> = errors.iter().map(|error| sentence(error, source)).collect();
            assert!(sentences.iter().any(|text| text.contains(fragment)), "{source:?}: {sentences:?}");
        }
    }
}
