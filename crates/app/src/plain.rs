//! What the system says of files and programs, in the officer's words.

use std::io::{Error, ErrorKind};

/// Why the system refused. Our own errors carry a sentence already; the system's are told by their kind, with the number for who looks after it.
pub(crate) fn words(error: &Error) -> String {
    if error.get_ref().is_some() {
        return error.to_string();
    }
    let known = match error.kind() {
        ErrorKind::NotFound => "berkas atau foldernya tidak ditemukan, mungkin sudah dipindahkan atau dihapus",
        ErrorKind::PermissionDenied => "komputer tidak mengizinkannya",
        ErrorKind::IsADirectory => "ini folder, bukan berkas",
        ErrorKind::NotADirectory => "letaknya bukan folder",
        ErrorKind::AlreadyExists => "nama itu sudah dipakai",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "penyimpanan penuh",
        ErrorKind::ReadOnlyFilesystem => "penyimpanan hanya dapat dibaca",
        ErrorKind::FileTooLarge => "berkas terlalu besar",
        ErrorKind::InvalidFilename => "nama berkasnya tidak dapat dipakai",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "sedang dipakai program lain",
        ErrorKind::TimedOut => "tidak menjawab pada waktunya",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown | ErrorKind::ConnectionRefused => {
            "tidak dapat dihubungi lewat jaringan"
        }
        _ => "sistem menolak",
    };
    match error.raw_os_error() {
        Some(number) => format!("{known} (kode {number})"),
        None => known.to_owned(),
    }
}

/// A clause as a sentence of its own.
pub(crate) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_speaks_indonesian() {
        for (error, expected) in [
            (Error::from_raw_os_error(2), "berkas atau foldernya tidak ditemukan, mungkin sudah dipindahkan atau dihapus (kode 2)"),
            (Error::from(ErrorKind::IsADirectory), "ini folder, bukan berkas"),
            (Error::from(ErrorKind::UnexpectedEof), "sistem menolak"),
            (
                Error::new(ErrorKind::FileTooLarge, "berkas terlalu besar, paling banyak 100 MB"),
                "berkas terlalu besar, paling banyak 100 MB",
            ),
        ] {
            assert_eq!(words(&error), expected);
        }
    }
}
