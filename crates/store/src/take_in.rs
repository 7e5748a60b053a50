//! Entries of another office's export in open formats: the way into a new office, whose journal they become.

use crate::bad_entry::BadEntry;
use crate::journal::{self, OpenEntry};
use crate::sql::Id;
use crate::{Store, StoreError};
use rusqlite::{Transaction, TransactionBehavior};
use sandika_domain::ids::{EntryId, PersonId};
use std::collections::BTreeMap;

impl Store {
    /// Takes in what `next` hands over, until it has no more, in one transaction: each entry with its own id, moment, user, place and facts, chained
    /// and sealed anew. The office has no entry yet, and its desk is that of the entries. Whoever is erased in them has no key here. Answers with how
    /// many there were.
    ///
    /// # Errors
    /// What `next` answers; [`StoreError::BadEntry`] for an entry that does not hold together, stands elsewhere than it says, or speaks of a person who is
    /// erased; nothing has changed then.
    pub fn take_in<E: From<StoreError>>(&mut self, next: &mut dyn FnMut() -> Result<Option<OpenEntry>, E>) -> Result<u64, E> {
        let ledger = self.read();
        let taken = take_all(ledger, next);
        if taken.is_err() {
            // Keys of persons that were made in work that is rolled back do not exist.
            ledger.persons().forget();
        }
        let (count, tip) = taken?;
        tip.into_iter().for_each(|tip| self.note(tip));
        Ok(count)
    }
}

/// Where an entry of a person says whether they are erased, and which entry that was.
type Said = BTreeMap<PersonId, (bool, EntryId)>;

fn take_all<E: From<StoreError>>(
    ledger: &crate::Ledger,
    next: &mut dyn FnMut() -> Result<Option<OpenEntry>, E>,
) -> Result<(u64, Option<journal::Tip>), E> {
    let open = Transaction::new_unchecked(ledger.conn(), TransactionBehavior::Immediate).map_err(StoreError::from)?;
    let (mut count, mut tip, mut said) = (0, None, Said::new());
    while let Some(entry) = next()? {
        tip = Some(journal::take_in(ledger, &entry)?);
        count += 1;
        note(&mut said, &entry)?;
    }
    for (person, (erased, entry)) in said {
        if ledger.is_erased(&Id(person.0))? != erased {
            return Err(StoreError::BadEntry { entry, why: BadEntry::ErasureDiffers }.into());
        }
    }
    open.commit().map_err(StoreError::from)?;
    Ok((count, tip))
}

/// Notes what an entry shows of its person; one says the same in all of them.
fn note(said: &mut Said, entry: &OpenEntry) -> Result<(), StoreError> {
    let known = entry.facts.iter().any(|fact| fact.personal_json().is_ok_and(|part| part.is_some()));
    let Some(person) = entry.header.person.filter(|_| known || entry.erased) else { return Ok(()) };
    match said.insert(person, (entry.erased, entry.header.id)) {
        Some((before, _)) if before != entry.erased => Err(StoreError::BadEntry { entry: entry.header.id, why: BadEntry::ErasureDiffers }),
        _ => Ok(()),
    }
}
