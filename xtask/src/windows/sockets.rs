//! Whether a program under wine opens a socket of the internet. wine's own server holds the sockets of its programs, so all processes of that computer
//! are looked at, as Linux tells of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Result;

/// Kinds of sockets that reach beyond the computer, or let somebody in.
const KINDS: [&str; 4] = ["tcp", "tcp6", "udp", "udp6"];

/// Every such socket that a process of this wine computer has open now: kind, own address, the other's, as `/proc/net` writes them.
pub(super) fn of_computer(prefix: &Path) -> Result<BTreeSet<String>> {
    let mark = format!("WINEPREFIX={}", prefix.display());
    let ours = |process: &Path| {
        let environment = fs::read(process.join("environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes())
    };
    let processes = fs::read_dir("/proc")?.flatten().map(|entry| entry.path()).filter(|process| ours(process));
    Ok(processes.flat_map(|process| of_process(&process)).collect())
}

/// A process that ends meanwhile has none.
fn of_process(process: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(process.join("fd")).into_iter().flatten().flatten();
    let held: BTreeSet<String> = files.filter_map(|file| socket(&fs::read_link(file.path()).ok()?)).collect();
    let mut found = BTreeSet::new();
    for kind in KINDS {
        let table = fs::read_to_string(process.join("net").join(kind)).unwrap_or_default();
        found.extend(table.lines().skip(1).filter_map(|line| row(line, &held)).map(|addresses| format!("{kind} {addresses}")));
    }
    found
}

/// "socket:[1234]" is the socket 1234.
fn socket(link: &Path) -> Option<String> {
    Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())
}

/// The addresses of a line, if its socket is one of those held.
fn row(line: &str, held: &BTreeSet<String>) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    held.contains(*words.get(9)?).then(|| format!("{} {}", words[1], words[2]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, UdpSocket};

    #[test]
    fn whoever_listens_is_seen() {
        let own = Path::new("/proc/self");
        let before = of_process(own);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let datagrams = UdpSocket::bind("127.0.0.1:0").unwrap();
        let seen: Vec<String> = of_process(own).difference(&before).cloned().collect();
        let port = |port: u16| format!("0100007F:{port:04X}");
        let expected = [port(listener.local_addr().unwrap().port()), port(datagrams.local_addr().unwrap().port())];
        for address in expected {
            assert!(seen.iter().any(|socket| socket.contains(&address)), "{address}: {seen:?}");
        }
    }
}
