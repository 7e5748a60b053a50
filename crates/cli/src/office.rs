//! The office that is meant: its folder, its content, and how it is opened or made.

use crate::arguments::{Arguments, is_user};
use crate::failure::Failure;
use crate::output;
use crate::passphrase::{Passphrase, passphrase};
use sandika_api::ErrorCode;
use sandika_app::content::Content;
use sandika_app::ports::Ports;
use sandika_app::{BackupSource, Imported, KdfCost, Office, Restored};
use std::env;
use std::path::{self, Path, PathBuf};

/// The variable that names the office's folder where `--kantor` does not.
const FOLDER: &str = "SANDIKA_KANTOR";
/// Where letters to be printed and messages to be sent are dropped, within its folder.
const OUTGOING: &str = "keluar";
/// Who makes an office, where neither an option nor the system tells.
const SOMEBODY: &str = "petugas";

/// What a scheduled task is told while the window works.
const BUSY: &str = "Kantor sedang dibuka program lain, biasanya jendela Sandika, sehingga pekerjaan ini belum dikerjakan dan tidak ada yang diubah. \
                    Selama terbuka, jendela itu sendiri yang membuat cadangan; tutup dahulu bila pekerjaan ini harus dikerjakan sekarang.";

/// What it takes to get into an office: all that can be found missing before anything is opened.
pub(crate) struct Access {
    folder: PathBuf,
    passphrase: Passphrase,
    /// Who is named; whoever the passphrase is of where nobody is.
    user: Option<String>,
}

impl Access {
    /// What the command line and the environment give.
    ///
    /// # Errors
    /// [`Failure::Refused`] when the folder or the passphrase is missing, or the passphrase cannot be read.
    pub(crate) fn given(arguments: &Arguments) -> Result<Self, Failure> {
        let folder = folder(arguments)
            .ok_or_else(|| no_office(format!("Folder kantor belum disebut. Sebut dengan --kantor DIR, atau isi {FOLDER}.")))?;
        Ok(Self { folder, passphrase: passphrase(arguments)?, user: arguments.user.clone() })
    }

    /// The same for a verb that talks to a person, who is told what is wrong with the passphrase's file.
    ///
    /// # Errors
    /// As [`Access::given`].
    pub(crate) fn by_a_person(arguments: &Arguments) -> Result<Self, Failure> {
        let access = Self::given(arguments)?;
        access.passphrase.warning.iter().for_each(|warning| output::note(warning));
        Ok(access)
    }

    /// Opens the office for the one who is named, or for whomever the passphrase is of.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what [`Office::open`] refuses.
    pub(crate) fn open(&self) -> Result<Office, Failure> {
        Ok(match &self.user {
            Some(user) => Office::open(&self.folder, &self.passphrase.text, self.ports(), user)?,
            None => Office::open_for_anyone(&self.folder, &self.passphrase.text, self.ports())?,
        })
    }

    /// The same for work that must wait while somebody else has the office open.
    ///
    /// # Errors
    /// [`Failure::Busy`] then; else as [`Access::open`].
    pub(crate) fn open_alone(&self) -> Result<Office, Failure> {
        self.open().map_err(|failure| match failure {
            Failure::Refused(error) if error.code == ErrorCode::InUse => Failure::Busy(BUSY.to_owned()),
            other => other,
        })
    }

    /// Puts the office back from a backup, with the passphrase of that backup. Persons who were erased since are erased in it as well, as far as the
    /// same passphrase opens the present office.
    ///
    /// # Errors
    /// [`Failure::Busy`]; [`Failure::Refused`] with what [`Office::prepare_restore`] refuses.
    pub(crate) fn restore(&self, from: &BackupSource) -> Result<Restored, Failure> {
        let folder = path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let present = if Office::is_at(&folder) { self.open_alone() } else { Err(no_office(String::new())) };
        let erased = match present {
            Err(Failure::Busy(text)) => return Err(Failure::Busy(text)),
            // An office that does not open is often why it is put back.
            Err(_) => Vec::new(),
            Ok(office) => office.erased_persons()?,
        };
        let prepared = Office::prepare_restore(&folder, from, &self.passphrase.text, &self.ports(), &erased)?;
        Ok(prepared.put_in_place()?)
    }

    /// Puts the office back that the last restore put aside.
    ///
    /// # Errors
    /// [`Failure::Refused`]: there is none, or it is in use.
    pub(crate) fn put_back(&self) -> Result<(), Failure> {
        let folder = path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        Ok(Office::put_back(&folder, self.ports().clock.now())?)
    }

    /// Makes the office; whoever makes it is its admin.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what [`Office::create`] refuses.
    pub(crate) fn create(&self) -> Result<Office, Failure> {
        Ok(Office::create(&self.folder, &self.passphrase.text, KdfCost::default(), self.ports(), &self.maker())?)
    }

    /// Makes the office of an export in open formats; whoever makes it is its admin.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what [`Office::import_open`] refuses.
    pub(crate) fn import(&self, from: &Path) -> Result<Imported, Failure> {
        let folder = path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        Ok(Office::import_open(&folder, from, &self.passphrase.text, KdfCost::default(), &self.ports(), &self.maker())?)
    }

    /// Who makes an office: the one who is named, or the system's user.
    fn maker(&self) -> String {
        let of_system = || ["USER", "USERNAME"].iter().filter_map(|name| env::var(name).ok()).find(|name| is_user(name));
        self.user.clone().or_else(of_system).unwrap_or_else(|| SOMEBODY.to_owned())
    }

    fn ports(&self) -> Ports {
        Ports::folder(self.folder.join(OUTGOING))
    }
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
    let content = Content::of_office(&folder)?;
    if !content.findings.is_empty() {
        output::note("Ada kesalahan pada berkas isi milik kantor; berkas itu tidak dipakai:");
        content.findings.iter().for_each(|finding| output::note(&finding.to_string()));
    }
    Ok(content)
}

/// The outside world for verbs that need no office; nothing is dropped anywhere.
pub(crate) fn ports() -> Ports {
    Ports::folder(PathBuf::from(OUTGOING))
}

fn folder(arguments: &Arguments) -> Option<PathBuf> {
    let named = arguments.office.clone();
    named.or_else(|| env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

fn no_office(message: String) -> Failure {
    Failure::refused(ErrorCode::NotAnOffice, "kantor", message)
}
