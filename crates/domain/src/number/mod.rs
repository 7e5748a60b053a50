//! Patterns of letter numbers: `{klasifikasi}/{urut}/{unit}.{bidang}` becomes "000.6.5/1024/Diskominfo.05", and back.
//!
//! Every office numbers in its own way (domain facts 2.4), so the pattern is text that an officer writes. Which number comes next is not known
//! here: the register hands it in.

mod account;
mod format;
mod parse;
mod period;
mod read;
mod token;

pub use account::{Account, AccountError, account};
pub use format::{NumberError, NumberParts};
pub use parse::PatternError;
pub use period::{AgendaBookPeriod, PeriodError, Placing};
pub use read::KnownParts;
pub use token::{Pattern, Token};
