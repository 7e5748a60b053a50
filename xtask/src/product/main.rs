//! The verbs that use the product itself: `run`, `bench`, `faults`, `pembaruan`, `gen`. Started by `cargo xtask`, which builds it when it is needed.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]

mod bench;
mod faults;
mod gen_wire;
mod look;
mod run;
mod update;

use std::process::ExitCode;

use lexopt::prelude::*;
use xtask::Result;

fn main() -> ExitCode {
    match dispatch(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut arguments: lexopt::Parser) -> Result {
    let verb = match arguments.next()? {
        Some(Value(verb)) => verb.string()?,
        Some(other) => return Err(other.unexpected().into()),
        None => return Err("which verb: run, bench, faults, pembaruan or gen?".into()),
    };
    match verb.as_str() {
        "run" => run::run(arguments),
        "bench" => bench::bench(arguments),
        "faults" => faults::faults(arguments),
        "pembaruan" => update::update(arguments),
        "gen" => gen_wire::generate(wants_check(arguments)?),
        other => Err(format!("there is no verb `{other}`; start it through `cargo xtask`").into()),
    }
}

fn wants_check(mut arguments: lexopt::Parser) -> Result<bool> {
    let mut check = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => check = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(check)
}
