//! How far the chain has been verified, in `sandika.teruji` beside the database: one line with a keyed hash and one with JSON, so that whoever edits
//! the database cannot move it. A file that is missing or was written by somebody else is no fault: everything is verified anew.

use crate::cipher::{self, Key};
use crate::journal::Tip;
use crate::{StoreError, files};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Moment;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Name of the file within the office's folder.
const NAME: &str = "sandika.teruji";

/// What stands before the text when its keyed hash is taken.
const PURPOSE: &[u8] = b"sandika/1/verified\n";

/// Most entries that are kept as suspects.
const SUSPECTS: usize = 256;

/// How far the chain has been verified.
#[derive(Debug)]
pub(crate) struct Marks {
    path: PathBuf,
    key: Key,
    desk: String,
    pub(super) state: State,
}

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Every entry up to here was verified once.
    pub(super) front: Tip,
    /// The round that verifies them once more has come here; the beginning where none is under way.
    pub(super) sweep: Tip,
    /// When the last round was through.
    pub(super) round_ended: Option<Moment>,
    /// Entries with which something was wrong: they are looked at at every opening, until nothing is.
    pub(super) suspects: Vec<i64>,
}

#[derive(Serialize, Deserialize)]
struct Text {
    v: u32,
    desk: String,
    front: Place,
    sweep: Place,
    round_ended: Option<Moment>,
    suspects: Vec<i64>,
}

#[derive(Serialize, Deserialize)]
struct Place {
    seq: i64,
    hash: String,
}

impl Marks {
    /// The marks of a new office.
    pub(crate) fn new(dir: &Path, key: Key, desk: &str, now: Moment) -> Self {
        let state = State { round_ended: Some(now), ..State::default() };
        Self { path: dir.join(NAME), key, desk: desk.to_owned(), state }
    }

    /// The marks in `dir`; those of a journal of which nothing was verified yet where there are none that this key has written for this desk.
    pub(crate) fn read(dir: &Path, key: Key, desk: &str) -> Self {
        let path = dir.join(NAME);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let state = state(&text, &key, desk).unwrap_or_default();
        Self { path, key, desk: desk.to_owned(), state }
    }

    /// Keeps an entry as suspect.
    pub(super) fn suspect(&mut self, seq: i64) {
        if !self.state.suspects.contains(&seq) && self.state.suspects.len() < SUSPECTS {
            self.state.suspects.push(seq);
        }
    }

    /// Writes the file.
    ///
    /// # Errors
    /// [`StoreError::Io`]; what was verified is verified once more then.
    pub(super) fn write(&self) -> Result<(), StoreError> {
        let place = |tip: Tip| Place { seq: tip.seq, hash: HEXLOWER.encode(&tip.hash) };
        let State { front, sweep, round_ended, suspects } = &self.state;
        let (front, sweep, suspects) = (place(*front), place(*sweep), suspects.clone());
        let text = Text { v: 1, desk: self.desk.clone(), front, sweep, round_ended: *round_ended, suspects };
        let json = serde_json::to_string(&text).map_err(|error| StoreError::at(&self.path)(error.into()))?;
        let mac = HEXLOWER.encode(&cipher::mac(&self.key, &[PURPOSE, json.as_bytes()]));
        files::write_whole(&self.path, format!("{mac}\n{json}\n").as_bytes())
    }
}

fn state(text: &str, key: &Key, desk: &str) -> Option<State> {
    let (mac, json) = text.split_once('\n')?;
    let json = json.strip_suffix('\n')?;
    if HEXLOWER.encode(&cipher::mac(key, &[PURPOSE, json.as_bytes()])) != mac {
        return None;
    }
    let Text { v: 1, desk: of, front, sweep, round_ended, suspects } = serde_json::from_str(json).ok()? else { return None };
    let tip = |place: Place| Some(Tip { seq: place.seq, hash: HEXLOWER.decode(place.hash.as_bytes()).ok()?.try_into().ok()? });
    (of == desk).then_some(State { front: tip(front)?, sweep: tip(sweep)?, round_ended, suspects })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::moment;

    #[test]
    fn marks_come_back_with_their_key_and_desk_and_every_byte_and_not_otherwise() {
        let (dir, key) = (tempfile::tempdir().unwrap(), cipher::new_key().unwrap());
        let mut marks = Marks::new(dir.path(), key.clone(), "meja-1", moment(1));
        marks.state = State { front: Tip { seq: 9, hash: [7; 32] }, sweep: Tip { seq: 3, hash: [1; 32] }, ..marks.state };
        (0..300).for_each(|seq| marks.suspect(seq));
        marks.write().unwrap();
        let read = |key: &Key, desk: &str| Marks::read(dir.path(), key.clone(), desk).state;
        assert_eq!(read(&key, "meja-1"), marks.state);
        assert_eq!(marks.state.suspects.len(), SUSPECTS);
        assert_eq!(read(&key, "meja-2"), State::default());
        assert_eq!(read(&cipher::new_key().unwrap(), "meja-1"), State::default());
        let whole = std::fs::read(dir.path().join(NAME)).unwrap();
        for at in (0..whole.len()).step_by(13) {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            std::fs::write(dir.path().join(NAME), changed).unwrap();
            assert_eq!(read(&key, "meja-1"), State::default(), "byte {at}");
        }
    }
}
