//! The command line.

use lexopt::{Arg, Parser, ValueExt};
use std::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;

/// `sandika-devhost --data DIR [--ui DIR] [--port N] [--murah]`
pub(crate) struct Arguments {
    /// Data folder of the desk.
    pub(crate) data: PathBuf,
    /// The built screens.
    pub(crate) ui: PathBuf,
    /// Port on loopback; 0 for a free one.
    pub(crate) port: u16,
    /// New offices at next to no cost.
    pub(crate) cheap: bool,
}

impl Arguments {
    /// # Errors
    /// An option that there is not, or one without its value.
    pub(crate) fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Self, Box<dyn Error>> {
        let mut parser = Parser::from_args(typed);
        let (mut data, mut ui, mut port, mut cheap) = (None, PathBuf::from("ui/dist"), 0, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("data") => data = Some(PathBuf::from(parser.value()?)),
                Arg::Long("ui") => ui = PathBuf::from(parser.value()?),
                Arg::Long("port") => port = parser.value()?.parse()?,
                Arg::Long("murah") => cheap = true,
                other => return Err(other.unexpected().into()),
            }
        }
        let data = data.ok_or("usage: sandika-devhost --data DIR [--ui DIR] [--port N] [--murah]")?;
        Ok(Self { data, ui, port, cheap })
    }
}
