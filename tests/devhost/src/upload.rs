//! Files from the browser become files on the disk, which the wire then names by their path.

use percent_encoding::percent_decode_str;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A plain file name out of an address; `None` for anything else.
pub(crate) fn name_of(address: &str) -> Option<String> {
    let name = percent_decode_str(address.split('?').next()?).decode_utf8().ok()?;
    let plain = !name.is_empty() && name.len() <= 255 && name != "." && name != "..";
    let safe = !name.contains(['/', '\\', ':', '\0']) && !name.chars().any(char::is_control);
    (plain && safe).then(|| name.into_owned())
}

/// Writes what comes into a folder of its own under `folder`, so that a file keeps its name however often it is sent.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn keep(folder: &Path, name: &str, bytes: &mut dyn Read) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = own_folder(folder)?.join(name);
    io::copy(bytes, &mut File::create(&path)?)?;
    Ok(path)
}

fn own_folder(folder: &Path) -> io::Result<PathBuf> {
    let mut number = 1_u32;
    loop {
        let own = folder.join(number.to_string());
        match fs::create_dir(&own) {
            Ok(()) => return Ok(own),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_are_plain() {
        for (address, name) in [
            ("surat%20pengantar.pdf", Some("surat pengantar.pdf")),
            ("..", None),
            ("a%2Fb.pdf", None),
            ("a%5Cb.pdf", None),
            ("", None),
            ("a%00.pdf", None),
        ] {
            assert_eq!(name_of(address).as_deref(), name, "{address}");
        }
    }
}
