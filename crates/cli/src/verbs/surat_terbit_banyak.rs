//! `surat terbit-banyak`: letters for many requests, or one about all.

use super::{content_files, no_operands, periksa};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use sandika_api::{ErrorCode, dispatch};
use serde::Deserialize;
use std::ffi::OsString;
use std::fmt::Write as _;

/// The lines of `letter_batch` and of `letter_batch_check`, which may say why the one letter about all cannot be issued.
#[derive(Deserialize)]
struct Outcome {
    lines: Vec<Line>,
    #[serde(default)]
    why: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    agenda: String,
    issued: Option<Letter>,
    why: Vec<String>,
}

#[derive(Deserialize)]
struct Letter {
    letter: String,
    number: Option<String>,
}

/// `sandika surat terbit-banyak --data FILE.json [--coba]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    let Some(path) = &arguments.data else {
        return Err(Failure::Usage("Sebut permohonan dan suratnya dengan --data FILE.json; lihat --bantuan.".to_owned()));
    };
    let access = Access::by_a_person(arguments)?;
    let refused = |message: String| Failure::refused(ErrorCode::BadArguments, "data", message);
    let bytes = content_files::read(path).map_err(|unread| refused(format!("Data {}: {}", unread.file, unread.message)))?;
    let json = String::from_utf8(bytes).map_err(|_| refused(format!("Data {} bukan teks UTF-8. Simpan ulang.", path.display())))?;
    let mut office = access.open()?;
    let outcome = if arguments.trial {
        periksa::read(&dispatch(&mut office, "letter_batch_check", &json)?)?
    } else {
        periksa::read::<periksa::Changed<Outcome>>(&dispatch(&mut office, "letter_batch", &json)?)?.value
    };
    let sound = outcome.why.is_empty() && outcome.lines.iter().all(|line| line.why.is_empty());
    Ok(Answer { text: told(&outcome), sound })
}

/// One request a line, for those who search or count them; agenda numbers and no names, since what is written here is often kept.
fn told(outcome: &Outcome) -> String {
    let mut text = String::new();
    for Line { agenda, issued, why } in &outcome.lines {
        let what = match issued {
            Some(Letter { letter, number }) => {
                let number = number.as_ref().map(|number| format!(" nomor {number}")).unwrap_or_default();
                format!("terbit{number}, surat {letter}")
            }
            None if why.is_empty() => "dapat diterbitkan".to_owned(),
            None => format!("tidak: {}", why.join(" ")),
        };
        // Writing to a string does not fail.
        let _ = writeln!(text, "agenda {agenda}: {what}");
    }
    for why in &outcome.why {
        let _ = writeln!(text, "surat bersama: tidak: {why}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_request_has_its_line() {
        let answer = r#"{"lines": [
            {"case": "a", "agenda": "1", "owner": "Ani", "issued": {"letter": "x", "version": 1, "number": "000/1"}, "why": []},
            {"case": "b", "agenda": "2", "owner": "Budi", "issued": null, "why": ["Satu.", "Dua."]},
            {"case": "c", "agenda": "3", "owner": "Cici", "issued": null, "why": []}
        ], "why": ["Tiga."]}"#;
        let told = told(&serde_json::from_str(answer).unwrap());
        let expected = "agenda 1: terbit nomor 000/1, surat x\nagenda 2: tidak: Satu. Dua.\nagenda 3: dapat diterbitkan\nsurat bersama: tidak: Tiga.\n";
        assert_eq!(told, expected);
    }
}
