//! The identities of people: NIP, NIK, phone, e-mail, rank, and how they agree with one another.
//!
//! What cannot be is an error of its own enum, each with an Indonesian sentence. What may be but seldom is comes as a [`Warning`], which an
//! officer may override with a reason. No error, warning or `Debug` text carries a whole NIK or NIP, so that none reaches a log.

mod cross_check;
mod digits;
mod email;
mod nik;
mod nip;
mod phone;
mod rank;
mod retirement;
mod sex;
mod warning;

pub use cross_check::cross_check;
pub use digits::mask;
pub use email::{Email, EmailError, OfficialDomains};
pub use nik::{Nik, NikError};
pub use nip::{Nip, NipError, NipKind};
pub use phone::{Phone, PhoneError};
pub use rank::{Rank, RankError, Ranks};
pub use retirement::retirement;
pub use sex::Sex;
pub use warning::Warning;
