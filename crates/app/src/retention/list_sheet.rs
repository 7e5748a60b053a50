//! A list of files by where they stand (*daftar arsip inaktif*, *daftar usul musnah* …) as PDF: a working paper that names owners, made anew whenever
//! it is wanted.

use super::files::{RetentionFile, RetentionList};
use super::official_record::BOTTOM;
use crate::error::AppError;
use crate::letters::sheet::sentence;
use crate::office::Office;
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Align, Block, Column, Head, Margins, Orientation, PageSetup};
use sandika_domain::retention::Fate;
use sandika_domain::words::{date_long, date_time};
use sandika_letters::{Legible, Typesetter};
use sandika_store::{Progress, Stage};
use std::path::Path;

/// Columns: title, share of the width, where it stands.
const COLUMNS: [(&str, f64, Align); 8] = [
    ("No.", 4.0, Align::Centre),
    ("Pemilik", 14.0, Align::Left),
    ("Instansi", 14.0, Align::Left),
    ("Nomor agenda", 10.0, Align::Left),
    ("Jenis arsip", 15.0, Align::Left),
    ("Selesai", 8.0, Align::Centre),
    ("Disimpan sampai", 8.0, Align::Centre),
    ("Keterangan", 13.0, Align::Left),
];

impl RetentionList {
    /// What the list is called on paper.
    fn title(self) -> &'static str {
        match self {
            Self::Running => "DAFTAR ARSIP YANG MASIH BERJALAN",
            Self::Active => "DAFTAR ARSIP AKTIF",
            Self::Inactive => "DAFTAR ARSIP INAKTIF",
            Self::Destroy => "DAFTAR ARSIP USUL MUSNAH",
            Self::Review => "DAFTAR ARSIP DINILAI KEMBALI",
            Self::Keep => "DAFTAR ARSIP PERMANEN",
            Self::Held => "DAFTAR ARSIP YANG DITAHAN DARI PEMUSNAHAN",
        }
    }
}

impl Office {
    /// Writes a list to a file of the officer's choice. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] for an empty list; [`AppError::Draw`]; [`AppError::File`] when it cannot be written; [`AppError::Store`] when it was stopped.
    pub fn save_retention_list(&self, list: RetentionList, path: &Path) -> Result<(), AppError> {
        let files: Vec<RetentionFile> = self.retention_files()?.into_iter().filter(|file| file.is_in(list)).collect();
        if files.is_empty() {
            let text = "Daftar ini kosong, sehingga tidak ada yang disimpan. Pilih daftar lain.".to_owned();
            return Err(AppError::Input { field: "list", text });
        }
        let work = self.ports.work.clone();
        let mut watch = work.begin();
        let model = self.retention_sheet(list, &files)?;
        let drawn = Typesetter::shared().render_long(&model, Orientation::Landscape, &mut |done, total| {
            watch(Progress { stage: Stage::Book, done: done as u64, total: total as u64 })
        });
        self.ports.files.write(path, &drawn?.bytes).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    fn retention_sheet(&self, list: RetentionList, files: &[RetentionFile]) -> Result<LetterModel, AppError> {
        let profile = self.needed_profile()?;
        let now = profile.zone.local(self.now());
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let legible = Typesetter::shared().legible(profile.page.typeface, face.as_deref())?;
        let rows = files.iter().enumerate().map(|(at, file)| row(at + 1, file, &legible)).collect::<Result<_, _>>()?;
        let columns = COLUMNS.map(|(title, weight, align)| Column { title: title.to_owned(), weight, align }).into();
        let table = self.retention_rules()?.table;
        let basis = if table.confirmed { table.basis } else { "belum ditetapkan".to_owned() };
        let closing = format!("Banyaknya {} berkas pemilik. Dasar jadwal retensi: {}.", files.len(), legible.text(&basis)?);
        let Margins { top, right, left, .. } = profile.page.margins;
        let actor = legible.text(self.actor())?.to_string();
        Ok(LetterModel {
            title: list.title().to_owned(),
            page: PageSetup { margins: Margins { top, right, bottom: BOTTOM, left }, ..profile.page },
            letterhead: Some(self.letterhead(&profile)?),
            head: Head::Title { title: vec![list.title().to_owned()], number: format!("Keadaan {}", date_long(now.date())) },
            blocks: vec![Block::Table { columns, rows }, sentence(&closing)],
            signatures: self.sheet_signatures(&profile, now)?,
            copies: Vec::new(),
            attachments: Vec::new(),
            footer: format!("Dicetak {} {} oleh {actor}.", date_time(now), profile.zone),
            code: None,
            draft: false,
            practice: profile.practice,
            date: now.date().to_string(),
            face: face.clone(),
        })
    }
}

fn row(place: usize, file: &RetentionFile, legible: &Legible<'_>) -> Result<Vec<String>, AppError> {
    let text = |text: &str| -> Result<String, AppError> { Ok(legible.text(text)?.to_string()) };
    let services = file.services();
    let agenda: Vec<&str> = file.kept.cases.iter().map(|case| case.agenda.as_str()).collect();
    let fate = match file.standing.term.fate {
        Fate::Destroy => "Musnah",
        Fate::Review => "Dinilai kembali",
        Fate::Keep => "Permanen",
    };
    let note = match file.hold.as_ref().map(|hold| hold.reason.as_deref().unwrap_or_default()) {
        Some(reason) => format!("{fate}. Ditahan: {}", text(reason)?),
        None => fate.to_owned(),
    };
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), date_long);
    Ok(vec![
        place.to_string(),
        text(&file.kept.name)?,
        text(&file.kept.institution)?,
        if agenda.is_empty() { "–".to_owned() } else { text(&agenda.join("; "))? },
        if services.is_empty() { "Data pemilik dan sertifikat".to_owned() } else { services.join("; ") },
        day(file.standing.ended),
        day(file.standing.kept_until),
        note,
    ])
}
