//! `pindah keluar`: the office as one file, for another computer.

use super::superfluous;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use crate::page::Page;
use std::ffi::OsString;
use std::path;

/// `sandika pindah keluar FILE.zip`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    let file = match operands {
        [file] => file,
        [] => return Err(Failure::Usage("Sebut berkasnya: sandika pindah keluar FILE.zip".to_owned())),
        [_, more, ..] => return Err(superfluous(more)),
    };
    let path = path::absolute(file).unwrap_or_else(|_| file.into());
    let moved = Access::by_a_person(arguments)?.open_alone()?.move_out(&path)?;
    let mut page = Page::default();
    page.block("", "", &format!("Kantor ditulis ke {} ({} KB).", moved.path.display(), moved.bytes.div_ceil(1024)));
    page.block("", "", "Di komputer baru: pilih “Pindahkan dari komputer lain”, atau jalankan");
    page.verbatim(&format!("  sandika pulihkan --dari {} --kantor DIR", moved.path.display()));
    page.block("", "", "Sesudah kantor terbuka di komputer baru, jangan mencatat lagi di komputer ini.");
    Ok(Answer::sound(page.into_text()))
}
