//! Which roots an office trusts, and whether a certificate's chain leads to one of them.
//!
//! No certificate ships with the program: the office puts the roots of its issuers into its own folder. What it deliberately does not know:
//! the network, hence revocation.

mod known;
mod list;
mod path;
#[cfg(test)]
mod tests;
mod verdict;

pub use known::ChainsFault;
pub use list::{TrustFault, TrustList};
pub(crate) use path::{Purpose, judge};
pub use verdict::Trust;
