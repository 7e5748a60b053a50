//! The lock of the screen as Linux tells it: screen savers say so on the session bus.

use zbus::blocking::{Connection, MessageIterator};
use zbus::{MatchRule, message};

/// Whoever tells `ActiveChanged`: the desktops that keep to freedesktop.org, and GNOME.
const SAVERS: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

pub(super) fn listen(locked: impl Fn()) -> zbus::Result<()> {
    let bus = Connection::session()?;
    let rule = MatchRule::builder().msg_type(message::Type::Signal).member("ActiveChanged")?.build();
    for signal in MessageIterator::for_match_rule(rule, &bus, None)? {
        let signal = signal?;
        let known = signal.header().interface().is_some_and(|interface| SAVERS.contains(&interface.as_str()));
        if known && signal.body().deserialize::<bool>().unwrap_or_default() {
            locked();
        }
    }
    Ok(())
}
