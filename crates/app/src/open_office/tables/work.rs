//! Cases, letters and numbers.

use super::{PAGE, Rows, day, moment};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::letter::values::service_name;
use sandika_store::{CaseFilter, CaseListRow, LetterFilter, LetterRow, NumberFilter, NumberHolder, NumberRow, Standing};

pub(super) fn cases(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "nomor_agenda",
        "layanan",
        "sop",
        "pemilik",
        "nama_pemilik",
        "instansi",
        "sertifikat",
        "pengirim",
        "alasan",
        "diterima",
        "dibuka",
        "keadaan",
        "langkah",
        "petugas",
        "berakhir",
    ])?;
    let mut before = None;
    loop {
        let page = office.read().list_cases(&CaseFilter::default(), before, PAGE)?;
        page.iter().try_for_each(|row| rows.row(case_cells(row)))?;
        match page.last() {
            Some(row) if page.len() == PAGE => before = Some(row.born),
            _ => return Ok(()),
        }
    }
}

fn case_cells(row: &CaseListRow) -> Vec<String> {
    let standing = match row.standing {
        Standing::Open => "berjalan",
        Standing::Waiting => "menunggu",
        Standing::Closed => "selesai",
        Standing::Withdrawn => "dibatalkan",
    };
    vec![
        row.id.to_string(),
        row.agenda.text.clone(),
        service_name(row.service).to_owned(),
        row.sop.clone(),
        row.owner.to_string(),
        row.owner_name.clone(),
        row.institution.clone(),
        row.certificate.map(|id| id.to_string()).unwrap_or_default(),
        row.sender.clone(),
        row.reason.clone(),
        row.received_on.to_string(),
        moment(row.opened_at),
        standing.to_owned(),
        row.step.to_string(),
        row.assignee.clone().unwrap_or_default(),
        row.closed_at.map(moment).unwrap_or_default(),
    ]
}

pub(super) fn letters(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "versi",
        "perkara",
        "nomor_agenda",
        "jenis",
        "nomor",
        "tanggal",
        "judul",
        "halaman",
        "berkas",
        "kembali",
        "dibatalkan",
        "alasan",
        "sistem_lain",
        "nomor_lain",
        "dicetak",
        "diterbitkan",
    ])?;
    let mut before = None;
    loop {
        let page = office.read().letters(&LetterFilter::default(), before, PAGE)?;
        page.iter().try_for_each(|row| rows.row(letter_cells(row)))?;
        match page.last() {
            Some(row) if page.len() == PAGE => before = Some(row.born),
            _ => return Ok(()),
        }
    }
}

fn letter_cells(row: &LetterRow) -> Vec<String> {
    let (voided, why) = row.voided.clone().map(|(at, why)| (moment(at), why)).unwrap_or_default();
    let (system, other) = row.other.clone().unwrap_or_default();
    vec![
        row.id.to_string(),
        row.version.to_string(),
        row.case.map(|id| id.to_string()).unwrap_or_default(),
        row.agenda.clone(),
        row.template.clone(),
        row.number.as_ref().map(|number| number.text.clone()).unwrap_or_default(),
        row.dated.to_string(),
        row.title.clone(),
        row.pages.to_string(),
        row.file.hash.clone(),
        row.returned.as_ref().map(|file| file.hash.clone()).unwrap_or_default(),
        voided,
        why,
        system,
        other,
        row.printed.to_string(),
        moment(row.issued_at),
    ]
}

pub(super) fn numbers(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&["register", "tahun", "nomor", "sampai", "tertulis", "pemegang", "tanggal", "tentang", "pihak", "diambil"])?;
    for (register, year) in office.read().number_years_of_all()? {
        let mut filter = NumberFilter::all(&register, year);
        loop {
            let page = office.read().numbers(&filter, false, PAGE)?;
            page.iter().try_for_each(|row| rows.row(number_cells(row)))?;
            match page.last().and_then(|row| row.last.checked_add(1)) {
                Some(next) if page.len() == PAGE => filter.numbers = next..=u32::MAX,
                _ => break,
            }
        }
    }
    Ok(())
}

fn number_cells(row: &NumberRow) -> Vec<String> {
    let holder = match &row.holder {
        NumberHolder::Case(case) => format!("perkara {case}"),
        NumberHolder::Letter { letter, version, .. } => format!("surat {letter} versi {version}"),
        NumberHolder::Elsewhere { used, .. } => {
            serde_json::to_value(used).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
        }
    };
    vec![
        row.number.register.clone(),
        row.number.year.to_string(),
        row.number.number.to_string(),
        row.last.to_string(),
        row.number.text.clone(),
        holder,
        day(row.dated),
        row.about.clone(),
        row.party.clone(),
        moment(row.taken_at),
    ]
}
