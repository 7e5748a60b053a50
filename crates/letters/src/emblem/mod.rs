//! The emblem: what an officer chose becomes the picture that an office keeps (`prepare`, in 256 colours where that does not show: `palette`), and that becomes the object of a file (`ready`), opaque and
//! eight bits deep. Letters are printed on white paper; without transparency no printer has to work it out, and the file suits the strictest of the
//! archive standards.

mod chunks;
mod fault;
mod palette;
mod picture;
mod prepare;
mod ready;
mod size;

pub use fault::LogoFault;
pub use prepare::prepare_emblem;
pub(crate) use ready::{Emblems, NAME};
pub(crate) use size::pixels;

#[cfg(test)]
mod samples;
