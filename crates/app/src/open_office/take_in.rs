//! A new office made of an export: beside its place, proven as a whole, and only then moved there.

use super::check::{self, Export};
use super::manifest::FileLine;
use super::{ENTRIES, FILE_LIMIT, FILES, LeftOut, PACE, Watch, line, told};
use crate::access::user_name;
use crate::archive::refused;
use crate::error::AppError;
use crate::identity::fresh;
use crate::office::Office;
use crate::outside;
use crate::ports::Ports;
use crate::whereabouts;
use data_encoding::HEXLOWER;
use sandika_domain::fact::{Access, Fact, Moment};
use sandika_domain::ids::EntryId;
use sandika_domain::user::Role;
use sandika_store::{Creation, KdfCost, OpenEntry, Recording, Stage, Store, rename_patiently};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Take};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Longest line, bytes; the text of an SOP or of a letter is far below it.
const LONGEST: u64 = 64 << 20;
/// A slot that is nobody's.
const SPARE: &str = "*";
/// What the journal calls the admission of whoever imports, where they are no admin yet.
const ADMIT: &str = "user_admit";

/// An office that was made of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Name of the office; empty if it has not described itself.
    pub office: String,
    /// Entries that were taken in.
    pub entries: u64,
    /// Stored files.
    pub files: u64,
    /// Who can open it, and is its admin.
    pub admin: String,
    /// They were no admin of it before: the journal has one entry more, which says so.
    pub admitted: bool,
    /// What the export had left out.
    pub left_out: LeftOut,
}

impl Office {
    /// Makes a new office in `folder` of an export: with its entries, files and content, chained and sealed anew. `user` opens it with the passphrase and is
    /// its admin; everybody else is given a passphrase later. Long work: it is watched.
    ///
    /// # Errors
    /// [`AppError::Input`] where no office may lie, where something lies already, and with what is wrong with the export; [`AppError::Store`] when the
    /// passphrase is too short, an entry does not hold together, what came of it does not prove whole, or when it was stopped. Then nothing is left.
    pub fn import_open(
        folder: &Path,
        from: &Path,
        passphrase: &str,
        cost: KdfCost,
        ports: &Ports,
        user: &str,
    ) -> Result<Imported, AppError> {
        whereabouts::check(folder)?;
        let user = String::from(user_name(user)?);
        refuse_taken(folder)?;
        let mut watch = ports.work.begin();
        let mut export = check::opened(from, &mut watch)?;
        let unusable = |source| AppError::File { path: folder.to_owned(), source };
        let name = folder.file_name().ok_or_else(|| unusable(io::ErrorKind::InvalidFilename.into()))?;
        let beside = Beside(folder.with_file_name(outside::temporary(name)));
        let now = ports.clock.now();
        let imported = Making { from, export: &mut export, folder: &beside.0, now }.make((&user, passphrase, cost), &mut watch)?;
        // An empty folder of that name would stand in the way on some systems.
        drop(fs::remove_dir(folder));
        rename_patiently(&beside.0, folder).map_err(unusable)?;
        Ok(imported)
    }
}

/// The office before it stands in its place: it goes away unless it is moved there.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        // After the move there is none.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An office is made only where nothing is.
fn refuse_taken(folder: &Path) -> Result<(), AppError> {
    let free = match fs::read_dir(folder) {
        Ok(mut names) => names.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    if free {
        return Ok(());
    }
    let text =
        "Impor hanya membuat kantor baru, di folder yang belum ada atau kosong. Pilih folder lain; kantor yang sudah ada tidak disentuh.";
    Err(AppError::Input { field: "folder", text: text.to_owned() })
}

/// An import under way.
struct Making<'m> {
    from: &'m Path,
    export: &'m mut Export,
    folder: &'m Path,
    now: Moment,
}

