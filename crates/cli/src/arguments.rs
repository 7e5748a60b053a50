//! What was typed, taken apart: words and options, in whatever order they came.

use crate::failure::Failure;
use lexopt::{Arg, Parser};
use sandika_domain::user::UserName;
use std::ffi::OsString;
use std::path::PathBuf;

/// The words and options of a command line. A passphrase is never among them: what stands on a command line can be read by every user.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// The verb and what it works on.
    pub(crate) words: Vec<OsString>,
    /// `--kantor DIR`.
    pub(crate) office: Option<PathBuf>,
    /// `--sandi-berkas FILE`.
    pub(crate) passphrase_file: Option<PathBuf>,
    /// `--pengguna NAMA`.
    pub(crate) user: Option<String>,
    /// `--profil FILE`.
    pub(crate) profile: Option<PathBuf>,
    /// `--ke FILE`.
    pub(crate) to: Option<PathBuf>,
    /// `--kertas NAMA`.
    pub(crate) paper: Option<OsString>,
    /// `--data FILE`.
    pub(crate) data: Option<PathBuf>,
    /// `--dari TANGGAL`, or where a backup is restored from.
    pub(crate) since: Option<OsString>,
    /// `--sampai TANGGAL`.
    pub(crate) until: Option<OsString>,
    /// `--simpan HARI`.
    pub(crate) keep: Option<OsString>,
    /// `--lepas CARA`.
    pub(crate) loose: Option<OsString>,
    /// `--cadangan FOLDER|NAMA`.
    pub(crate) backup: Option<OsString>,
    /// `--kembali`.
    pub(crate) back: bool,
    /// `--sekali`.
    pub(crate) once: bool,
    /// `--coba`.
    pub(crate) trial: bool,
    /// `--ganti`.
    pub(crate) replace: bool,
    /// `--tanpa-data-pribadi`.
    pub(crate) impersonal: bool,
    /// `--ujung SIDIK`.
    pub(crate) end: Option<OsString>,
    /// `--kunci KUNCI`.
    pub(crate) key: Option<OsString>,
    /// `--json`.
    pub(crate) json: bool,
    /// `--bantuan`, `--help`, `-h`.
    pub(crate) help: bool,
    /// `--versi`, `--version`, `-V`.
    pub(crate) version: bool,
}

impl Arguments {
    /// Takes a command line apart; the name of the program is not part of it.
    ///
    /// # Errors
    /// [`Failure::Usage`] for an option that there is not, or one without its value.
    pub(crate) fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Self, Failure> {
        let mut parser = Parser::from_args(typed);
        let mut arguments = Self::default();
        while let Some(argument) = parser.next().map_err(in_words)? {
            match argument {
                Arg::Value(word) => arguments.words.push(word),
                Arg::Long("kantor") => arguments.office = Some(value(&mut parser)?.into()),
                Arg::Long("sandi-berkas") => arguments.passphrase_file = Some(value(&mut parser)?.into()),
                Arg::Long("profil") => arguments.profile = Some(value(&mut parser)?.into()),
                Arg::Long("ke") => arguments.to = Some(value(&mut parser)?.into()),
                Arg::Long("kertas") => arguments.paper = Some(value(&mut parser)?),
                Arg::Long("data") => arguments.data = Some(value(&mut parser)?.into()),
                Arg::Long("dari") => arguments.since = Some(value(&mut parser)?),
                Arg::Long("sampai") => arguments.until = Some(value(&mut parser)?),
                Arg::Long("simpan") => arguments.keep = Some(value(&mut parser)?),
                Arg::Long("lepas") => arguments.loose = Some(value(&mut parser)?),
                Arg::Long("cadangan") => arguments.backup = Some(value(&mut parser)?),
                Arg::Long("kembali") => arguments.back = true,
                Arg::Long("sekali") => arguments.once = true,
                Arg::Long("pengguna") => arguments.user = Some(user(value(&mut parser)?)?),
                Arg::Long("coba") => arguments.trial = true,
                Arg::Long("ganti") => arguments.replace = true,
                Arg::Long("tanpa-data-pribadi") => arguments.impersonal = true,
                Arg::Long("ujung") => arguments.end = Some(value(&mut parser)?),
                Arg::Long("kunci") => arguments.key = Some(value(&mut parser)?),
                Arg::Long("json") => arguments.json = true,
                Arg::Long("bantuan" | "help") | Arg::Short('h') => arguments.help = true,
                Arg::Long("versi" | "version") | Arg::Short('V') => arguments.version = true,
                Arg::Long(name) => return Err(unknown(&format!("--{name}"))),
                Arg::Short(letter) => return Err(unknown(&format!("-{letter}"))),
            }
        }
        Ok(arguments)
    }
}

