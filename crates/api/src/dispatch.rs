//! From a name and JSON to an answer. Whatever happens inside, an answer or an [`ApiError`] comes back.

use crate::commands::{COMMANDS, to_desk, to_office};
use crate::error::{ApiError, ErrorCode};
use crate::fault_log;
use sandika_app::{AppError, Desk, Office};
use sandika_domain::fact::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// Most bytes of arguments; a draft is the largest.
pub const ARGUMENTS_LIMIT: usize = 1024 * 1024;

/// Carries out a command on an office. `arguments` is a JSON object; empty text stands for `{}`. The answer is JSON: a value, or for a command
/// that changes something `{ value, changed }`.
///
/// # Errors
/// [`ApiError`]; nothing has changed then. A panic becomes [`ErrorCode::Internal`] with a reference into the fault log.
pub fn dispatch(office: &mut Office, command: &str, arguments: &str) -> Result<String, ApiError> {
    let arguments = checked(arguments)?;
    let answer = fault_log::watched(|| to_office(office, command, arguments).unwrap_or_else(|| Err(unknown_command(command))));
    answer.unwrap_or_else(|_| Err(internal(&office.folder(), office.now(), command)))
}

/// The same for a running application: commands of the desk itself, and all others on the office that is open.
///
/// # Errors
/// As [`dispatch`]; [`ErrorCode::OfficeClosed`] when the command needs an office and none is open.
pub fn dispatch_at(desk: &mut Desk, command: &str, arguments: &str) -> Result<String, ApiError> {
    let arguments = checked(arguments)?;
    fault_log::watched(|| at_desk(desk, command, arguments)).unwrap_or_else(|_| {
        let folder = desk.office().map_or_else(|| desk.data().to_owned(), Office::folder);
        Err(internal(&folder, desk.now(), command))
    })
}

/// What a locked desk answers: whether it is locked, and who asks to come in.
const AT_A_LOCKED_DESK: [&str; 7] = ["desk_show", "desk_prepare", "desk_users", "desk_open", "desk_recover", "desk_lock", "desk_close"];

fn at_desk(desk: &mut Desk, command: &str, arguments: &str) -> Result<String, ApiError> {
    if desk.is_locked() && !AT_A_LOCKED_DESK.contains(&command) {
        return Err(AppError::OfficeClosed.into());
    }
    if let Some(answer) = to_desk(desk, command, arguments) {
        return answer;
    }
    if !COMMANDS.iter().any(|known| known.name == command) {
        return Err(unknown_command(command));
    }
    to_office(desk.entered()?, command, arguments).unwrap_or_else(|| Err(unknown_command(command)))
}

fn checked(arguments: &str) -> Result<&str, ApiError> {
    if arguments.len() > ARGUMENTS_LIMIT {
        let message =
            format!("Data perintah terlalu besar: {} bita, paling banyak {ARGUMENTS_LIMIT}. Persingkat isiannya.", arguments.len());
        return Err(ApiError::new(ErrorCode::TooLarge, Some("arguments"), message));
    }
    Ok(if arguments.trim().is_empty() { "{}" } else { arguments })
}

fn unknown_command(name: &str) -> ApiError {
    let of_desk = COMMANDS.iter().any(|known| known.name == name);
    let shown: String = name.chars().filter(|character| !character.is_control()).take(60).collect();
    let message = if of_desk {
        format!("Perintah “{shown}” hanya berlaku di jendela aplikasi.")
    } else {
        format!("Perintah “{shown}” tidak dikenal. Lihat daftarnya dengan `sandika perintah`.")
    };
    ApiError::new(ErrorCode::UnknownCommand, Some("command"), message)
}

fn internal(folder: &Path, now: Moment, command: &str) -> ApiError {
    let reference = fault_log::note(folder, now, command);
    let message = format!(
        "Terjadi kesalahan pada program; tidak ada yang diubah. Coba lagi, dan bila terulang sampaikan rujukan {reference} kepada pengelola."
    );
    ApiError { reference: Some(reference), ..ApiError::new(ErrorCode::Internal, None, message) }
}

/// Reads the arguments of a command; a fault names the place within them.
pub(crate) fn read<T: DeserializeOwned>(arguments: &str) -> Result<T, ApiError> {
    // The JSON reader would take a list for the fields in their order, which no caller means.
    if !arguments.trim_start().starts_with('{') {
        return Err(ApiError::new(
            ErrorCode::BadJson,
            Some("arguments"),
            "Data perintah harus berupa objek JSON, misalnya {\"case\":\"…\"}.",
        ));
    }
    let mut source = serde_json::Deserializer::from_str(arguments);
    let value: T = serde_path_to_error::deserialize(&mut source).map_err(|fault| bad(&fault.path().to_string(), fault.inner()))?;
    source.end().map_err(|fault| bad(".", &fault))?;
    Ok(value)
}

/// The words of the JSON reader may quote what was typed, so they are not passed on; the place is enough to find the fault.
fn bad(path: &str, fault: &serde_json::Error) -> ApiError {
    let place = format!("baris {}, kolom {}", fault.line(), fault.column());
    if !fault.is_data() {
        return ApiError::new(
            ErrorCode::BadJson,
            Some("arguments"),
            format!("Data perintah bukan JSON yang sah ({place}). Periksa tanda kurung, kutip, dan koma."),
        );
    }
    let field = match path {
        "." | "?" => unknown_or_missing(fault).unwrap_or_else(|| "arguments".to_owned()),
        path => path.to_owned(),
    };
    let message = format!(
        "Isi “{field}” tidak sesuai ({place}). Periksa nama, jenis, dan nilainya; tanggal ditulis tahun-bulan-tanggal dan harus benar-benar ada."
    );
    ApiError::new(ErrorCode::BadArguments, Some(&field), message)
}

/// The key in "missing field `x`" and "unknown field `x`": keys are ours, not the officer's.
fn unknown_or_missing(fault: &serde_json::Error) -> Option<String> {
    let words = fault.to_string();
    let named = words.strip_prefix("missing field `").or_else(|| words.strip_prefix("unknown field `"))?;
    named.split_once('`').map(|(key, _)| key.chars().filter(|character| character.is_ascii_graphic()).take(60).collect())
}

/// Writes an answer.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, ApiError> {
    let message = "Jawaban tidak dapat ditulis. Sampaikan kepada pengelola.";
    serde_json::to_string(value).map_err(|_| ApiError::new(ErrorCode::Internal, None, message))
}
