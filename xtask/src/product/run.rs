//! `cargo xtask run` where there is no display: a sample case of each SOP, walked from the first form to the archive in a practice office, with mistakes on the way.

use crate::look;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use xtask::Result;
use xtask::repo::Repo;

use sandika_testkit::{PASSPHRASE, TestOffice, Walker};

/// A sample case.
struct Sample {
    sop: &'static str,
    /// Why the certificate ends; revocations only.
    reason: Option<&'static str>,
    /// The decision that is sent back at first, and what is said then.
    mistake: Option<(u64, &'static str)>,
}

const SAMPLES: [Sample; 5] = [
    Sample { sop: "natuna-pencabutan", reason: Some("pensiun"), mistake: Some((7, "Nomor seri di AMS berbeda dengan register")) },
    Sample { sop: "ciamis-pencabutan", reason: Some("kunci-hilang"), mistake: Some((5, "Surat Keterangan Alasan belum ditandatangani")) },
    Sample { sop: "natuna-pembaruan", reason: None, mistake: Some((2, "Surat permohonan belum bertanggal")) },
    Sample { sop: "sumbar-pembaruan", reason: None, mistake: None },
    Sample { sop: "demak-pencabutan", reason: Some("meninggal"), mistake: Some((4, "Data dukung tidak terbaca")) },
];

/// Walks the cases, then one more by hand in the window; letters, timelines, pictures and the practice office are left under `target/run/`.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result {
    if let Some(unknown) = arguments.next()? {
        return Err(unknown.unexpected().into());
    }
    let target = Repo::here()?.root.join("target/run");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    fs::create_dir_all(&target)?;
    let mut office = TestOffice::staying_in(&target);
    keep_passphrase(&target.join("kata-sandi.txt"))?;
    for (number, Sample { sop, reason, mistake }) in (0..).zip(SAMPLES) {
        let folder = target.join(sop);
        fs::create_dir_all(&folder)?;
        let mut walker = Walker::open(&mut office, sop, reason, number);
        let letters = walk(&mut walker, mistake);
        let case = walker.case.clone();
        save_letters(&mut office, &letters, &folder)?;
        fs::write(folder.join("riwayat.txt"), timeline(&mut office, &case)?)?;
        println!("{sop}: perkara selesai, {} surat, {}", letters.len(), folder.display());
    }
    let report = office.ok("store_verify", json!({}));
    if report["sound"] != true {
        return Err(format!("pemeriksaan menemukan masalah: {}", report["problems"]).into());
    }
    println!("pemeriksaan: {} catatan jurnal, {} berkas, semuanya utuh", report["entries"], report["files"]);
    println!("kantor latihan: {} (kata sandi di kata-sandi.txt)", target.join("kantor").display());
    look::look(&target)
}

/// Readable by its owner only, as `sandika` asks for.
fn keep_passphrase(path: &Path) -> Result {
    fs::write(path, format!("{PASSPHRASE}\n"))?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(())
}

/// Walks to the end; the first time at the named decision the case is sent back.
fn walk(walker: &mut Walker<'_>, mut mistake: Option<(u64, &str)>) -> Vec<String> {
    let mut letters = Vec::new();
    while walker.is_open() {
        let step = walker.view()["step"].as_u64();
        match mistake.take_if(|(at, _)| Some(*at) == step) {
            Some((_, note)) => walker.send_back(note),
            None => letters.extend(walker.pass().letters),
        }
    }
    letters
}

fn save_letters(office: &mut TestOffice, letters: &[String], folder: &Path) -> Result {
    let rows = office.ok("letter_list", json!({ "limit": 200 }));
    for (place, letter) in letters.iter().enumerate() {
        let row = rows.as_array().and_then(|rows| rows.iter().find(|row| row["letter"] == *letter)).ok_or("a letter is not listed")?;
        let name = format!("{}-{}.pdf", place + 1, row["template"].as_str().unwrap_or("surat"));
        office.ok("letter_save", json!({ "letter": letter, "path": folder.join(name) }));
    }
    Ok(())
}

fn timeline(office: &mut TestOffice, case: &str) -> Result<String> {
    let view = office.ok("case_show", json!({ "case": case }));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut out = String::new();
    writeln!(
        out,
        "{}\nAgenda {}, diterima {}, tenggat {}\n",
        text(&view["sop_title"]),
        text(&view["agenda"]),
        text(&view["received_on"]),
        text(&view["case_due"])
    )?;
    for step in view["steps"].as_array().into_iter().flatten() {
        let used = step["used"].as_u64().map_or_else(|| "-".to_owned(), |minutes| minutes.to_string());
        let standard = step["standard"].as_u64().map_or_else(|| "-".to_owned(), |minutes| minutes.to_string());
        writeln!(out, "{:>3}. {:<9} {used:>4} dari {standard:>5} menit  {}", step["step"], text(&step["place"]), text(&step["activity"]))?;
    }
    writeln!(out, "\nRiwayat")?;
    let entries = office.ok("case_timeline", json!({ "case": case }));
    for entry in entries.as_array().into_iter().flatten() {
        for fact in entry["facts"].as_array().into_iter().flatten() {
            writeln!(out, "{}  {:<8}  {}", text(&entry["at"]).replace('T', " "), text(&entry["by"]), text(&fact["text"]))?;
        }
    }
    Ok(out)
}
