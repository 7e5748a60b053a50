//! What goes through the pipes: a head of two lengths, a JSON text, and bytes. JSON for what has names, bytes as they are.

use super::PageReading;
use crate::compose::PlanPage;
use crate::fault::{PageTrouble, ReadFault};
use sandika_domain::letter::code::PageCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Bytes of the longest JSON text; a plan of thousands of pages is far below.
const MOST_TEXT: u32 = 4 << 20;

/// What the program is asked for. The files follow, one behind the other.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) work: Work,
    pub(super) lengths: Vec<u64>,
    pub(super) memory: u64,
    pub(super) pages: usize,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Work {
    Read { from: usize },
    Picture { page: usize, long: u32 },
    Compose { plan: Vec<PlanPage> },
    Words { pages: usize },
}

/// What the program says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// The file is open.
    Open { pages: usize },
    /// The next page; its small picture follows.
    Page(Seen),
    /// The result follows.
    Bytes,
    /// It cannot be done.
    Fault(ReadFault),
}

/// What one page shows.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Seen {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) codes: Vec<Code>,
    pub(super) blank: bool,
    pub(super) trouble: Option<PageTrouble>,
}

impl Seen {
    pub(super) fn reading(self, page: usize, thumb: Vec<u8>) -> PageReading {
        let codes = self.codes.into_iter().map(|Code(letter, version, page, of)| PageCode { letter, version, page, of }).collect();
        PageReading { page, width: self.width, height: self.height, codes, blank: self.blank, thumb, trouble: self.trouble }
    }
}

/// A page code: letter, version, page, of.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Code(String, u32, u32, u32);

impl From<PageCode> for Code {
    fn from(code: PageCode) -> Self {
        Self(code.letter, code.version, code.page, code.of)
    }
}

/// Writes one message.
pub(super) fn send(out: &mut impl Write, text: &impl Serialize, bytes: &[u8]) -> io::Result<()> {
    let text = serde_json::to_vec(text)?;
    let length = |slice: &[u8]| u32::try_from(slice.len()).map(u32::to_be_bytes).map_err(io::Error::other);
    out.write_all(&length(&text)?)?;
    out.write_all(&length(bytes)?)?;
    out.write_all(&text)?;
    out.write_all(bytes)?;
    out.flush()
}

/// Reads one message. What is announced is not believed: memory grows with what really comes.
pub(super) fn receive<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<(T, Vec<u8>)> {
    let mut head = [0; 8];
    input.read_exact(&mut head)?;
    let [a, b, c, d, e, f, g, h] = head;
    let (text, bytes) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
    if text > MOST_TEXT {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let text = exactly(input, text.into())?;
    Ok((serde_json::from_slice(&text)?, exactly(input, bytes.into())?))
}

/// Reads so many bytes.
fn exactly(input: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
