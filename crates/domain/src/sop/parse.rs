//! From the bytes of a file to an SOP.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::parse_step::{self, STEP_NUMBERS};
use super::{Approval, Headings, Identity, Lane, ParsedSop, Party, ServiceKind, Sop, StatedTotal, SubSop};
use crate::calendar::{StandardTime, TimeClock};
use crate::document::{Code, Finding, Table, read};

/// What came of reading an SOP file: the SOP, where it is whole enough to be checked further, and what the reading itself found.
#[derive(Clone, Debug)]
pub struct SopReading {
    /// The SOP. It may be there although `findings` has errors; only [`Sop::parse`] gives one to work with.
    pub parsed: Option<ParsedSop>,
    /// Findings S001, S007 and S008 of the reading, by line.
    pub findings: Vec<Finding>,
}

impl Sop {
    /// Reads an SOP file.
    ///
    /// # Errors
    /// All faults of form (S001), times that cannot be read (S007) and conditions on values that there are not (S008). Nothing is half
    /// loaded.
    pub fn parse(file_name: &str, bytes: &[u8]) -> Result<ParsedSop, Vec<Finding>> {
        let reading = Self::read(file_name, bytes);
        match reading.parsed {
            Some(parsed) if reading.findings.is_empty() => Ok(parsed),
            _ => Err(reading.findings),
        }
    }

    /// Reads an SOP file as far as possible, for the checker, which wants to report everything at once.
    #[must_use]
    pub fn read(file_name: &str, bytes: &[u8]) -> SopReading {
        let reading = read(file_name, bytes, sop);
        let hash = || HEXLOWER.encode(&Sha256::digest(bytes));
        let parsed = reading.value.flatten().map(|sop| ParsedSop { file: file_name.to_owned(), sop, lines: reading.lines, hash: hash() });
        SopReading { parsed, findings: reading.findings }
    }
}

fn sop(root: &Table<'_>) -> Option<Sop> {
    root.number("format", 1..=1);
    let id = identifier(root, "id");
    let kind = root.word::<ServiceKind>("jenis");
    let identity = root.table("identitas", identity);
    let headings = headings(root);
    let lanes = root.tables("pelaksana", lane);
    report_repeats(root, "pelaksana", "id", lanes.iter().flatten().map(|lane| lane.id.as_str()));
    let steps = root.tables("langkah", parse_step::step);
    let totals = root.tables_or_none("waktu_penyelesaian", total);
    let sub_sops = root.tables_or_none("sub_sop", |row| SubSop { step: row.number("langkah", STEP_NUMBERS), id: identifier(row, "id") });
    Some(Sop {
        id,
        kind: kind?,
        identity: identity?,
        headings,
        lanes: lanes.into_iter().collect::<Option<_>>()?,
        steps: steps.into_iter().collect::<Option<_>>()?,
        totals: totals.into_iter().collect::<Option<_>>().unwrap_or_default(),
        sub_sops,
    })
}

fn identity(table: &Table<'_>) -> Identity {
    Identity {
        government: table.text("pemerintah"),
        office: table.text("dinas"),
        division: table.text_or_none("bidang"),
        title: table.text("judul"),
        cover_title: table.text_or_none("judul_sampul"),
        number: table.text_or_none("nomor"),
        created: table.text_or_none("tanggal_pembuatan"),
        revised: table.text_or_none("tanggal_revisi"),
        effective: table.text_or_none("tanggal_efektif"),
        approval: table.table_or_none("disahkan_oleh", approval).unwrap_or_default(),
    }
}

fn approval(table: &Table<'_>) -> Approval {
    Approval {
        position: table.text_or_none("jabatan"),
        name: table.text_or_none("nama"),
        rank: table.text_or_none("pangkat"),
        nip: table.text_or_none("nip"),
    }
}

fn headings(root: &Table<'_>) -> Headings {
    Headings {
        legal_basis: root.texts("dasar_hukum"),
        qualifications: root.texts("kualifikasi_pelaksana"),
        related: root.texts("keterkaitan"),
        equipment: root.texts("peralatan"),
        warnings: root.texts("peringatan"),
        records: root.texts("pencatatan"),
    }
}

fn lane(table: &Table<'_>) -> Option<Lane> {
    let (id, name, party) = (identifier(table, "id"), table.text("nama"), table.word::<Party>("pihak"));
    Some(Lane { id, name, party: party? })
}

/// Nothing where the time cannot be read, of which S007 has told; the totals are then judged when all of them can be read.
fn total(table: &Table<'_>) -> Option<StatedTotal> {
    let name = table.text("nama");
    let written = table.text("waktu");
    let steps = table.numbers_or_none("langkah", STEP_NUMBERS);
    time(table, &written, TimeClock::Working).map(|time| StatedTotal { name, time, steps })
}

/// Reads the value of `waktu`; an empty one is no time, an unreadable one is reported.
pub(super) fn time(table: &Table<'_>, written: &str, clock: TimeClock) -> Option<StandardTime> {
    if written.trim().is_empty() {
        return None;
    }
    let read = StandardTime::parse(written, clock);
    if let Err(fault) = read {
        table.report("waktu", Code::S007, format!("Waktu \"{}\": {fault}", written.trim()));
    }
    read.ok()
}

/// A name by which other files or keys refer to this: lower-case letters, digits, hyphens, underscores.
pub(super) fn identifier(table: &Table<'_>, key: &'static str) -> String {
    let id = table.text(key);
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    let is_sound = id.bytes().all(plain) && id.len() <= 80;
    if !is_sound && !id.trim().is_empty() {
        table.report(
            key,
            Code::S001,
            format!("Kunci `{key}` hanya boleh memuat huruf kecil, angka, tanda hubung, dan garis bawah, paling banyak 80."),
        );
    }
    id
}

/// Reports names that two rows of the same list have in their key `inner`.
pub(super) fn report_repeats<'i>(table: &Table<'_>, key: &str, inner: &str, ids: impl Iterator<Item = &'i str>) {
    let mut seen = std::collections::BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !id.is_empty() && !seen.insert(id) {
            let line = table.line_of_item(key, at, inner);
            table.report_at(line, Code::S001, format!("`{id}` dipakai dua kali di `{key}`. Beri nama yang berbeda."));
        }
    }
}
