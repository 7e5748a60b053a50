//! The programs that Windows starts when its user signs in, as the registry lists them for this user alone: no administrator is asked.
//!
//! Through `winreg`, which the build of the window links anyway. `auto-launch` would do the same for other systems too, but puts no quotes around a path
//! with blanks.

use std::{env, io};
use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, KEY_QUERY_VALUE, KEY_SET_VALUE};

/// Command lines by name.
const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// By the same names, what the user decided in the task manager: twelve bytes, of which the first is odd where it was switched off.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
/// Longer ones are not started, says the documentation of these keys.
const LONGEST: usize = 260;

/// Whether this program is among them.
#[derive(Clone, Debug)]
pub struct Autostart {
    name: String,
    command: String,
}

impl Autostart {
    /// The running program with an argument, under a name in that list.
    ///
    /// # Errors
    /// When its own path is not known, is no text, or is so long that Windows would not start it.
    pub fn of_this_program(name: &str, argument: &str) -> io::Result<Self> {
        let program = env::current_exe()?;
        let path = program.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        let command = format!("\"{path}\" {argument}");
        if command.encode_utf16().count() > LONGEST {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        Ok(Self { name: name.to_owned(), command })
    }

    /// Whether Windows starts exactly this program, so and from here.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub fn is_set(&self) -> io::Result<bool> {
        let listed = found(RUN, KEY_QUERY_VALUE, |list| list.get_value::<String, _>(&self.name))?;
        let decided = found(APPROVED, KEY_QUERY_VALUE, |list| list.get_raw_value(&self.name))?;
        let refused = decided.is_some_and(|value| value.bytes.first().is_some_and(|first| first % 2 == 1));
        Ok(listed.as_ref() == Some(&self.command) && !refused)
    }

    /// Has Windows start it from now on, or no longer. What the user decided in the task manager is forgotten.
    ///
    /// # Errors
    /// When the registry refuses.
    pub fn set(&self, wished: bool) -> io::Result<()> {
        if wished {
            RegKey::predef(HKEY_CURRENT_USER).create_subkey_with_flags(RUN, KEY_SET_VALUE)?.0.set_value(&self.name, &self.command)?;
        } else {
            found(RUN, KEY_SET_VALUE, |list| list.delete_value(&self.name))?;
        }
        found(APPROVED, KEY_SET_VALUE, |list| list.delete_value(&self.name)).map(drop)
    }
}

/// What is found in a key; nothing where the key or what is looked for is not there.
fn found<T>(key: &str, rights: u32, look: impl FnOnce(&RegKey) -> io::Result<T>) -> io::Result<Option<T>> {
    match RegKey::predef(HKEY_CURRENT_USER).open_subkey_with_flags(key, rights).and_then(|key| look(&key)) {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "test code")]
    use super::*;
    use winreg::RegValue;
    use winreg::enums::REG_BINARY;

    fn written(key: &str) -> RegKey {
        RegKey::predef(HKEY_CURRENT_USER).create_subkey(key).unwrap().0
    }

    #[test]
    fn windows_is_told_to_start_the_program_and_no_longer() {
        let ours = Autostart::of_this_program("Sandika-uji-mulai", "--di-baki").unwrap();
        ours.set(false).unwrap();
        assert!(!ours.is_set().unwrap());
        ours.set(true).unwrap();
        assert!(ours.is_set().unwrap());
        let command: String = written(RUN).get_value(&ours.name).unwrap();
        assert_eq!(command, format!("\"{}\" --di-baki", env::current_exe().unwrap().display()));
        ours.set(false).unwrap();
        assert!(!ours.is_set().unwrap());
        ours.set(false).unwrap();
    }

    #[test]
    fn another_program_under_the_name_is_not_ours() {
        let ours = Autostart::of_this_program("Sandika-uji-lain", "--di-baki").unwrap();
        written(RUN).set_value(&ours.name, &r#""C:\lama\sandika-desktop.exe" --di-baki"#).unwrap();
        assert!(!ours.is_set().unwrap());
        ours.set(true).unwrap();
        assert!(ours.is_set().unwrap());
        ours.set(false).unwrap();
    }

    #[test]
    fn what_the_task_manager_switched_off_is_off_until_it_is_wished_again() {
        let ours = Autostart::of_this_program("Sandika-uji-tugas", "--di-baki").unwrap();
        for (first, set) in [(2, true), (3, false), (6, true), (7, false)] {
            ours.set(true).unwrap();
            let bytes = vec![first, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].into();
            written(APPROVED).set_raw_value(&ours.name, &RegValue { bytes, vtype: REG_BINARY }).unwrap();
            assert_eq!(ours.is_set().unwrap(), set, "{first}");
        }
        ours.set(true).unwrap();
        assert!(ours.is_set().unwrap());
        ours.set(false).unwrap();
    }

    #[test]
    fn a_command_that_windows_would_not_start_is_refused() {
        assert!(Autostart::of_this_program("Sandika-uji-panjang", &"x".repeat(LONGEST)).is_err());
    }
}
