//! A disk of a few megabytes that fills up: a file system in memory of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::Result;

/// A small disk; it goes away with what is on it.
pub(super) struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Makes one in a folder that is there.
    ///
    /// # Errors
    /// Where it may not be made: only root may, in most places.
    pub(super) fn make(place: &Path, kib: u64) -> Result<Self> {
        mount(place, &format!("size={kib}k"))?;
        Ok(Self(place.to_owned()))
    }

    /// Gives it more room.
    pub(super) fn grow(&self, kib: u64) -> Result {
        mount(&self.0, &format!("remount,size={kib}k"))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0).status());
    }
}

fn mount(place: &Path, options: &str) -> Result {
    let done = Command::new("mount").args(["-t", "tmpfs", "-o", options, "sandika-faults"]).arg(place).status()?;
    if done.success() { Ok(()) } else { Err(format!("a small disk cannot be made ({options}); run it as root").into()) }
}
