//! Verifying the file, line by line, with nothing but the file. What was found is never withdrawn, so whatever part of a file is at fault is found
//! wherever the verification is begun before it.

use super::line::{BodyIn, EntryIn, Foot, Head};
use super::report::FileReport;
use super::{FORMAT, FORMAT_OF_CASE, VERSION};
use crate::hash::sha256;
use data_encoding::HEXLOWER;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A verification under way. Clones go on by themselves.
#[derive(Clone, Default)]
pub struct JournalCheck {
    report: FileReport,
    /// Lines that were read.
    line: u64,
    /// Over all lines that were read.
    whole: Sha256,
    /// Where the chain of each desk has come to: its place there, and its hash.
    ends: BTreeMap<String, (i64, String)>,
    began: bool,
    closed: bool,
    /// Not even the first line can be read: there is nothing to verify.
    foreign: bool,
    /// The one case whose entries alone are in the file: most of the journal is not.
    case: Option<String>,
}

impl JournalCheck {
    /// Verifies a file that has the entries of one case alone, as far as they vouch for each other.
    pub(crate) fn of_case(case: &str) -> Self {
        Self { case: Some(case.to_owned()), ..Self::default() }
    }

    /// Takes the next line, without its line break.
    pub fn line(&mut self, line: &[u8]) {
        self.line += 1;
        if self.foreign {
            return;
        }
        if self.line == 1 {
            self.head(line);
        } else if self.closed {
            self.add(None, "after-end", "ada baris sesudah baris penutup: ditambahkan dari luar".to_owned());
        } else {
            self.body(line);
        }
        self.whole.update(line);
        self.whole.update(b"\n");
    }

    /// The file has no more lines.
    pub fn finish(mut self) -> FileReport {
        self.line += 1;
        if self.line == 1 {
            self.add(None, "header", "berkas ini kosong".to_owned());
        } else if !self.closed && !self.foreign {
            self.add(None, "cut", "baris penutup tidak ada: ujung berkas terpotong".to_owned());
        }
        self.report
    }

    fn add(&mut self, seq: Option<i64>, code: &'static str, message: String) {
        self.report.add(self.line, seq, code, message);
    }

    fn head(&mut self, line: &[u8]) {
        let format = if self.case.is_some() { FORMAT_OF_CASE } else { FORMAT };
        let Some(head) = object(line).filter(|head: &Head| head.format == format && head.case == self.case) else {
            self.foreign = true;
            return self.add(None, "header", "baris pertama bukan awal berkas jurnal Sandika".to_owned());
        };
        if head.version != VERSION {
            self.foreign = true;
            return self.add(None, "header", format!("berkas ini memakai susunan versi {}, yang tidak dikenal", head.version));
        }
        (self.report.office, self.report.made_at, self.report.first) = (head.office, head.made_at, head.first);
        self.report.head_seq = head.first.saturating_sub(1);
    }

    fn body(&mut self, line: &[u8]) {
        if let Some(entry) = object::<EntryIn>(line) {
            self.entry(&entry);
        } else if let Some(foot) = object::<Foot>(line) {
            self.foot(&foot);
        } else {
            self.add(None, "unreadable", "baris ini tidak dapat dibaca: diubah atau terpotong".to_owned());
        }
    }

    fn entry(&mut self, entry: &EntryIn) {
        let seq = Some(entry.seq);
        self.report.entries += 1;
        self.place(entry.seq);
        if sha256(entry.body.as_bytes()) != entry.hash {
            self.add(seq, "body-changed", "isinya tidak sesuai dengan sidiknya: diubah".to_owned());
        }
        match object::<BodyIn>(entry.body.as_bytes()) {
            Some(body) => {
                if self.case.is_some() && body.case != self.case {
                    self.add(seq, "other-case", "catatan ini bukan milik perkara ini: dimasukkan dari luar".to_owned());
                }
                self.chain(entry, body);
            }
            None => self.add(seq, "body-unreadable", "isinya tidak dapat dibaca".to_owned()),
        }
        self.report.head_hash.clone_from(&entry.hash);
        self.began = true;
    }

    /// Whether the entry follows in the journal's own order.
    fn place(&mut self, seq: i64) {
        let expected = self.report.head_seq.saturating_add(1);
        if seq > expected && self.case.is_some() && self.began {
            // What stands between is of other cases.
        } else if seq > expected {
            let missing = if seq - 1 == expected { expected.to_string() } else { format!("{expected} sampai {}", seq - 1) };
            self.add(Some(seq), "missing", format!("catatan nomor {missing} tidak ada sebelum ini: dihapus atau dipindahkan"));
        } else if seq == expected - 1 && self.began {
            self.add(Some(seq), "repeated", "catatan nomor ini sudah ada pada baris sebelumnya: digandakan".to_owned());
        } else if seq < expected {
            self.add(Some(seq), "order", format!("seharusnya catatan nomor {expected}: urutannya diubah"));
        }
        self.report.head_seq = seq;
    }

    /// Whether the entry follows in the chain of its desk.
    fn chain(&mut self, entry: &EntryIn, body: BodyIn) {
        let seq = Some(entry.seq);
        let end = (body.desk_seq, entry.hash.clone());
        match self.ends.insert(body.desk, end) {
            Some((desk_seq, hash)) => {
                let next = body.desk_seq == desk_seq.saturating_add(1);
                // Of one case alone, most entries do not follow from the one before them in the file.
                if (next || self.case.is_none()) && body.prev.as_ref() != Some(&hash) {
                    self.add(seq, "chain-broken", "tidak menyambung dengan catatan sebelumnya".to_owned());
                }
                if !next && (self.case.is_none() || body.desk_seq <= desk_seq) {
                    self.add(seq, "desk-gap", "urutan catatan meja terputus".to_owned());
                }
            }
            // Of a file that begins later, the first entry of a desk follows from what the file does not have.
            None if self.report.first > 1 && self.began => {}
            None if self.report.first > 1 => self.report.follows = body.prev,
            None if body.prev.is_some() || body.desk_seq != 1 => {
                self.add(seq, "chain-broken", "bukan catatan pertama mejanya, tetapi tidak ada yang mendahuluinya".to_owned());
            }
            None => {}
        }
    }

    fn foot(&mut self, foot: &Foot) {
        self.closed = true;
        if foot.count != self.report.entries {
            let message = format!("baris penutup menyebut {} catatan, tetapi ada {}", foot.count, self.report.entries);
            self.add(None, "count", message);
        }
        let (seq, hash) = if self.began { (self.report.head_seq, self.report.head_hash.as_str()) } else { (0, "") };
        if (foot.head_seq, foot.head_hash.as_str()) != (seq, hash) {
            let message = format!(
                "baris penutup menyebut catatan terakhir nomor {}, tetapi yang ada lain: ujungnya terpotong atau diubah",
                foot.head_seq
            );
            self.add(None, "end", message);
        }
        if foot.sha256 != HEXLOWER.encode(&self.whole.clone().finalize()) {
            self.add(None, "file-changed", "berkas ini tidak lagi persis seperti saat dibuat".to_owned());
        }
    }
}

/// A JSON object of this shape. The reader would take a list for the fields in their order, which no line of ours is; a known key that stands twice
/// could be read in two ways, so it is read in none.
fn object<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    text.starts_with(b"{").then(|| serde_json::from_slice(text).ok()).flatten()
}
