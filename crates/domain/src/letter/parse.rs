//! Template files (`content/letters/*.toml`) become templates.
//!
//! ```toml
//! format = 1
//! id = "surat-contoh"
//! nama = "Surat Contoh"
//! bentuk = "korespondensi"          # korespondensi | judul
//! kop = "kantor"                    # kantor | instansi-pemohon | tanpa
//! di_semua_langkah = false          # true: may be issued at any step, whether the SOP offers it or not
//! register = "keluar"               # the register of its number; "" or absent where the office gives none
//! klasifikasi = "000.6.5"           # optional
//! tte = true                        # signed electronically; kaki_tte is then obligatory
//! kaki = "…"                        # optional small print, always
//! kaki_tte = "…"                    # small print where it is signed electronically
//! tembusan = [{ teks = "…" }]       # optional
//!
//! [kepala]                          # korespondensi: tempat_tanggal, nomor, sifat, lampiran, hal, kepada, di; judul: judul, nomor
//! hal = "…"
//! kepada = ["Kepala {kantor.nama}"]
//! di = "Tempat"
//!
//! [[bagian]]                        # see the reading of the parts
//! jenis = "paragraf"                # paragraf | identitas | butir | tabel | lembar | jarak
//! teks = "…"
//! bila = { "perkara.alasan" = ["pensiun"] }
//!
//! [[lampiran]]                      # optional: begins on a new page, see `attachment`
//! bila = { "jumlah_pemilik" = ["!1"] }
//! arah = "mendatar"                 # tegak | mendatar
//! judul = ["DAFTAR PEMILIK SERTIFIKAT ELEKTRONIK"]
//! tanda_tangan = true               # a letter signed by hand is signed below the attachment too
//!
//! [[lampiran.bagian]]               # like [[bagian]]
//! jenis = "tabel"
//!
//! [[tanda_tangan]]
//! atas = ["Mengetahui,"]
//! jabatan = ["{penandatangan.jabatan}"]
//! nama = "{penandatangan.nama}"
//! bawah = ["NIP {penandatangan.nip?}"]
//! ```

use super::block::Item;
use super::fault::{FaultCode, TemplateFault, in_order};
use super::head::{HeadTemplate, SignatureTemplate};
use super::model::Signing;
use super::names::LETTER_NUMBER;
use super::placeholder::Text;
use super::read::Reader;
use super::template::{Sender, Template};
use crate::document::{Table, read, word_enum};

/// The one version of the format.
const FORMAT: u32 = 1;

word_enum! {
    /// The two shapes of official letters (domain facts 2.1).
    Shape {
        /// Place and date, number, addressee.
        Correspondence = "korespondensi",
        /// A centred title.
        Title = "judul",
    }
}

impl Template {
    /// Reads a template. Its names are not looked up: [`Template::check`] does that.
    ///
    /// # Errors
    /// All faults of shape and grammar, by line; nothing is half read.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, Vec<TemplateFault>> {
        let reader = Reader::new(file);
        let reading = read(file, bytes, |root| template(&reader, file, root));
        let mut faults = reader.into_faults();
        faults.extend(reading.findings.into_iter().map(TemplateFault::from));
        match reading.value.flatten() {
            Some(template) if faults.is_empty() => Ok(template),
            _ => Err(in_order(faults)),
        }
    }
}

fn template(reader: &Reader<'_>, file: &str, root: &Table<'_>) -> Option<Template> {
    root.number("format", FORMAT..=FORMAT);
    let shape = root.word::<Shape>("bentuk");
    let sender = root.word::<Sender>("kop");
    let template = Template {
        file: file.to_owned(),
        id: root.text("id"),
        name: root.text("nama"),
        register: root.text_or_none("register").unwrap_or_default(),
        classification: root.text_or_none("klasifikasi").unwrap_or_default(),
        anywhere: root.flag("di_semua_langkah"),
        signing: if root.flag("tte") { Signing::Electronic } else { Signing::Wet },
        sender: sender?,
        head: root.table("kepala", |table| head(reader, table, shape)).flatten()?,
        sections: reader.sections(root, ""),
        signatures: signatures(reader, root),
        copies: copies(reader, root),
        attachments: reader.attachments(root),
        footer: reader.text_or_none(root, "kaki", ""),
        electronic_footer: reader.text_or_none(root, "kaki_tte", ""),
        sender_line: root.line_of("kop"),
    };
    agree(reader, root, &template);
    Some(template)
}

/// Keys that must go together.
fn agree(reader: &Reader<'_>, root: &Table<'_>, template: &Template) {
    let fault = |key: &str, message: &str| reader.fault(root.line_of(key), key, FaultCode::File, message.to_owned());
    if template.signing == Signing::Electronic && template.electronic_footer.is_none() {
        fault("tte", "Surat bertanda tangan elektronik memerlukan `kaki_tte`: kalimat tentang sertifikat elektronik dari BSrE.");
    }
    let is_numbered = template.head.texts().iter().flat_map(|text| text.holes()).any(|hole| hole.name == LETTER_NUMBER);
    if is_numbered && template.register.is_empty() {
        fault("register", "Kepala surat memakai `{nomor_surat}`, tetapi `register` kosong. Isi `register`, misalnya \"keluar\".");
    }
    if !is_numbered && !template.register.is_empty() {
        fault(
            "register",
            "Surat mengambil nomor dari register, tetapi kepala surat tidak memakai `{nomor_surat}`. Tambahkan atau kosongkan `register`.",
        );
    }
}

fn head(reader: &Reader<'_>, table: &Table<'_>, shape: Option<Shape>) -> Option<HeadTemplate> {
    let at = "kepala";
    match shape? {
        Shape::Correspondence => {
            let labelled = [("Nomor", "nomor"), ("Sifat", "sifat"), ("Lampiran", "lampiran"), ("Hal", "hal")];
            Some(HeadTemplate::Correspondence {
                place_date: place_date(reader, table, at),
                rows: labelled.into_iter().filter_map(|(label, key)| Some((label, reader.text_or_none(table, key, at)?))).collect(),
                addressee: reader.texts(table, "kepada", at),
                at: reader.text_or_none(table, "di", at),
            })
        }
        Shape::Title => {
            Some(HeadTemplate::Title { title: reader.texts(table, "judul", at), number: reader.text_or_none(table, "nomor", at) })
        }
    }
}

/// The place and date of the office's own letters, unless the template says otherwise.
fn place_date(reader: &Reader<'_>, table: &Table<'_>, at: &str) -> Text {
    let key = "tempat_tanggal";
    let usual = || reader.read_text(table, key, at, "{tempat_surat}, {tanggal_surat}");
    reader.text_or_none(table, key, at).unwrap_or_else(usual)
}

fn signatures(reader: &Reader<'_>, root: &Table<'_>) -> Vec<SignatureTemplate> {
    let mut number = 0;
    root.tables_or_none("tanda_tangan", |table| {
        number += 1;
        let at = format!("tanda_tangan {number}");
        SignatureTemplate {
            condition: reader.condition(table, &at),
            above: reader.texts_or_none(table, "atas", &at),
            post: reader.texts_or_none(table, "jabatan", &at),
            name: reader.text(table, "nama", &at),
            below: reader.texts_or_none(table, "bawah", &at),
        }
    })
}

fn copies(reader: &Reader<'_>, root: &Table<'_>) -> Vec<Item> {
    let mut number = 0;
    root.tables_or_none("tembusan", |row| {
        number += 1;
        reader.item(row, &format!("tembusan {number}"))
    })
}
