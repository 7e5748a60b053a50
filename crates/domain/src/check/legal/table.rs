//! `content/legal.toml`: what is known of the laws that SOPs of this field cite.

use super::super::terms::words_of;
use super::citation::Citation;
use crate::document::{Code, Finding, Table, read, word_enum};

word_enum! {
    /// What happened to a law.
    Relation {
        /// It is no longer in force.
        Revoked = "dicabut",
        /// It is in force, in a changed wording.
        Amended = "diubah",
        /// It is itself an amendment, and a later one followed.
        Followed = "disusul",
    }
}

/// A kind of law and the ways to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kind {
    id: String,
    name: String,
    spellings: Vec<Vec<String>>,
}

/// A law that was replaced or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    kind: String,
    number: u32,
    year: u32,
    pub(super) relation: Relation,
    pub(super) by: String,
    pub(super) unverified: bool,
}

/// The number and year that belong to a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) subject: String,
    pub(super) kind: String,
    pub(super) number: u32,
    pub(super) year: u32,
}

/// What is known of laws; the empty table knows nothing and finds only impossible years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalTable {
    kinds: Vec<Kind>,
    replacements: Vec<Replacement>,
    titles: Vec<Title>,
}

impl LegalTable {
    /// Reads the file.
    ///
    /// # Errors
    /// All faults of form (S001), rows of a kind that the file does not declare among them.
    pub fn parse(file_name: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        read(file_name, bytes, legal_table).into_result().map(|(table, _)| table)
    }

    /// The id of the kind that is written with exactly these words.
    pub(super) fn kind_called(&self, words: &[&str]) -> Option<String> {
        self.kinds.iter().find(|kind| kind.spellings.iter().any(|spelling| spelling == words)).map(|kind| kind.id.clone())
    }

    /// The name of a kind: "UU".
    pub(super) fn name_of(&self, id: &str) -> String {
        self.kinds.iter().find(|kind| kind.id == id).map_or(id, |kind| kind.name.as_str()).to_owned()
    }

    /// What became of the cited law, if anything is known.
    pub(super) fn replacement_of(&self, citation: &Citation) -> Option<&Replacement> {
        let kind = citation.kind.as_deref()?;
        self.replacements.iter().find(|row| row.kind == kind && (row.number, row.year) == (citation.number, citation.year))
    }

    /// The laws of the cited kind whose subject is the cited one; several where a law was replaced under the same title.
    pub(super) fn title_of(&self, citation: &Citation) -> Vec<&Title> {
        let Some(kind) = citation.kind.as_deref() else { return Vec::new() };
        self.titles.iter().filter(|row| row.kind == kind && citation.subject.starts_with(&words_of(&row.subject))).collect()
    }
}

fn legal_table(root: &Table<'_>) -> LegalTable {
    root.number("format", 1..=1);
    let kinds = root.tables("jenis", |row| Kind {
        id: row.text("id"),
        name: row.text("nama"),
        spellings: row.texts("sebutan").iter().map(|spelling| words_of(spelling)).collect(),
    });
    let replacements = root.tables_or_none("perubahan", |row| replacement(row, &kinds));
    let titles = root.tables_or_none("judul", |row| Title {
        subject: row.text("tentang"),
        kind: kind_of(row, &kinds),
        number: row.number("nomor", 1..=9999),
        year: row.number("tahun", super::POSSIBLE_YEARS),
    });
    LegalTable { kinds, replacements, titles }
}

fn replacement(row: &Table<'_>, kinds: &[Kind]) -> Replacement {
    // The source is for the people who keep the file; asked for here so that no row goes without.
    row.text("sumber");
    Replacement {
        kind: kind_of(row, kinds),
        number: row.number("nomor", 1..=9999),
        year: row.number("tahun", super::POSSIBLE_YEARS),
        relation: row.word("hubungan").unwrap_or(Relation::Amended),
        by: row.text("oleh"),
        unverified: row.flag("belum_dipastikan"),
    }
}

fn kind_of(row: &Table<'_>, kinds: &[Kind]) -> String {
    let id = row.text("jenis");
    if !id.is_empty() && !kinds.iter().any(|kind| kind.id == id) {
        row.report("jenis", Code::S001, format!("Jenis peraturan `{id}` tidak ada di [[jenis]]."));
    }
    id
}
