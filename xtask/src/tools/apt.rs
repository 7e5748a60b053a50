//! Debian's packages: installed as root, or through sudo, never with a question.

use std::io::IsTerminal;

use crate::Result;
use crate::command::{run_anywhere, succeeds};

/// apt-get without questions, waiting for another one that is at work.
const APT: [&str; 5] = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"];

/// Installs packages; an error says that it was not possible here. An outdated list of packages may still do, so a failing update is only said.
pub(super) fn install(packages: &[&str]) -> Result {
    if !succeeds(&["apt-get", "--version"]) {
        return Err("there is no apt-get here".into());
    }
    let before = elevation()?;
    let apt = |arguments: &[&str]| run_anywhere("env", &[before, &APT, arguments].concat());
    if let Err(error) = apt(&["update"]) {
        println!("{error}; going on with the list of packages that is there");
    }
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// Whether we are root, who needs no sudo and often has none.
pub(super) fn is_root() -> bool {
    succeeds(&["sh", "-c", "test \"$(id -u)\" = 0"])
}

/// What goes before apt-get: nothing for root, else sudo, which may ask for a password only where a person sits.
fn elevation() -> Result<&'static [&'static str]> {
    if is_root() {
        Ok(&[])
    } else if succeeds(&["sudo", "-n", "true"]) {
        Ok(&["sudo", "-n"])
    } else if std::io::stdin().is_terminal() && succeeds(&["sudo", "--version"]) {
        Ok(&["sudo"])
    } else {
        Err("neither root nor sudo without a password".into())
    }
}
