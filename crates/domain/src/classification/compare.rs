//! What a list that comes in would change.

use super::{Classification, sort};
use std::collections::HashMap;

/// What changes between two lists, each part in the order of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Codes that were not there.
    pub added: Vec<Classification>,
    /// Codes that stood for something else.
    pub changed: Vec<Renamed>,
    /// How many stay as they are: those that the file repeats.
    pub unchanged: usize,
    /// Codes that are there no longer.
    pub removed: Vec<Classification>,
}

/// A code with another name or note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// As it was.
    pub before: Classification,
    /// As it will be.
    pub after: Classification,
}

impl Difference {
    /// Nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// The list that holds once `incoming` is taken in, and what changes by it. `replace`: codes that it does not have go; otherwise they stay.
pub fn merge(current: &[Classification], incoming: Vec<Classification>, replace: bool) -> (Vec<Classification>, Difference) {
    let before: HashMap<&str, &Classification> = current.iter().map(|row| (row.code.as_str(), row)).collect();
    let after: HashMap<&str, &Classification> = incoming.iter().map(|row| (row.code.as_str(), row)).collect();
    let mut difference = Difference::default();
    for row in &incoming {
        match before.get(row.code.as_str()) {
            None => difference.added.push(row.clone()),
            Some(held) if *held == row => difference.unchanged += 1,
            Some(held) => difference.changed.push(Renamed { before: (*held).clone(), after: row.clone() }),
        }
    }
    let untold: Vec<Classification> = current.iter().filter(|row| !after.contains_key(row.code.as_str())).cloned().collect();
    if replace {
        difference.removed = untold;
        return (incoming, difference);
    }
    let mut list = incoming;
    list.extend(untold);
    sort(&mut list);
    (list, difference)
}
