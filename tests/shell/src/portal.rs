//! A desktop portal of the test's own: it answers file dialogs on the session bus instead of an officer.

use crate::{Screen, until, within};
use std::collections::HashMap;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, connection};
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{fdo, interface};

const NAME: &str = "org.freedesktop.portal.Desktop";
const PLACE: &str = "/org/freedesktop/portal/desktop";
type Options = HashMap<String, OwnedValue>;

/// Stands on the bus until it is dropped.
pub struct Portal {
    bus: Connection,
    asked: Receiver<Asked>,
}

/// What a dialog was asked for.
#[derive(Debug)]
pub struct Asked {
    /// `OpenFile` or `SaveFile`.
    pub method: &'static str,
    /// The window that the dialog belongs to, as the portal names windows.
    pub parent: String,
    /// Its title.
    pub title: String,
    /// Several files may be chosen.
    pub many: bool,
    /// Which files are shown; all if empty.
    pub patterns: Vec<String>,
    /// The name to begin with.
    pub name: String,
    caller: String,
    request: OwnedObjectPath,
}

impl Portal {
    /// Takes its place on the screen's bus.
    ///
    /// # Panics
    /// When it cannot.
    pub fn stand(on: &Screen) -> Self {
        let (sender, asked) = channel();
        let bus = connection::Builder::address(on.bus()).unwrap().name(NAME).unwrap();
        let bus = bus.serve_at(PLACE, FileChooser { asked: sender }).unwrap().build().unwrap();
        Self { bus, asked }
    }

    /// Waits until a dialog is open.
    ///
    /// # Panics
    /// When none is opened.
    pub fn asked(&self) -> Asked {
        self.asked.recv_timeout(Duration::from_secs(30)).expect("a file dialog is opened")
    }

    /// Presses until a dialog is open: the program may still be closing the one before it.
    pub fn opened_by(&self, press: impl Fn()) -> Asked {
        until("a file dialog", || {
            press();
            self.asked.recv_timeout(Duration::from_secs(2)).ok()
        })
    }

    /// Waits until a dialog is open and chooses.
    pub fn choose(&self, paths: &[&Path]) {
        let asked = self.asked();
        self.answer(&asked, paths);
    }

    /// Chooses in an open dialog; nothing is a change of mind.
    ///
    /// # Panics
    /// When the bus does not carry it.
    pub fn answer(&self, asked: &Asked, paths: &[&Path]) {
        let uris: Vec<String> = paths.iter().map(|path| uri(path)).collect();
        let answer = (u32::from(uris.is_empty()), HashMap::from([("uris", Value::from(uris))]));
        let interface = "org.freedesktop.portal.Request";
        // Said again until the caller has hung up: an answer that comes sooner than the call's own return goes unheard in `rfd`.
        let bus = DBusProxy::new(&self.bus).unwrap();
        until("a caller that has heard", || {
            self.bus.emit_signal(Some(asked.caller.as_str()), &asked.request, interface, "Response", &answer).unwrap();
            let gone = || (!bus.name_has_owner(asked.caller.as_str().try_into().unwrap()).unwrap()).then_some(());
            within(Duration::from_secs(1), gone)
        });
    }
}

struct FileChooser {
    asked: Sender<Asked>,
}

#[interface(name = "org.freedesktop.portal.FileChooser")]
impl FileChooser {
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        3
    }

    fn open_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        parent: String,
        title: String,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        self.begin("OpenFile", &header, (parent, title), options)
    }

    fn save_file(
        &self,
        #[zbus(header)] header: Header<'_>,
        parent: String,
        title: String,
        options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        self.begin("SaveFile", &header, (parent, title), options)
    }
}

impl FileChooser {
    fn begin(
        &self,
        method: &'static str,
        header: &Header<'_>,
        (parent, title): (String, String),
        mut options: Options,
    ) -> fdo::Result<OwnedObjectPath> {
        let failed = |why: &dyn ToString| fdo::Error::Failed(why.to_string());
        let caller = header.sender().map(ToString::to_string).unwrap_or_default();
        let mut text = |name: &str| options.remove(name).and_then(|value| String::try_from(value).ok()).unwrap_or_default();
        let (token, name) = (text("handle_token"), text("current_name"));
        let request = format!("{PLACE}/request/{}/{token}", caller.trim_start_matches(':').replace('.', "_"));
        let request = OwnedObjectPath::try_from(request).map_err(|error| failed(&error))?;
        let many = options.remove("multiple").is_some_and(|value| bool::try_from(value).unwrap_or(false));
        let filters =
            options.remove("filters").map(Vec::<(String, Vec<(u32, String)>)>::try_from).transpose().map_err(|error| failed(&error))?;
        let patterns = filters.into_iter().flatten().flat_map(|(_, patterns)| patterns).map(|(_, pattern)| pattern).collect();
        let asked = Asked { method, parent, title, many, patterns, name, caller, request: request.clone() };
        self.asked.send(asked).map_err(|error| failed(&error))?;
        Ok(request)
    }
}

/// A path as programs hand it to each other.
pub(crate) fn uri(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let written = |byte: &u8| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    format!("file://{}", path.as_os_str().as_bytes().iter().map(written).collect::<String>())
}
