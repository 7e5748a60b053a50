//! The office that is meant: its folder, its content, and how it is opened or made.

use crate::arguments::{Arguments, is_user};
use crate::failure::Failure;
use crate::output;
use crate::passphrase::passphrase;
use sandika_api::ErrorCode;
use sandika_app::content::Content;
use sandika_app::ports::Ports;
use sandika_app::{KdfCost, Office};
use std::env;
use std::path::{Path, PathBuf};

/// The variable that names the office's folder where `--kantor` does not.
const FOLDER: &str = "SANDIKA_KANTOR";
/// What the office edits itself, within its folder.
const CONTENT: &str = "content";
/// Where letters to be printed and messages to be sent are dropped, within its folder.
const OUTGOING: &str = "keluar";
/// Who works, where neither an option nor the system tells.
const SOMEBODY: &str = "petugas";

/// Who reads standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A person: warnings may be said.
    Person,
    /// A program that expects the JSON of an error and nothing else.
    Program,
}

/// Opens the office.
///
/// # Errors
/// [`Failure::Refused`]: no folder or passphrase given, or what [`Office::open`] refuses.
pub(crate) fn open(arguments: &Arguments, reader: Reader) -> Result<Office, Failure> {
    let folder = needed_folder(arguments)?;
    let passphrase = passphrase(arguments)?;
    if let (Some(warning), Reader::Person) = (&passphrase.warning, reader) {
        output::note(warning);
    }
    Ok(Office::open(&folder, &passphrase.text, ports(&folder), &user(arguments))?)
}

/// Makes the office.
///
/// # Errors
/// [`Failure::Refused`]: no folder or passphrase given, or what [`Office::create`] refuses.
pub(crate) fn create(arguments: &Arguments) -> Result<Office, Failure> {
    let folder = needed_folder(arguments)?;
    let passphrase = passphrase(arguments)?;
    if let Some(warning) = &passphrase.warning {
        output::note(warning);
    }
    Ok(Office::create(&folder, &passphrase.text, KdfCost::default(), ports(&folder), &user(arguments))?)
}

/// The content that holds: the shipped one, and over it the office's where one is named. Needs no passphrase.
///
/// # Errors
/// [`Failure::Refused`] when the named folder is not there or its content cannot be read.
pub(crate) fn content(arguments: &Arguments) -> Result<Content, Failure> {
    let Some(folder) = folder(arguments) else {
        return Ok(Content::load(None)?);
    };
    if !folder.is_dir() {
        return Err(no_office(format!("Folder {} tidak ditemukan. Periksa letak kantornya.", folder.display())));
    }
    let content = Content::load(Some(&folder.join(CONTENT)))?;
    if !content.findings.is_empty() {
        output::note("Ada kesalahan pada berkas isi milik kantor; berkas itu tidak dipakai:");
        content.findings.iter().for_each(|finding| output::note(&finding.to_string()));
    }
    Ok(content)
}

fn folder(arguments: &Arguments) -> Option<PathBuf> {
    let named = arguments.office.clone();
    named.or_else(|| env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

fn needed_folder(arguments: &Arguments) -> Result<PathBuf, Failure> {
    folder(arguments).ok_or_else(|| no_office(format!("Folder kantor belum disebut. Sebut dengan --kantor DIR, atau isi {FOLDER}.")))
}

fn no_office(message: String) -> Failure {
    Failure::refused(ErrorCode::NotAnOffice, "kantor", message)
}

fn ports(folder: &Path) -> Ports {
    Ports::folder(folder.join(OUTGOING))
}

/// Who the journal will name.
fn user(arguments: &Arguments) -> String {
    let of_system = || ["USER", "USERNAME"].iter().filter_map(|name| env::var(name).ok()).find(|name| is_user(name));
    arguments.user.clone().or_else(of_system).unwrap_or_else(|| SOMEBODY.to_owned())
}
