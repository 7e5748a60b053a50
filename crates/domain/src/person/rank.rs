//! Pangkat and golongan: which rank has which grade (content/ranks.toml), and reading the many ways in which letters write them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::document::{Code, Finding, Table, read};

/// A rank of a civil servant, or a grade of a PPPK.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rank {
    /// Pangkat: "Pembina Tk. I". A PPPK has none.
    pub name: Option<String>,
    /// Golongan: "IV/b", of a PPPK "IX".
    pub grade: String,
}

/// All ranks that an office knows, lowest first; the grades of PPPK follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranks {
    ranks: Vec<Rank>,
}

/// Why a rank cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RankError {
    /// Neither a rank nor a grade of the list.
    #[error("Pangkat atau golongan tidak dikenal. Tulis misalnya \"Pembina Tk. I (IV/b)\" atau, untuk PPPK, \"IX\".")]
    Unknown,
    /// The rank is of another grade than the one beside it.
    #[error("{name} bergolongan {belongs}, bukan {given}. Periksa kembali pada SK pangkat terakhir.")]
    Mismatch {
        /// The rank.
        name: String,
        /// Its grade.
        belongs: String,
        /// The grade that was written.
        given: String,
    },
}

impl Ranks {
    /// Reads `content/ranks.toml`.
    ///
    /// # Errors
    /// Every fault of the file, with its line.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        read(file, bytes, ranks_file).into_result().map(|(ranks, _)| ranks)
    }

    /// All of them, for a list to pick from.
    pub fn all(&self) -> &[Rank] {
        &self.ranks
    }

    /// Reads a rank, a grade, or both in either order: "Pembina Tk. I / IVb", "IV/b", "Pembina Utama Muda (IV/c)", "Gol. IX". Letter case and
    /// punctuation do not matter, and "Tingkat" is "Tk.". A rank beside a grade that is not its own is an error that names both.
    pub fn read(&self, text: &str) -> Result<Rank, RankError> {
        let words = words(text);
        if let Some(rank) = self.of_grade(&words) {
            return Ok(rank.clone());
        }
        let mut named: Vec<(&Rank, &str, &[String])> = self.ranks.iter().filter_map(|rank| rest_beside(rank, &words)).collect();
        named.sort_by_key(|(_, _, rest)| rest.len()); // the longest name first: "Pembina Tk. I" before "Pembina"
        for (rank, name, rest) in named {
            if rest.is_empty() {
                return Ok(rank.clone());
            }
            if let Some(given) = self.of_grade(rest) {
                return agree(rank, name, given);
            }
        }
        Err(RankError::Unknown)
    }

    fn of_grade(&self, words: &[String]) -> Option<&Rank> {
        let grade = words.concat();
        self.ranks.iter().find(|rank| !grade.is_empty() && self::words(&rank.grade).concat() == grade)
    }
}

impl fmt::Display for Rank {
    /// As letters print it: "Pembina Tk. I (IV/b)", of a PPPK "Golongan IX".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} ({})", self.grade),
            None => write!(f, "Golongan {}", self.grade),
        }
    }
}

fn agree(rank: &Rank, name: &str, given: &Rank) -> Result<Rank, RankError> {
    if rank == given {
        return Ok(rank.clone());
    }
    Err(RankError::Mismatch { name: name.to_owned(), belongs: rank.grade.clone(), given: given.grade.clone() })
}

/// The rank and its name if the words begin or end with it, with the words that are left.
fn rest_beside<'a>(rank: &'a Rank, words: &'a [String]) -> Option<(&'a Rank, &'a str, &'a [String])> {
    let name = rank.name.as_deref()?;
    let name_words = self::words(name);
    let rest = words.strip_prefix(name_words.as_slice()).or_else(|| words.strip_suffix(name_words.as_slice()))?;
    Some((rank, name, rest))
}

/// The words that tell ranks apart: small letters, no punctuation, one spelling of "Tingkat", without the labels of a form.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace("tingkat", "tk").replace("tki", "tk i");
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !matches!(*word, "" | "gol" | "golongan" | "ruang" | "pangkat" | "pppk")).map(str::to_owned).collect()
}

fn ranks_file(root: &Table<'_>) -> Ranks {
    root.number("format", 1..=1);
    root.text("sumber"); // for the officer who edits the file
    let pppk = root.texts("golongan_pppk");
    let mut ranks: Vec<Rank> = Vec::new();
    root.tables("pangkat", |row| {
        let rank = Rank { name: Some(row.text("nama")), grade: row.text("golongan") };
        for (key, repeats) in
            [("nama", ranks.iter().any(|other| other.name == rank.name)), ("golongan", ranks.iter().any(|other| other.grade == rank.grade))]
        {
            if repeats {
                row.report(key, Code::S001, format!("Nilai `{key}` sudah dipakai pangkat sebelumnya. Hapus salah satunya."));
            }
        }
        ranks.push(rank);
    });
    ranks.extend(pppk.into_iter().map(|grade| Rank { name: None, grade }));
    Ranks { ranks }
}

#[cfg(test)]
mod tests;
