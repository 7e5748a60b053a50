//! The computer's own lock: when its screen is locked, so is the desk. Screen savers tell it on the session bus.

use crate::events;
use sandika_api::Event;
use std::thread;
use tauri::AppHandle;
use zbus::blocking::{Connection, MessageIterator};
use zbus::{MatchRule, message};

/// Whoever tells `ActiveChanged`: the desktops that keep to freedesktop.org, and GNOME.
const SAVERS: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

/// Tells the page from now on. Where there is no bus, the desk still locks itself when nobody touches it.
pub(crate) fn watch(app: &AppHandle) {
    let app = app.clone();
    thread::spawn(move || listen(|| events::tell(&app, &Event::SystemLocked)));
}

fn listen(locked: impl Fn()) -> zbus::Result<()> {
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
