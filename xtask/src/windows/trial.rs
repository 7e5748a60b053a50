//! The programs under wine, as far as they go there.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::sockets;
use super::wine::Wine;
use crate::Result;

/// What the programs are asked, and what they must answer with.
const ASKED: [(&str, &[&str], &str); 3] = [
    ("sandika", &["--version"], "sandika"),
    ("sandika-desktop", &["--version"], "Sandika"),
    // The page wants a browser that wine has not: the rest of what the window does is checked without it.
    ("sandika-desktop", &["--selftest", "--tanpa-jendela"], "selftest: baik"),
];
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Starts the programs of a folder, and looks at what they answer. None may listen or connect.
pub(super) fn programs(folder: &Path, wine: &Wine) -> Result {
    for (program, arguments, expected) in ASKED {
        let called = format!("{program}.exe {}", arguments.join(" "));
        let mut command = wine.command();
        command.arg(folder.join(program).with_extension("exe")).args(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let sockets = watched(&mut child, wine)?;
        let done = child.wait_with_output()?;
        let said = String::from_utf8_lossy(&done.stdout);
        if !done.status.success() || !said.contains(expected) {
            return Err(format!("{called}: {}: {said}{}", done.status, String::from_utf8_lossy(&done.stderr)).into());
        }
        if !sockets.is_empty() {
            return Err(format!("{called}: it listens or connects: {sockets:?}").into());
        }
        println!("{called}: {}", said.trim());
    }
    Ok(())
}

/// Waits for its end; every socket that was seen meanwhile.
fn watched(child: &mut Child, wine: &Wine) -> Result<BTreeSet<String>> {
    let mut seen = BTreeSet::new();
    while child.try_wait()?.is_none() {
        seen.extend(sockets::of_computer(&wine.prefix())?);
        sleep(BETWEEN_LOOKS);
    }
    Ok(seen)
}
