//! Reading the whole journal without waiting for it: one thread takes texts out of the database over a connection of its own, one makes entries of
//! them, and the caller's uses the entries meanwhile.

use super::persons::PersonKey;
use super::read::{self, opened};
use super::{Entry, PersonKeys, chain};
use crate::StoreError;
use crate::sql::Id;
use rusqlite::{Connection, Rows};
use sandika_domain::fact::Fact;
use sandika_domain::ids::PersonId;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// Entries that travel together.
const BATCH: usize = 256;
/// Batches that wait at most for each of the two who take them: what is held in memory does not grow with the journal.
const AHEAD: usize = 4;

/// What reads the journal beside the office's own connection: it sees what was committed when it began, and never writes.
pub(crate) struct Reader {
    conn: Connection,
    persons: PersonKeys,
}

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
    /// The journal cannot be read here, or not on from here.
    Broken(StoreError),
}

/// Hands every entry that was committed to `each`, in order, as its text says, which is what the chain vouches for. Personal parts are opened where
/// `wanted` says so of one of the entry's facts, and else stay as if erased. `conn` and `persons` are those of the caller's thread.
///
/// # Errors
/// What `each` answers; [`StoreError::EntryUnreadable`] at the first entry whose text, or whose wanted sealed part, is broken.
pub(crate) fn for_each_ahead(
    reader: Reader,
    conn: &Connection,
    persons: &PersonKeys,
    wanted: fn(&Fact) -> bool,
    mut each: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    // Who stops early drops its end of the channel; the thread before it then stops too, and the scope waits for both.
    thread::scope(|scope| {
        let (texts, to_make) = sync_channel::<Result<Vec<Text>, StoreError>>(AHEAD);
        let (finished, made) = sync_channel::<Vec<Made>>(AHEAD);
        scope.spawn(move || reader.send_all(&texts));
        scope.spawn(move || {
            for batch in to_make {
                let batch =
                    batch.map_or_else(|error| vec![Made::Broken(error)], |batch| batch.into_iter().map(|text| text.make(wanted)).collect());
                if finished.send(batch).is_err() {
                    break;
                }
            }
        });
        made.into_iter().flatten().try_for_each(|made| each(made.into_entry(conn, persons)?))
    })
}

impl Reader {
    pub(crate) fn new(conn: Connection, persons: PersonKeys) -> Self {
        Self { conn, persons }
    }

    /// Sends the journal batch by batch, until its end, the first fault, or until nobody takes them any more.
    fn send_all(&self, texts: &SyncSender<Result<Vec<Text>, StoreError>>) {
        let sent = self.send_each(texts);
        // A fault that nobody takes any more is nobody's concern.
        sent.unwrap_or_else(|error| drop(texts.send(Err(error))));
    }

    fn send_each(&self, texts: &SyncSender<Result<Vec<Text>, StoreError>>) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare("SELECT seq, person_id, body FROM entry ORDER BY seq")?;
        let mut rows = statement.query([])?;
        loop {
            let batch = self.next(&mut rows)?;
            if batch.is_empty() || texts.send(Ok(batch)).is_err() {
                return Ok(());
            }
        }
    }

    /// The next texts; none at the end of the journal.
    fn next(&self, rows: &mut Rows<'_>) -> Result<Vec<Text>, StoreError> {
        let mut batch = Vec::with_capacity(BATCH);
        while batch.len() < BATCH
            && let Some(row) = rows.next()?
        {
            let seq = row.get(0)?;
            let text = row.get_ref(2)?.as_str().map_err(|error| StoreError::EntryUnreadable { seq, why: error.to_string() })?.to_owned();
            let person = row.get::<_, Option<Id>>(1).ok().flatten().map(|id| PersonId(id.0));
            let key = person.map(|person| Ok::<_, StoreError>((person, self.persons.find(&self.conn, person)?))).transpose()?;
            batch.push(Text { seq, text, key });
        }
        Ok(batch)
    }
}

impl Text {
    fn make(self, wanted: fn(&Fact) -> bool) -> Made {
        let mut body = match chain::read(self.seq, &self.text) {
            Ok(body) => body,
            Err(why) => return Made::Broken(StoreError::EntryUnreadable { seq: self.seq, why }),
        };
        if !body.facts.iter().any(wanted) {
            body.sealed = None;
        }
        let promised = self.key.as_ref().map(|(person, _)| *person);
        if promised != body.header.person {
            return Made::OtherPerson(self);
        }
        let key = self.key.map_or(PersonKey::Missing, |(_, key)| key);
        opened(body, &key).map_or_else(|why| Made::Broken(StoreError::EntryUnreadable { seq: self.seq, why }), Made::Entry)
    }
}

impl Made {
    fn into_entry(self, conn: &Connection, persons: &PersonKeys) -> Result<Entry, StoreError> {
        match self {
            Self::Entry(entry) => Ok(entry),
            Self::OtherPerson(Text { seq, text, .. }) => read::read(conn, persons, seq, &text),
            Self::Broken(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::testing::noted_office;
    use crate::support::*;

    /// More entries than are on their way at once.
    const NOTES: usize = BATCH * (AHEAD + 2) + 7;

    fn all(office: &Office) -> Result<Vec<Entry>, StoreError> {
        let (ledger, mut entries) = (office.store.read(), Vec::new());
        for_each_ahead(
            ledger.reader()?,
            ledger.conn(),
            ledger.persons(),
            |_| true,
            |entry| {
                entries.push(entry);
                Ok(())
            },
        )?;
        Ok(entries)
    }

    #[test]
    fn entries_come_whole_and_in_order_whatever_their_rows_say_of_the_person() {
        let (office, case) =
            noted_office(NOTES, "UPDATE entry SET person_id = NULL WHERE seq = 300; UPDATE entry SET person_id = x'01' WHERE seq = 700;");
        let entries = all(&office).unwrap();
        assert!(entries.iter().map(|entry| entry.header.seq).eq(1..=NOTES as i64 + 2));
        let of_case: Vec<Entry> = entries.into_iter().filter(|entry| entry.header.case == Some(case)).collect();
        assert_eq!(of_case, office.store.read().case_entries(case).unwrap());
    }

    #[test]
    fn the_first_broken_entry_ends_it() {
        let (office, _) = noted_office(NOTES, "UPDATE entry SET body = 'bukan JSON' WHERE seq IN (900, 901)");
        assert!(matches!(all(&office), Err(StoreError::EntryUnreadable { seq: 900, .. })));
        let ledger = office.store.read();
        let stopped = for_each_ahead(ledger.reader().unwrap(), ledger.conn(), ledger.persons(), |_| true, |_| Err(StoreError::Full));
        assert!(matches!(stopped, Err(StoreError::Full)));
    }

    #[test]
    fn an_empty_journal_has_no_entries() {
        assert_eq!(all(&office()).unwrap(), []);
    }
}
