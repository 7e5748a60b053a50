//! Measured times and other figures: how they are taken, and the two numbers that are told of them.

use std::time::{Duration, Instant};

/// Figures of one thing: times in milliseconds, unless it says otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    /// Takes the time of one run; a failed run ends the measurement.
    pub(crate) fn time<T, E>(&mut self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let begun = Instant::now();
        let value = work()?;
        self.push(begun.elapsed());
        Ok(value)
    }

    /// Adds a time that was taken elsewhere.
    pub(crate) fn push(&mut self, time: Duration) {
        self.add(time.as_secs_f64() * 1000.0);
    }

    /// Adds a figure of another kind; all of a set are of one.
    pub(crate) fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    /// Adds another measurement of the same thing.
    pub(crate) fn join(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    /// The fastest run took so long.
    pub(crate) fn least(&self) -> f64 {
        self.at(0)
    }

    /// Half of the runs took at most so long.
    pub(crate) fn median(&self) -> f64 {
        self.at(50)
    }

    /// 95 of 100 runs took at most so long.
    pub(crate) fn p95(&self) -> f64 {
        self.at(95)
    }

    /// The time that `percent` of 100 runs do not exceed; 0 of nothing.
    fn at(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        for (times, median, p95) in [
            (vec![], 0.0, 0.0),
            (vec![7.0], 7.0, 7.0),
            (vec![3.0, 1.0, 2.0], 2.0, 3.0),
            ((1..=100).rev().map(f64::from).collect(), 50.0, 95.0),
        ] {
            let samples = Samples(times);
            assert_eq!((samples.median(), samples.p95()), (median, p95), "{samples:?}");
            assert_eq!(samples.least(), samples.0.iter().copied().reduce(f64::min).unwrap_or_default());
        }
    }
}
