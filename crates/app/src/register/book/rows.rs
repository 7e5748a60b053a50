//! The rows of an agenda book, in ascending order: what holds each number, and those that nothing accounts for.

use super::Watch;
use super::page::is_incoming;
use crate::error::AppError;
use crate::office::Office;
use chrono::NaiveDate;
use sandika_domain::fact::NumberUse;
use sandika_domain::letter::values::service_name;
use sandika_domain::number::AgendaBookPeriod;
use sandika_letters::Legible;
use sandika_store::{NumberFilter, NumberHolder, NumberRequest, NumberRow, Progress, Stage, StoreError};
use std::ops::RangeInclusive;

/// Rows that are read at once.
const READ: usize = 1_000;

/// What is said where personal details are erased.
const ERASED: &str = "Keterangan telah dihapus";

/// How many numbers became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Of letters that hold, or of requests.
    pub(super) issued: u32,
    /// Of void letters.
    pub(super) voided: u32,
    /// Of the book on paper.
    pub(super) book: u32,
    /// Of another system.
    pub(super) other: u32,
    /// That nobody uses, with a reason.
    pub(super) unused: u32,
    /// That nothing accounts for.
    pub(super) open: u32,
    /// Characters were replaced that the letter face lacks.
    pub(super) replaced: bool,
}

impl Counts {
    /// All numbers.
    pub(super) fn all(&self) -> u32 {
        [self.issued, self.voided, self.book, self.other, self.unused, self.open].into_iter().fold(0, u32::saturating_add)
    }

    fn of(&mut self, holder: &NumberHolder) -> &mut u32 {
        match holder {
            NumberHolder::Letter { voided_at: Some(_), .. } => &mut self.voided,
            NumberHolder::Letter { .. } | NumberHolder::Case(_) => &mut self.issued,
            NumberHolder::Elsewhere { used: NumberUse::Book, .. } => &mut self.book,
            NumberHolder::Elsewhere { used: NumberUse::OtherSystem, .. } => &mut self.other,
            NumberHolder::Elsewhere { used: NumberUse::Unused, .. } => &mut self.unused,
        }
    }
}

impl Office {
    /// The rows of a period, and how many numbers became what.
    pub(super) fn book_rows(
        &self,
        register: &str,
        period: &AgendaBookPeriod,
        legible: &Legible<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<(Vec<Vec<String>>, Counts), AppError> {
        let profile = self.needed_profile()?;
        if !profile.registers.contains_key(register) {
            let known = profile.registers.keys().cloned().collect::<Vec<_>>().join(", ");
            let text = format!("Register “{register}” belum diatur pada profil kantor. Register yang ada: {known}.");
            return Err(AppError::Input { field: "register", text });
        }
        let local = |at| profile.zone.local(at).date();
        let mut gaps = self.read().number_gaps(register, period.year())?.into_iter().peekable();
        let mut told = Told { register, placing: period.placing(), legible, rows: Vec::new(), counts: Counts::default() };
        let mut filter = NumberFilter::all(register, period.year());
        loop {
            let read = self.read().numbers(&filter, false, READ)?;
            for row in &read {
                while let Some(gap) = gaps.next_if(|gap| *gap.start() < row.number.number) {
                    told.gap(&gap)?;
                }
                told.held(row, &local)?;
            }
            if watch(Progress { stage: Stage::Book, done: 0, total: 0 }).is_break() {
                return Err(StoreError::Stopped.into());
            }
            match read.last().and_then(|row| row.last.checked_add(1)) {
                Some(next) if read.len() == READ => filter.numbers = next..=u32::MAX,
                _ => break,
            }
        }
        for gap in gaps {
            told.gap(&gap)?;
        }
        Ok((told.rows, told.counts))
    }
}

/// What is told so far.
struct Told<'r> {
    register: &'r str,
    placing: sandika_domain::number::Placing,
    legible: &'r Legible<'r>,
    rows: Vec<Vec<String>>,
    counts: Counts,
}

