//! The command line. Officers never need it; tests, practice and portable use do.

use lexopt::prelude::*;
use std::path::PathBuf;

const HELP: &str = "\
sandika-desktop [--data FOLDER] [--latihan] [--di-baki]
sandika-desktop --selftest [--tanpa-jendela]

  --data FOLDER   tempat data, selain folder data pengguna
  --latihan       langsung membuka kantor latihan
  --di-baki       dimulai tanpa jendela, bila komputer ini diatur agar Sandika tetap berjalan di dekat jam
  --selftest      memeriksa pemasangan dengan kantor latihan sementara: `selftest: baik` dan keluar dengan 0, atau sebabnya;
                  dengan --tanpa-jendela semuanya selain halaman
  --version       versi program
";

/// How the window is opened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The data folder; the user's own if none.
    pub(crate) data: Option<PathBuf>,
    /// Opens the practice office.
    pub(crate) practice: bool,
    /// Begins beside the clock, without the window, where this computer keeps the program there.
    pub(crate) hidden: bool,
    /// Checks the installation and ends.
    pub(crate) selftest: bool,
    /// Checks the page too.
    pub(crate) window: bool,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The window.
    Run(Arguments),
    /// Only words.
    Say(String),
}

/// Reads the command line of this process.
pub(crate) fn read() -> Result<Asked, Box<dyn std::error::Error>> {
    Ok(parse(lexopt::Parser::from_env())?)
}

fn parse(mut parser: lexopt::Parser) -> Result<Asked, lexopt::Error> {
    let mut arguments = Arguments { data: None, practice: false, hidden: false, selftest: false, window: true };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("data") => arguments.data = Some(PathBuf::from(parser.value()?)),
            Long("latihan") => arguments.practice = true,
            Long("di-baki") => arguments.hidden = true,
            Long("selftest") => arguments.selftest = true,
            Long("tanpa-jendela") => arguments.window = false,
            Long("version") | Short('V') => return Ok(Asked::Say(format!("Sandika {}", env!("CARGO_PKG_VERSION")))),
            Long("help") | Short('h') => return Ok(Asked::Say(HELP.trim_end().to_owned())),
            other => return Err(other.unexpected()),
        }
    }
    if !arguments.window && !arguments.selftest {
        return Err("--tanpa-jendela hanya untuk --selftest".into());
    }
    Ok(Asked::Run(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corner;

    #[test]
    fn what_is_typed_is_understood_or_refused() {
        let run = |data: Option<&str>, practice, selftest| {
            Some(Asked::Run(Arguments { data: data.map(PathBuf::from), practice, hidden: false, selftest, window: true }))
        };
        let checked = Arguments { data: None, practice: false, hidden: false, selftest: true, window: false };
        let hidden = Arguments { data: None, practice: false, hidden: true, selftest: false, window: true };
        for (typed, expected) in [
            (&[][..], run(None, false, false)),
            (&["--latihan"], run(None, true, false)),
            (&["--data", "/tmp/x", "--selftest"], run(Some("/tmp/x"), false, true)),
            (&["--data=x"], run(Some("x"), false, false)),
            (&["--selftest", "--tanpa-jendela"], Some(Asked::Run(checked))),
            (&[corner::HIDDEN], Some(Asked::Run(hidden))),
            (&["--tanpa-jendela"], None),
            (&["--data"], None),
            (&["berkas.pdf"], None),
        ] {
            let parser = lexopt::Parser::from_iter(["sandika-desktop"].iter().chain(typed));
            assert_eq!(parse(parser).ok(), expected, "{typed:?}");
        }
    }
}
