//! Reads one foreign file for Sandika, apart from it. Started by the application only; see `sandika_intake::reader`.

use std::process::ExitCode;

fn main() -> ExitCode {
    sandika_intake::reader::serve()
}