impl Told<'_> {
    fn held(&mut self, row: &NumberRow, local: &dyn Fn(sandika_domain::fact::Moment) -> NaiveDate) -> Result<(), AppError> {
        if !self.placing.holds(row.dated) {
            return Ok(());
        }
        let count = self.counts.of(&row.holder);
        *count = count.saturating_add(row.last - row.number.number + 1);
        let dated = row.dated.map(short).unwrap_or_default();
        let number = order(&(row.number.number..=row.last));
        let about = about(row);
        let note = note(row, local);
        let cells = match &row.holder {
            NumberHolder::Case(_) => vec![number, row.number.text.clone(), dated, told(&row.about), row.party.clone(), about, note],
            _ if is_incoming(self.register) => {
                vec![number, told(&row.number.text), dated, String::new(), row.party.clone(), about, note]
            }
            _ => vec![number, told(&row.number.text), dated, about, row.party.clone(), note],
        };
        self.push(cells)
    }

    fn gap(&mut self, gap: &RangeInclusive<u32>) -> Result<(), AppError> {
        if !self.placing.holds(None) {
            return Ok(());
        }
        let count = gap.end() - gap.start() + 1;
        self.counts.open = self.counts.open.saturating_add(count);
        let note = if count == 1 { "Kosong, belum dijelaskan".to_owned() } else { format!("{count} nomor kosong, belum dijelaskan") };
        let mut cells = vec![String::new(); if is_incoming(self.register) { 7 } else { 6 }];
        cells[0] = order(gap);
        if let Some(last) = cells.last_mut() {
            *last = note;
        }
        self.push(cells)
    }

    fn push(&mut self, cells: Vec<String>) -> Result<(), AppError> {
        let mut row = Vec::with_capacity(cells.len());
        for cell in cells {
            let shown = self.legible.text(&cell)?.into_owned();
            self.counts.replaced |= shown != cell;
            row.push(shown);
        }
        self.rows.push(row);
        Ok(())
    }
}

/// "7" or "21–30".
fn order(numbers: &RangeInclusive<u32>) -> String {
    super::super::spoken(std::slice::from_ref(numbers))
}

/// As the books on paper write it: 21-11-2026.
fn short(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

/// A dash where nothing was told.
fn told(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}

/// What the number is about. A title says its number at its end, which stands in a column of its own.
fn about(row: &NumberRow) -> String {
    match (&row.holder, &row.request) {
        (NumberHolder::Case(_), Some(NumberRequest { service, owner, .. })) => {
            let of = if owner.is_empty() { String::new() } else { format!(" a.n. {owner}") };
            format!("Permohonan {}{of}", service_name(*service))
        }
        (NumberHolder::Elsewhere { used: NumberUse::Unused, .. }, _) => String::new(),
        _ => {
            let title = row.about.strip_suffix(&format!(" – {}", row.number.text)).unwrap_or(&row.about);
            if title.is_empty() { ERASED.to_owned() } else { title.to_owned() }
        }
    }
}

/// What holds the number, where that is not plain, and what became of it.
fn note(row: &NumberRow, local: &dyn Fn(sandika_domain::fact::Moment) -> NaiveDate) -> String {
    let mut notes: Vec<String> = Vec::new();
    match &row.holder {
        NumberHolder::Case(_) => {}
        NumberHolder::Letter { version, voided_at, replaced, .. } => {
            if let Some(at) = voided_at {
                let why = if row.void_reason.is_empty() { ERASED } else { &row.void_reason };
                notes.push(format!("BATAL {}: {why}", short(local(*at))));
            }
            match (replaced, version) {
                (true, _) => notes.push("Sudah diperbaiki dengan versi berikutnya".to_owned()),
                (false, 2..) => notes.push(format!("Perbaikan, versi {version}")),
                _ => {}
            }
            notes.extend(row.request.iter().map(|request| format!("Agenda {}", request.agenda)));
        }
        NumberHolder::Elsewhere { used, continues } => {
            notes.push(match used {
                NumberUse::Book => "Buku manual".to_owned(),
                NumberUse::OtherSystem => "Diberikan sistem lain".to_owned(),
                NumberUse::Unused => format!("Tidak dipakai: {}", if row.about.is_empty() { ERASED } else { &row.about }),
            });
            if *continues {
                notes.push("Register dilanjutkan sesudahnya".to_owned());
            }
        }
    }
    let (system, other) = &row.other;
    if !other.is_empty() {
        notes.push(format!("{system}: {other}"));
    }
    notes.join("; ")
}
