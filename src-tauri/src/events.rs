//! What the page is told unasked, and how it ends long work.

use sandika_api::Event;
use sandika_app::LongWork;
use std::sync::Arc;
use tauri::{AppHandle, Emitter, State};

/// Tells the page. A window that is closing hears nothing any more.
pub(crate) fn tell(app: &AppHandle, event: &Event) {
    drop(app.emit(event.name(), event.payload()));
}

/// Watches the long work of this process, and tells the page of it.
pub(crate) fn long_work(app: &AppHandle) -> Arc<LongWork> {
    let app = app.clone();
    Arc::new(LongWork::telling(move |progress| tell(&app, &Event::Progress(progress))))
}

/// Ends the long work that is under way. Its own command then answers that it was stopped.
#[tauri::command]
pub(crate) fn stop_work(work: State<'_, Arc<LongWork>>) {
    work.stop();
}
