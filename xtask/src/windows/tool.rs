//! Programs of Linux for tests that run under wine: a stand-in with the program's name hands its arguments out over loopback, the workshop runs the real
//! one, and what that said comes back. On a real Windows machine tests find the programs themselves.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, thread};

use crate::Result;

/// What tests read letters, journals and printed pages back with.
pub(super) const PROGRAMS: [&str; 8] = ["pdftotext", "pdftoppm", "pdfinfo", "pdffonts", "qpdf", "java", "python3", "gs"];
/// The variable that tells the stand-in where to ask.
pub(super) const ADDRESS: &str = "SANDIKA_TOOLS";
/// Most bytes of one text or answer: pages as pictures are the largest.
const MOST: u64 = 1 << 30;

/// Answers stand-ins from now on; tells where.
pub(super) fn serve(drives: HashMap<char, PathBuf>) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?.to_string();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let drives = drives.clone();
            // A stand-in that cannot be answered fails, and its test with it.
            thread::spawn(move || drop(answer(stream, &drives)));
        }
    });
    Ok(address)
}

/// Runs the one program that is asked for: folder, name, arguments; then status, what it said, what it complained about.
fn answer(mut stream: TcpStream, drives: &HashMap<char, PathBuf>) -> io::Result<()> {
    let words = receive_all(&mut stream)?;
    let mut words = words.iter().map(|word| here(&String::from_utf8_lossy(word), drives));
    let (Some(folder), Some(program)) = (words.next(), words.next()) else { return Err(io::ErrorKind::InvalidData.into()) };
    if !PROGRAMS.contains(&program.as_str()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let done = Command::new(program).args(words).current_dir(folder).stdin(Stdio::null()).output()?;
    let status = done.status.code().unwrap_or(-1).to_string();
    send_all(&mut stream, &[status.as_bytes(), &done.stdout, &done.stderr])
}

/// A path of Windows as it is called here, and one of ours that was gone on with as Windows does; every other word as it is.
pub(super) fn here(word: &str, drives: &HashMap<char, PathBuf>) -> String {
    if word.starts_with('/') {
        return word.replace('\\', "/");
    }
    let plain = word.strip_prefix(r"\\?\").unwrap_or(word);
    let mut letters = plain.chars();
    let (drive, rest) = match (letters.next(), letters.next(), letters.next()) {
        (Some(drive), Some(':'), Some('\\' | '/')) if drive.is_ascii_alphabetic() => (drive.to_ascii_lowercase(), letters.as_str()),
        _ => return word.to_owned(),
    };
    let found = drives.get(&drive).map(|root| root.join(rest.replace('\\', "/")).display().to_string());
    found.unwrap_or_else(|| word.to_owned())
}

/// The stand-in's whole work: it is called as the program that it stands in for.
///
/// # Errors
/// When there is nobody to ask.
pub fn stand_in() -> io::Result<ExitCode> {
    let address = env::var(ADDRESS).map_err(io::Error::other)?;
    let mut words = env::args_os();
    let own = words.next().unwrap_or_default();
    let name = Path::new(&own).file_stem().unwrap_or_default().to_owned();
    let folder = env::current_dir()?.into_os_string();
    let words: Vec<Vec<u8>> =
        [folder, name].into_iter().chain(words).map(|word| OsStr::to_string_lossy(&word).into_owned().into_bytes()).collect();
    let mut stream = TcpStream::connect(address)?;
    send_all(&mut stream, &words)?;
    let answer = receive_all(&mut stream)?;
    let [status, out, errors] = &answer[..] else { return Err(io::ErrorKind::InvalidData.into()) };
    io::stdout().lock().write_all(out)?;
    io::stderr().lock().write_all(errors)?;
    let status: u8 = String::from_utf8_lossy(status).parse().unwrap_or(255);
    Ok(ExitCode::from(status))
}

fn send_all(stream: &mut TcpStream, words: &[impl AsRef<[u8]>]) -> io::Result<()> {
    stream.write_all(&(words.len() as u64).to_be_bytes())?;
    for word in words {
        stream.write_all(&(word.as_ref().len() as u64).to_be_bytes())?;
        stream.write_all(word.as_ref())?;
    }
    stream.flush()
}

fn receive_all(stream: &mut TcpStream) -> io::Result<Vec<Vec<u8>>> {
    (0..number(stream)?).map(|_| number(stream).and_then(|length| bytes(stream, length))).collect()
}

fn number(stream: &mut TcpStream) -> io::Result<u64> {
    let mut number = [0; 8];
    stream.read_exact(&mut number)?;
    let number = u64::from_be_bytes(number);
    if number <= MOST { Ok(number) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn bytes(stream: &mut TcpStream, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_called_as_they_are_here() {
        let drives = HashMap::from([('z', PathBuf::from("/")), ('c', PathBuf::from("/p/drive_c"))]);
        for (word, expected) in [
            (r"Z:\tmp\a b.pdf", "/tmp/a b.pdf"),
            (r"\\?\Z:\tmp\a.pdf", "/tmp/a.pdf"),
            (r"c:\users\x", "/p/drive_c/users/x"),
            (r"D:\x", r"D:\x"),
            (r"/srv/tree\../docs\a.py", "/srv/tree/../docs/a.py"),
            ("-layout", "-layout"),
            ("a:b", "a:b"),
        ] {
            assert_eq!(here(word, &drives), expected, "{word}");
        }
    }

    #[test]
    fn a_program_of_the_list_answers_and_no_other_one_does() {
        let address = serve(HashMap::new()).unwrap();
        let asked = |words: &[&str]| {
            let mut stream = TcpStream::connect(&address).unwrap();
            send_all(&mut stream, words).unwrap();
            receive_all(&mut stream)
        };
        let answer = asked(&["/", "python3", "-c", "import sys; print('ya'); sys.exit(3)"]).unwrap();
        assert_eq!(answer, [&b"3"[..], b"ya\n", b""]);
        assert!(asked(&["/", "sh", "-c", "true"]).is_err());
    }
}
