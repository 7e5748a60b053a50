//! Watched folders: what lies in them, and when a file is whole.
//!
//! The truth is a listing, made again and again; what the system tells of changes only wakes the next one early, because over a network it tells
//! some of them, late ones, or none ([`Wake`]). A file is whole when all of these hold: its size and time were the same in two looks, nobody else
//! holds it open, its end is there, and what is read twice has one hash.
//!
//! Time is handed in: a look is a function of what lies there and what was seen before.

mod away;
mod far;
mod name;
mod read;
mod wait;
mod wake;
mod watch;

pub use away::{AWAY, Away, file_away};
pub use far::is_far;
pub use name::is_scan_name;
pub use read::{Arrived, hash_of, read_whole};
pub use wait::{SystemFault, Wait};
pub use wake::Wake;
pub use watch::{FolderStatus, FolderWatch, Stamp, Waiting, stamp_of};
