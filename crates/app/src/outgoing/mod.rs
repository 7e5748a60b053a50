//! Letters on their way out: to a printer or into the outgoing folder. Each waits in a queue that survives a restart, is sent while the officer works
//! on, and is recorded as printed only when it has left.

mod parcel;
mod queue;
mod record;
mod send;
mod set;

pub use parcel::{Outlet, Parcel};
pub use queue::{LetterPrinting, OutgoingLetter, PrintLine};
pub(crate) use record::{HALTED, aim};
pub use set::{SetItem, SetLine, SetPaper};
