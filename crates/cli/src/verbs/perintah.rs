//! `perintah`: what can be called, by subject, and the shapes of one command.

use super::shapes::Shapes;
use super::{shown, sop_periksa, superfluous};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Answer;
use crate::page::Page;
use sandika_api::{COMMANDS, CommandInfo, ErrorCode};
use sandika_domain::document::Word;
use serde_json::{Value, json};
use std::ffi::OsString;

/// Subjects in the order in which they are listed, with the first words of their commands' names.
const SUBJECTS: &[(&str, &[&str])] = &[
    ("KANTOR", &["office", "emblem", "typeface", "official"]),
    ("PENGGUNA", &["user", "door", "recovery"]),
    ("SOP DAN DAFTAR", &["sop", "content", "reason", "rank", "holiday"]),
    ("PEMILIK DAN SERTIFIKAT", &["owner", "certificate"]),
    ("PERKARA", &["case", "document", "home"]),
    ("SURAT", &["template", "letter", "outgoing", "number", "register", "agenda", "monthly", "print", "classification"]),
    ("KOTAK PINDAI", &["scan"]),
    ("PESAN", &["message"]),
    ("KETIKAN", &["draft"]),
    ("PENCARIAN", &["search"]),
    ("PERAWATAN DATA", &["store"]),
    ("JURNAL", &["journal"]),
    ("RETENSI", &["retention", "destruction"]),
    ("CADANGAN", &["backup"]),
    ("PEMBARUAN PROGRAM", &["update"]),
    ("JENDELA APLIKASI", &["desk", "device", "printer"]),
];
/// The subject of commands of other names.
const OTHERS: &str = "LAIN-LAIN";

/// `sandika perintah [NAMA] [--json]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let text = match operands {
        [] if arguments.json => sop_periksa::json(&COMMANDS.iter().map(as_json).collect::<Vec<_>>())?,
        [] => list(),
        [name] => {
            let command = find(name)?;
            if arguments.json { sop_periksa::json(&with_shapes(command))? } else { detail(command) }
        }
        [_, more, ..] => return Err(superfluous(more)),
    };
    Ok(Answer::sound(text))
}

fn find(name: &OsString) -> Result<&'static CommandInfo, Failure> {
    COMMANDS.iter().find(|command| name == command.name).ok_or_else(|| {
        let message = format!("Perintah “{}” tidak dikenal. Lihat daftarnya dengan: sandika perintah", shown(name));
        Failure::refused(ErrorCode::UnknownCommand, "command", message)
    })
}

fn subject(command: &CommandInfo) -> &'static str {
    let word = command.name.split('_').next().unwrap_or_default();
    SUBJECTS.iter().find(|(_, words)| words.contains(&word)).map_or(OTHERS, |(title, _)| title)
}

fn list() -> String {
    let shapes = Shapes::read();
    let mut page = Page::default();
    page.block("", "", "Panggil dengan: sandika panggil NAMA [JSON|-]. Bentuk data satu perintah: sandika perintah NAMA.");
    page.block("", "", "Tanda * berarti perintah itu mengubah data.");
    for title in SUBJECTS.iter().map(|(title, _)| *title).chain([OTHERS]) {
        let mut commands = COMMANDS.iter().filter(|command| subject(command) == title).peekable();
        if commands.peek().is_some() {
            page.heading(title);
        }
        for command in commands {
            let (arguments, answer) = shapes.of_command(command);
            page.block("  ", "      ", &format!("{}{} ({arguments}) → {answer}", command.name, if command.changes { " *" } else { "" }));
            page.block("      ", "      ", command.description);
        }
    }
    page.into_text()
}

fn detail(command: &CommandInfo) -> String {
    let shapes = Shapes::read();
    let (arguments, answer) = shapes.of_command(command);
    let told = shapes.behind(&[&arguments]);
    let asked: Vec<&str> = told.iter().map(|(_, text)| text.as_str()).collect();
    let answered: Vec<String> = shapes.behind(&[&answer]).into_iter().filter(|shape| !told.contains(shape)).map(|(_, text)| text).collect();
    let mut page = Page::default();
    page.block("", "", command.name);
    page.block("  ", "  ", command.description);
    page.block("  ", "  ", if command.changes { "Perintah ini mengubah data." } else { "Perintah ini hanya membaca." });
    if let Some(right) = command.right {
        page.block("  ", "  ", &format!("Memerlukan hak: {}.", right.about()));
    }
    page.heading(&format!("Data: {arguments}"));
    page.verbatim(asked.join("\n").trim_end());
    page.heading(&format!("Jawaban: {answer}"));
    page.verbatim(answered.join("\n").trim_end());
    page.into_text()
}

fn as_json(command: &CommandInfo) -> Value {
    let CommandInfo { name, description, changes, arguments, answer, right } = command;
    let right = right.map(Word::word);
    json!({ "name": name, "description": description, "changes": changes, "arguments": arguments, "answer": answer, "right": right })
}

/// Shapes are given as TypeScript, by name.
fn with_shapes(command: &CommandInfo) -> Value {
    let shapes = Shapes::read();
    let (arguments, answer) = shapes.of_command(command);
    let behind: serde_json::Map<String, Value> =
        shapes.behind(&[&arguments, &answer]).into_iter().map(|(name, text)| (name, text.into())).collect();
    let mut told = as_json(command);
    told["arguments"] = arguments.into();
    told["answer"] = answer.into();
    told["shapes"] = behind.into();
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_subject_and_every_subject_a_command() {
        let homeless: Vec<&str> = COMMANDS.iter().filter(|command| subject(command) == OTHERS).map(|command| command.name).collect();
        assert_eq!(homeless, [""; 0]);
        for (title, _) in SUBJECTS {
            assert!(COMMANDS.iter().any(|command| subject(command) == *title), "{title}");
        }
    }
}
