//! The verbs, one file each, and how the right one is found.

mod bundel;
mod cadangkan;
mod content_files;
mod ekspor;
mod jurnal;
mod kantor;
mod klasifikasi_daftar;
mod klasifikasi_impor;
mod panggil;
mod pantau;
mod pembaruan;
mod periksa;
mod periksa_cadangan;
mod perintah;
mod pindah_keluar;
mod pindai;
mod pindai_page;
mod pulihkan;
mod register_cetak;
mod shapes;
mod sop_page;
mod sop_periksa;
mod sop_tampil;
mod surat_contoh;
mod surat_periksa;
mod surat_terbit_banyak;
mod susun_ulang;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::help;
use crate::help_bundel;
use crate::help_cadangan;
use crate::help_pembaruan;
use crate::output::Answer;
use std::ffi::{OsStr, OsString};

/// A verb.
struct Verb {
    /// Its words, as typed.
    words: &'static [&'static str],
    /// Its help.
    help: &'static str,
    /// The options that not every verb takes.
    takes: &'static [&'static str],
    /// Carries it out; the operands are the words after its own.
    run: fn(&Arguments, &[OsString]) -> Result<Answer, Failure>,
}

/// Every verb.
const VERBS: &[Verb] = &[
    Verb { words: &["sop", "periksa"], help: help::SOP_PERIKSA, takes: &["--json"], run: sop_periksa::run },
    Verb { words: &["sop", "tampil"], help: help::SOP_TAMPIL, takes: &["--json"], run: sop_tampil::run },
    Verb { words: &["surat", "periksa"], help: help::SURAT_PERIKSA, takes: &["--json"], run: surat_periksa::run },
    Verb { words: &["surat", "contoh"], help: help::SURAT_CONTOH, takes: &["--ke", "--kertas", "--data"], run: surat_contoh::run },
    Verb {
        words: &["surat", "terbit-banyak"],
        help: help::SURAT_TERBIT_BANYAK,
        takes: &["--data", "--coba"],
        run: surat_terbit_banyak::run,
    },
    Verb { words: &["register", "cetak"], help: help::REGISTER_CETAK, takes: &["--ke", "--dari", "--sampai"], run: register_cetak::run },
    Verb { words: &["kantor", "buat"], help: help::KANTOR_BUAT, takes: &["--profil"], run: kantor::run },
    Verb { words: &["klasifikasi", "impor"], help: help::KLASIFIKASI_IMPOR, takes: &["--ganti", "--coba"], run: klasifikasi_impor::run },
    Verb { words: &["klasifikasi", "daftar"], help: help::KLASIFIKASI_DAFTAR, takes: &["--json", "--ke"], run: klasifikasi_daftar::run },
    Verb {
        words: &["jurnal", "ekspor"],
        help: help::JURNAL_EKSPOR,
        takes: &["--ke", "--dari", "--sampai", "--tanpa-data-pribadi"],
        run: jurnal::export,
    },
    Verb { words: &["jurnal", "periksa"], help: help::JURNAL_PERIKSA, takes: &["--ujung"], run: jurnal::check },
    Verb { words: &["bundel", "simpan"], help: help_bundel::BUNDEL_SIMPAN, takes: &[], run: bundel::save },
    Verb { words: &["bundel", "periksa"], help: help_bundel::BUNDEL_PERIKSA, takes: &[], run: bundel::check },
    Verb { words: &["pindai"], help: help::PINDAI, takes: &["--json", "--lepas"], run: pindai::run },
    Verb { words: &["pantau"], help: help::PANTAU, takes: &["--sekali", "--simpan", "--lepas"], run: pantau::run },
    Verb { words: &["panggil"], help: help::PANGGIL, takes: &[], run: panggil::run },
    Verb { words: &["perintah"], help: help::PERINTAH, takes: &["--json"], run: perintah::run },
    Verb { words: &["periksa"], help: help::PERIKSA, takes: &["--cadangan"], run: periksa::run },
    Verb { words: &["cadangkan"], help: help_cadangan::CADANGKAN, takes: &["--ke"], run: cadangkan::run },
    Verb {
        words: &["pulihkan"],
        help: help_cadangan::PULIHKAN,
        takes: &["--dari", "--cadangan", "--coba", "--kembali"],
        run: pulihkan::run,
    },
    Verb { words: &["pindah", "keluar"], help: help_cadangan::PINDAH_KELUAR, takes: &[], run: pindah_keluar::run },
    Verb { words: &["ekspor"], help: help_bundel::EKSPOR, takes: &[], run: ekspor::export },
    Verb { words: &["impor"], help: help_bundel::IMPOR, takes: &[], run: ekspor::import },
    Verb { words: &["pembaruan", "periksa"], help: help_pembaruan::PEMBARUAN_PERIKSA, takes: &["--kunci"], run: pembaruan::check },
    Verb { words: &["susun-ulang"], help: help::SUSUN_ULANG, takes: &[], run: susun_ulang::run },
];

