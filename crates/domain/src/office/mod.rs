//! The office itself: what its letters are headed with, its zone, its number registers, its officials.

mod face;
mod official;
mod profile;

pub use face::OfficeFace;
pub use official::{Acting, OfficialDetails};
pub use profile::{OfficeProfile, RegisterSetup};
