//! `panggil`: any command of the wire, JSON in, JSON out.

use super::periksa::read;
use super::superfluous;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::{ARGUMENTS_LIMIT, ErrorCode, dispatch};
use sandika_app::Office;
use serde::Deserialize;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read};

/// The answer of `letter_send`, as far as it is needed.
#[derive(Deserialize)]
struct Queued {
    value: Letter,
}

/// The answer of `print_set_send`, as far as it is needed.
#[derive(Deserialize)]
struct QueuedSet {
    value: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    queued: Option<Letter>,
}

#[derive(Deserialize)]
struct Letter {
    id: String,
}

/// `sandika panggil COMMAND [JSON|-]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let (command, json) = match operands {
        [] => {
            return Err(Failure::Usage(
                "Sebut nama perintahnya: sandika panggil COMMAND [JSON|-]. Daftarnya: sandika perintah.".to_owned(),
            ));
        }
        [command] => (command, None),
        [command, json] => (command, Some(json.as_os_str())),
        [_, _, more, ..] => return Err(superfluous(more)),
    };
    call(arguments, &command.to_string_lossy(), json).map_err(Failure::for_programs)
}

/// What is to be said is read before the office is opened: a slow writer does not keep others out. What is missing is told before anybody writes.
fn call(arguments: &Arguments, command: &str, json: Option<&OsStr>) -> Result<Answer, Failure> {
    let access = Access::given(arguments)?;
    let json = match json {
        None => String::new(),
        Some(dash) if dash == "-" => from_input()?,
        Some(given) => given.to_str().ok_or_else(not_text)?.to_owned(),
    };
    let mut office = access.open()?;
    let answer = dispatch(&mut office, command, &json)?;
    match command {
        "letter_send" => carry(&mut office, [read::<Queued>(&answer)?.value])?,
        "print_set_send" => carry(&mut office, read::<QueuedSet>(&answer)?.value.into_iter().filter_map(|line| line.queued))?,
        _ => {}
    }
    Ok(Answer::sound(answer + "\n"))
}

/// Nobody is left here who would carry letters later. What others put into the queue is theirs. One that does not leave holds up no other; the first
/// of them is told.
fn carry(office: &mut Office, queued: impl IntoIterator<Item = Letter>) -> Result<(), Failure> {
    let ids = queued.into_iter().filter_map(|letter| letter.id.parse().ok());
    let ends: Vec<_> = ids.map(|id| office.carry_one(id)).collect();
    Ok(ends.into_iter().collect::<Result<(), _>>()?)
}

/// Standard input, as far as any command may need it; whether it is too much is for the dispatcher to say.
fn from_input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(ARGUMENTS_LIMIT as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| {
        Failure::refused(ErrorCode::BadJson, "arguments", format!("Masukan tidak dapat dibaca ({error}). Ulangi perintahnya."))
    })?;
    if bytes.len() > ARGUMENTS_LIMIT {
        let message = format!("Data perintah terlalu besar: lebih dari {ARGUMENTS_LIMIT} bita. Persingkat isiannya.");
        return Err(Failure::refused(ErrorCode::TooLarge, "arguments", message));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|_| not_text())
}

fn not_text() -> Failure {
    Failure::refused(ErrorCode::BadJson, "arguments", "Data perintah bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.")
}
