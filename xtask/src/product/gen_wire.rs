//! `cargo xtask gen`: the files that are made from the wire's list of commands and are committed.

use sandika_api::{COMMANDS, typescript};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use xtask::Result;
use xtask::repo::Repo;

/// Writes the files, or with `check` only says which of them are not current.
pub(crate) fn generate(check: bool) -> Result {
    let root = Repo::here()?.root;
    let files = [("ui/src/ipc/generated/wire.ts", typescript()), ("docs/perintah.md", command_reference()?)];
    let mut stale = Vec::new();
    for (place, text) in files {
        let path = root.join(place);
        if fs::read_to_string(&path).is_ok_and(|held| held == text) {
            continue;
        }
        if check {
            stale.push(place);
        } else {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            fs::write(&path, text)?;
            println!("{place} written");
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("not current: {}; run `cargo xtask gen`", stale.join(", ")).into()) }
}

/// The commands as a table, for those who script the office.
fn command_reference() -> Result<String> {
    let mut text = String::from(
        "# Perintah\n\nDibuat oleh `cargo xtask gen` dari daftar perintah di `crates/api`. Perintah dipanggil dengan `sandika panggil NAMA JSON`, kecuali yang\n\
         keterangannya menyebut jendela aplikasi;\n\
         bentuk data masuk dan jawabannya ada di [wire.ts](../ui/src/ipc/generated/wire.ts). Perintah yang mengubah data menjawab `{ value, changed }`.\n\n\
         | Perintah | Mengubah | Data masuk | Jawaban | Keterangan |\n|---|---|---|---|---|\n",
    );
    for command in COMMANDS {
        let changes = if command.changes { "ya" } else { "" };
        writeln!(text, "| `{}` | {changes} | `{}` | `{}` | {} |", command.name, command.arguments, command.answer, command.description)?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same question as `cargo xtask gen --check`, asked by a test: a run of its own would build the product a second time.
    #[test]
    fn the_committed_files_are_current() {
        generate(true).unwrap();
    }
}
