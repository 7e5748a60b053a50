//! The page's way to the core.

use crate::corner::Corner;
use crate::courier::Courier;
use crate::desk::SharedDesk;
use sandika_api::{concerns_backups, concerns_scans, ends_the_program};
use std::sync::Arc;
use tauri::State;
use tauri::async_runtime::spawn_blocking;

/// Carries out a command of the wire. Answers its JSON, or rejects with that of an `ApiError`.
///
/// Runs on a thread of its own: checking a large store or reading a large file leaves the window alive.
#[tauri::command]
pub(crate) async fn rpc(
    desk: State<'_, SharedDesk>,
    courier: State<'_, Courier>,
    corner: State<'_, Arc<Corner>>,
    command: String,
    arguments: String,
) -> Result<String, String> {
    let desk = desk.inner().clone();
    let (scans, backups, ends) = (concerns_scans(&command), concerns_backups(&command), ends_the_program(&command));
    // Scans and backups both hang on which office is open, so such a command concerns both.
    let another = scans && backups;
    let answer = spawn_blocking(move || sandika_api::dispatch_at(&mut desk.held(), &command, &arguments)).await;
    if another {
        courier.wake_for_another_office();
    } else {
        // What was put into the queue wants a carrier; looking costs next to nothing.
        courier.wake();
        if scans {
            courier.wake_for_scans();
        }
        if backups {
            courier.wake_for_backups();
        }
    }
    if ends && matches!(answer, Ok(Ok(_))) {
        corner.end_with_window();
    }
    // A panic inside a command is an answer already; what fails here is the thread itself.
    let answer = answer.map_err(|error| error.to_string())?;
    answer.map_err(|error| serde_json::to_string(&error).unwrap_or(error.message))
}
