//! Reading the whole journal with two cores: the caller's takes rows out of the database and uses the entries, the other makes entries of texts
//! meanwhile. Only texts and the keys that open them travel; the database stays with the thread that holds it.

use super::persons::PersonKey;
use super::read::{self, opened};
use super::{Entry, PersonKeys, chain};
use crate::StoreError;
use crate::sql::Id;
use rusqlite::{Connection, Rows};
use sandika_domain::ids::PersonId;
use std::sync::mpsc;
use std::thread;

/// Entries that travel together.
const BATCH: usize = 256;
/// Batches that are on their way at most: what is held in memory does not grow with the journal.
const AHEAD: usize = 3;

/// An entry's text with the key that its row promises it needs.
struct Text {
    seq: i64,
    text: String,
    key: Option<(PersonId, PersonKey)>,
}

/// What became of a text.
enum Made {
    Entry(Entry),
    /// The text names another person than its row did, and the text is right: it is read again with the key at hand.
    OtherPerson(Text),
    Unreadable(i64, String),
}

/// Hands every entry of the journal to `each`, in order, as its text says, which is what the chain vouches for.
///
/// # Errors
/// What `each` answers; [`StoreError::EntryUnreadable`] at the first entry whose text or sealed part is broken.
pub(crate) fn for_each_ahead(
    conn: &Connection,
    persons: &PersonKeys,
    mut each: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached("SELECT seq, person_id, body FROM entry ORDER BY seq")?;
    let mut rows = statement.query([])?;
    thread::scope(|scope| {
        let (texts, to_make) = mpsc::sync_channel::<Vec<Text>>(AHEAD);
        let (finished, made) = mpsc::sync_channel::<Vec<Made>>(AHEAD);
        scope.spawn(move || {
            for batch in to_make {
                if finished.send(batch.into_iter().map(Text::make).collect()).is_err() {
                    break;
                }
            }
        });
        let mut under_way = 0;
        loop {
            let batch = next(conn, persons, &mut rows)?;
            let ended = batch.is_empty();
            // A send or receive fails only after a panic over there, which the scope passes on.
            if !ended && texts.send(batch).is_ok() {
                under_way += 1;
            }
            while under_way > 0 && (ended || under_way == AHEAD) {
                under_way -= 1;
                for made in made.recv().into_iter().flatten() {
                    each(made.into_entry(conn, persons)?)?;
                }
            }
            if ended {
                return Ok(());
            }
        }
    })
}

/// The next texts; none at the end of the journal.
fn next(conn: &Connection, persons: &PersonKeys, rows: &mut Rows<'_>) -> Result<Vec<Text>, StoreError> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH
        && let Some(row) = rows.next()?
    {
        let seq = row.get(0)?;
        let text = row.get_ref(2)?.as_str().map_err(|error| StoreError::EntryUnreadable { seq, why: error.to_string() })?.to_owned();
        let person = row.get::<_, Option<Id>>(1).ok().flatten().map(|id| PersonId(id.0));
        let key = person.map(|person| Ok::<_, StoreError>((person, persons.find(conn, person)?))).transpose()?;
        batch.push(Text { seq, text, key });
    }
    Ok(batch)
}

impl Text {
    fn make(self) -> Made {
        let body = match chain::read(self.seq, &self.text) {
            Ok(body) => body,
            Err(why) => return Made::Unreadable(self.seq, why),
        };
        let promised = self.key.as_ref().map(|(person, _)| *person);
        if promised != body.header.person {
            return Made::OtherPerson(self);
        }
        let key = self.key.map_or(PersonKey::Missing, |(_, key)| key);
        opened(body, &key).map_or_else(|why| Made::Unreadable(self.seq, why), Made::Entry)
    }
}

impl Made {
    fn into_entry(self, conn: &Connection, persons: &PersonKeys) -> Result<Entry, StoreError> {
        match self {
            Self::Entry(entry) => Ok(entry),
            Self::OtherPerson(Text { seq, text, .. }) => read::read(conn, persons, seq, &text),
            Self::Unreadable(seq, why) => Err(StoreError::EntryUnreadable { seq, why }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::*;
    use sandika_domain::ids::CaseId;

    /// More entries than are on their way at once.
    const NOTES: usize = BATCH * (AHEAD + 2) + 7;

    fn noted_office() -> (Office, CaseId) {
        let mut office = office();
        let owner = office.owner("Budi", "196809031993022001");
        let case = office.case(owner);
        let notes = (0..NOTES).map(|note| recording(Some(case), Some(owner), vec![noted(&format!("catatan {note}"))]));
        office.store.transact(moment(6), "petugas", |tx| notes.into_iter().try_for_each(|note| tx.record(&note).map(drop))).unwrap();
        let conn = office.store.read().conn();
        conn.execute_batch("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;").unwrap();
        (office, case)
    }

    fn all(office: &Office) -> Result<Vec<Entry>, StoreError> {
        let (ledger, mut entries) = (office.store.read(), Vec::new());
        for_each_ahead(ledger.conn(), ledger.persons(), |entry| {
            entries.push(entry);
            Ok(())
        })?;
        Ok(entries)
    }

    #[test]
    fn entries_come_whole_and_in_order_whatever_their_rows_say_of_the_person() {
        let (office, case) = noted_office();
        let conn = office.store.read().conn();
        conn.execute("UPDATE entry SET person_id = NULL WHERE seq = 300", []).unwrap();
        conn.execute("UPDATE entry SET person_id = x'01' WHERE seq = 700", []).unwrap();
        let entries = all(&office).unwrap();
        assert!(entries.iter().map(|entry| entry.header.seq).eq(1..=NOTES as i64 + 2));
        let of_case: Vec<Entry> = entries.into_iter().filter(|entry| entry.header.case == Some(case)).collect();
        assert_eq!(of_case, office.store.read().case_entries(case).unwrap());
    }

    #[test]
    fn the_first_broken_entry_ends_it() {
        let (office, _) = noted_office();
        office.store.read().conn().execute("UPDATE entry SET body = 'bukan JSON' WHERE seq IN (900, 901)", []).unwrap();
        assert!(matches!(all(&office), Err(StoreError::EntryUnreadable { seq: 900, .. })));
        let ledger = office.store.read();
        let stopped = for_each_ahead(ledger.conn(), ledger.persons(), |_| Err(StoreError::Full));
        assert!(matches!(stopped, Err(StoreError::Full)));
    }

    #[test]
    fn an_empty_journal_has_no_entries() {
        assert_eq!(all(&office()).unwrap(), []);
    }
}
