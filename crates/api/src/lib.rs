//! The wire: one list of commands, their arguments and views, and a closed set of error codes. The desktop shell, the command line and the tests
//! all go through [`dispatch`], or, where one office after another may be open, through [`dispatch_at`].
//!
//! What it deliberately does not know: how a command travels. Arguments and answers are JSON text; shapes for TypeScript come from
//! [`typescript`].

mod args;
mod backing;
mod carry;
mod commands;
mod dispatch;
mod ending;
mod error;
mod event;
mod fault_log;
mod handle;
mod scanning;
mod topic;
mod typescript;
mod verifying;
mod view;

pub use backing::{backup_round, concerns_backups};
pub use carry::{carry_due, wait_until};
pub use commands::{COMMANDS, CommandInfo};
pub use dispatch::{ARGUMENTS_LIMIT, dispatch, dispatch_at};
pub use ending::ends_the_program;
pub use error::{ApiError, ErrorCode, Fault};
pub use event::Event;
pub use scanning::{concerns_scans, scan_round};
pub use topic::{Changed, Topic};
pub use typescript::typescript;
pub use verifying::verify_round;
