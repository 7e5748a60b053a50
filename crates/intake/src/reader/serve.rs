//! The program's own side: one request, its answers, the end.

use super::wire::{Answer, Request, Seen, Work, receive, send};
use crate::code::{Effort, find_all};
use crate::compose::compose;
use crate::fault::{PageTrouble, ReadFault};
use crate::look::{blank, glance, thumb};
use crate::pages::Book;
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

/// Quality of a page for viewing.
const QUALITY: u8 = 82;

type Source = Arc<Vec<u8>>;

/// Serves the one request that comes over standard input. The program that is started with [`super::READER_WORD`] does nothing else.
pub fn serve() -> ExitCode {
    // A panic is an answer here ("damaged"), not something to be read on a terminal.
    std::panic::set_hook(Box::new(|_| {}));
    match answer(&mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer(out: &mut impl Write) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let (request, _) = receive::<Request>(&mut input)?;
    restrict(request.memory);
    let sources: Vec<Source> = request.lengths.iter().map(|length| source(&mut input, *length).map(Arc::new)).collect::<io::Result<_>>()?;
    drop(input);
    thread::Builder::new().stack_size(64 * 1024).spawn(end_with_the_caller)?;
    let most = request.pages;
    let result = match request.work {
        Work::Read { from } => return read(sources, from, most, out),
        Work::Picture { page, long } => guarded(|| picture(sources, page, long, most)),
        Work::Compose { plan } => guarded(|| compose(&sources, &plan, most)),
        Work::Words { pages } => guarded(|| words(sources, pages, most)),
    };
    match result {
        Ok(bytes) => send(out, &Answer::Bytes, &bytes),
        Err(fault) => send(out, &Answer::Fault(fault), &[]),
    }
}

/// One file, in exactly the memory that it needs: its length comes from the application, which has it.
fn source(input: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Takes no more memory than it is given. Where a system refuses such a limit, the time limit ends what would swallow everything.
fn restrict(memory: u64) {
    #[cfg(unix)]
    let _ = rlimit::setrlimit(rlimit::Resource::AS, memory, memory);
    #[cfg(windows)]
    let _ = sandika_windows::limit_memory(memory);
    #[cfg(not(any(unix, windows)))]
    let _ = memory;
}

/// Whoever asked keeps the pipe open. It closes when they are gone, even if they were killed; an endless loop would else run for days.
fn end_with_the_caller() {
    let mut rest = [0; 64];
    while let Ok(1..) = io::stdin().read(&mut rest) {}
    std::process::exit(2);
}

fn guarded<T, E: From<PageTrouble>>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(PageTrouble::Damaged.into()))
}

fn only(sources: Vec<Source>) -> Result<Source, ReadFault> {
    sources.into_iter().next().ok_or(ReadFault::Empty)
}

fn read(sources: Vec<Source>, from: usize, most: usize, out: &mut impl Write) -> io::Result<()> {
    let book = match guarded(|| Book::open(only(sources)?, most)) {
        Ok(book) => book,
        Err(fault) => return send(out, &Answer::Fault(fault), &[]),
    };
    send(out, &Answer::Open { pages: book.count() }, &[])?;
    for page in from..=book.count() {
        let seen = guarded(|| look(&book, page - 1));
        let (seen, thumb) = seen.unwrap_or_else(|trouble| (Seen { trouble: Some(trouble), ..Seen::default() }, Vec::new()));
        send(out, &Answer::Page(seen), &thumb)?;
    }
    Ok(())
}

fn look(book: &Book, page: usize) -> Result<(Seen, Vec<u8>), PageTrouble> {
    let grey = book.grey(page)?;
    let small = glance(&grey);
    let blank = blank(&small);
    let codes = if blank { Vec::new() } else { find_all(&grey, Effort::Full) };
    let codes = codes.into_iter().map(Into::into).collect();
    Ok((Seen { width: grey.width, height: grey.height, codes, blank, trouble: None }, thumb(&small)))
}

/// The text of the first pages. A page that cannot be read has none.
fn words(sources: Vec<Source>, pages: usize, most: usize) -> Result<Vec<u8>, ReadFault> {
    let book = Book::open(only(sources)?, most)?;
    let texts: Vec<String> = (0..book.count().min(pages)).map(|page| guarded(|| book.words(page)).unwrap_or_default()).collect();
    Ok(texts.join("\n").into_bytes())
}

fn picture(sources: Vec<Source>, page: usize, long: u32, most: usize) -> Result<Vec<u8>, ReadFault> {
    let book = Book::open(only(sources)?, most)?;
    let index = page.checked_sub(1).filter(|index| *index < book.count()).ok_or(ReadFault::NoSuchPage { page })?;
    let image = book.colour(index, long.clamp(1, 4000))?;
    let mut bytes = Vec::new();
    let encoder = &mut JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    encoder.encode(&image, image.width(), image.height(), ExtendedColorType::Rgb8).map_err(|_| ReadFault::Damaged)?;
    Ok(bytes)
}
