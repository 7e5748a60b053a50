//! From a key to the letter that it paints.

use super::super::samples::Samples;
use super::area::Area;
use super::eye::Eye;
use super::server::Server;
use std::time::Duration;
use xtask::Result;

const KEYS: usize = 60;
/// Between two keys, so that each is painted by itself, and a draft is stored now and then as when somebody types.
const PAUSE: Duration = Duration::from_millis(90);

/// Types into a field letter by letter.
pub(super) fn into(server: &Server, field: Area) -> Result<Samples> {
    let mut eye = Eye::on(server, field)?;
    server.focus()?;
    server.click(field)?;
    let mut samples = Samples::default();
    for _ in 0..KEYS {
        eye.rest(PAUSE)?;
        let pressed = server.press(u32::from('x'))?;
        samples.push(eye.first_change()? - pressed);
    }
    Ok(samples)
}
