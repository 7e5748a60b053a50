//! The official record of a destruction (*berita acara pemusnahan*) with the list of what was destroyed. It names nobody whose file is destroyed: it is
//! kept for ever, and must not keep what it says is gone.
//!
//! That a destruction is witnessed, and has a list and a record, is asked for by PP 28/2012 on records [unverified].

use super::files::RetentionFile;
use crate::error::AppError;
use crate::letters::sheet::sentence;
use crate::office::Office;
use chrono::NaiveDateTime;
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Align, Attachment, Block, Column, Head, Margins, Orientation, PageSetup, SheetCell, SheetRow};
use sandika_domain::office::OfficeProfile;
use sandika_domain::retention::RetentionTable;
use sandika_domain::words::{date_long, date_time, date_with_day};
use sandika_letters::{Legible, Typesetter};
use sandika_store::DestructionRow;
use std::ops::ControlFlow;

/// What stands where somebody is to write by hand.
const BY_HAND: &str = "........................................";
/// Room for the hand of a witness, millimetres.
const SIGNING_ROOM: f64 = 30.0;
/// Room below the text, millimetres: for the footer and the number of the page.
pub(super) const BOTTOM: f64 = 24.0;
/// Longest text of a field, characters.
const LONGEST: usize = 300;

/// Somebody who saw it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// Name with titles; empty leaves room for the hand.
    pub name: String,
    /// Post; may be empty.
    pub post: String,
}

/// What the record says that nobody but the officer knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DestructionDetails {
    /// Number of the record; empty leaves room for the hand.
    pub number: String,
    /// The written consent that was given, with number and date; may be empty.
    pub consent: String,
    /// Those who saw it.
    pub witnesses: [Witness; 2],
}

impl DestructionDetails {
    fn checked(&self) -> Result<(), AppError> {
        let [first, second] = &self.witnesses;
        let all = [
            ("number", &self.number),
            ("consent", &self.consent),
            ("witness_1", &first.name),
            ("witness_1_post", &first.post),
            ("witness_2", &second.name),
            ("witness_2_post", &second.post),
        ];
        match all.into_iter().find(|(_, text)| text.chars().count() > LONGEST) {
            None => Ok(()),
            Some((field, _)) => Err(AppError::Input {
                field,
                text: format!("Isian terlalu panjang, paling banyak {LONGEST} karakter. Persingkat teksnya."),
            }),
        }
    }
}

impl Office {
    /// Draws the record of what is about to be destroyed.
    pub(super) fn official_record(
        &self,
        row: &DestructionRow,
        files: &[&RetentionFile],
        details: &DestructionDetails,
        table: &RetentionTable,
    ) -> Result<Vec<u8>, AppError> {
        details.checked()?;
        let profile = self.needed_profile()?;
        let now = profile.zone.local(self.now());
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let legible = Typesetter::shared().legible(profile.page.typeface, face.as_deref())?;
        let text = |text: &str| -> Result<String, AppError> { Ok(legible.text(text.trim())?.to_string()) };
        let number = if details.number.trim().is_empty() { BY_HAND.to_owned() } else { text(&details.number)? };
        let Margins { top, right, left, .. } = profile.page.margins;
        let model = LetterModel {
            title: "Berita Acara Pemusnahan Arsip".to_owned(),
            face: face.clone(),
            page: PageSetup { margins: Margins { top, right, bottom: BOTTOM, left }, ..profile.page },
            letterhead: Some(self.letterhead(&profile)?),
            head: Head::Title { title: vec!["BERITA ACARA PEMUSNAHAN ARSIP".to_owned()], number: format!("NOMOR {number}") },
            blocks: self.record_body(row, files, details, table, (&profile, now), &legible)?,
            signatures: self.sheet_signatures(&profile, now)?,
            copies: Vec::new(),
            attachments: vec![list_of(files, &number, now)],
            footer: format!("Berita acara pemusnahan arsip. Dibuat {} {} oleh {}.", date_time(now), profile.zone, text(self.actor())?),
            code: None,
            draft: false,
            practice: profile.practice,
            date: now.date().to_string(),
        };
        let drawn = Typesetter::shared().render_long(&model, Orientation::Upright, &mut |_, _| ControlFlow::Continue(()));
        Ok(drawn?.bytes)
    }

