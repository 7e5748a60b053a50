//! What can keep a use case from being carried out. Nothing has changed when one of these comes back.

use crate::plain::words;
use crate::updates::UpdateFault;
use sandika_domain::calendar::CalendarError;
use sandika_domain::case::{FieldFault, Rejection};
use sandika_domain::classification::ListFault;
use sandika_domain::document::Finding;
use sandika_domain::letter::TemplateFault;
use sandika_domain::number::{AccountError, NumberError, PatternError};
use sandika_domain::owner::DetailFault;
use sandika_domain::person;
use sandika_domain::retention::RetentionRejection;
use sandika_domain::sop::MissingValue;
use sandika_domain::user::{Right, Role};
use sandika_letters::LetterError;
use sandika_store::StoreError;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// An error of a use case; the texts say what, why, and what to do.
#[derive(Debug, Error)]
pub enum AppError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The rules of a case.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// Details of an owner, official or certificate cannot be accepted.
    #[error("Ada {} isian yang perlu diperbaiki.", .0.len())]
    Details(Vec<DetailFault>),
    /// Unusual details wait for a decision of the officer.
    #[error("Ada {} peringatan. Periksa, lalu tuliskan alasan bila tetap dilanjutkan.", .0.len())]
    Unconfirmed(Vec<person::Warning>),
    /// Content files are faulty.
    #[error("Ada {} kesalahan pada berkas isi (SOP, surat, kalender, atau daftar).", .0.len())]
    Content(Vec<Finding>),
    /// A letter cannot be composed.
    #[error("Surat belum dapat dibuat, {} hal perlu diperbaiki.", .0.len())]
    Letter(Vec<TemplateFault>),
    /// A letter template cannot be saved.
    #[error("Bentuk surat belum dapat disimpan, {} hal perlu diperbaiki. Yang berlaku tetap bentuk surat yang lama.", .0.len())]
    Template(Vec<TemplateFault>),
    /// A file of classification codes cannot be taken.
    #[error("Daftar klasifikasi tidak diambil karena berkasnya mempunyai {} kesalahan. Perbaiki berkasnya, lalu impor lagi. \
             Yang berlaku tetap daftar yang lama.", .0.len())]
    Classifications(Vec<ListFault>),
    /// A letter cannot be drawn.
    #[error(transparent)]
    Draw(LetterError),
    /// A message lacks values.
    #[error("Pesan belum dapat dibuat, {} isian belum ada.", .0.len())]
    Message(Vec<MissingValue>),
    /// A letter's number cannot be formed.
    #[error("Nomor surat tidak dapat dibentuk: {0}")]
    Number(#[from] NumberError),
    /// A number pattern is faulty.
    #[error("Pola nomor tidak dapat dipakai: {0}")]
    Pattern(#[from] PatternError),
    /// The rules of retention.
    #[error(transparent)]
    Retention(#[from] RetentionRejection),
    /// Numbers cannot be accounted for so.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// A time cannot be reckoned.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// There is no such thing.
    #[error("{what} “{id}” tidak ditemukan. Muat ulang daftarnya, lalu pilih lagi.")]
    NotFound {
        /// Argument that names it.
        field: &'static str,
        /// What was asked for.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// Another thing holds the value already.
    #[error("{text}")]
    Conflict {
        /// Argument with the value.
        field: &'static str,
        /// What, why, what to do.
        text: String,
    },
    /// An input outside of forms is unfit.
    #[error("{text}")]
    Input {
        /// Name of the argument.
        field: &'static str,
        /// What, why, what to do.
        text: String,
    },
    /// No office is open.
    #[error("Kantor belum dibuka. Buka dahulu dengan kata sandinya.")]
    OfficeClosed,
    /// The role of the one who works does not allow it.
    #[error("Peran {} tidak dapat melakukan ini ({}). Minta pengguna yang berhak, atau minta admin mengubah peran Anda.", role.title(), right.about())]
    Forbidden {
        /// Their role.
        role: Role,
        /// What it lacks.
        right: Right,
    },
    /// A passphrase opens the office, but the journal says that its user was dismissed.
    #[error("Pengguna “{name}” sudah tidak berhak membuka kantor ini. Minta admin kantor mendaftarkannya lagi.")]
    NotAdmitted {
        /// Name of the slot.
        name: String,
    },
    /// Too many passphrases failed in a name.
    #[error("Kata sandi beberapa kali tidak cocok. Tunggu {} lagi, lalu coba kembali. Bila lupa, pakai lembar pemulihan atau minta admin.", wait(*seconds))]
    TooManyTries {
        /// Seconds until the next one.
        seconds: u64,
    },
    /// The office has not described itself yet.
    #[error("Profil kantor belum diisi. Isi nama, alamat, dan penomoran kantor dahulu.")]
    NoProfile,
    /// Nobody can sign.
    #[error("Belum ada pejabat dengan peran “{0}” yang bertugas pada tanggal surat. Catat pejabatnya, atau pilih penanda tangan lain.")]
    NoSignatory(String),
    /// A file outside the office cannot be used.
    #[error("Berkas {} tidak dapat dipakai: {}. Periksa letak, izin, dan ukurannya.", path.display(), words(source))]
    File {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        source: io::Error,
    },
    /// The office's own folder cannot be read.
    #[error("Folder isi kantor tidak dapat dibaca: {}. Periksa izin foldernya.", words(.0))]
    Io(#[from] io::Error),
    /// A printer or mailer did not take what it was given.
    #[error("{what} tidak berhasil: {}. Coba lagi, atau pilih cara lain.", words(source))]
    Outside {
        /// What was tried.
        what: &'static str,
        /// The system's own words.
        source: io::Error,
    },
    /// An update cannot be taken or started.
    #[error(transparent)]
    Update(#[from] UpdateFault),
    /// The system gives no randomness.
    #[error("Sistem tidak memberikan bilangan acak. Mulai ulang komputer, lalu coba lagi.")]
    NoRandomness,
}

/// A drawing that was stopped is stopped like any other work.
impl From<LetterError> for AppError {
    fn from(fault: LetterError) -> Self {
        match fault {
            LetterError::Stopped => Self::Store(StoreError::Stopped),
            other => Self::Draw(other),
        }
    }
}

impl AppError {
    /// Something that is not there.
    pub(crate) fn not_found(field: &'static str, what: &'static str, id: impl ToString) -> Self {
        Self::NotFound { field, what, id: id.to_string() }
    }

    /// The argument that is at fault, where it is one.
    pub fn field(&self) -> Option<String> {
        match self {
            Self::Rejected(rejection) => rejection.field().map(str::to_owned),
            Self::NotFound { field, .. } | Self::Input { field, .. } => Some((*field).to_owned()),
            Self::Conflict { field, .. } => Some((*field).to_owned()),
            Self::Account(fault) => Some(fault.field().to_owned()),
            Self::NoSignatory(_) => Some("signatory".to_owned()),
            Self::File { .. } => Some("path".to_owned()),
            _ => self.fields().into_iter().next().map(|(field, _)| field),
        }
    }

    /// The fields that are at fault, with their sentences: for the error summary of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Details(faults) => faults.iter().map(|fault| (fault.field.to_owned(), fault.text.clone())).collect(),
            Self::Unconfirmed(warnings) => warnings.iter().map(|warning| (warning.code().to_owned(), warning.to_string())).collect(),
            Self::Rejected(Rejection::Answers(faults)) => faults.iter().map(field_fault).collect(),
            Self::Rejected(Rejection::Incomplete(open)) => open.iter().map(|item| (item.id.clone(), item.label.clone())).collect(),
            Self::Rejected(Rejection::Unconfirmed(warnings)) => {
                warnings.iter().map(|warning| (warning.code.clone(), warning.text.clone())).collect()
            }
            Self::Rejected(Rejection::Opening(faults)) => {
                faults.iter().filter_map(|fault| Some((fault.field()?.to_owned(), fault.to_string()))).collect()
            }
            Self::Letter(faults) | Self::Template(faults) => faults.iter().map(|fault| (fault.field.clone(), fault.to_string())).collect(),
            Self::Content(findings) => findings.iter().map(|finding| (finding.file.clone(), finding.to_string())).collect(),
            Self::Classifications(faults) => faults.iter().map(|fault| (fault.line.to_string(), fault.to_string())).collect(),
            Self::Message(missing) => missing.iter().map(|value| (value.placeholder.clone(), value.to_string())).collect(),
            Self::Input { field, text } => vec![((*field).to_owned(), text.clone())],
            Self::Account(fault) => vec![(fault.field().to_owned(), fault.to_string())],
            _ => Vec::new(),
        }
    }
}

/// A short time in words.
fn wait(seconds: u64) -> String {
    match seconds {
        0..90 => format!("{seconds} detik"),
        _ => format!("{} menit", seconds.div_ceil(60)),
    }
}

fn field_fault(fault: &FieldFault) -> (String, String) {
    (fault.field.clone(), format!("{}: {}", fault.label, fault.fault))
}