/// Carries out what was typed.
///
/// # Errors
/// [`Failure::Usage`] for a verb that there is not or an option that it does not take; else what the verb refuses.
pub(crate) fn carry_out(mut arguments: Arguments) -> Result<Answer, Failure> {
    if arguments.words.first().is_some_and(|word| word == "bantuan") {
        arguments.words.remove(0);
        arguments.help = true;
    }
    let words = std::mem::take(&mut arguments.words);
    let verb = VERBS.iter().find(|verb| begins_with(&words, verb.words));
    if arguments.version {
        return Ok(Answer::sound(format!("sandika {}\n", env!("CARGO_PKG_VERSION"))));
    }
    if arguments.help {
        return Ok(Answer::sound(verb.map_or_else(help::general, |verb| help::of(verb.help))));
    }
    let verb = verb.ok_or_else(|| unknown(&words))?;
    refuse_foreign_options(verb, &arguments)?;
    (verb.run)(&arguments, words.get(verb.words.len()..).unwrap_or_default())
}

fn begins_with(words: &[OsString], verb: &[&str]) -> bool {
    words.len() >= verb.len() && words.iter().zip(verb).all(|(word, expected)| word == expected)
}

fn unknown(words: &[OsString]) -> Failure {
    let known = VERBS.iter().map(|verb| verb.words.join(" ")).collect::<Vec<_>>().join(", ");
    let Some(first) = words.first() else {
        return Failure::Usage(format!("Sebut apa yang hendak dikerjakan: {known}."));
    };
    let group = VERBS.iter().any(|verb| verb.words.len() > 1 && verb.words.first().is_some_and(|word| first == word));
    let typed: Vec<String> = words.iter().take(if group { 2 } else { 1 }).map(|word| shown(word)).collect();
    Failure::Usage(format!("“{}” bukan perintah yang dikenal. Yang ada: {known}.", typed.join(" ")))
}

fn refuse_foreign_options(verb: &Verb, arguments: &Arguments) -> Result<(), Failure> {
    let given = [
        ("--json", arguments.json),
        ("--profil", arguments.profile.is_some()),
        ("--ke", arguments.to.is_some()),
        ("--kertas", arguments.paper.is_some()),
        ("--data", arguments.data.is_some()),
        ("--dari", arguments.since.is_some()),
        ("--sampai", arguments.until.is_some()),
        ("--simpan", arguments.keep.is_some()),
        ("--lepas", arguments.loose.is_some()),
        ("--cadangan", arguments.backup.is_some()),
        ("--kembali", arguments.back),
        ("--sekali", arguments.once),
        ("--coba", arguments.trial),
        ("--ganti", arguments.replace),
        ("--tanpa-data-pribadi", arguments.impersonal),
        ("--ujung", arguments.end.is_some()),
        ("--kunci", arguments.key.is_some()),
    ];
    match given.iter().find(|(option, given)| *given && !verb.takes.contains(option)) {
        Some((option, _)) => Err(Failure::Usage(format!("Opsi {option} tidak berlaku untuk “{}”.", verb.words.join(" ")))),
        None => Ok(()),
    }
}

/// A typed word, fit for a terminal.
fn shown(word: &OsStr) -> String {
    word.to_string_lossy().chars().filter(|letter| !letter.is_control()).take(60).collect()
}

/// For verbs that work on nothing but the office.
fn no_operands(operands: &[OsString]) -> Result<(), Failure> {
    operands.first().map_or(Ok(()), |word| Err(superfluous(word)))
}

fn superfluous(word: &OsStr) -> Failure {
    Failure::Usage(format!("“{}” berlebih pada baris perintah. Hapus, atau apit dengan tanda kutip bila bagian dari nilai.", shown(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_no_verb_are_named() {
        for (line, expected) in [
            ("", "Sebut apa yang hendak dikerjakan"),
            ("sop", "“sop” bukan"),
            ("sop cetak x", "“sop cetak” bukan"),
            ("cetak x", "“cetak” bukan"),
            ("panggil a --json", "--json tidak berlaku untuk “panggil”"),
            ("sop periksa a --ke b", "--ke tidak berlaku untuk “sop periksa”"),
            ("surat", "“surat” bukan"),
            ("surat periksa a --kertas f4", "--kertas tidak berlaku untuk “surat periksa”"),
            ("register", "“register” bukan"),
            ("surat periksa a --dari 2026-01-01", "--dari tidak berlaku untuk “surat periksa”"),
            ("sop periksa a --profil p", "--profil tidak berlaku untuk “sop periksa”"),
            ("periksa kantor", "“kantor” berlebih"),
        ] {
            let arguments = Arguments::parse(line.split_whitespace().map(OsString::from)).unwrap();
            let Err(Failure::Usage(text)) = carry_out(arguments) else { panic!("{line}") };
            assert!(text.contains(expected), "{line}: {text}");
        }
    }
}
