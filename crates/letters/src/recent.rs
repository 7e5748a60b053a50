//! The last few things that were made, so that many letters share what is the same in all of them. What comes out never depends on what is kept:
//! whatever is made is made from its key alone.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// At most `MOST` values, the one used last first. May be shared between threads.
pub(crate) struct Recent<K, V, const MOST: usize>(Mutex<VecDeque<(K, Arc<V>)>>);

impl<K, V, const MOST: usize> Default for Recent<K, V, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: PartialEq, V, const MOST: usize> Recent<K, V, MOST> {
    /// The value of `key`, made unless it is kept. Nobody waits while it is made; two threads may both make it.
    pub(crate) fn get_or_make<Q, E>(&self, key: &Q, make: impl FnOnce() -> Result<V, E>) -> Result<Arc<V>, E>
    where
        Q: ToOwned<Owned = K> + PartialEq<K> + ?Sized,
    {
        if let Some(kept) = self.kept(key) {
            return Ok(kept);
        }
        let made = Arc::new(make()?);
        let mut values = self.values();
        values.push_front((key.to_owned(), made.clone()));
        values.truncate(MOST);
        Ok(made)
    }

    /// Whether the value of `key` is kept now.
    pub(crate) fn has<Q: PartialEq<K> + ?Sized>(&self, key: &Q) -> bool {
        self.values().iter().any(|(known, _)| key == known)
    }

    fn kept<Q: PartialEq<K> + ?Sized>(&self, key: &Q) -> Option<Arc<V>> {
        let mut values = self.values();
        let at = values.iter().position(|(known, _)| key == known)?;
        let found = values.remove(at)?;
        let value = found.1.clone();
        values.push_front(found);
        Some(value)
    }

    /// A thread that died while it held the lock left whole values behind: each is put in and taken out in one piece.
    fn values(&self) -> MutexGuard<'_, VecDeque<(K, Arc<V>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    /// Asks for each in turn; answers with those that had to be made.
    fn made(recent: &Recent<String, usize, 2>, asked: &str) -> String {
        let mut made = String::new();
        for key in asked.split("").filter(|key| !key.is_empty()) {
            let value = recent.get_or_make(key, || {
                made += key;
                Ok::<_, Infallible>(key.len())
            });
            assert_eq!(*value.unwrap(), 1);
        }
        made
    }

    #[test]
    fn what_was_used_last_is_kept_and_no_more() {
        for (asked, expected) in [("aaa", "a"), ("abab", "ab"), ("abac", "abc"), ("abacab", "abcb"), ("abca", "abca")] {
            let recent = Recent::default();
            assert_eq!(made(&recent, asked), expected, "{asked}");
            assert!(recent.values().len() <= 2);
        }
    }

    #[test]
    fn what_failed_is_tried_again() {
        let recent = Recent::<String, usize, 2>::default();
        assert_eq!(recent.get_or_make("a", || Err("gagal")), Err("gagal"));
        assert_eq!(made(&recent, "a"), "a");
    }

    #[test]
    fn threads_find_what_others_made() {
        let recent = Recent::<String, usize, 2>::default();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| made(&recent, "abcabcabc"));
            }
        });
        assert_eq!(recent.values().len(), 2);
    }
}