    fn record_body(
        &self,
        row: &DestructionRow,
        files: &[&RetentionFile],
        details: &DestructionDetails,
        table: &RetentionTable,
        (profile, now): (&OfficeProfile, NaiveDateTime),
        legible: &Legible<'_>,
    ) -> Result<Vec<Block>, AppError> {
        let text = |text: &str| -> Result<String, AppError> { Ok(legible.text(text.trim())?.to_string()) };
        let by =
            |(at, who): &(_, String)| -> Result<String, AppError> { Ok(format!("{}, {}", text(who)?, date_time(profile.zone.local(*at)))) };
        let cases: usize = files.iter().map(|file| file.kept.cases.len()).sum();
        let certificates: usize = files.iter().map(|file| file.kept.certificates.len()).sum();
        let mut rows = vec![
            ("Dasar".to_owned(), text(&table.basis)?),
            ("Diusulkan oleh".to_owned(), by(&row.proposed)?),
            ("Disetujui oleh".to_owned(), row.approved.as_ref().map(by).transpose()?.unwrap_or_default()),
            ("Dilaksanakan oleh".to_owned(), format!("{}, {}", text(self.actor())?, date_time(now))),
            ("Banyaknya".to_owned(), format!("{} berkas pemilik, memuat {cases} perkara dan {certificates} sertifikat", files.len())),
        ];
        if !details.consent.trim().is_empty() {
            rows.insert(1, ("Persetujuan tertulis".to_owned(), text(&details.consent)?));
        }
        let [first, second] = &details.witnesses;
        let witnesses = [witness("Saksi 1", first, legible)?, witness("Saksi 2", second, legible)?];
        Ok(vec![
            sentence(&format!(
                "Pada hari ini, {}, bertempat di {}, {} telah memusnahkan arsip layanan sertifikat elektronik yang masa simpannya telah lewat, \
                 sebagaimana daftar terlampir.",
                date_with_day(now.date()),
                profile.city,
                text(&profile.name)?,
            )),
            Block::Fields { rows },
            sentence(
                "Pemusnahan dilakukan dengan menghancurkan kunci yang mengunci data pribadi setiap berkas, serta menghapus berkas digitalnya dari \
                 penyimpanan dan pencarian aplikasi, sehingga isinya tidak dapat dibaca atau dipulihkan lagi. Nomor agenda dan catatan jurnal tanpa \
                 data pribadi tetap tersimpan, dan keutuhan jurnal tetap dapat diperiksa.",
            ),
            sentence(
                "Cadangan data yang dibuat sebelum pemusnahan ini masih memuat berkas tersebut dalam keadaan terkunci sampai dihapus menurut jadwal \
                 cadangan. Salinan kertas dan salinan di luar aplikasi dimusnahkan tersendiri.",
            ),
            Block::Sheet { rows: vec![SheetRow { min_height: SIGNING_ROOM, cells: witnesses.into() }] },
        ])
    }
}

fn witness(label: &str, witness: &Witness, legible: &Legible<'_>) -> Result<SheetCell, AppError> {
    let or_room = |text: &str| -> Result<String, AppError> {
        if text.trim().is_empty() { Ok(BY_HAND.to_owned()) } else { Ok(legible.text(text.trim())?.to_string()) }
    };
    let text = vec![or_room(&witness.name)?, or_room(&witness.post)?];
    Ok(SheetCell { weight: 1.0, label: label.to_owned(), text, boxes: Vec::new() })
}

/// The list: agenda numbers and years, nobody's name.
fn list_of(files: &[&RetentionFile], number: &str, now: NaiveDateTime) -> Attachment {
    let column = |title: &str, weight: f64, align| Column { title: title.to_owned(), weight, align };
    let columns = vec![
        column("No.", 4.0, Align::Centre),
        column("Nomor agenda", 14.0, Align::Left),
        column("Jenis arsip", 18.0, Align::Left),
        column("Kurun waktu", 8.0, Align::Centre),
        column("Perkara", 6.0, Align::Centre),
        column("Sertifikat", 7.0, Align::Centre),
        column("Masa simpan berakhir", 10.0, Align::Centre),
        column("Nasib akhir", 7.0, Align::Centre),
    ];
    let rows = files.iter().enumerate().map(|(at, file)| list_row(at + 1, file)).collect();
    Attachment {
        orientation: Orientation::Landscape,
        heading: vec!["LAMPIRAN BERITA ACARA PEMUSNAHAN ARSIP".to_owned()],
        rows: vec![("Nomor".to_owned(), number.to_owned()), ("Tanggal".to_owned(), date_long(now.date()))],
        title: vec!["DAFTAR ARSIP YANG DIMUSNAHKAN".to_owned()],
        blocks: vec![
            Block::Table { columns, rows },
            sentence(
                "Satu baris adalah berkas satu pemilik. Daftar ini tidak memuat nama, NIP, maupun NIK, karena data itu ikut dimusnahkan.",
            ),
        ],
        signatures: Vec::new(),
    }
}

fn list_row(place: usize, file: &RetentionFile) -> Vec<String> {
    let cases = &file.kept.cases;
    let kinds = file.services();
    let first = cases.iter().map(|case| case.received_on).min();
    let years = match (first, file.standing.ended) {
        (Some(first), Some(last)) if first.format("%Y").to_string() != last.format("%Y").to_string() => {
            format!("{}–{}", first.format("%Y"), last.format("%Y"))
        }
        (_, last) => last.map(|day| day.format("%Y").to_string()).unwrap_or_default(),
    };
    let agenda: Vec<&str> = cases.iter().map(|case| case.agenda.as_str()).collect();
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    vec![
        place.to_string(),
        or_dash(agenda.join("; ")),
        if kinds.is_empty() { "Data pemilik dan sertifikat".to_owned() } else { kinds.join("; ") },
        years,
        cases.len().to_string(),
        file.kept.certificates.len().to_string(),
        file.standing.kept_until.map(date_long).unwrap_or_default(),
        "Musnah".to_owned(),
    ]
}
