//! What does not need the page: the sealed store, a letter, the program that reads scans, the printers.

use super::PATIENCE;
use crate::desk::SharedDesk;
use sandika_api::scan_round;
use sandika_app::Scanner;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// Opens the practice office, as the page does otherwise.
pub(super) fn open(desk: &SharedDesk) -> Result<(), String> {
    call(desk, "desk_practice", &json!({ "user": "pemeriksa" })).map(drop)
}

/// Checks what the practice office is made of.
pub(super) fn check(desk: &SharedDesk, data: &Path) -> Result<(), String> {
    sealed(&data.join("latihan"))?;
    read_back(desk, &data.join("surat.pdf"))?;
    call(desk, "printer_list", &json!({}))?;
    let report = call(desk, "store_verify", &json!({}))?;
    if report["sound"] == true { Ok(()) } else { Err(format!("pemeriksaan menemukan masalah: {}", report["problems"])) }
}

/// Nothing in the store's file is readable without the passphrase.
fn sealed(office: &Path) -> Result<(), String> {
    let store = fs::read(office.join("sandika.db")).map_err(|error| format!("gudang data tidak terbaca: {error}"))?;
    if store.starts_with(b"SQLite format 3") { Err("gudang data tidak tersandi".to_owned()) } else { Ok(()) }
}

/// A letter leaves as a PDF, comes back as if from a scanner, and the program beside this one knows it by the code on its page.
fn read_back(desk: &SharedDesk, file: &Path) -> Result<(), String> {
    let letters = call(desk, "letter_list", &json!({ "limit": 1 }))?;
    let letter = letters.get(0).ok_or("kantor latihan tidak berisi surat")?;
    call(desk, "letter_save", &json!({ "letter": letter["letter"], "version": letter["version"], "path": file }))?;
    let scan = call(desk, "scan_bring", &json!({ "path": file }))?["value"].take();
    let mut scanner = Scanner::new(|| ());
    let started = Instant::now();
    loop {
        scan_round(desk.lock(), &mut scanner, &|_| ());
        let shown = call(desk, "scan_show", &json!({ "id": scan }))?;
        if shown["row"]["state"] != "menunggu" {
            let known = shown["row"]["letters"][0]["letter"] == letter["letter"];
            return if known { Ok(()) } else { Err(format!("kode pada surat tidak terbaca: {}", shown["pages"][0]["trouble"])) };
        }
        if started.elapsed() > PATIENCE {
            return Err("pembaca pindaian tidak menjawab pada waktunya".to_owned());
        }
    }
}

fn call(desk: &SharedDesk, command: &str, arguments: &Value) -> Result<Value, String> {
    let answer = sandika_api::dispatch_at(&mut desk.held(), command, &arguments.to_string());
    let answer = answer.map_err(|error| format!("{command}: {}", error.message))?;
    serde_json::from_str(&answer).map_err(|error| format!("{command}: {error}"))
}
