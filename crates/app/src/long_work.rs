//! Long work that somebody waits for: how far it has come is told, and it can be ended from outside.

use sandika_store::{Progress, Stage};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Seldom enough to cost nothing, often enough to be seen moving.
const PACE: Duration = Duration::from_millis(100);

/// A wish that something under way may end. Clones are the same wish.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Wishes it.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is wished.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The wish as a flag that whoever knows no more than flags can set, such as a signal of the system.
    pub fn flag(&self) -> Arc<AtomicBool> {
        self.0.clone()
    }

    fn clear(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Who watches the long work of one running application: only one is under way at a time.
pub struct LongWork {
    stop: Stop,
    tell: Box<dyn Fn(Progress) + Send + Sync>,
}

impl LongWork {
    /// Nobody watches.
    pub fn unwatched() -> Self {
        Self::telling(|_| ())
    }

    /// `tell` is told some ten times a second how far the work is.
    pub fn telling(tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        Self { stop: Stop::default(), tell: Box::new(tell) }
    }

    /// Ends the work that is under way; none if there is none.
    pub fn stop(&self) {
        self.stop.stop();
    }

    /// The wish itself, for a part of a work that somebody else carries out.
    pub(crate) fn wish(&self) -> Stop {
        self.stop.clone()
    }

    /// Begins a work; answers with its watcher.
    pub(crate) fn begin(&self) -> impl FnMut(Progress) -> ControlFlow<()> + '_ {
        self.stop.clear();
        let mut told: Option<(Stage, Instant)> = None;
        move |progress| {
            if told.is_none_or(|(stage, at)| stage != progress.stage || at.elapsed() >= PACE) {
                told = Some((progress.stage, Instant::now()));
                (self.tell)(progress);
            }
            if self.stop.is_wished() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use std::sync::Mutex;

    fn at(stage: Stage, done: u64) -> Progress {
        Progress { stage, done, total: 1_000 }
    }

    #[test]
    fn each_stage_is_told_and_not_each_piece() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let heard = told.clone();
        let work = LongWork::telling(move |progress| heard.lock().unwrap().push(progress.stage));
        let mut watcher = work.begin();
        for stage in [Stage::Journal, Stage::Blobs] {
            assert!((0..1_000).all(|done| watcher(at(stage, done)).is_continue()));
        }
        let told = told.lock().unwrap();
        assert!(told.contains(&Stage::Journal) && told.contains(&Stage::Blobs) && told.len() < 1_000, "{}", told.len());
    }

    #[test]
    fn a_wish_ends_the_work_under_way_and_not_the_next() {
        let work = LongWork::unwatched();
        let mut first = work.begin();
        assert!(first(at(Stage::Journal, 1)).is_continue());
        work.stop();
        assert!(first(at(Stage::Journal, 2)).is_break());
        drop(first);
        assert!(work.begin()(at(Stage::Journal, 1)).is_continue());
    }
}