/// The value of the option that was just read.
fn value(parser: &mut Parser) -> Result<OsString, Failure> {
    let value = parser.value().map_err(in_words)?;
    if value.is_empty() {
        Err(Failure::Usage("Sebuah opsi mempunyai nilai kosong. Isi nilainya atau hapus opsinya.".to_owned()))
    } else {
        Ok(value)
    }
}

/// The user's name as the journal will carry it.
fn user(typed: OsString) -> Result<String, Failure> {
    let refuse = || {
        Failure::Usage(
            "Nama pada --pengguna tidak dapat dipakai. Tulis nama pengguna tanpa karakter khusus, paling banyak 60 karakter.".to_owned(),
        )
    };
    let name = typed.into_string().map_err(|_| refuse())?;
    if is_user(&name) { Ok(name.trim().to_owned()) } else { Err(refuse()) }
}

/// Whether a name can be a user's.
pub(crate) fn is_user(name: &str) -> bool {
    UserName::parse(name).is_ok()
}

/// Whoever writes a passphrase on the command line is told why it is not taken; what was typed is not repeated.
fn unknown(option: &str) -> Failure {
    if ["--sandi", "--kata-sandi", "--password", "--passphrase"].contains(&option) {
        let why = "Kata sandi tidak diterima pada baris perintah, karena baris perintah dapat dibaca pengguna lain.";
        return Failure::Usage(format!("{why} Tulis dalam berkas dan sebut berkasnya dengan --sandi-berkas, atau isi SANDIKA_SANDI."));
    }
    let shown: String = option.chars().filter(|letter| !letter.is_control()).take(40).collect();
    Failure::Usage(format!("Opsi {shown} tidak dikenal."))
}

/// The parser speaks English, and repeats what was typed.
fn in_words(error: lexopt::Error) -> Failure {
    Failure::Usage(match error {
        lexopt::Error::MissingValue { option: Some(option) } => format!("Opsi {option} memerlukan nilai."),
        lexopt::Error::UnexpectedValue { option, .. } => format!("Opsi {option} tidak menerima nilai."),
        _ => "Baris perintah tidak dapat dibaca. Periksa opsi dan nilainya.".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, Failure> {
        Arguments::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn options_stand_before_between_and_after_words() {
        for line in ["--kantor K panggil --json x -", "panggil x - --kantor=K --json", "panggil --kantor K -- x - --json"] {
            let arguments = parse(line).unwrap();
            assert_eq!(arguments.office, Some(PathBuf::from("K")), "{line}");
            assert_eq!(arguments.words[..3], ["panggil", "x", "-"], "{line}");
            assert_eq!(arguments.json, arguments.words.len() == 3, "{line}");
        }
    }

    #[test]
    fn faults_are_told_in_indonesian_and_never_repeat_a_passphrase() {
        for (line, expected) in [
            ("--kantor", "Opsi --kantor memerlukan nilai."),
            ("--kantor=", "nilai kosong"),
            ("--json=rahasia", "Opsi --json tidak menerima nilai."),
            ("--warna", "Opsi --warna tidak dikenal."),
            ("-x", "Opsi -x tidak dikenal."),
            ("--sandi=rahasia", "--sandi-berkas"),
            ("--password rahasia", "SANDIKA_SANDI"),
        ] {
            let Err(Failure::Usage(text)) = parse(line) else { panic!("{line}") };
            assert!(text.contains(expected) && !text.contains("rahasia"), "{line}: {text}");
        }
    }

    #[test]
    fn a_user_name_is_a_short_plain_text() {
        for (name, expected) in [("sari", true), ("Sari Dewi", true), (" ", false), ("a\u{1b}[2J", false), (&"x".repeat(61), false)] {
            assert_eq!(Arguments::parse(["--pengguna".into(), name.into()]).is_ok(), expected, "{name:?}");
        }
    }
}
