//! What a person before the screen sees, and when.

use super::area::{Area, difference, is_blank};
use super::server::Server;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use xtask::Result;

/// A screen on which nothing has changed for so long has come to rest.
const REST: Duration = Duration::from_millis(700);
/// Nothing that is measured takes longer, however slow the machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Watches a part of the screen.
pub(super) struct Eye<'s> {
    server: &'s Server,
    damage: u32,
    area: Area,
    seen: Vec<u8>,
}

/// Something that was seen to change.
#[derive(Clone, Copy)]
pub(super) struct Change {
    /// When the server told of it.
    pub(super) at: Instant,
    /// Where, counted from the corner of what is watched.
    pub(super) area: Area,
}

/// When something came onto the screen: its first picture, and the one after which nothing changed.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    pub(super) first: Instant,
    pub(super) last: Instant,
}

impl<'s> Eye<'s> {
    /// Begins to watch.
    pub(super) fn on(server: &'s Server, area: Area) -> Result<Self> {
        let damage = server.connection.generate_id()?;
        server.connection.damage_create(damage, server.root, ReportLevel::NON_EMPTY)?;
        Ok(Self { server, damage, area, seen: server.picture(area)? })
    }

    /// The last picture.
    pub(super) fn seen(&self) -> &[u8] {
        &self.seen
    }

    /// The next change, or nothing when none comes until `end`. The blinking of a caret is none.
    pub(super) fn change(&mut self, end: Instant) -> Result<Option<Change>> {
        while let Some(event) = self.server.event(end)? {
            let Event::DamageNotify(told) = event else { continue };
            if told.damage != self.damage {
                continue;
            }
            let at = Instant::now();
            self.server.connection.damage_subtract(self.damage, x11rb::NONE, x11rb::NONE)?;
            let now = self.server.picture(self.area)?;
            let area = difference(&self.seen, &now, self.area.width());
            self.seen = now;
            if let Some(area) = area.filter(|area| !area.is_caret()) {
                return Ok(Some(Change { at, area }));
            }
        }
        Ok(None)
    }

    /// The next change, which must come.
    pub(super) fn first_change(&mut self) -> Result<Instant> {
        Ok(self.change(Instant::now() + PATIENCE)?.ok_or("nothing changed on the screen")?.at)
    }

    /// Waits until the screen has come to rest after changes that together fill `share` of it.
    pub(super) fn settled(&mut self, share: f64) -> Result<Settled> {
        let begun = Instant::now();
        let mut all: Option<(Settled, Area)> = None;
        let whole = self.area.size();
        let enough = |area: Area| area.size() >= share * whole;
        loop {
            match (self.change(Instant::now() + REST)?, all) {
                (Some(Change { at, area }), None) => all = Some((Settled { first: at, last: at }, area)),
                (Some(Change { at, area }), Some((before, so_far))) => all = Some((Settled { last: at, ..before }, so_far.with(area))),
                (None, Some((settled, area))) if enough(area) && !is_blank(&self.seen) => return Ok(settled),
                (None, _) if begun.elapsed() > PATIENCE => return Err("the screen did not change as it should".into()),
                (None, _) => {}
            }
        }
    }

    /// Waits until nothing changes any more, whether anything did or not.
    pub(super) fn rest(&mut self, rest: Duration) -> Result {
        while self.change(Instant::now() + rest)?.is_some() {}
        Ok(())
    }
}

impl Drop for Eye<'_> {
    fn drop(&mut self) {
        let _ = self.server.connection.damage_destroy(self.damage);
        let _ = self.server.connection.flush();
    }
}
