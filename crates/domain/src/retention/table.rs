//! The table: one rule for each kind of service. Source of its columns: domain facts 2.7 (JRA).

use crate::document::{Code, Finding, Table, Word, read, word_enum};
use crate::sop::ServiceKind;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Longest time that a rule may name, years.
const MOST_YEARS: u32 = 100;
/// Longest text of the legal basis, characters.
const LONGEST_BASIS: usize = 300;

word_enum! {
    /// What becomes of a file when its time is over (*nasib akhir*), the strongest first: of several, the first one holds.
    Fate {
        /// It is kept for ever and handed to the archive of the region.
        Keep = "permanen",
        /// Somebody judges again.
        Review = "dinilai-kembali",
        /// It is destroyed.
        Destroy = "musnah",
    }
}

word_enum! {
    /// Who may see a file (*klasifikasi keamanan*).
    Security {
        /// Anybody at work.
        Ordinary = "biasa",
        /// Everybody.
        Open = "terbuka",
        /// Those who work on it.
        Limited = "terbatas",
        /// Those who are named.
        Secret = "rahasia",
    }
}

word_enum! {
    /// From when time is counted (*hitung*).
    Count {
        /// From the day on which the last case and the last certificate ended.
        Day = "sejak-selesai",
        /// From the end of that year.
        YearEnd = "akhir-tahun",
    }
}

/// How long files of one kind of service are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The kind of service.
    pub service: ServiceKind,
    /// Years in use.
    pub active: u32,
    /// Years that follow, out of use.
    pub inactive: u32,
    /// What becomes of it then.
    pub fate: Fate,
    /// Who may see it.
    pub security: Security,
}

/// The office's table, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionTable {
    /// The office has compared it with the JRA of its region. Until then nothing can be proposed for destruction.
    pub confirmed: bool,
    /// The regulation that it follows, as it is named in the official record.
    pub basis: String,
    /// From when time is counted.
    pub count: Count,
    /// One rule for each kind of service, in the order of [`ServiceKind`].
    pub rules: Vec<Rule>,
}

/// Why a table does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RetentionFault {
    /// A service without a rule, or with two.
    #[error("Layanan “{0}” harus mempunyai tepat satu baris pada tabel retensi.")]
    NotOnce(ServiceKind),
    /// More years than anybody means.
    #[error("Masa simpan layanan “{0}” lebih dari {MOST_YEARS} tahun. Periksa angkanya, atau pilih nasib akhir permanen.")]
    TooLong(ServiceKind),
    /// No time at all.
    #[error("Masa simpan layanan “{0}” nol tahun, sehingga berkas langsung lewat masanya. Isi paling sedikit satu tahun.")]
    NoTime(ServiceKind),
    /// A confirmed table that names no regulation.
    #[error(
        "Tabel yang ditandai sesuai harus menyebut dasarnya, misalnya Peraturan Bupati Nomor 12 Tahun 2022 tentang Jadwal Retensi Arsip."
    )]
    NoBasis,
    /// A very long text.
    #[error("Dasar tabel terlalu panjang, paling banyak {LONGEST_BASIS} karakter. Persingkat teksnya.")]
    BasisTooLong,
}

impl RetentionFault {
    /// The part of the table that is at fault.
    pub fn field(self) -> &'static str {
        match self {
            Self::NotOnce(_) | Self::TooLong(_) | Self::NoTime(_) => "rules",
            Self::NoBasis | Self::BasisTooLong => "basis",
        }
    }
}

impl RetentionTable {
    /// Reads `content/jra.toml`.
    ///
    /// # Errors
    /// All faults of form (S001), and of the table.
    pub fn parse(file_name: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        read(file_name, bytes, table).into_result().map(|(table, _)| table)
    }

    /// The table with its rules in order and its text trimmed, if it holds.
    ///
    /// # Errors
    /// [`RetentionFault`], the first one.
    pub fn checked(mut self) -> Result<Self, RetentionFault> {
        self.basis = self.basis.trim().to_owned();
        self.rules.sort_by_key(|rule| rule.service);
        if let Some(service) = ServiceKind::ALL.iter().find(|kind| self.rules.iter().filter(|rule| rule.service == **kind).count() != 1) {
            return Err(RetentionFault::NotOnce(*service));
        }
        for rule in &self.rules {
            match rule.active.checked_add(rule.inactive) {
                Some(0) => return Err(RetentionFault::NoTime(rule.service)),
                Some(1..=MOST_YEARS) => {}
                _ => return Err(RetentionFault::TooLong(rule.service)),
            }
        }
        match self.basis.chars().count() {
            0 if self.confirmed => Err(RetentionFault::NoBasis),
            length if length > LONGEST_BASIS => Err(RetentionFault::BasisTooLong),
            _ => Ok(self),
        }
    }

    /// What a file with cases of these services follows: the longest times and the strongest fate among their rules. A file without a case follows
    /// the longest of all.
    pub fn term_of(&self, services: &[ServiceKind]) -> Term {
        let fitting = || self.rules.iter().filter(|rule| services.is_empty() || services.contains(&rule.service));
        let most = |years: fn(&Rule) -> u32| fitting().map(years).max().unwrap_or_default();
        Term {
            active: most(|rule| rule.active),
            total: most(|rule| rule.active + rule.inactive),
            fate: fitting().map(|rule| rule.fate).min().unwrap_or(Fate::Keep),
        }
    }
}

/// What holds for one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Years in use.
    pub active: u32,
    /// Years until its time is over, those in use among them.
    pub total: u32,
    /// What becomes of it then.
    pub fate: Fate,
}

fn table(root: &Table<'_>) -> RetentionTable {
    root.number("format", 1..=1);
    let read = RetentionTable {
        confirmed: root.required_flag("sesuai"),
        basis: root.text_or_none("dasar").unwrap_or_default(),
        count: root.word("hitung").unwrap_or(Count::Day),
        rules: root.tables("jra", rule),
    };
    read.clone().checked().unwrap_or_else(|fault| {
        root.report("jra", Code::S001, fault.to_string());
        read
    })
}

fn rule(table: &Table<'_>) -> Rule {
    let years = |key| table.number(key, 0..=MOST_YEARS);
    Rule {
        service: table.word("layanan").unwrap_or(ServiceKind::Other),
        active: years("aktif"),
        inactive: years("inaktif"),
        fate: table.word("nasib").unwrap_or(Fate::Keep),
        security: table.word("keamanan").unwrap_or(Security::Secret),
    }
}
