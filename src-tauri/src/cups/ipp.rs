//! One question in CUPS' own protocol (RFC 8010, 8011): how a job stands. `lpstat` does not tell a printed job from an aborted one.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How a job stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JobState {
    /// In the queue or on its way to the paper.
    Waiting,
    /// Printed.
    Done,
    /// Cancelled or aborted, with the printer's words.
    Failed(String),
}

const GET_JOB_ATTRIBUTES: [u8; 2] = [0x00, 0x09];
const OPERATION_ATTRIBUTES: u8 = 0x01;
const END: u8 = 0x03;
const LAST_DELIMITER: u8 = 0x0f;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;
const ANSWER_LIMIT: u64 = 1024 * 1024;

/// Asks the server for a job.
pub(super) fn job_state(server: &str, job: i32) -> io::Result<JobState> {
    let question = question(job);
    let head =
        format!("POST /jobs/ HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n", question.len());
    let answer = exchange(server, &[head.as_bytes(), &question].concat())?;
    let start = answer.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
    start.and_then(|start| state(answer.get(start..)?)).ok_or_else(|| io::Error::other("CUPS tidak menjawab bagaimana pekerjaan itu"))
}

fn question(job: i32) -> Vec<u8> {
    let mut bytes = vec![1, 1];
    bytes.extend(GET_JOB_ATTRIBUTES);
    bytes.extend([0, 0, 0, 1, OPERATION_ATTRIBUTES]);
    put(&mut bytes, CHARSET, "attributes-charset", "utf-8");
    put(&mut bytes, LANGUAGE, "attributes-natural-language", "en");
    put(&mut bytes, URI, "job-uri", &format!("ipp://localhost/jobs/{job}"));
    put(&mut bytes, KEYWORD, "requested-attributes", "job-state");
    put(&mut bytes, KEYWORD, "", "job-printer-state-message");
    bytes.push(END);
    bytes
}

fn put(bytes: &mut Vec<u8>, tag: u8, name: &str, value: &str) {
    bytes.push(tag);
    for text in [name, value] {
        // Every text here is ours and short.
        bytes.extend((text.len() as u16).to_be_bytes());
        bytes.extend(text.as_bytes());
    }
}

fn exchange(server: &str, question: &[u8]) -> io::Result<Vec<u8>> {
    let limit = Some(Duration::from_secs(10));
    if server.starts_with('/') {
        let stream = UnixStream::connect(server)?;
        stream.set_read_timeout(limit)?;
        return talk(stream, question);
    }
    let stream = TcpStream::connect(if server.contains(':') { server.to_owned() } else { format!("{server}:631") })?;
    stream.set_read_timeout(limit)?;
    talk(stream, question)
}

fn talk(mut stream: impl Read + Write, question: &[u8]) -> io::Result<Vec<u8>> {
    stream.write_all(question)?;
    let mut answer = Vec::new();
    stream.take(ANSWER_LIMIT).read_to_end(&mut answer)?;
    Ok(answer)
}

/// Reads `job-state` and the words beside it from an answer.
fn state(mut answer: &[u8]) -> Option<JobState> {
    let head = take(&mut answer, 8)?;
    // Status codes below 0x0100 are successes.
    if head[2] != 0 {
        return None;
    }
    let (mut state, mut message) = (None, String::new());
    while let Some(&[tag]) = take(&mut answer, 1) {
        if tag == END {
            break;
        }
        if tag <= LAST_DELIMITER {
            continue;
        }
        let name = sized(&mut answer)?;
        let value = sized(&mut answer)?;
        match name {
            b"job-state" => state = value.last().copied(),
            b"job-printer-state-message" => message = String::from_utf8_lossy(value).into_owned(),
            _ => {}
        }
    }
    Some(match state? {
        7 => JobState::Failed(if message.is_empty() { "pekerjaan dibatalkan".to_owned() } else { message }),
        8 => JobState::Failed(message),
        9 => JobState::Done,
        _ => JobState::Waiting,
    })
}

fn sized<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take(bytes, 2)?;
    take(bytes, usize::from(u16::from_be_bytes([length[0], length[1]])))
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read() {
        for (state_value, message, expected) in [
            (3, "", JobState::Waiting),
            (9, "Rendering completed", JobState::Done),
            (8, "kertas macet", JobState::Failed("kertas macet".to_owned())),
            (7, "", JobState::Failed("pekerjaan dibatalkan".to_owned())),
        ] {
            let mut answer = vec![1, 1, 0, 0, 0, 0, 0, 1, 2];
            answer.extend([0x23, 0, 9]);
            answer.extend(b"job-state");
            answer.extend([0, 4, 0, 0, 0, state_value]);
            put(&mut answer, 0x41, "job-printer-state-message", message);
            answer.push(END);
            assert_eq!(state(&answer), Some(expected), "{state_value}");
            for length in 0..answer.len() - 1 {
                // Cut anywhere, an answer is not read past its end.
                let _ = state(&answer[..length]);
            }
        }
        assert_eq!(state(&[1, 1, 4, 6, 0, 0, 0, 1, 3]), None);
    }
}
