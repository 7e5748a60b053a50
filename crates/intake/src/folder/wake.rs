//! Being woken when something happens in a folder. Never relied on.

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::PathBuf;

/// Watches while it lives.
pub struct Wake {
    /// None where the system cannot watch at all.
    _watcher: Option<RecommendedWatcher>,
}

impl Wake {
    /// Calls `wake` whenever something may have come into one of the folders. A folder that cannot be watched is only listed.
    pub fn over(folders: &[PathBuf], wake: impl Fn() + Send + 'static) -> Self {
        let heard = move |event: notify::Result<Event>| {
            // Reading a file is news for nobody: our own looks would wake us for ever.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                wake();
            }
        };
        let mut watcher = notify::recommended_watcher(heard).ok();
        if let Some(watcher) = &mut watcher {
            folders.iter().for_each(|folder| drop(watcher.watch(folder, RecursiveMode::NonRecursive)));
        }
        Self { _watcher: watcher }
    }
}
