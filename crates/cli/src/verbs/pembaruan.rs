//! `pembaruan periksa`: what an update file brings, and whether it is what was signed. Needs no office.

use super::superfluous;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Answer;
use crate::page::Page;
use sandika_app::{TrustedKeys, Update, look_into_update, running_version};
use sandika_domain::words::date_long;
use std::ffi::OsString;
use std::path::Path;

/// Width of the labels.
const COLUMN: usize = 16;

/// `sandika pembaruan periksa FILE.pembaruan [--kunci KUNCI]`
pub(super) fn check(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let file = match operands {
        [file] => Path::new(file),
        [] => return Err(Failure::Usage("Sebut berkasnya: sandika pembaruan periksa FILE.pembaruan".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let keys = match &arguments.key {
        Some(key) => TrustedKeys::read(&key.to_string_lossy()).map_err(|fault| Failure::Usage(fault.to_string()))?,
        None => TrustedKeys::built_in(),
    };
    Ok(Answer::sound(told(&look_into_update(file, &keys)?)))
}

fn told(update: &Update) -> String {
    let running = running_version();
    let mut page = Page::default();
    let mut entry = |label: &str, value: String| page.entry("", label, COLUMN, &[value]);
    entry("Isi", format!("Sandika {}, dibuat {}", update.version, date_long(update.date)));
    entry("Tanda tangan", format!("baik, dari kunci {}", update.key));
    entry("Pemasang", format!("utuh, {} bita", update.bytes));
    entry("Data kantor", format!("versi {}", update.schema));
    entry("Program ini", running.to_string());
    page.entry("", "Yang baru", COLUMN, &update.notes.lines().map(str::to_owned).collect::<Vec<_>>());
    page.gap();
    match update.newer_than(&running) {
        Ok(()) => page.block("", "", "Berkas pembaruan utuh dan dapat dipasang di atas versi ini."),
        Err(fault) => page.block("", "", &format!("Berkas pembaruan utuh. {fault}")),
    }
    page.into_text()
}
