//! Reads foreign files in a process of their own, so that a file which crashes, hangs or swallows memory harms nothing but itself.
//!
//! Files go in through a pipe and never lie unencrypted on a disk. Every page is answered as soon as it is read; a page that ends the program is
//! reported, and the next program goes on behind it.

mod child;
mod serve;
mod wire;

pub use serve::serve;

use crate::compose::PlanPage;
use crate::fault::{PageTrouble, ReadFault};
use child::{End, Talk};
use sandika_domain::letter::code::PageCode;
use std::env;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Duration;
use wire::{Answer, Request, Work};

/// The program that reads when it is told [`READER_WORD`].
const PROGRAM: &str = "sandika";

/// What makes the program read a file for the one who started it. No word that anybody types.
pub const READER_WORD: &str = "baca-untuk-sandika";

/// Pages of one file that may end the program before the file is given up.
const MOST_LOST: usize = 8;

/// The program that reads files, and how far it may go.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Where `sandika` is.
    pub program: PathBuf,
    /// How far it may go.
    pub limits: Limits,
}

/// How far the program may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Time for each page.
    pub per_page: Duration,
    /// Time until the file is opened.
    pub first_answer: Duration,
    /// Bytes of address space (Unix only).
    pub memory: u64,
    /// Pages of one file.
    pub pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_page: Duration::from_secs(20), first_answer: Duration::from_secs(30), memory: 1536 << 20, pages: 2000 }
    }
}

/// What one page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageReading {
    /// The page, from 1.
    pub page: usize,
    /// Pixels across of the picture that was looked at; 0 when there is none.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Every different code on it. Two mean two letters on one sheet of glass.
    pub codes: Vec<PageCode>,
    /// Whether it is empty.
    pub blank: bool,
    /// A small JPEG of it; empty when there is none.
    pub thumb: Vec<u8>,
    /// Why it could not be read.
    pub trouble: Option<PageTrouble>,
}

impl PageReading {
    fn lost(page: usize, trouble: PageTrouble) -> Self {
        Self { page, width: 0, height: 0, codes: Vec::new(), blank: false, thumb: Vec::new(), trouble: Some(trouble) }
    }
}

/// What a file was, when all of its pages were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many pages it has.
    pub pages: usize,
    /// How many of them could not be read.
    pub troubled: usize,
}

/// How one program's reading ended.
enum Leg {
    Done,
    /// It ended or hung in this page.
    Lost(usize, PageTrouble),
}

impl Reader {
    /// The program that is installed beside the running one.
    pub fn beside_this_program() -> Self {
        let beside = env::current_exe().ok().and_then(|program| Some(program.parent()?.join(PROGRAM)));
        Self { program: beside.unwrap_or_else(|| PROGRAM.into()).with_extension(env::consts::EXE_EXTENSION), limits: Limits::default() }
    }

    /// Reads a file and hands over page after page, in order; every page is answered, the unreadable ones with their trouble.
    ///
    /// # Errors
    /// What concerns the whole file; [`ReadFault::Stopped`] as soon as `each` breaks.
    pub fn read(&self, bytes: &[u8], each: &mut dyn FnMut(PageReading) -> ControlFlow<()>) -> Result<Summary, ReadFault> {
        let mut summary = Summary::default();
        let mut told = |summary: &mut Summary, reading: PageReading| {
            summary.troubled += usize::from(reading.trouble.is_some());
            if each(reading).is_break() { Err(ReadFault::Stopped) } else { Ok(()) }
        };
        let mut from = 1;
        for _ in 0..=MOST_LOST {
            let leg = self.talk(Work::Read { from }, &[bytes], |talk| self.listen(talk, from, &mut summary, &mut told))?;
            let Leg::Lost(page, trouble) = leg else { return Ok(summary) };
            told(&mut summary, PageReading::lost(page, trouble))?;
            if page >= summary.pages {
                return Ok(summary);
            }
            from = page + 1;
        }
        Err(ReadFault::Damaged)
    }

    fn listen(
        &self,
        talk: &mut Talk,
        from: usize,
        summary: &mut Summary,
        told: &mut dyn FnMut(&mut Summary, PageReading) -> Result<(), ReadFault>,
    ) -> Result<Leg, ReadFault> {
        match talk.next(self.limits.first_answer).map_err(|end| trouble(end).into()) {
            Ok((Answer::Open { pages }, _)) => summary.pages = pages,
            Ok((Answer::Fault(fault), _)) | Err(fault) => return Err(fault),
            Ok(_) => return Err(ReadFault::Lost),
        }
        for page in from..=summary.pages {
            match talk.next(self.limits.per_page) {
                Ok((Answer::Page(seen), thumb)) => told(summary, seen.reading(page, thumb))?,
                Ok((Answer::Fault(fault), _)) => return Err(fault),
                Ok(_) => return Ok(Leg::Lost(page, PageTrouble::Lost)),
                Err(end) => return Ok(Leg::Lost(page, trouble(end))),
            }
        }
        Ok(Leg::Done)
    }

    /// A JPEG of one page (from 1) for viewing, in its colours, with a long edge of about `long_edge` at most.
    ///
    /// # Errors
    /// What is wrong with the file or the page.
    pub fn picture(&self, bytes: &[u8], page: usize, long_edge: u32) -> Result<Vec<u8>, ReadFault> {
        self.bytes(Work::Picture { page, long: long_edge }, &[bytes], 1)
    }

    /// A new PDF of chosen pages in the chosen order. Nothing is packed anew with loss; the same plan gives the same bytes.
    ///
    /// # Errors
    /// What is wrong with a file or a page.
    pub fn compose(&self, sources: &[&[u8]], plan: &[PlanPage]) -> Result<Vec<u8>, ReadFault> {
        self.bytes(Work::Compose { plan: plan.to_vec() }, sources, plan.len())
    }

    /// The text of the first pages of a file, where it has any.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn words(&self, bytes: &[u8], pages: usize) -> Result<String, ReadFault> {
        let text = self.bytes(Work::Words { pages }, &[bytes], pages)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// Work with one answer, which may take as long as so many pages.
    fn bytes(&self, work: Work, sources: &[&[u8]], pages: usize) -> Result<Vec<u8>, ReadFault> {
        let time = self.limits.first_answer + self.limits.per_page * u32::try_from(pages).unwrap_or(u32::MAX);
        self.talk(work, sources, |talk| match talk.next(time) {
            Ok((Answer::Bytes, bytes)) => Ok(bytes),
            Ok((Answer::Fault(fault), _)) => Err(fault),
            Ok(_) => Err(ReadFault::Lost),
            Err(end) => Err(trouble(end).into()),
        })
    }

    fn talk<T>(&self, work: Work, sources: &[&[u8]], with: impl FnOnce(&mut Talk) -> Result<T, ReadFault>) -> Result<T, ReadFault> {
        let lengths = sources.iter().map(|source| source.len() as u64).collect();
        let request = Request { work, lengths, memory: self.limits.memory, pages: self.limits.pages };
        child::talk(&self.program, &request, sources, with)
    }
}

fn trouble(end: End) -> PageTrouble {
    match end {
        End::TookLong => PageTrouble::TookLong,
        End::TooMuchMemory => PageTrouble::TooMuchMemory,
        End::Lost => PageTrouble::Lost,
    }
}
