//! The program beside the clock: an icon that brings the window back, what closing the window means then, and notices.

mod door;
#[cfg_attr(windows, path = "windows.rs")]
#[cfg_attr(not(windows), path = "nowhere.rs")]
mod system;

pub(crate) use door::Closing;

use door::Door;
use sandika_app::ports::Staying;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;
use system::{Autostart, Icon};
use tauri::{AppHandle, State};

/// The word of the command line that has the program begin beside the clock, without its window.
pub(crate) const HIDDEN: &str = "--di-baki";
/// Heading of notices.
const HEADING: &str = "Sandika";

/// The place beside the clock, and the door through which the officer leaves.
pub(crate) struct Corner {
    app: AppHandle,
    icon: Mutex<Option<Icon>>,
    autostart: Option<Autostart>,
    door: Door,
}

impl Corner {
    /// An empty place. A program over a data folder of its own, such as one that is carried about, is not what the computer is to start: on a stick it
    /// would be gone.
    pub(crate) fn of(app: &AppHandle, usual_data: bool) -> Arc<Self> {
        let autostart = usual_data.then(|| system::autostart(HIDDEN)).flatten();
        Arc::new(Self { app: app.clone(), icon: Mutex::default(), autostart, door: Door::default() })
    }

    /// Puts the icon there, if the officer wished it once. Where it cannot be, closing the window ends the program as ever.
    pub(crate) fn begin(&self, stays: bool) {
        if stays {
            drop(self.stay(true));
        }
    }

    /// Whether the window need not be shown when the program begins: the icon will be there, even if the clock is not yet.
    pub(crate) fn begins_hidden(&self, asked: bool) -> bool {
        asked && self.held().is_some()
    }

    /// Whether the icon is there for the officer to click.
    pub(crate) fn stands(&self) -> bool {
        self.held().as_ref().is_some_and(Icon::stands)
    }

    /// What closing the window means now.
    pub(crate) fn closes(&self) -> Closing {
        self.door.closes(self.stands(), Instant::now())
    }

    /// The program ends with its window from now on: an installer waits for that.
    pub(crate) fn end_with_window(&self) {
        self.door.end();
    }

    /// Shows a notice. Without an icon there is none.
    pub(crate) fn tell(&self, text: &str) {
        if let Some(icon) = &*self.held() {
            drop(icon.tell(HEADING, text));
        }
    }

    /// Takes the icon away with the program.
    pub(crate) fn leave(&self) {
        *self.held() = None;
    }

    fn held(&self) -> MutexGuard<'_, Option<Icon>> {
        self.icon.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Staying for Corner {
    fn can_stay(&self) -> bool {
        system::CAN_STAY
    }

    fn stay(&self, wished: bool) -> io::Result<()> {
        let mut icon = self.held();
        if wished && icon.is_none() {
            *icon = Some(system::icon(&self.app)?);
        } else if !wished {
            *icon = None;
        }
        Ok(())
    }

    fn autostart(&self) -> Option<bool> {
        self.autostart.as_ref().map(|autostart| autostart.is_set().unwrap_or_default())
    }

    fn set_autostart(&self, wished: bool) -> io::Result<()> {
        self.autostart.as_ref().map_or_else(|| Err(io::ErrorKind::Unsupported.into()), |autostart| autostart.set(wished))
    }
}

/// Ends the program by its window, so that what was typed is stored first.
#[cfg(windows)]
fn quit(app: &AppHandle) {
    use tauri::Manager;
    app.state::<Arc<Corner>>().end_with_window();
    crate::window::close(app);
}

/// Whether the program goes on when the window is closed: the page then has nothing to end.
#[tauri::command]
pub(crate) fn stays_beside(corner: State<'_, Arc<Corner>>) -> bool {
    corner.door.stays(corner.stands())
}
