//! `sandika`: administration and scripting over the same commands as the desktop. It reads what was typed, opens the office, hands a command to
//! [`sandika_api::dispatch`], and says what came of it. Started by the application with [`READER_WORD`], it reads one foreign file for it instead.
//!
//! Exit status: 0 when all is well, 1 when something was refused or found wrong, 2 when the command line itself was wrong, 3 when a backup or a restore
//! must wait because somebody else has the office open.
//!
//! What it deliberately does not know: the rules of a case, the store, letters.

mod arguments;
mod failure;
mod help;
mod help_bundel;
mod help_cadangan;
mod help_pembaruan;
mod office;
mod output;
mod page;
mod passphrase;
mod verbs;

use arguments::Arguments;
use sandika_app::{READER_WORD, serve_reader};
use std::ffi::OsString;
use std::io::{IsTerminal, stdin};
use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().skip(1).collect();
    if typed == [READER_WORD] && !stdin().is_terminal() {
        return serve_reader();
    }
    match Arguments::parse(typed).and_then(verbs::carry_out) {
        Ok(answer) => output::answer(&answer),
        Err(failure) => output::failure(&failure),
    }
}
