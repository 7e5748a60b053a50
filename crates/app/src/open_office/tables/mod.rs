//! Tables for people: owners, certificates, cases, letters and numbers, as any spreadsheet opens them. An import does not read them; it makes its own
//! from the entries.

mod people;
mod work;

use super::TABLES;
use super::manifest::FileLine;
use crate::archive::ArchiveWriter;
use crate::error::AppError;
use crate::office::Office;
use chrono::{NaiveDate, SecondsFormat};
use sandika_domain::fact::Moment;

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
    put("pemilik", "Pemilik sertifikat", &|rows| people::owners(office, rows))?;
    put("sertifikat", "Sertifikat elektronik", &|rows| people::certificates(office, rows))?;
    put("perkara", "Perkara", &|rows| work::cases(office, rows))?;
    put("surat", "Surat, setiap versi", &|rows| work::letters(office, rows))?;
    put("nomor", "Nomor setiap register dan tahun", &|rows| work::numbers(office, rows))
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

fn moment(at: Moment) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
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
