//! The office itself: what its letters are headed with, its zone, its number registers, its officials.

mod official;
mod profile;

pub use official::{Acting, OfficialDetails};
pub use profile::{OfficeProfile, RegisterSetup};
