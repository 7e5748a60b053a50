//! The keys of persons: made on first use, wrapped in the database, kept open in memory for a while.

use crate::StoreError;
use crate::cipher::{self, Key};
use crate::sql::Id;
use rusqlite::{Connection, OptionalExtension, params};
use sandika_domain::ids::PersonId;
use std::cell::RefCell;
use std::collections::HashMap;

/// How many opened keys are kept at most: those of every person that a year's work comes across, in a few megabytes.
const KEPT: usize = 65_536;

/// A person's key as it is found.
#[derive(Clone)]
pub(crate) enum PersonKey {
    /// It opens what was sealed.
    Known(Key),
    /// It was destroyed on purpose.
    Destroyed,
    /// It was never made, or its row is broken: what it sealed cannot be opened, and that is a fault.
    Missing,
}

/// Opened keys, behind the key that wraps them all.
pub(crate) struct PersonKeys {
    wrapping: Key,
    opened: RefCell<HashMap<PersonId, PersonKey>>,
}

impl PersonKeys {
    pub(crate) fn new(wrapping: Key) -> Self {
        Self { wrapping, opened: RefCell::default() }
    }

    /// The same keys for another thread, none of them opened yet.
    pub(crate) fn again(&self) -> Self {
        Self::new(self.wrapping.clone())
    }

    /// The key of a person as it stands.
    pub(crate) fn find(&self, conn: &Connection, person: PersonId) -> Result<PersonKey, StoreError> {
        if let Some(key) = self.opened.borrow().get(&person) {
            return Ok(key.clone());
        }
        let wrapped: Option<Option<Vec<u8>>> = conn
            .prepare_cached("SELECT wrapped FROM person_key WHERE person_id = ?1")?
            .query_row([Id(person.0)], |row| row.get(0))
            .optional()?;
        let key = match wrapped {
            None => PersonKey::Missing,
            Some(None) => PersonKey::Destroyed,
            Some(Some(wrapped)) => self.unwrap(person, &wrapped).map_or(PersonKey::Missing, PersonKey::Known),
        };
        self.keep(person, &key);
        Ok(key)
    }

    /// The key to seal with, made if the person has none yet.
    ///
    /// # Errors
    /// [`StoreError::PersonErased`] when it was destroyed.
    pub(crate) fn find_or_make(&self, conn: &Connection, person: PersonId) -> Result<Key, StoreError> {
        match self.find(conn, person)? {
            PersonKey::Known(key) => Ok(key),
            PersonKey::Destroyed => Err(StoreError::PersonErased),
            PersonKey::Missing => self.make(conn, person),
        }
    }

    /// Destroys the key for good. True if there was one to destroy.
    pub(crate) fn destroy(&self, conn: &Connection, person: PersonId) -> Result<bool, StoreError> {
        self.forget();
        let changed = conn.execute("UPDATE person_key SET wrapped = NULL WHERE person_id = ?1 AND wrapped IS NOT NULL", [Id(person.0)])?;
        Ok(changed > 0)
    }

    /// Forgets every opened key, as after work that was rolled back: a key made in it does not exist.
    pub(crate) fn forget(&self) {
        self.opened.borrow_mut().clear();
    }

    fn make(&self, conn: &Connection, person: PersonId) -> Result<Key, StoreError> {
        let key = cipher::new_key()?;
        let wrapped = cipher::seal(&self.wrapping, &context(person), key.as_slice())?;
        conn.prepare_cached("INSERT INTO person_key (person_id, wrapped) VALUES (?1, ?2)")?.execute(params![Id(person.0), wrapped])?;
        self.keep(person, &PersonKey::Known(key.clone()));
        Ok(key)
    }

    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Option<Key> {
        cipher::key_from(&cipher::open(&self.wrapping, &context(person), wrapped)?)
    }

    fn keep(&self, person: PersonId, key: &PersonKey) {
        let mut opened = self.opened.borrow_mut();
        if opened.len() >= KEPT {
            opened.clear();
        }
        opened.insert(person, key.clone());
    }
}

/// What the wrapping is bound to: the key of one person cannot be put in the place of another's.
fn context(person: PersonId) -> Vec<u8> {
    [b"sandika/1/person/".as_slice(), person.0.as_bytes()].concat()
}
