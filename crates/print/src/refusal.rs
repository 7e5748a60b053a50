//! What Windows refuses, in words that an officer can act on. The numbers are those of `winerror.h`.

use std::io;

const NO_SERVICE: &str =
    "layanan pencetakan Windows (Print Spooler) tidak berjalan. Mulai ulang komputer; jika masih terjadi, hubungi pengelola komputer";
const NO_ROOM: &str =
    "ruang penyimpanan komputer penuh, sehingga dokumen tidak dapat diantrekan. Kosongkan ruang penyimpanan, lalu cetak lagi";
const CANCELLED: &str = "pencetakan dibatalkan di Windows";
const NO_DRIVER: &str = "driver printer tidak dapat dipakai. Minta pengelola komputer memasang ulang printer";

/// Errors and what to say of them.
const KNOWN: [(i32, &str); 17] = [
    (5, "Windows tidak mengizinkan pengguna ini mencetak. Minta izin kepada pengelola komputer"),
    (31, "driver printer menolak tanpa menyebut alasan. Matikan lalu nyalakan printer, lalu cetak lagi"),
    (39, NO_ROOM),
    (53, "komputer atau jaringan tempat printer terpasang tidak terhubung. Periksa jaringan, lalu cetak lagi"),
    (61, "antrean printer penuh. Tunggu sebentar, lalu cetak lagi"),
    (62, NO_ROOM),
    (63, CANCELLED),
    (112, NO_ROOM),
    (1222, "jaringan tidak tersedia. Periksa jaringan, lalu cetak lagi"),
    (1223, CANCELLED),
    (1062, NO_SERVICE),
    (1722, NO_SERVICE),
    (1726, NO_SERVICE),
    (1753, NO_SERVICE),
    (1796, "lubang sambungan printer tidak dikenal. Minta pengelola komputer memasang ulang printer"),
    (1797, NO_DRIVER),
    (3019, NO_DRIVER),
];

/// `ERROR_INVALID_PRINTER_NAME`, `ERROR_PRINTER_DELETED`, `ERROR_PRINTER_NOT_FOUND`.
const NO_PRINTER: [i32; 3] = [1801, 1905, 3012];

/// The same error in words, with its kind. What has words of its own keeps them.
pub(crate) fn told(printer: &str, error: io::Error) -> io::Error {
    let Some(code) = error.raw_os_error() else { return error };
    if NO_PRINTER.contains(&code) {
        let words = format!("printer “{printer}” tidak ada lagi di komputer ini. Pilih printer lain di Pengaturan");
        return io::Error::new(io::ErrorKind::NotFound, words);
    }
    let known = KNOWN.iter().find(|(known, _)| *known == code).map(|(_, words)| (*words).to_owned());
    io::Error::new(error.kind(), known.unwrap_or_else(|| format!("Windows menolak: {error}")))
}

/// What was refused, and why where that is known.
pub(crate) fn said(what: &str, why: &str) -> io::Error {
    io::Error::other(if why.trim().is_empty() { what.to_owned() } else { format!("{what}: {}", why.trim()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_told_in_words() {
        for (code, expected) in [
            (1801, "printer “Loket – Ruang ①” tidak ada lagi di komputer ini"),
            (1905, "Pilih printer lain"),
            (1722, "Print Spooler"),
            (112, "Kosongkan ruang"),
            (5, "Minta izin"),
            (87, "Windows menolak: "),
        ] {
            let said = told("Loket – Ruang ①", io::Error::from_raw_os_error(code)).to_string();
            assert!(said.contains(expected), "{code}: {said}");
        }
        let own = told("Loket", io::Error::new(io::ErrorKind::Interrupted, "pencetakan dihentikan"));
        assert_eq!((own.kind(), own.to_string().as_str()), (io::ErrorKind::Interrupted, "pencetakan dihentikan"));
    }
}
