//! What stands on the pages of an agenda book around its rows: letterhead, title, columns, the count at its end, place and date, and who signs.

use super::rows::Counts;
use crate::error::AppError;
use crate::letters::sheet::sentence;
use crate::office::Office;
use chrono::NaiveDateTime;
use sandika_domain::letter::model::{Align, Block, Column, Head, LetterModel, Margins, PageSetup};
use sandika_domain::number::AgendaBookPeriod;
use sandika_domain::office::OfficeProfile;
use sandika_domain::words::{date_long, date_time};
use sandika_letters::Legible;

/// Room below the rows, millimetres: for two lines of the footer and the number of the page.
const BOTTOM: f64 = 24.0;

/// Columns of a book of outgoing letters: title and share of the width.
const OUTGOING: [(&str, f64); 6] =
    [("No. urut", 4.0), ("Nomor surat", 12.0), ("Tanggal", 6.0), ("Perihal", 15.0), ("Kepada", 14.0), ("Keterangan", 14.0)];

/// Columns of the agenda of incoming letters.
const INCOMING: [(&str, f64); 7] = [
    ("No. urut", 4.0),
    ("Nomor agenda", 7.0),
    ("Diterima", 6.0),
    ("Nomor surat", 10.0),
    ("Dari", 13.0),
    ("Perihal", 16.0),
    ("Keterangan", 11.0),
];

/// Whether a register is the agenda of incoming letters.
pub(super) fn is_incoming(register: &str) -> bool {
    register == "masuk"
}

/// What a register is called in a sentence.
pub(super) fn register_name(register: &str) -> String {
    match register {
        "keluar" => "surat keluar".to_owned(),
        "masuk" => "surat masuk".to_owned(),
        other => format!("“{other}”"),
    }
}

impl Office {
    /// The whole book, but for the files of the office's own face.
    pub(super) fn book_page(
        &self,
        register: &str,
        period: &AgendaBookPeriod,
        profile: &OfficeProfile,
        now: NaiveDateTime,
        (rows, counts): (Vec<Vec<String>>, &Counts),
        legible: &Legible<'_>,
    ) -> Result<LetterModel, AppError> {
        let name = register_name(register);
        let actor = legible.text(self.actor())?;
        let printed = format!("Dicetak {} {} oleh {actor}.", date_time(now), profile.zone);
        let signatures = self.sheet_signatures(profile, now)?;
        let mut blocks = vec![Block::Table { columns: columns(register), rows }, sentence(&closing(register, counts))];
        if signatures.is_empty() {
            blocks.push(sentence(&format!("{}, {}", profile.city, date_long(now.date()))));
        }
        let Margins { top, right, left, .. } = profile.page.margins;
        Ok(LetterModel {
            title: format!("Buku agenda {} {}", name.replace(['“', '”'], ""), file_period(period)),
            face: None,
            page: PageSetup { margins: Margins { top, right, bottom: BOTTOM, left }, ..profile.page },
            letterhead: Some(self.letterhead(profile)?),
            head: Head::Title { title: vec![format!("BUKU AGENDA {}", name.to_uppercase())], number: capital(&period.words()) },
            blocks,
            signatures,
            copies: Vec::new(),
            attachments: Vec::new(),
            footer: format!("Buku agenda {name}, {}. {printed}", period.words()),
            code: None,
            draft: false,
            practice: profile.practice,
            date: now.date().to_string(),
        })
    }
}

fn columns(register: &str) -> Vec<Column> {
    let titled = |(title, weight): &(&str, f64)| {
        let align = if ["No. urut", "Tanggal", "Diterima"].contains(title) { Align::Centre } else { Align::Left };
        Column { title: (*title).to_owned(), weight: *weight, align }
    };
    if is_incoming(register) { INCOMING.iter().map(titled).collect() } else { OUTGOING.iter().map(titled).collect() }
}

/// The count at the end of the book.
fn closing(register: &str, counts: &Counts) -> String {
    let issued = if is_incoming(register) { "permohonan tercatat" } else { "diterbitkan" };
    let parts: Vec<String> = [
        (counts.issued, issued),
        (counts.voided, "dibatalkan"),
        (counts.book, "dari buku manual"),
        (counts.other, "dari sistem lain"),
        (counts.unused, "tidak dipakai dengan alasan"),
        (counts.open, "kosong"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{} {what}", thousands(count)))
    .collect();
    let listed = match parts.as_slice() {
        [first, second] => format!("{first} dan {second}"),
        [before @ .., last] if before.len() > 1 => format!("{}, dan {last}", before.join(", ")),
        _ => parts.concat(),
    };
    let open = match counts.open {
        0 => "Tidak ada nomor kosong yang belum dijelaskan.".to_owned(),
        count => format!("Nomor kosong yang belum dijelaskan: {}.", thousands(count)),
    };
    let replaced = if counts.replaced { " Tanda yang tidak dimiliki huruf cetak diganti dengan “?”." } else { "" };
    format!("Buku agenda ini memuat {} nomor: {listed}. {open}{replaced}", thousands(counts.all()))
}

/// "1.024".
fn thousands(count: u32) -> String {
    let digits = count.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(".")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// As a file's name tells it.
fn file_period(period: &AgendaBookPeriod) -> String {
    if period.is_whole_year() { period.year().to_string() } else { format!("{} sampai {}", period.since(), period.until()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_tells_what_there_is() {
        let counts = Counts { issued: 1024, voided: 5, open: 2, ..Counts::default() };
        assert_eq!(
            closing("keluar", &counts),
            "Buku agenda ini memuat 1.031 nomor: 1.024 diterbitkan, 5 dibatalkan, dan 2 kosong. Nomor kosong yang belum dijelaskan: 2."
        );
        let counts = Counts { issued: 3, replaced: true, ..Counts::default() };
        assert_eq!(
            closing("masuk", &counts),
            "Buku agenda ini memuat 3 nomor: 3 permohonan tercatat. Tidak ada nomor kosong yang belum dijelaskan. \
             Tanda yang tidak dimiliki huruf cetak diganti dengan “?”."
        );
        let counts = Counts { book: 7, unused: 1_000_000, ..Counts::default() };
        assert!(closing("keluar", &counts).contains("7 dari buku manual dan 1.000.000 tidak dipakai dengan alasan."));
    }
}
