//! The monthly report: what came, what ended, what was issued, as PDF. It bears the end of the journal, so that paper in a drawer proves later that nothing was cut
//! off or exchanged.

use crate::error::AppError;
use crate::hash::in_groups;
use crate::letters::sheet::{heading, sentence};
use crate::office::Office;
use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use sandika_domain::calendar::Zone;
use sandika_domain::document::Word;
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Align, Block, Column, Head};
use sandika_domain::letter::values::service_name;
use sandika_domain::office::OfficeProfile;
use sandika_domain::sop::ServiceKind;
use sandika_domain::words::{date_time, month_name};
use sandika_letters::Typesetter;
use sandika_store::ReportCase;
use std::path::Path;

/// A month from its first to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Month {
    first: NaiveDate,
    last: NaiveDate,
}

/// What happened to requests of one service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Course {
    received: u32,
    closed: u32,
    withdrawn: u32,
    running: u32,
}

impl Office {
    /// Writes the report of a month to a file of the officer's choice.
    ///
    /// # Errors
    /// [`AppError::Input`] for a month that is none, or has not begun; [`AppError::Draw`]; [`AppError::File`] when it cannot be written.
    pub fn save_monthly_report(&self, year: i32, month: u32, path: &Path) -> Result<(), AppError> {
        let profile = self.needed_profile()?;
        let today = profile.zone.local(self.now()).date();
        let month = Month::of(year, month).filter(|month| month.first <= today);
        let month = month
            .ok_or_else(|| AppError::Input { field: "month", text: "Bulan ini belum ada. Pilih bulan yang sudah berjalan.".to_owned() })?;
        let pdf = Typesetter::shared().render(&self.monthly_report(&profile, month)?)?.bytes;
        self.ports.files.write(path, &pdf).map_err(|source| AppError::File { path: path.to_owned(), source })
    }

    fn monthly_report(&self, profile: &OfficeProfile, month: Month) -> Result<LetterModel, AppError> {
        let now = profile.zone.local(self.now());
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let legible = Typesetter::shared().legible(profile.page.typeface, face.as_deref())?;
        let printed = format!("Dicetak {} {} oleh {}.", date_time(now), profile.zone, legible.text(self.actor())?);
        let mut blocks = vec![heading("A. Permohonan"), self.requests(month, profile.zone)?, heading("B. Surat yang diterbitkan")];
        blocks.push(self.letters_of_month(month)?);
        let (begins, ends) = month.moments(profile.zone);
        let revoked = self.read().report_revoked(begins, ends)?;
        blocks.extend([heading("C. Sertifikat"), sentence(&format!("Sertifikat yang dicabut pada bulan ini: {revoked}."))]);
        blocks.push(heading("D. Ujung jurnal"));
        blocks.push(sentence(&self.end_of_journal()?));
        Ok(LetterModel {
            title: format!("Laporan bulanan {}", month.words()),
            page: profile.page,
            letterhead: Some(self.letterhead(profile)?),
            head: Head::Title {
                title: vec!["LAPORAN BULANAN".to_owned(), "LAYANAN SERTIFIKAT ELEKTRONIK".to_owned()],
                number: month.words(),
            },
            blocks,
            signatures: self.sheet_signatures(profile, now)?,
            copies: Vec::new(),
            attachments: Vec::new(),
            footer: format!("Laporan bulanan {}. {printed}", month.words()),
            code: None,
            draft: false,
            practice: profile.practice,
            date: now.date().to_string(),
            face: face.clone(),
        })
    }