impl Making<'_> {
    fn make(mut self, (user, passphrase, cost): (&str, &str, KdfCost), watch: &mut Watch<'_>) -> Result<Imported, AppError> {
        let desk =
            Uuid::parse_str(&self.export.manifest.desk).map_err(|_| refused(self.from, "nama meja di dalamnya tidak dapat dibaca"))?;
        let creation = Creation { desk: desk.to_string(), user: user.to_owned(), cost, now: self.now };
        let mut store = Store::create(self.folder, passphrase, &creation)?;
        let files = self.files(&store, watch)?;
        let entries = self.entries(&mut store, watch)?;
        if entries != self.export.manifest.entries {
            return Err(refused(self.from, "jumlah catatannya bukan yang disebut kantor.json"));
        }
        let (admin, admitted) = self.admit(&mut store, (user, passphrase, cost))?;
        store.rebuild(watch)?;
        let report = store.verify(watch)?;
        if let Some(problem) = report.problems.first() {
            return Err(refused(
                self.from,
                &format!("kantor yang tersusun darinya tidak utuh ({})", problem.message.trim_end_matches('.')),
            ));
        }
        let left = self.export.manifest.left_out.clone();
        Ok(Imported {
            office: store.read().office()?.map(|profile| profile.name).unwrap_or_default(),
            entries,
            files,
            admin,
            admitted,
            left_out: LeftOut { drafts: left.drafts, outgoing: left.outgoing, scans: left.scans, content: left.content },
        })
    }

    /// Stores every file, and writes the office's own content.
    fn files(&mut self, store: &Store, watch: &mut Watch<'_>) -> Result<u64, AppError> {
        let lines: Vec<FileLine> =
            self.export.manifest.files.iter().filter(|line| ["berkas", "isi"].contains(&line.kind.as_str())).cloned().collect();
        let mut stored = 0;
        for (done, line) in lines.iter().enumerate() {
            told(watch, Stage::Blobs, done as u64, lines.len() as u64)?;
            let changed = || refused(self.from, &format!("“{}” hilang, berubah, atau terlalu besar", line.name));
            let place = self.export.places.get(&line.name).copied().ok_or_else(changed)?;
            let Some(bytes) = self.export.archive.read(place, FILE_LIMIT)? else { return Err(changed()) };
            match &line.place {
                Some(place) if line.kind == "isi" => self.content(place, &bytes)?,
                _ if line.name == format!("{FILES}/{}", store.read().put_blob(&bytes, FILE_LIMIT)?.hash) => stored += 1,
                _ => return Err(changed()),
            }
        }
        Ok(stored)
    }

    /// The place was proven to lie within the content folder.
    fn content(&self, place: &str, bytes: &[u8]) -> Result<(), AppError> {
        let path = place.split('/').fold(self.folder.to_owned(), |path, part| path.join(part));
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.map_err(|source| AppError::File { path, source })
    }

    /// Takes in every line of the journal.
    fn entries(&mut self, store: &mut Store, watch: &mut Watch<'_>) -> Result<u64, AppError> {
        let mut lines = Lines::of(self.export, self.from)?;
        let unread = |number: u64| refused(self.from, &format!("jurnal.jsonl baris {number} tidak dapat dibaca"));
        let first = lines.next()?.and_then(|line| line::first(&line)).ok_or_else(|| unread(1))?;
        if first.desk != self.export.manifest.desk {
            return Err(refused(self.from, "jurnal.jsonl milik meja lain daripada yang disebut kantor.json"));
        }
        let (total, mut count) = (self.export.manifest.entries, 0);
        store.take_in(&mut || {
            if u64::is_multiple_of(count, PACE) {
                told(watch, Stage::Journal, count, total)?;
            }
            let Some(line) = lines.next()? else { return Ok::<Option<OpenEntry>, AppError>(None) };
            count += 1;
            line::entry(&line).map(Some).ok_or_else(|| unread(count + 1))
        })
    }

    /// Has whoever imports be an admin by the journal, under the name that it knows.
    fn admit(&self, store: &mut Store, (user, passphrase, cost): (&str, &str, KdfCost)) -> Result<(String, bool), AppError> {
        let known = store.read().users()?.into_iter().find(|row| row.name.to_lowercase() == user.to_lowercase());
        let name = known.as_ref().map_or(user, |row| row.name.as_str()).to_owned();
        if name != user {
            let mut slots = store.change_slots()?;
            // A name is one user's however it is spelled, so it is spelled anew by way of a slot that lasts no longer than this.
            slots.put((user, passphrase), SPARE, passphrase, cost)?;
            slots.remove(user);
            slots.put((user, passphrase), &name, passphrase, cost)?;
            slots.remove(SPARE);
            slots.put_in_force()?;
        }
        if known.is_some_and(|row| row.active && row.role == Role::Admin) {
            return Ok((name, false));
        }
        let facts = vec![Fact::Access(Access::UserAdmitted { user: name.clone(), role: Role::Admin })];
        let recording = Recording { entry: EntryId(fresh(self.now)?), action: ADMIT.to_owned(), case: None, person: None, facts };
        store.transact(self.now, &name, |tx| tx.record(&recording).map(drop))?;
        Ok((name, true))
    }
}

/// The lines of the journal as they lie in the ZIP file, which never lie anywhere else unsealed.
struct Lines<'z> {
    zip: &'z Path,
    from: BufReader<Take<File>>,
    /// What the manifest says of them.
    expected: String,
    whole: Sha256,
}

impl<'z> Lines<'z> {
    fn of(export: &Export, zip: &'z Path) -> Result<Self, AppError> {
        let missing = || refused(zip, "jurnal.jsonl tidak ada");
        let place = export.places.get(ENTRIES).copied().ok_or_else(missing)?;
        let line = export.manifest.files.iter().find(|line| line.name == ENTRIES).ok_or_else(missing)?;
        let from = BufReader::with_capacity(1 << 20, export.archive.lying(place)?);
        Ok(Self { zip, from, expected: line.sha256.clone(), whole: Sha256::new() })
    }

    /// The next line without its line break; nothing at the end, when all of it was what was proven before.
    fn next(&mut self) -> Result<Option<Vec<u8>>, AppError> {
        let mut line = Vec::new();
        let read = self.from.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line);
        let count = read.map_err(|source| AppError::File { path: self.zip.to_owned(), source })?;
        if count as u64 > LONGEST {
            return Err(refused(self.zip, "jurnal.jsonl mempunyai baris yang terlalu panjang"));
        }
        if count == 0 {
            let whole = HEXLOWER.encode(&self.whole.clone().finalize()) == self.expected;
            return if whole { Ok(None) } else { Err(refused(self.zip, "jurnal.jsonl berubah selagi dibaca")) };
        }
        self.whole.update(&line);
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        Ok(Some(line))
    }
}
