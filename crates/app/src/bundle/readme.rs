//! The first thing that whoever opens a bundle reads.

use sandika_domain::calendar::Zone;
use sandika_domain::case::Case;
use sandika_domain::fact::Moment;
use sandika_domain::words::date_time;

/// Plain text, with the line ends of Windows.
pub(super) fn text(case: &Case, now: Moment, zone: Zone) -> String {
    let lines = [
        format!("BUNDEL PERKARA {}", case.agenda.text),
        format!("Dibuat {} {zone}.", date_time(zone.local(now))),
        String::new(),
        "Bundel ini memuat seluruh isi satu perkara dan dapat dibaca serta diperiksa tanpa program Sandika.".to_owned(),
        "Isinya memuat data pribadi. Simpan dan serahkan hanya kepada yang berhak.".to_owned(),
        String::new(),
        "riwayat.pdf     riwayat perkara: apa yang terjadi, kapan, dan oleh siapa".to_owned(),
        "surat           setiap versi surat persis seperti diterbitkan, dan yang kembali bertanda tangan".to_owned(),
        "berkas          setiap berkas perkara persis seperti diterima".to_owned(),
        "jurnal.jsonl    catatan jurnal perkara ini, satu baris satu catatan (JSON)".to_owned(),
        "manifest.json   daftar semua berkas dengan ukuran dan sidiknya (SHA-256)".to_owned(),
        "periksa.html    pemeriksa: buka dengan Edge atau Chrome, lalu pilih folder atau berkas ZIP ini".to_owned(),
        String::new(),
        "Pemeriksa bekerja tanpa jaringan; tidak ada yang dikirim ke mana pun. Ia menyebut berkas yang utuh,".to_owned(),
        "berubah, hilang, atau berlebih, dan memeriksa rangkaian catatan jurnal.".to_owned(),
        String::new(),
        "Bila bundel ini diterima dari pihak lain, pakailah periksa.html dari sumber yang Anda percayai, dan".to_owned(),
        "cocokkan “Sidik bundel” yang ditampilkannya dengan yang dicatat kantor saat bundel dibuat.".to_owned(),
        String::new(),
    ];
    lines.join("\r\n")
}