    fn requests(&self, month: Month, zone: Zone) -> Result<Block, AppError> {
        let cases = self.read().report_cases(month.last, month.moments(zone).0)?;
        let columns = [("Layanan", 20.0), ("Masuk", 6.0), ("Selesai", 6.0), ("Dibatalkan", 7.0), ("Berjalan di akhir bulan", 9.0)];
        let align = |place| if place == 0 { Align::Left } else { Align::Centre };
        let column = |(place, (title, weight)): (usize, (&str, f64))| Column { title: title.to_owned(), weight, align: align(place) };
        let row = |name: &str, course: Course| {
            let Course { received, closed, withdrawn, running } = course;
            std::iter::once(name.to_owned())
                .chain([received, closed, withdrawn, running].map(|count| count.to_string()))
                .collect::<Vec<_>>()
        };
        let mut rows = Vec::new();
        for service in ServiceKind::ALL {
            let course = month.course(cases.iter().filter(|case| case.service == *service), zone);
            if course != Course::default() {
                rows.push(row(service_name(*service), course));
            }
        }
        rows.push(row("Jumlah", month.course(cases.iter(), zone)));
        Ok(Block::Table { columns: columns.into_iter().enumerate().map(column).collect(), rows })
    }

    fn letters_of_month(&self, month: Month) -> Result<Block, AppError> {
        let letters = self.read().report_letters(month.first, month.last)?;
        if letters.is_empty() {
            return Ok(sentence("Tidak ada surat yang diterbitkan pada bulan ini."));
        }
        let name = |id: &str| self.content.templates.get(id).map_or(id, |library| library.template.name.as_str()).to_owned();
        let rows = letters.into_iter().map(|(template, count)| vec![name(&template), count.to_string()]).collect();
        let column = |title: &str, weight, align| Column { title: title.to_owned(), weight, align };
        Ok(Block::Table { columns: vec![column("Surat", 30.0, Align::Left), column("Jumlah", 6.0, Align::Centre)], rows })
    }

    /// The end of the journal in words, for paper that is kept outside the computer.
    fn end_of_journal(&self) -> Result<String, AppError> {
        let head = self.read().journal_head()?;
        Ok(format!(
            "Saat laporan ini dicetak, jurnal kantor berakhir pada catatan nomor {} dengan sidik {}. Catatan bernomor itu pada halaman Jurnal harus \
             menunjukkan sidik yang sama; bila berbeda atau tidak ada, jurnal telah dipotong atau diganti.",
            head.seq,
            in_groups(&head.hash).join(" ")
        ))
    }
}

impl Month {
    fn of(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self { first, last: first.checked_add_months(Months::new(1))?.pred_opt()? })
    }

    /// "November 2026".
    fn words(self) -> String {
        format!("{} {}", month_name(self.first.month()).unwrap_or_default(), self.first.year())
    }

    /// Its first moment, and the first one after it.
    fn moments(self, zone: Zone) -> (sandika_domain::fact::Moment, sandika_domain::fact::Moment) {
        let begins = |day: NaiveDate| zone.utc(day.and_time(NaiveTime::MIN));
        (begins(self.first), begins(self.last.succ_opt().unwrap_or(self.last)))
    }

    fn course<'c>(self, cases: impl Iterator<Item = &'c ReportCase>, zone: Zone) -> Course {
        let mut course = Course::default();
        for case in cases {
            course.received += u32::from(case.received_on >= self.first);
            match case.ended_at.map(|at| zone.local(at).date()).filter(|day| *day <= self.last) {
                None => course.running += 1,
                Some(_) if case.withdrawn => course.withdrawn += 1,
                Some(_) => course.closed += 1,
            }
        }
        course
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;

    #[test]
    fn a_month_counts_what_came_ended_and_ran_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let case = |received: &str, ended: &str, withdrawn| ReportCase {
            service: ServiceKind::Renewal,
            received_on: day(received),
            // The last hour of a day in the west of Indonesia.
            ended_at: (!ended.is_empty()).then(|| Zone::Wib.utc(day(ended).and_hms_opt(23, 0, 0).unwrap())),
            withdrawn,
        };
        let cases = [
            case("2026-10-20", "2026-11-30", false),
            case("2026-11-01", "2026-12-01", false),
            case("2026-11-30", "", false),
            case("2026-11-05", "2026-11-06", true),
        ];
        let month = Month::of(2026, 11).unwrap();
        assert_eq!(month.course(cases.iter(), Zone::Wib), Course { received: 3, closed: 1, withdrawn: 1, running: 2 });
        assert_eq!((month.words(), month.last), ("November 2026".to_owned(), day("2026-11-30")));
        assert_eq!(Month::of(2026, 13), None);
    }
}
