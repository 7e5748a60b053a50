//! A scanner with every bad habit that scanners, their drivers and network folders have.

use crate::bench::mix;
use sandika_app::hash::sha256;
use sandika_testkit::pdf_of;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use xtask::Result;

/// Habits, by number.
const HABITS: u64 = 9;

/// The scanner, and what it has put down.
pub(super) struct Scanner {
    folder: PathBuf,
    seed: u64,
    letters: Vec<Vec<u8>>,
    /// Hash of each file that was put down → how often at most it may have been taken in.
    pub(super) put: BTreeMap<String, u64>,
    /// Files that were whole for a while before something was added to them: they may have been taken in.
    pub(super) passing: BTreeSet<String>,
    /// Hashes of the letters.
    pub(super) signed: BTreeSet<String>,
    count: u64,
    earlier: Vec<Vec<u8>>,
    /// Names that are used once more when their file was taken in.
    again: Vec<PathBuf>,
}

impl Scanner {
    pub(super) fn new(folder: PathBuf, seed: u64, letters: Vec<Vec<u8>>) -> Self {
        let (put, passing, signed) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Self { folder, seed, letters, put, passing, signed, count: 0, earlier: Vec::new(), again: Vec::new() }
    }

    /// Scans that were put down.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Where they are put.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts other scans under names whose files were taken in.
    pub(super) fn replace_what_was_taken(&mut self) -> Result {
        let (gone, there): (Vec<_>, Vec<_>) = self.again.drain(..).partition(|path| !path.exists());
        self.again = there;
        for path in gone {
            let bytes = self.next_bytes();
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// Puts so many scans down, each in its own bad way, all at the same time; one of `letters` is a letter.
    pub(super) fn put_down(&mut self, count: u64, letters: u64) -> Result {
        let mut works: Vec<Box<dyn FnOnce() -> io::Result<()> + Send>> = Vec::new();
        for _ in 0..count {
            let chance = mix(self.seed ^ self.count);
            let path = self.folder.join(format!("SCAN{:05}.pdf", self.count));
            let pause = Duration::from_millis((chance >> 17) % 900);
            if self.count.is_multiple_of(letters)
                && let Some(letter) = self.letters.pop()
            {
                self.signed.insert(sha256(&letter));
                self.note(&letter, 1);
                works.push(Box::new(move || in_pieces(&path, &letter, 3, pause)));
                continue;
            }
            works.push(self.work(chance % HABITS, path, pause));
        }
        let workers: Vec<_> = works.into_iter().map(thread::spawn).collect();
        for worker in workers {
            worker.join().map_err(|_| "the scanner broke")??;
        }
        Ok(())
    }

    fn work(&mut self, habit: u64, path: PathBuf, pause: Duration) -> Box<dyn FnOnce() -> io::Result<()> + Send> {
        if habit == 7
            && let Some(bytes) = self.earlier.last().cloned()
        {
            self.note(&bytes, 1);
            return Box::new(move || fs::write(path, bytes));
        }
        let bytes = self.next_bytes();
        match habit {
            1 => Box::new(move || in_pieces(&path, &bytes, 4, pause)),
            2 => {
                let whole = [&bytes[..], b"% halaman kedua\n%%EOF\n"].concat();
                self.put.remove(&sha256(&bytes));
                self.earlier.pop();
                self.passing.insert(sha256(&bytes));
                self.count -= 1;
                self.note(&whole, 1);
                Box::new(move || appended(&path, &bytes, &whole, pause))
            }
            3 => Box::new(move || {
                let unfinished = path.with_extension("pdf.part");
                in_pieces(&unfinished, &bytes, 2, pause)?;
                fs::rename(unfinished, path)
            }),
            4 => {
                // Between its record and its move the program may die, and the name may change: then it comes once more, and is named as such.
                *self.put.entry(sha256(&bytes)).or_default() += 1;
                Box::new(move || {
                    fs::write(&path, &bytes)?;
                    thread::sleep(pause);
                    match fs::rename(&path, path.with_extension("ganti.pdf")) {
                        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                        _ => Ok(()),
                    }
                })
            }
            5 => Box::new(move || {
                let mut file = File::create(&path)?;
                file.lock()?;
                file.write_all(&bytes)?;
                thread::sleep(pause * 3);
                file.unlock()
            }),
            6 => Box::new(move || {
                fs::write(&path, &bytes[..bytes.len() / 2])?;
                thread::sleep(pause * 3);
                fs::write(&path, &bytes)
            }),
            8 => {
                self.again.push(path.clone());
                Box::new(move || fs::write(path, bytes))
            }
            _ => Box::new(move || fs::write(path, bytes)),
        }
    }

    /// A small scan that there was not before.
    fn next_bytes(&mut self) -> Vec<u8> {
        let bytes = small(&format!("{:x} {}", self.seed, self.count));
        self.note(&bytes, 1);
        self.earlier.push(bytes.clone());
        bytes
    }

    fn note(&mut self, bytes: &[u8], times: u64) {
        *self.put.entry(sha256(bytes)).or_default() += times;
        self.count += 1;
    }
}

fn in_pieces(path: &Path, bytes: &[u8], pieces: usize, pause: Duration) -> io::Result<()> {
    let mut file = File::create(path)?;
    for piece in bytes.chunks(bytes.len().div_ceil(pieces)) {
        file.write_all(piece)?;
        file.flush()?;
        thread::sleep(pause / pieces as u32);
    }
    Ok(())
}

/// Whole, and some time later longer. A scanner that does not find its file any more writes it anew.
fn appended(path: &Path, first: &[u8], whole: &[u8], pause: Duration) -> io::Result<()> {
    fs::write(path, first)?;
    thread::sleep(pause);
    let added = OpenOptions::new().append(true).open(path).and_then(|mut file| file.write_all(&whole[first.len()..]));
    match added {
        Ok(()) if fs::metadata(path).is_ok_and(|found| found.len() == whole.len() as u64) => Ok(()),
        _ => fs::write(path, whole),
    }
}

/// A PDF of one small empty page.
fn small(words: &str) -> Vec<u8> {
    pdf_of(&[
        format!("<< /Type /Catalog /Pages 2 0 R /Isi ({words}) >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 80] >>".to_owned(),
    ])
}
