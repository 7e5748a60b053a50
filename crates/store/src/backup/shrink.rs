//! A backup that holds less than the one before: an office only grows, so somebody should look.

use super::manifest::Counts;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Entries of the journal.
    Entries,
    /// Cases.
    Cases,
    /// Owners.
    Owners,
    /// Letters.
    Letters,
    /// Stored files.
    Blobs,
}

/// One kind of which there is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fallen {
    /// Of what.
    pub what: Counted,
    /// How many there were.
    pub before: u64,
    /// How many there are.
    pub now: u64,
}

impl fmt::Display for Fallen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.what {
            Counted::Entries => "catatan jurnal",
            Counted::Cases => "perkara",
            Counted::Owners => "pemilik",
            Counted::Letters => "surat",
            Counted::Blobs => "berkas tersimpan",
        };
        write!(f, "{what} berkurang dari {} menjadi {}", self.before, self.now)
    }
}

/// Stored files that may go without a word: those of scans that were erased, of letters that were drawn and not issued.
const FEW_FILES: u64 = 20;

/// What fell. Nothing is told when the office was put back from an older backup in between: whoever did that knows.
pub(super) fn fallen(before: &Counts, now: &Counts) -> Vec<Fallen> {
    if now.restores > before.restores {
        return Vec::new();
    }
    let tolerated = FEW_FILES.max(before.blobs / 10);
    let kinds = [
        (Counted::Entries, before.entries, now.entries, 0),
        (Counted::Cases, before.cases, now.cases, 0),
        (Counted::Owners, before.owners, now.owners, 0),
        (Counted::Letters, before.letters, now.letters, 0),
        (Counted::Blobs, before.blobs, now.blobs, tolerated),
    ];
    let fell = kinds.into_iter().filter(|(_, before, now, tolerated)| now + tolerated < *before);
    fell.map(|(what, before, now, _)| Fallen { what, before, now }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_is_told_unless_few_files_go_or_the_office_was_put_back() {
        let before = Counts { entries: 100, cases: 10, owners: 8, letters: 12, blobs: 300, ..Counts::default() };
        type Change = fn(&mut Counts);
        let cases: [(Change, &[Counted]); 8] = [
            (|_| (), &[]),
            (|now| now.entries = 500, &[]),
            (|now| now.entries = 99, &[Counted::Entries]),
            (|now| now.cases = 0, &[Counted::Cases]),
            (|now| now.blobs = 270, &[]),
            (|now| now.blobs = 269, &[Counted::Blobs]),
            (|now| (now.owners, now.letters) = (7, 11), &[Counted::Owners, Counted::Letters]),
            (|now| (now.entries, now.restores) = (40, 1), &[]),
        ];
        for (change, expected) in cases {
            let mut now = before;
            change(&mut now);
            assert_eq!(fallen(&before, &now).iter().map(|fallen| fallen.what).collect::<Vec<_>>(), expected, "{now:?}");
        }
        let told = Fallen { what: Counted::Cases, before: 10, now: 3 }.to_string();
        assert_eq!(told, "perkara berkurang dari 10 menjadi 3");
    }
}
