//! A list as the file that [`super::read`] takes, and that a spreadsheet program here opens in columns.

use super::Classification;
use csv::{Terminator, WriterBuilder};

/// Says UTF-8 to spreadsheet programs.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The file of a list: UTF-8 with its mark, semicolons, a heading.
pub fn write(list: &[Classification]) -> Vec<u8> {
    let mut writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    let rows = list.iter().map(|row| [row.code.as_str(), &row.name, &row.note]);
    for cells in [["kode", "uraian", "keterangan"]].into_iter().chain(rows) {
        writer.write_record(cells).expect("memory takes every byte, and every record has three cells");
    }
    writer.into_inner().expect("memory takes every byte")
}

/// A list that shows how a file is filled in. It claims nothing of what a code stands for.
pub fn sample() -> Vec<Classification> {
    let row = |code: &str, name: &str, note: &str| Classification { code: code.into(), name: name.into(), note: note.into() };
    vec![
        row("000.1.2", "Contoh uraian, ganti dengan uraian kode ini", "Keterangan boleh kosong"),
        row("555.4", "Contoh uraian lain; hapus baris contoh sebelum diimpor", ""),
    ]
}
