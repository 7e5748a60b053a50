//! Putting the window together: one process a data folder, the desk, the page's commands.

use crate::arguments::Arguments;
use crate::corner::{self, Corner};
use crate::courier::Courier;
use crate::desk::SharedDesk;
use crate::viewing::Viewing;
use crate::{events, faults, pick, place, rpc, selftest, viewing, window};
use sandika_app::hash::sha256;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::{fs, path, thread};
use tauri::plugin::TauriPlugin;
use tauri::{App, Builder, Manager, RunEvent, Wry};
use tauri_plugin_window_state::StateFlags;

/// Runs until the window is closed.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let temporary = arguments.selftest.then(tempfile::tempdir).transpose()?;
    let given = temporary.as_ref().map(|folder| folder.path().to_owned()).or(arguments.data).or_else(place::beside_the_program);
    let given = given.map(path::absolute).transpose()?;
    let data = given.clone().map_or_else(place::of_the_user, Ok)?;
    if arguments.selftest && !arguments.window {
        return Ok(selftest::without_window(&data));
    }
    let builder = if arguments.selftest {
        Builder::default()
    } else {
        Builder::default().plugin(one_process(given.as_deref())).plugin(remembered_window(&data))
    };
    let begun = Begun { practice: arguments.practice, selftest: arguments.selftest, hidden: arguments.hidden, usual_data: given.is_none() };
    let builder = builder
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            events::stop_work,
            corner::stays_beside,
            pick::pick_files,
            pick::pick_folder,
            pick::pick_save,
            viewing::view_place,
            viewing::open_with_viewer
        ])
        .setup(move |app| prepare(app, data, &begun).or_else(|error| explained(error.as_ref(), begun.selftest)));
    let code = builder.build(tauri::generate_context!())?.run_return(|app, event| {
        if let RunEvent::Exit = event {
            app.try_state::<Arc<Corner>>().inspect(|corner| corner.leave());
        }
    });
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// How the program was begun.
struct Begun {
    practice: bool,
    selftest: bool,
    /// Beside the clock, without the window.
    hidden: bool,
    /// Over the user's own data.
    usual_data: bool,
}

fn prepare(app: &App, data: PathBuf, begun: &Begun) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(&data)?;
    faults::note_panics(&data);
    app.manage(Viewing::swept(&data)?);
    let work = events::long_work(app.handle());
    let corner = Corner::of(app.handle(), begun.usual_data);
    app.manage(corner.clone());
    let desk = SharedDesk::over(data.clone(), work.clone(), corner.clone());
    let courier = Courier::begin(app.handle(), &desk, &corner);
    app.manage(courier.clone());
    app.manage(work);
    app.manage(desk.clone());
    let settings = desk.held().settings().clone();
    corner.begin(settings.stays);
    if begun.practice {
        practise(desk.clone(), courier);
    }
    window::open(app, &data, settings.theme, corner.begins_hidden(begun.hidden))?;
    #[cfg(any(target_os = "linux", windows))]
    crate::session::watch(app.handle());
    if begun.selftest {
        selftest::begin(app.handle().clone(), desk, data);
    }
    Ok(())
}

/// Opens the practice office before the page asks for anything: the page's first command waits for it.
fn practise(desk: SharedDesk, courier: Courier) {
    let (begun, wait) = sync_channel(0);
    thread::spawn(move || {
        let mut desk = desk.held();
        let _ = begun.send(());
        let user = Some(desk.settings().user.clone()).filter(|user| !user.is_empty()).unwrap_or_else(|| "petugas".to_owned());
        // Where it cannot be opened, the page's first screen is shown, from which it can be tried again with its reason.
        drop(desk.practise(&user));
        courier.wake_for_scans();
    });
    let _ = wait.recv();
}

/// Without a window an officer would see nothing at all; so the reason gets a dialog of its own.
fn explained(error: &dyn Error, selftest: bool) -> Result<(), Box<dyn Error>> {
    let text = format!("Sandika tidak dapat dijalankan: {error}");
    if !selftest {
        pick::complain(&text);
    }
    Err(text.into())
}

/// A second start over the same data folder shows the first window and ends. One that is to begin beside the clock only ends.
fn one_process(data: Option<&Path>) -> TauriPlugin<Wry> {
    let usual = "id.sandika.desktop".to_owned();
    let name = data.map_or(usual.clone(), |data| {
        let digits = sha256(data.as_os_str().as_encoded_bytes());
        format!("{usual}.d{}", &digits[..16])
    });
    tauri_plugin_single_instance::Builder::new()
        .callback(|app, words, _| {
            if !words.iter().any(|word| word == corner::HIDDEN) {
                window::show(app);
            }
        })
        .dbus_id(name)
        .build()
}

/// Size and place of the window, kept with the data.
fn remembered_window(data: &Path) -> TauriPlugin<Wry> {
    let kept = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let file = data.join("jendela.json").display().to_string();
    tauri_plugin_window_state::Builder::new().with_state_flags(kept).with_filename(file).build()
}
