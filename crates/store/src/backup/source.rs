//! Where the parts of a backup come from when they are read again: a place, or a moving file.

use super::fault::Fault;
use super::objects::{self, ObjectRef};
use std::path::PathBuf;

/// Gives parts, proven by their hashes.
pub(super) trait Source {
    /// The bytes of a part.
    fn object(&self, object: &ObjectRef) -> Result<Vec<u8>, Fault>;
}

/// The parts in a place.
pub(super) struct Folder(pub(super) PathBuf);

impl Source for Folder {
    fn object(&self, object: &ObjectRef) -> Result<Vec<u8>, Fault> {
        objects::read(&self.0, object)
    }
}
