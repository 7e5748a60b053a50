//! Numbers, dates and durations as formal Indonesian writes them in letters and messages.
//!
//! Pure text work: no locale of the machine, no clock. Dates handed in are local dates of the office.

mod date;
mod duration;
mod numeral;
mod parse_date;
mod roman;

pub use date::{MONTHS, date_long, date_time, date_with_day, day_name, month_name, time};
pub use duration::{duration, duration_in_days};
pub use numeral::{TERBILANG_MAX, count, terbilang};
pub use parse_date::{DateError, parse_date};
pub use roman::{from_roman, roman, roman_month};
