//! `pulihkan`: the office as a backup holds it; the present one stays beside it and comes back with `--kembali`.

use super::{no_operands, shown};
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::Access;
use crate::output::Answer;
use crate::page::Page;
use sandika_app::{FoundBackup, Restored, find_backups};
use sandika_domain::calendar::Zone;
use sandika_domain::fact::Moment;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{self, Path};

/// `sandika pulihkan --dari FOLDER|FILE [--cadangan NAMA] [--coba]`, `sandika pulihkan --kembali`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    no_operands(operands)?;
    if arguments.back {
        if arguments.since.is_some() || arguments.backup.is_some() || arguments.trial {
            return Err(Failure::Usage("Opsi --kembali berdiri sendiri, tanpa --dari, --cadangan, atau --coba.".to_owned()));
        }
        Access::by_a_person(arguments)?.put_back()?;
        return Ok(Answer::sound(
            "Data kantor sebelum pemulihan dikembalikan; data hasil pemulihan disisihkan di sampingnya.\n".to_owned(),
        ));
    }
    let Some(from) = &arguments.since else {
        return Err(Failure::Usage("Sebut cadangannya dengan --dari FOLDER atau --dari FILE.zip, atau pakai --kembali.".to_owned()));
    };
    let from = path::absolute(from).unwrap_or_else(|_| from.into());
    let found = find_backups(&from)?;
    if arguments.trial {
        return Ok(Answer::sound(listed(&found)));
    }
    let chosen = chosen(&found, arguments.backup.as_ref(), &from)?;
    let restored = Access::by_a_person(arguments)?.restore(&chosen.source())?;
    Ok(Answer::sound(told(&restored)))
}

/// The backup of that name, or the newest; which of several offices is meant nobody can guess.
fn chosen<'f>(found: &'f [FoundBackup], named: Option<&OsString>, from: &Path) -> Result<&'f FoundBackup, Failure> {
    let offices: BTreeSet<&str> = found.iter().map(|found| found.backup.office.as_str()).collect();
    match named {
        Some(name) => {
            let unknown = || {
                let lists = "Lihat daftarnya dengan sandika pulihkan --dari FOLDER --coba.";
                Failure::Usage(format!("Cadangan “{}” tidak ada di {}. {lists}", shown(name), from.display()))
            };
            found.iter().find(|found| name == found.backup.stamp.as_str()).ok_or_else(unknown)
        }
        None if offices.len() > 1 => {
            let text = "Folder itu memuat cadangan beberapa kantor. Sebut cadangannya dengan --cadangan NAMA; daftarnya ditampilkan dengan --coba.";
            Err(Failure::Usage(text.to_owned()))
        }
        None => found.first().ok_or_else(|| Failure::Usage("Folder itu tidak memuat cadangan.".to_owned())),
    }
}

/// One backup a line, newest first. Which zone an office lies in is known only once it is open.
fn listed(found: &[FoundBackup]) -> String {
    let line = |found: &FoundBackup| {
        let backup = &found.backup;
        let counts = format!("{} perkara, {} pemilik, {} berkas", backup.counts.cases, backup.counts.owners, backup.counts.blobs);
        let tested = match &backup.test {
            None => "belum diuji",
            Some(report) if report.is_good() => "diuji, hasil baik",
            Some(_) => "diuji, BERMASALAH",
        };
        format!(
            "{}  {}  kantor {}  {counts}  {tested}\n",
            backup.stamp,
            moment(backup.made_at),
            &backup.office[..backup.office.len().min(8)]
        )
    };
    found.iter().map(line).collect()
}

fn told(restored: &Restored) -> String {
    let mut page = Page::default();
    let Restored { made_at, entries, files, aside, erased, .. } = restored;
    page.block(
        "",
        "",
        &format!(
            "Kantor dipulihkan dari cadangan {}: {entries} catatan jurnal dan {files} berkas tersimpan, semuanya diperiksa.",
            moment(*made_at)
        ),
    );
    if let Some(aside) = aside {
        page.block("", "", &format!("Data sebelumnya disisihkan utuh di {}.", aside.display()));
        page.block("", "", "Untuk mengembalikannya: sandika pulihkan --kembali");
    }
    if *erased > 0 {
        page.block("", "", &format!("Data pribadi {erased} orang yang sudah dihapus sesudah cadangan itu dibuat dihapus lagi."));
    }
    page.into_text()
}

fn moment(at: Moment) -> String {
    Zone::Wib.local(at).format("%d-%m-%Y %H.%M WIB").to_string()
}
