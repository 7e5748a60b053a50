//! Reading a calendar from the files of `content/calendar`: `jam-kerja.toml` for the hours, one `libur-<tahun>.toml` for each year.

use chrono::{Datelike, NaiveDate};

use super::hours::WEEK;
use super::{Calendar, DateRange, Holiday, HoursError, Interval, OfficeHours};
use crate::document::{Code, Finding, Table, read};
use crate::words::{date_long, day_name};

/// The keys of a week, Monday first. Saturday and Sunday may be left out of the file.
const DAY_KEYS: [&str; 7] = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

impl Calendar {
    /// Reads the office hours and the holiday files, each a file name (for the findings) and its bytes.
    ///
    /// # Errors
    /// Every fault of every file, with its line: nothing is half loaded.
    pub fn parse(hours: (&str, &[u8]), holidays: &[(&str, &[u8])]) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let hours = read(hours.0, hours.1, hours_file).into_result().map_err(|found| findings.extend(found)).ok();
        let mut days = Vec::new();
        for (name, bytes) in holidays {
            match read(name, bytes, holiday_file).into_result() {
                Ok((rows, _)) => days.extend(rows),
                Err(found) => findings.extend(found),
            }
        }
        match hours {
            Some(((Some(normal), Some(ramadan), ranges), _)) if findings.is_empty() => Ok(Self::new(normal, ramadan, ranges, days)),
            _ => Err(findings),
        }
    }
}

type Hours = (Option<OfficeHours>, Option<OfficeHours>, Vec<DateRange>);

fn hours_file(root: &Table<'_>) -> Hours {
    format_one(root);
    root.text("sumber"); // shown to the officer who edits the file; the clock does not need it
    let normal = root.table("normal", week).flatten();
    let ramadan = root.table("ramadan", week).flatten();
    let ranges = root.tables_or_none("tanggal_ramadan", |row| {
        row.text("sumber");
        date(row, "mulai").zip(date(row, "sampai")).and_then(|(first, last)| {
            if last < first {
                row.report("sampai", Code::S001, "Tanggal `sampai` mendahului `mulai`. Tukar atau perbaiki salah satunya.");
            }
            (first <= last).then_some(DateRange { first, last })
        })
    });
    (normal, ramadan, ranges.into_iter().flatten().collect())
}

fn week(table: &Table<'_>) -> Option<OfficeHours> {
    let mut days: [Vec<Interval>; 7] = Default::default();
    let mut all_read = true;
    for ((day, weekday), key) in days.iter_mut().zip(WEEK).zip(DAY_KEYS) {
        for text in table.texts_or_none(key) {
            match Interval::parse(&text) {
                Ok(span) => day.push(span),
                Err(error) => {
                    all_read = false;
                    let line = table.line_within(key, &text);
                    table.report_at(line, Code::S001, format!("Hari {}: {error}", day_name(weekday)));
                }
            }
        }
    }
    if !all_read {
        return None; // a week with holes would only be blamed for what is already reported
    }
    OfficeHours::new(days).map_err(|error| table.report_at(line_of(table, error), Code::S001, error.to_string())).ok()
}

/// A fault of one day stands at that day, a fault of the whole week at its heading.
fn line_of(table: &Table<'_>, error: HoursError) -> u32 {
    let HoursError::Overlap(day) = error else { return table.line() };
    let key = WEEK.into_iter().zip(DAY_KEYS).find(|(weekday, _)| day_name(*weekday) == day);
    key.map_or(table.line(), |(_, key)| table.line_of(key))
}

fn holiday_file(root: &Table<'_>) -> Vec<Holiday> {
    format_one(root);
    let year = root.number("tahun", 1945..=2999);
    let mut seen: Vec<(NaiveDate, u32)> = Vec::new();
    let rows = root.tables("libur", |row| {
        let (name, source) = (row.text("nama"), row.text("sumber"));
        let (date, kind) = date(row, "tanggal").zip(row.word("jenis"))?;
        if i64::from(date.year()) != i64::from(year) {
            row.report("tanggal", Code::S001, format!("Tanggal {} bukan tahun {year}. Pindahkan ke berkas tahunnya.", date_long(date)));
        }
        if let Some((_, line)) = seen.iter().find(|(other, _)| *other == date) {
            let message = format!("Tanggal {} sudah ada pada baris {line}. Gabungkan keduanya.", date_long(date));
            row.report("tanggal", Code::S001, message);
        }
        seen.push((date, row.line_of("tanggal")));
        Some(Holiday { date, name, kind, source })
    });
    rows.into_iter().flatten().collect()
}

fn format_one(root: &Table<'_>) {
    root.number("format", 1..=1);
}

/// An ISO date in quotation marks, as everywhere in the files of the office.
fn date(row: &Table<'_>, key: &'static str) -> Option<NaiveDate> {
    let text = row.text(key);
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    if date.is_none() && !text.trim().is_empty() {
        row.report(key, Code::S001, format!("Kunci `{key}` bukan tanggal yang ada. Tulis tahun-bulan-hari, misalnya \"2026-08-17\"."));
    }
    date
}

#[cfg(test)]
mod tests;
