//! The command line.

use lexopt::{Arg, Parser, ValueExt};
use sandika_app::TrustedKeys;
use std::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;

/// `sandika-devhost --data DIR [--ui DIR] [--port N] [--murah] [--kunci-pembaruan KUNCI]`
pub(crate) struct Arguments {
    /// Data folder of the desk.
    pub(crate) data: PathBuf,
    /// The built screens.
    pub(crate) ui: PathBuf,
    /// Port on loopback; 0 for a free one.
    pub(crate) port: u16,
    /// New offices at next to no cost.
    pub(crate) cheap: bool,
    /// The keys that updates are signed with; those of the build if none.
    pub(crate) keys: Option<TrustedKeys>,
}

impl Arguments {
    /// # Errors
    /// An option that there is not, or one without its value.
    pub(crate) fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Self, Box<dyn Error>> {
        let mut parser = Parser::from_args(typed);
        let (mut data, mut ui, mut port, mut cheap, mut keys) = (None, PathBuf::from("ui/dist"), 0, false, None);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("data") => data = Some(PathBuf::from(parser.value()?)),
                Arg::Long("ui") => ui = PathBuf::from(parser.value()?),
                Arg::Long("port") => port = parser.value()?.parse()?,
                Arg::Long("murah") => cheap = true,
                Arg::Long("kunci-pembaruan") => keys = Some(TrustedKeys::read(&parser.value()?.to_string_lossy())?),
                other => return Err(other.unexpected().into()),
            }
        }
        let data = data.ok_or("usage: sandika-devhost --data DIR [--ui DIR] [--port N] [--murah] [--kunci-pembaruan KUNCI]")?;
        Ok(Self { data, ui, port, cheap, keys })
    }
}
