//! Tables for people: owners, certificates, cases, letters and numbers, as any spreadsheet opens them. An import does not read them; it makes its own
//! from the entries.

use super::TABLES;
use super::manifest::FileLine;
use crate::archive::ArchiveWriter;
use crate::error::AppError;
use crate::office::Office;
use chrono::{NaiveDate, SecondsFormat};
use sandika_domain::fact::Moment;
use sandika_domain::letter::values::service_name;
use sandika_domain::owner::{CertificateDetails, CertificateState, OwnerDetails};
use sandika_store::{CaseFilter, CaseListRow, CertificateRow, LetterFilter, LetterRow, NumberFilter, NumberHolder, NumberRow, Standing};

/// Rows that are read at once.
const PAGE: usize = 1_000;

/// Puts every table in.
pub(super) fn write(office: &Office, zip: &mut ArchiveWriter, files: &mut Vec<FileLine>) -> Result<(), AppError> {
    let mut put = |name: &str, about: &str, fill: &dyn Fn(&mut Rows<'_>) -> Result<(), AppError>| {
        zip.put_with(&format!("{TABLES}/{name}.csv"), &mut |to| {
            let mut rows = Rows(csv::Writer::from_writer(to));
            fill(&mut rows)?;
            Ok(rows.0.flush()?)
        })?;
        files.extend(zip.written().last().map(|written| FileLine::of(written, "tabel", about)));
        Ok::<_, AppError>(())
    };
    put("pemilik", "Pemilik sertifikat", &|rows| owners(office, rows))?;
    put("sertifikat", "Sertifikat elektronik", &|rows| certificates(office, rows))?;
    put("perkara", "Perkara", &|rows| cases(office, rows))?;
    put("surat", "Surat, setiap versi", &|rows| letters(office, rows))?;
    put("nomor", "Nomor setiap register dan tahun", &|rows| numbers(office, rows))
}

/// Rows of one table.
struct Rows<'w>(csv::Writer<&'w mut dyn std::io::Write>);

impl Rows<'_> {
    fn head(&mut self, titles: &[&str]) -> Result<(), AppError> {
        self.row(titles.iter().map(|title| (*title).to_owned()).collect())
    }

    fn row(&mut self, cells: Vec<String>) -> Result<(), AppError> {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        Ok(self.0.write_record(&cells).map_err(std::io::Error::from)?)
    }
}

/// A cell that no spreadsheet takes for a formula: what begins like one stands behind an apostrophe.
fn cell(text: &str) -> String {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

fn owners(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "nama",
        "gelar_depan",
        "gelar_belakang",
        "nik",
        "nip",
        "status",
        "pangkat",
        "golongan",
        "jabatan",
        "unit",
        "instansi",
        "email",
        "telepon",
        "pengguna_ams",
        "dicatat",
    ])?;
    each_owner(office, &mut |row| {
        let employment =
            |details: &OwnerDetails| serde_json::to_value(details.employment).ok().and_then(|value| Some(value.as_str()?.to_owned()));
        let mut cells = vec![row.id.to_string()];
        match row.recorded.known().map(|recorded| &recorded.details) {
            Some(known) => cells.extend([
                known.name.clone(),
                known.title_before.clone(),
                known.title_after.clone(),
                known.nik.clone(),
                known.nip.clone(),
                employment(known).unwrap_or_default(),
                known.rank.clone(),
                known.grade.clone(),
                known.post.clone(),
                known.unit.clone(),
                known.institution.clone(),
                known.email.clone(),
                known.phone.clone(),
                known.ams_user.clone(),
            ]),
            None => cells.extend(std::iter::once("(dihapus)".to_owned()).chain(vec![String::new(); 13])),
        }
        cells.push(moment(row.recorded_at));
        rows.row(cells)
    })
}

fn each_owner(office: &Office, each: &mut dyn FnMut(&sandika_store::OwnerRow) -> Result<(), AppError>) -> Result<(), AppError> {
    let mut after: Option<(String, i64)> = None;
    loop {
        let page = office.read().owners(after.as_ref().map(|(name, born)| (name.as_str(), *born)), PAGE)?;
        page.iter().try_for_each(&mut *each)?;
        match page.last() {
            Some(row) if page.len() == PAGE => after = Some((row.name.clone(), row.born)),
            _ => return Ok(()),
        }
    }
}

fn certificates(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "pemilik",
        "nomor_seri",
        "subjek_dn",
        "penerbit",
        "berlaku_mulai",
        "berlaku_sampai",
        "keadaan",
        "dicabut",
        "diganti_oleh",
        "ditarik",
        "dicatat",
    ])?;
    let mut owners = Vec::new();
    each_owner(office, &mut |row| {
        owners.push(row.id);
        Ok(())
    })?;
    for owner in owners {
        for CertificateRow { id, owner, details, state, revoked_at, replaced_by, withdrawn, recorded_at } in
            office.read().certificates_of(owner)?
        {
            let none = CertificateDetails {
                serial: String::new(),
                subject_dn: String::new(),
                issuer: String::new(),
                valid_from: None,
                valid_until: None,
            };
            let known = details.known().cloned().unwrap_or(none);
            rows.row(vec![
                id.to_string(),
                owner.to_string(),
                known.serial,
                known.subject_dn,
                known.issuer,
                day(known.valid_from),
                day(known.valid_until),
                condition(state),
                revoked_at.map(moment).unwrap_or_default(),
                replaced_by.map(|id| id.to_string()).unwrap_or_default(),
                yes(withdrawn),
                moment(recorded_at),
            ])?;
        }
    }
    Ok(())
}

fn cases(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
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

fn letters(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
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

fn numbers(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
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

fn condition(state: CertificateState) -> String {
    serde_json::to_value(state).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}

fn moment(at: Moment) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn yes(said: bool) -> String {
    if said { "ya" } else { "tidak" }.to_owned()
}

#[cfg(test)]
mod cell_tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+62812", "'+62812"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1+1", "' =1+1"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
