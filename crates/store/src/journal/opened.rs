//! Entries with everything that they say, what is sealed opened: the way out of an office, for its export in open formats.

use super::persons::PersonKey;
use super::{EntryHeader, chain, seal};
use crate::sql::Id;
use crate::{Ledger, StoreError};
use data_encoding::HEXLOWER;
use sandika_domain::fact::Fact;
use std::collections::BTreeMap;

/// An entry, opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenEntry {
    /// Who, when, what.
    pub header: EntryHeader,
    /// The facts with their personal parts, as far as their person is not erased.
    pub facts: Vec<Fact>,
    /// It said something of a person, whose key was destroyed.
    pub erased: bool,
}

impl Ledger {
    /// Hands every entry to `each`, in order, proven against the chain.
    ///
    /// # Errors
    /// What `each` answers; [`StoreError::EntryUnreadable`] at the first entry that is not as it was recorded, or does not open though it should.
    pub fn open_entries<E: From<StoreError>>(&self, mut each: impl FnMut(OpenEntry) -> Result<(), E>) -> Result<(), E> {
        let mut statement = self.conn().prepare_cached("SELECT seq, body, hash FROM entry ORDER BY seq").map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        let mut ends: BTreeMap<String, String> = BTreeMap::new();
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let read = || Ok::<_, rusqlite::Error>((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?));
            let (seq, text, hash): (i64, _, _) = read().map_err(StoreError::from)?;
            let entry = self.open_entry(seq, &text, &hash, &mut ends).map_err(|why| match why {
                Why::Entry(why) => StoreError::EntryUnreadable { seq, why },
                Why::Store(error) => error,
            })?;
            each(entry)?;
        }
        Ok(())
    }

    fn open_entry(&self, seq: i64, text: &str, hash: &[u8], ends: &mut BTreeMap<String, String>) -> Result<OpenEntry, Why> {
        let broken = |why: &str| Why::Entry(why.to_owned());
        if chain::hash(text) != hash {
            return Err(broken("isinya tidak sesuai dengan sidiknya"));
        }
        let body = chain::read(seq, text).map_err(Why::Entry)?;
        if ends.insert(body.header.desk.clone(), HEXLOWER.encode(hash)) != body.prev {
            return Err(broken("tidak menyambung dengan catatan sebelumnya"));
        }
        let (header, mut facts) = (body.header, body.facts);
        let Some(sealed) = body.sealed else { return Ok(OpenEntry { header, facts, erased: false }) };
        let person = header.person.ok_or_else(|| broken("berisi data pribadi tanpa menyebut orangnya"))?;
        match self.persons().find(self.conn(), person).map_err(Why::Store)? {
            PersonKey::Known(key) => {
                seal::open(&key, header.id, &sealed, &mut facts).map_err(Why::Entry)?;
                Ok(OpenEntry { header, facts, erased: false })
            }
            PersonKey::Destroyed => Ok(OpenEntry { header, facts, erased: true }),
            PersonKey::Missing => Err(broken("kunci pembuka bagian pribadi tidak ada")),
        }
    }

    /// The hash of every stored file that a fact stands on whose person is not erased, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn files_in_use(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT u.hash FROM file_use u LEFT JOIN person_key k ON k.person_id = u.person_id
                   GROUP BY u.hash HAVING max(k.person_id IS NULL OR k.wrapped IS NOT NULL) ORDER BY u.hash";
        let mut statement = self.conn().prepare(sql)?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// How much lies in the office that is no fact: what is being typed, letters that are on their way, scans that are with no case yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn loose(&self) -> Result<Loose, StoreError> {
        let count = |sql: &str| self.conn().query_row(sql, [], |row| row.get(0));
        Ok(Loose {
            drafts: count("SELECT count(*) FROM draft")?,
            outgoing: count("SELECT count(*) FROM outgoing")?,
            scans: count("SELECT count(*) FROM scan WHERE state IN ('waiting', 'tray', 'failed', 'discarded')")?,
        })
    }

    /// Registers and years that have numbers, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn number_years_of_all(&self) -> Result<Vec<(String, i32)>, StoreError> {
        let sql = "SELECT register, year FROM number_taken UNION SELECT register, year FROM number_range ORDER BY register, year";
        let mut statement = self.conn().prepare(sql)?;
        Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
    }

    /// Whether a person was erased.
    pub(crate) fn is_erased(&self, person: &Id) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM person_key WHERE person_id = ?1 AND wrapped IS NULL)";
        Ok(self.conn().prepare_cached(sql)?.query_row([person], |row| row.get(0))?)
    }
}

/// What lies in an office and is no fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loose {
    /// What is being typed.
    pub drafts: u64,
    /// Letters that are on their way.
    pub outgoing: u64,
    /// Scans that are with no case.
    pub scans: u64,
}

enum Why {
    Entry(String),
    Store(StoreError),
}
